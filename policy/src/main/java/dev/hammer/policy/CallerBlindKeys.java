package dev.hammer.policy;

import java.util.List;
import java.util.Set;

/**
 * Condition keys that a stranger can satisfy: chosen by the caller, about the request, or about the
 * resource, which is the same whoever calls.
 */
final class CallerBlindKeys {

  private static final Set<String> KEYS =
      Set.of(
          "aws:calledvia",
          "aws:calledviafirst",
          "aws:calledvialast",
          "aws:currenttime",
          "aws:epochtime",
          "aws:multifactorauthage",
          "aws:multifactorauthpresent",
          "aws:referer",
          "aws:requestedregion",
          "aws:resourceaccount",
          "aws:resourceorgid",
          "aws:resourceorgpaths",
          "aws:securetransport",
          "aws:tagkeys",
          "aws:tokenissuetime",
          "aws:useragent",
          "aws:viaawsservice",
          "kms:viaservice",
          "lambda:functionurlauthtype",
          "s3:authtype",
          "s3:delimiter",
          "s3:max-keys",
          "s3:prefix",
          "s3:resourceaccount",
          "s3:signatureversion",
          "s3:tlsversion",
          "s3:versionid",
          "sns:endpoint",
          "sns:protocol");

  private static final List<String> PREFIXES =
      List.of(
          "aws:requesttag/",
          "aws:resourcetag/",
          "s3:existingobjecttag",
          "s3:requestobjecttag",
          "s3:x-amz-");

  private CallerBlindKeys() {}

  static boolean contains(String lowerKey) {
    return KEYS.contains(lowerKey) || PREFIXES.stream().anyMatch(lowerKey::startsWith);
  }
}
