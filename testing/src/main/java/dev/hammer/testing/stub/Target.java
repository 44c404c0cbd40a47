package dev.hammer.testing.stub;

/**
 * What a request asks for: an operation of a service, in a region, by an account. Operations carry
 * the names of the AWS documentation; those of REST services without a table are {@code "GET
 * /path"}.
 */
public record Target(String account, String region, String service, String operation) {

  /** Whether the operation only reads, judged by its name as AWS chooses them. */
  public boolean reads() {
    return operation.startsWith("Describe")
        || operation.startsWith("List")
        || operation.startsWith("Get")
        || operation.startsWith("Head")
        || operation.startsWith("Lookup")
        || operation.startsWith("GET ")
        || operation.startsWith("HEAD ");
  }

  @Override
  public String toString() {
    return service + ":" + operation + " (account " + account + ", " + region + ")";
  }
}
