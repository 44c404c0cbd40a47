package dev.hammer.checks.ec2;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * A network interface that carries a security group.
 *
 * @param instance the instance it belongs to, if it belongs to one of EC2
 * @param publicAddresses addresses under which the internet can reach it, sorted
 */
record Attachment(String interfaceId, Optional<String> instance, List<String> publicAddresses)
    implements Comparable<Attachment> {

  Attachment {
    publicAddresses = publicAddresses.stream().distinct().sorted().toList();
  }

  boolean isPublic() {
    return !publicAddresses.isEmpty();
  }

  /** For people: the instance, if there is one, and the interface. */
  String words() {
    return instance
        .map(id -> "instance " + id + " (" + interfaceId + ")")
        .orElse("interface " + interfaceId);
  }

  Value toValue() {
    return Value.fields()
        .put("interface", interfaceId)
        .put("instance", Value.text(instance))
        .put("public_addresses", Value.texts(publicAddresses))
        .build();
  }

  @Override
  public int compareTo(Attachment other) {
    return interfaceId.compareTo(other.interfaceId);
  }
}
