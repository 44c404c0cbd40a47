package dev.hammer.core.reading;

/**
 * An AWS call and the IAM action that allows it.
 *
 * @param service AWS service as in its endpoint, such as {@code s3}
 * @param operation operation name, such as {@code GetBucketEncryption}
 * @param action IAM action, such as {@code s3:GetEncryptionConfiguration}
 */
public record ApiCall(String service, String operation, String action)
    implements Comparable<ApiCall> {

  /** A call whose IAM action is named like the operation. */
  public static ApiCall of(String service, String operation) {
    return new ApiCall(service, operation, service + ":" + operation);
  }

  public static ApiCall of(String service, String operation, String action) {
    return new ApiCall(service, operation, action);
  }

  @Override
  public int compareTo(ApiCall other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return service + ":" + operation;
  }
}
