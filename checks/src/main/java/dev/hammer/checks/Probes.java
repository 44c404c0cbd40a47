package dev.hammer.checks;

import dev.hammer.aws.AccountAccess;
import dev.hammer.checks.cloudtrail.CloudTrailProbes;
import dev.hammer.checks.ec2.Ec2Probes;
import dev.hammer.checks.iam.IamProbes;
import dev.hammer.checks.rds.RdsProbes;
import dev.hammer.checks.s3.S3Probes;
import dev.hammer.checks.sqs.SqsProbes;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.resource.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tries every call of the checks in one account. Services go side by side; a call is tried in the
 * first region, and in others only as long as nothing is proved.
 */
public final class Probes {
  private static final List<ServiceProbes> SERVICES =
      List.of(
          CloudTrailProbes.ALL,
          Ec2Probes.ALL,
          IamProbes.ALL,
          RdsProbes.ALL,
          S3Probes.ALL,
          SqsProbes.ALL);

  private Probes() {}

  static List<ServiceProbes> services() {
    return SERVICES;
  }

  /**
   * The outcome for each of the calls, in their order.
   *
   * @param regions those of the account that are looked at
   */
  public static List<Trial> run(
      AccountAccess access, List<Region> regions, Collection<ApiCall> calls) {
    Set<ApiCall> wanted = Set.copyOf(calls);
    List<Future<List<Trial>>> services = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      SERVICES.forEach(
          service -> services.add(threads.submit(() -> run(service, access, regions, wanted))));
    }
    SortedMap<ApiCall, Trial> trials =
        services.stream()
            .map(Probes::outcome)
            .flatMap(List::stream)
            .collect(Collectors.toMap(Trial::call, Function.identity(), (a, _) -> a, TreeMap::new));
    return calls.stream().distinct().map(call -> trials.getOrDefault(call, untried(call))).toList();
  }

  /** A defect must not pass for a permission. */
  private static List<Trial> outcome(Future<List<Trial>> service) {
    if (service.state() == Future.State.FAILED) {
      throw new IllegalStateException(service.exceptionNow());
    }
    return service.resultNow();
  }

  private static List<Trial> run(
      ServiceProbes service, AccountAccess access, List<Region> regions, Set<ApiCall> wanted) {
    SortedMap<ApiCall, Trial> trials = new TreeMap<>();
    List<Region> places = service.scope() == Scope.GLOBAL ? List.of(Region.GLOBAL) : regions;
    for (Region region : places) {
      for (Probe probe : service.in().apply(new Prober(access.in(region)))) {
        Trial before = trials.get(probe.call());
        if (wanted.contains(probe.call()) && (before == null || before.isUnproven())) {
          trials.put(probe.call(), new Trial(probe.call(), region, probe.attempt().get()));
        }
      }
      if (trials.values().stream().noneMatch(Trial::isUnproven)) {
        break;
      }
    }
    return List.copyOf(trials.values());
  }

  private static Trial untried(ApiCall call) {
    return new Trial(
        call, Region.UNKNOWN, new Trial.Outcome.Unproven("nobody knows how to try it"));
  }
}
