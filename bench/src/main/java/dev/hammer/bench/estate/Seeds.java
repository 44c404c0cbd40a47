package dev.hammer.bench.estate;

import dev.hammer.demo.Control;
import dev.hammer.demo.Emulator;
import dev.hammer.demo.estate.Expected;
import dev.hammer.testing.AccountClients;
import dev.hammer.testing.LocalClients;
import dev.hammer.testing.stub.WireStub;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Puts an estate into the emulator, in the account of the credentials and in others. */
public final class Seeds {
  static final String ACCOUNT = WireStub.MAIN_ACCOUNT;
  static final String STRANGER = "444455556666";

  private static final String HOME = "eu-west-1";
  private static final int NUMBER = 7;
  private static final int AT_ONCE = 8;

  private Seeds() {}

  /**
   * The account of the credentials, and as many more as it takes.
   *
   * @param count of all accounts together
   */
  public static List<String> accounts(int count) {
    return Stream.iterate(1, i -> i < count, i -> i + 1)
        .map(i -> "%012d".formatted(700_000_000_000L + i))
        .collect(() -> new ArrayList<>(List.of(ACCOUNT)), (all, one) -> all.add(one), List::addAll);
  }

  /**
   * Empties the emulator, seeds the estate into each account, and returns what must be found in all
   * of them.
   */
  public static SortedSet<Expected> plant(Estate estate, List<String> accounts, Emulator emulator) {
    Control control = emulator.control();
    control.reset();
    control.seed(NUMBER);
    control.regions(List.copyOf(estate.places().keySet()));
    SortedSet<Expected> truth = new TreeSet<>();
    try (LocalClients clients = new LocalClients(emulator.endpoint())) {
      accounts.forEach(account -> truth.addAll(plant(estate, account, control, clients)));
    }
    return truth;
  }

  private static SortedSet<Expected> plant(
      Estate estate, String account, Control control, LocalClients clients) {
    Truth truth = new Truth(account);
    AccountClients home = clients.in(account, HOME);
    run(new BucketSeeds(home.s3(), truth).of(estate.buckets()));
    String trailBucket = BucketSeeds.nameOf(account, estate.buckets(), 0);
    List<Runnable> errands = new ArrayList<>();
    errands.addAll(new UserSeeds(home.iam(), control, truth).of(estate.users()));
    estate
        .places()
        .forEach(
            (region, place) -> {
              AccountClients there = clients.in(account, region);
              errands.addAll(new GroupSeeds(there.ec2(), region, truth).of(place.groups()));
              errands.addAll(new QueueSeeds(there.sqs(), region, truth).of(place.queues()));
              errands.addAll(new DiskSeeds(there.ec2(), region, truth).of(place));
              errands.addAll(new DatabaseSeeds(there.rds(), region, truth).of(place.databases()));
              errands.addAll(
                  new TrailSeeds(there.cloudTrail(), region, trailBucket, truth).of(place));
            });
    run(errands);
    return truth.all();
  }

  private static void run(List<Runnable> errands) {
    Semaphore places = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      errands.forEach(errand -> running.add(threads.submit(() -> inTurn(places, errand))));
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("Cannot seed: " + failed.getCause(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while seeding", stopped);
    }
  }

  private static void inTurn(Semaphore places, Runnable errand) {
    places.acquireUninterruptibly();
    try {
      errand.run();
    } finally {
      places.release();
    }
  }
}
