package dev.hammer.aws;

/** A static access key, for a pretend AWS only. */
public record AccessKey(String id, String secret) {
  /** Neither part is ever printed. */
  @Override
  public String toString() {
    return "AccessKey";
  }
}
