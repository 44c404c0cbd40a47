package dev.hammer.checks.s3;

import java.util.Arrays;
import java.util.Optional;

/** The two groups of S3 that take in strangers. */
enum PublicGroup {
  /** Anybody, signed in or not. */
  ALL_USERS("AllUsers", "everyone"),
  /** Whoever has an AWS account, which anybody can get. */
  AUTHENTICATED_USERS("AuthenticatedUsers", "every AWS account");

  private final String groupName;
  private final String words;

  PublicGroup(String groupName, String words) {
    this.groupName = groupName;
    this.words = words;
  }

  /** The last part of the group's URI. */
  String groupName() {
    return groupName;
  }

  /** For people. */
  String words() {
    return words;
  }

  /** The group of this URI, if it is a public one. */
  static Optional<PublicGroup> of(String uri) {
    return Arrays.stream(values())
        .filter(group -> uri.endsWith("/global/" + group.groupName))
        .findFirst();
  }
}
