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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Puts an estate into the emulator, in the account of the credentials. */
public final class Seeds {
  static final String ACCOUNT = WireStub.MAIN_ACCOUNT;
  static final String STRANGER = "444455556666";

  private static final String HOME = "eu-west-1";
  private static final int NUMBER = 7;
  private static final int AT_ONCE = 8;

  private Seeds() {}

  /** Empties the emulator, seeds the estate, and returns what must be found in it. */
  public static SortedSet<Expected> plant(Estate estate, Emulator emulator) {
    Control control = emulator.control();
    control.reset();
    control.seed(NUMBER);
    control.regions(List.copyOf(estate.places().keySet()));
    Truth truth = new Truth(ACCOUNT);
    try (LocalClients clients = new LocalClients(emulator.endpoint())) {
      AccountClients home = clients.in(ACCOUNT, HOME);
      run(new BucketSeeds(home.s3(), truth).of(estate.buckets()));
      String trailBucket = BucketSeeds.nameOf(estate.buckets(), 0);
      List<Runnable> errands = new ArrayList<>();
      errands.addAll(new UserSeeds(home.iam(), control, truth).of(estate.users()));
      estate
          .places()
          .forEach(
              (region, place) -> {
                AccountClients there = clients.in(ACCOUNT, region);
                errands.addAll(new GroupSeeds(there.ec2(), region, truth).of(place.groups()));
                errands.addAll(new QueueSeeds(there.sqs(), region, truth).of(place.queues()));
                errands.addAll(new DiskSeeds(there.ec2(), region, truth).of(place));
                errands.addAll(new DatabaseSeeds(there.rds(), region, truth).of(place.databases()));
                errands.addAll(
                    new TrailSeeds(there.cloudTrail(), region, trailBucket, truth).of(place));
              });
      run(errands);
    }
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
