package dev.hammer.checks.ec2;

import dev.hammer.aws.AwsScope;
import dev.hammer.aws.Page;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.value.Value;
import dev.hammer.policy.network.AddressSpace;
import dev.hammer.policy.network.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceIpv6Address;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;

/** The network interfaces of an account and region by the security groups they carry. */
final class NetworkInterfaces {
  static final ApiCall LIST = ApiCall.of("ec2", "DescribeNetworkInterfaces");

  private final Map<String, List<Attachment>> byGroup = new TreeMap<>();
  private int count;

  private NetworkInterfaces() {}

  /** One sweep for all groups, made when the first group needs it. */
  static Facet<NetworkInterfaces> shared(AwsScope scope, Ec2Client ec2) {
    return scope.shared(
        "ec2 network_interfaces",
        () ->
            Facet.of(
                "network_interfaces",
                List.of(LIST),
                () -> sweep(scope, ec2),
                all -> Value.of(all.count)));
  }

  Attachments carrying(String groupId) {
    return new Attachments(byGroup.getOrDefault(groupId, List.of()));
  }

  private static NetworkInterfaces sweep(AwsScope scope, Ec2Client ec2) {
    NetworkInterfaces all = new NetworkInterfaces();
    scope.eachPage(
        LIST,
        token -> {
          var answer = ec2.describeNetworkInterfaces(r -> r.maxResults(Ec2.PAGE).nextToken(token));
          return Page.of(answer.networkInterfaces(), answer.nextToken());
        },
        all::add);
    return all;
  }

  private void add(NetworkInterface one) {
    count++;
    Attachment attachment =
        new Attachment(
            one.networkInterfaceId(),
            Optional.ofNullable(one.attachment()).map(NetworkInterfaceAttachment::instanceId),
            publicAddresses(one));
    one.groups().stream()
        .map(GroupIdentifier::groupId)
        .distinct()
        .forEach(id -> byGroup.computeIfAbsent(id, _ -> new ArrayList<>()).add(attachment));
  }

  /**
   * An IPv4 address is public because it is associated, whatever its number; an IPv6 address needs
   * no association.
   */
  private static List<String> publicAddresses(NetworkInterface one) {
    Stream<NetworkInterfaceAssociation> associations =
        Stream.concat(
            Stream.ofNullable(one.association()),
            one.privateIpAddresses().stream()
                .map(NetworkInterfacePrivateIpAddress::association)
                .filter(Objects::nonNull));
    Stream<String> ipv4 =
        associations.map(NetworkInterfaceAssociation::publicIp).filter(Objects::nonNull);
    Stream<String> ipv6 =
        one.ipv6Addresses().stream()
            .map(NetworkInterfaceIpv6Address::ipv6Address)
            .filter(Objects::nonNull)
            .filter(NetworkInterfaces::isGlobal);
    return Stream.concat(ipv4, ipv6).filter(address -> !address.isEmpty()).toList();
  }

  private static boolean isGlobal(String address) {
    return IpRange.parse(address).filter(it -> AddressSpace.classify(it).isPublic()).isPresent();
  }
}
