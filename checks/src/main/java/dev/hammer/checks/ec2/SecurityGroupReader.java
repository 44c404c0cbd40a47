package dev.hammer.checks.ec2;

import dev.hammer.aws.AwsScope;
import dev.hammer.aws.Page;
import dev.hammer.checks.ReaderType;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.resource.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * Reads the security groups of a region. Prefix lists and network interfaces are read once for all
 * groups, and only when a group needs them.
 */
public final class SecurityGroupReader implements Reader<SecurityGroup> {
  static final ApiCall LIST = ApiCall.of("ec2", "DescribeSecurityGroups");

  public static final ReaderType<SecurityGroup> TYPE =
      new ReaderType<>(
          SecurityGroup.RESOURCE_TYPE,
          "ec2",
          Scope.REGIONAL,
          LIST,
          (scope, _) -> new SecurityGroupReader(scope, Ec2.client(scope)));

  private static final Set<String> ABSENT =
      Set.of("InvalidGroup.NotFound", "InvalidGroupId.Malformed");
  private static final Pattern ALIAS = Pattern.compile("(vpc-[0-9a-f]+):(.+)", Pattern.DOTALL);

  private final AwsScope scope;
  private final Ec2Client ec2;

  SecurityGroupReader(AwsScope scope, Ec2Client ec2) {
    this.scope = scope;
    this.ec2 = ec2;
  }

  @Override
  public ListingEnd list(Consumer<? super SecurityGroup> found) {
    scope.eachPage(
        LIST,
        token -> {
          Instant readAt = scope.now();
          var answer = ec2.describeSecurityGroups(r -> r.maxResults(Ec2.PAGE).nextToken(token));
          return Page.of(
              answer.securityGroups().stream().map(group -> snapshot(group, readAt)).toList(),
              answer.nextToken());
        },
        found);
    return new ListingEnd.Complete();
  }

  @Override
  public Optional<SecurityGroup> find(String name) {
    Instant readAt = scope.now();
    return request(name)
        .flatMap(
            request -> scope.askOptional(LIST, ABSENT, () -> ec2.describeSecurityGroups(request)))
        .flatMap(answer -> answer.securityGroups().stream().findFirst())
        .map(group -> snapshot(group, readAt));
  }

  private Optional<DescribeSecurityGroupsRequest> request(String name) {
    Matcher alias = ALIAS.matcher(name);
    if (alias.matches()) {
      return Optional.of(
          DescribeSecurityGroupsRequest.builder()
              .filters(filter("vpc-id", alias.group(1)), filter("group-name", alias.group(2)))
              .build());
    }
    return Ec2.id(scope, name, "sg")
        .map(id -> DescribeSecurityGroupsRequest.builder().groupIds(id).build());
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }

  private SecurityGroup snapshot(
      software.amazon.awssdk.services.ec2.model.SecurityGroup group, Instant readAt) {
    List<IngressRule> rules = group.ipPermissions().stream().flatMap(IngressRule::of).toList();
    Optional<String> vpcId = Optional.ofNullable(group.vpcId()).filter(id -> !id.isEmpty());
    SecurityGroup.Listed listed =
        new SecurityGroup.Listed(
            vpcId,
            Optional.ofNullable(group.description()).orElse(""),
            rules,
            Ec2.tags(group.tags()));
    return new SecurityGroup(
        ref(group, vpcId), readAt, listed, prefixLists(rules), attachments(group.groupId()));
  }

  /** The ARN names the owner, who is another account if the group was shared. */
  private ResourceRef ref(
      software.amazon.awssdk.services.ec2.model.SecurityGroup group, Optional<String> vpcId) {
    String owner = Optional.ofNullable(group.ownerId()).orElse(scope.account().id());
    return ResourceRef.of(
            SecurityGroup.RESOURCE_TYPE, group.groupId(), scope.account(), scope.region())
        .withArn(Ec2.arn(scope, "security-group", owner, group.groupId()))
        .withName(group.groupName())
        .withAliases(vpcId.map(vpc -> vpc + ":" + group.groupName()).stream().toList());
  }

  private SortedMap<String, Facet<PrefixList>> prefixLists(List<IngressRule> rules) {
    SortedMap<String, Facet<PrefixList>> lists = new TreeMap<>();
    for (IngressRule rule : rules) {
      if (rule.source() instanceof IngressRule.Source.Listed(String id)) {
        lists.computeIfAbsent(id, _ -> PrefixList.shared(scope, ec2, id));
      }
    }
    return lists;
  }

  private Facet<Attachments> attachments(String groupId) {
    return Facet.of(
        "attachments",
        List.of(NetworkInterfaces.LIST),
        () -> NetworkInterfaces.shared(scope, ec2).get().carrying(groupId),
        Attachments::toValue);
  }
}
