package dev.hammer.checks.ec2;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.SettingType;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.value.Value;
import dev.hammer.policy.network.IpRange;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Finds security groups that let the internet reach restricted ports. */
public final class UnrestrictedAccess implements Check<SecurityGroup> {
  /** The ports of Security Hub EC2.19, and those the predecessor came with. */
  static final Setting<List<Integer>> RESTRICTED_PORTS =
      new Setting<>(
          "restricted_ports",
          SettingType.ports(),
          List.of(
              20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 1521, 2375, 3000, 3306, 3389,
              4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300, 27017, 28017),
          "TCP and UDP ports that the internet must not reach.");

  static final Setting<List<IpRange>> KNOWN_IP_SOURCES =
      new Setting<>(
          "known_ip_sources",
          new KnownSources(),
          List.of(),
          "Public addresses that may reach restricted ports, such as those of offices.");

  private static final CheckInfo INFO =
      CheckInfo.of(
              "secgrp_unrestricted_access",
              "Security group lets the internet reach restricted ports",
              Severity.CRITICAL,
              "ec2",
              SecurityGroup.RESOURCE_TYPE)
          .decidedBy(SecurityGroupReader.LIST, PrefixList.ENTRIES, PrefixList.LISTS)
          .explainedBy(NetworkInterfaces.LIST)
          .standingFor("Security Hub EC2.19", "Security Hub EC2.53", "Security Hub EC2.54")
          .storedIn("security-groups-unrestricted")
          .withSettings(RESTRICTED_PORTS, KNOWN_IP_SOURCES);

  public static final CheckType<SecurityGroup> TYPE =
      new CheckType<>(INFO, SecurityGroupReader.TYPE, UnrestrictedAccess::new);

  /** Enough to act on; the evidence has them all. */
  private static final int SHOWN = 10;

  private final NavigableSet<Integer> restricted;
  private final List<IpRange> known;

  UnrestrictedAccess(CheckContext context) {
    this.restricted = new TreeSet<>(context.settings().get(RESTRICTED_PORTS));
    this.known = context.settings().get(KNOWN_IP_SOURCES);
  }

  @Override
  public CheckInfo info() {
    return INFO;
  }

  /**
   * What is proven by the sources that could be read stands; only if they prove nothing does an
   * unreadable one leave the question open.
   */
  @Override
  public Verdict judge(SecurityGroup group) {
    OpeningSearch search = OpeningSearch.in(group, restricted, known);
    if (!search.found().isEmpty()) {
      Verdict.Violating verdict = violation(group, Exposure.of(search.found()));
      for (ReadFailure why : search.unread()) {
        verdict = verdict.without(why);
      }
      return verdict;
    }
    if (!search.unread().isEmpty()) {
      throw new UnreadableException(search.unread().getFirst());
    }
    return Verdict.compliant("no rule lets the internet reach a restricted port");
  }

  private static Verdict.Violating violation(SecurityGroup group, Exposure exposure) {
    Reading<Attachments> attachments = group.attachments().reading();
    Grade grade = Grade.of(exposure.worst(), attachments);
    Verdict.Violating verdict =
        Verdict.violating(
            grade.severity(),
            exposure.summary(),
            grade.reason(),
            details(group, exposure, attachments));
    return attachments.failure().map(verdict::without).orElse(verdict);
  }

  private static Value.Fields details(
      SecurityGroup group, Exposure exposure, Reading<Attachments> attachments) {
    return Value.fields()
        .put("name", Value.text(group.ref().name()))
        .put("vpc_id", Value.text(group.vpcId()))
        .put("region", group.ref().region().name())
        .put("status", Opening.status(exposure.worst()))
        .put("perms", exposure.toValue())
        .note(
            "attached_in_public",
            attachments.known().map(UnrestrictedAccess::inPublic).orElse(Value.absent()))
        .build();
  }

  private static Value inPublic(Attachments attachments) {
    return Value.items(
        attachments.inPublic().stream().limit(SHOWN).map(Attachment::toValue).toList());
  }
}
