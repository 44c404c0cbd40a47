package dev.hammer.checks;

import dev.hammer.aws.AwsScope;
import dev.hammer.checks.cloudtrail.UnrecordedRegion;
import dev.hammer.checks.ec2.PublicEbsSnapshot;
import dev.hammer.checks.ec2.PublicImage;
import dev.hammer.checks.ec2.UnencryptedVolume;
import dev.hammer.checks.ec2.UnrestrictedAccess;
import dev.hammer.checks.iam.UnrotatedAccessKey;
import dev.hammer.checks.iam.UnusedAccessKey;
import dev.hammer.checks.rds.PublicDatabaseSnapshot;
import dev.hammer.checks.rds.UnencryptedDatabase;
import dev.hammer.checks.s3.PublicBucketAcl;
import dev.hammer.checks.s3.PublicBucketPolicy;
import dev.hammer.checks.s3.WeakBucketEncryption;
import dev.hammer.checks.sqs.PublicQueuePolicy;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.ListFilter;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.scan.ReaderPlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every check there is, sorted by id. A new check adds one line here. */
public final class Catalogue {
  private static final List<CheckType<?>> CHECKS =
      List.of(
          UnrecordedRegion.TYPE,
          PublicEbsSnapshot.TYPE,
          UnencryptedVolume.TYPE,
          PublicImage.TYPE,
          UnencryptedDatabase.TYPE,
          PublicDatabaseSnapshot.TYPE,
          PublicBucketAcl.TYPE,
          PublicBucketPolicy.TYPE,
          WeakBucketEncryption.TYPE,
          UnrestrictedAccess.TYPE,
          PublicQueuePolicy.TYPE,
          UnusedAccessKey.TYPE,
          UnrotatedAccessKey.TYPE);

  private Catalogue() {}

  /** All checks, sorted by id. */
  public static List<CheckType<?>> checks() {
    return CHECKS;
  }

  /** What all checks say of themselves, sorted by id. */
  public static List<CheckInfo> infos() {
    return CHECKS.stream().<CheckInfo>map(CheckType::info).toList();
  }

  public static Optional<CheckType<?>> check(String id) {
    return CHECKS.stream().filter(type -> type.info().id().equals(id)).findFirst();
  }

  /** Whether a service is looked at once per account or in each region. */
  public static Scope scopeOf(String service) {
    return CHECKS.stream()
        .filter(type -> type.info().service().equals(service))
        .map(type -> type.reader().scope())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no check reads " + service));
  }

  /**
   * Opens the readers of a service that enabled checks need, each once with all its checks.
   *
   * @param enabled check id to what it may know
   */
  public static List<ReaderPlan<?>> plans(
      AwsScope scope, String service, Map<String, CheckContext> enabled) {
    Map<ReaderType<?>, List<CheckType<?>>> byReader = new LinkedHashMap<>();
    for (CheckType<?> type : CHECKS) {
      if (type.info().service().equals(service) && enabled.containsKey(type.info().id())) {
        byReader.computeIfAbsent(type.reader(), _ -> new ArrayList<>()).add(type);
      }
    }
    List<ReaderPlan<?>> plans = new ArrayList<>();
    byReader.forEach((reader, types) -> plans.add(plan(scope, reader, types, enabled)));
    return plans;
  }

  private static <S extends Snapshot> ReaderPlan<S> plan(
      AwsScope scope,
      ReaderType<S> reader,
      List<CheckType<?>> types,
      Map<String, CheckContext> enabled) {
    List<Check<S>> checks = new ArrayList<>();
    Set<ListFilter> filters = EnumSet.allOf(ListFilter.class);
    for (CheckType<?> type : types) {
      checks.add(make(reader, type, enabled));
      filters.retainAll(type.info().accepts());
    }
    return new ReaderPlan<>(reader.opening().open(scope, filters), reader.listing(), checks);
  }

  @SuppressWarnings("unchecked") // grouped by the reader, so the check judges what it reads
  private static <S extends Snapshot> Check<S> make(
      ReaderType<S> reader, CheckType<?> type, Map<String, CheckContext> enabled) {
    if (!type.reader().equals(reader)) {
      throw new IllegalArgumentException(type.info().id() + " has another reader");
    }
    CheckContext context = enabled.getOrDefault(type.info().id(), CheckContext.DEFAULTS);
    return (Check<S>) type.make(context);
  }
}
