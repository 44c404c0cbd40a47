package dev.hammer.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of an ARN, or of a pattern for ARNs; of any partition. */
record Arn(String partition, String service, String account, String resource) {

  private static final Pattern PARTITION = Pattern.compile("aws[a-z-]*|\\*|aws\\*|aws-\\*");

  static Optional<Arn> parse(String text) {
    String[] fields = text.split(":", 6);
    boolean wellFormed =
        fields.length == 6 && fields[0].equals("arn") && PARTITION.matcher(fields[1]).matches();
    return wellFormed
        ? Optional.of(new Arn(fields[1], fields[2], fields[4], fields[5]))
        : Optional.empty();
  }

  boolean isOf(String wanted) {
    return service.equals(wanted);
  }
}
