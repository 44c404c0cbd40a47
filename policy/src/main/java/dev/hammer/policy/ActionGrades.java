package dev.hammer.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Grades what a statement grants. For S3 and SQS the actions are known one by one, so a pattern is
 * worth the most that it matches; elsewhere, and for actions newer than the table, the verb
 * decides.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Actions
 *     of S3</a>
 */
final class ActionGrades {

  private static final Map<String, Map<AccessGrade, List<String>>> KNOWN =
      Map.of(
          "s3",
          Map.of(
              AccessGrade.METADATA,
              names(
                  """
                  getaccelerateconfiguration getaccesspoint getaccesspointpolicy
                  getaccesspointpolicystatus getanalyticsconfiguration getbucketabac getbucketacl
                  getbucketcors getbucketlocation getbucketlogging
                  getbucketmetadatatableconfiguration getbucketnotification
                  getbucketobjectlockconfiguration getbucketownershipcontrols getbucketpolicy
                  getbucketpolicystatus getbucketpublicaccessblock getbucketrequestpayment
                  getbuckettagging getbucketversioning getbucketwebsite getencryptionconfiguration
                  getintelligenttieringconfiguration getinventoryconfiguration
                  getlifecycleconfiguration getmetricsconfiguration getobjectacl
                  getobjectattributes getobjectlegalhold getobjectretention getobjecttagging
                  getobjectversionacl getobjectversionattributes getobjectversiontagging
                  getreplicationconfiguration listtagsforresource
                  """),
              AccessGrade.LIST,
              names(
                  """
                  listbucket listbucketmultipartuploads listbucketversions
                  listmultipartuploadparts
                  """),
              AccessGrade.READ,
              names(
                  """
                  getobject getobjecttorrent getobjectversion getobjectversionforreplication
                  getobjectversiontorrent
                  """),
              AccessGrade.WRITE,
              names(
                  """
                  abortmultipartupload createbucket createbucketmetadatatableconfiguration
                  deletebucket deletebucketmetadatatableconfiguration deletebucketwebsite
                  deleteobject deleteobjecttagging deleteobjectversion deleteobjectversiontagging
                  initiatereplication putaccelerateconfiguration
                  putanalyticsconfiguration putbucketabac putbucketcors putbucketlogging
                  putbucketnotification putbucketobjectlockconfiguration putbucketrequestpayment
                  putbuckettagging putbucketversioning putbucketwebsite
                  putencryptionconfiguration putintelligenttieringconfiguration
                  putinventoryconfiguration putlifecycleconfiguration putmetricsconfiguration
                  putobject putobjectlegalhold putobjectretention putobjecttagging
                  putobjectversiontagging putreplicationconfiguration replicatedelete
                  replicateobject replicatetags restoreobject tagresource untagresource
                  """),
              AccessGrade.PERMISSIONS,
              names(
                  """
                  bypassgovernanceretention deleteaccesspointpolicy deletebucketpolicy
                  objectowneroverridetobucketowner putaccesspointpolicy putbucketacl
                  putbucketownershipcontrols putbucketpolicy putbucketpublicaccessblock
                  putobjectacl putobjectversionacl
                  """)),
          "sqs",
          Map.of(
              AccessGrade.METADATA,
              names("getqueueattributes getqueueurl listqueuetags"),
              AccessGrade.LIST,
              names("listdeadlettersourcequeues listmessagemovetasks listqueues"),
              AccessGrade.SEND,
              names("sendmessage sendmessagebatch"),
              AccessGrade.READ,
              names("receivemessage"),
              AccessGrade.WRITE,
              names(
                  """
                  cancelmessagemovetask changemessagevisibility changemessagevisibilitybatch
                  createqueue deletemessage deletemessagebatch deletequeue purgequeue
                  startmessagemovetask tagqueue untagqueue
                  """),
              AccessGrade.PERMISSIONS,
              names("addpermission removepermission setqueueattributes")));

  private final String service;
  private final Map<AccessGrade, List<String>> known;

  ActionGrades(ResourceKind kind) {
    this.service = kind.service();
    this.known = KNOWN.getOrDefault(kind.service(), Map.of());
  }

  private static List<String> names(String words) {
    return List.of(words.strip().split("\\s+"));
  }

  /** The most that the selected actions allow. */
  AccessGrade grade(Selection actions) {
    List<String> patterns =
        actions.patterns().stream()
            .flatMap(pattern -> name(pattern.strip().toLowerCase(Locale.ROOT)).stream())
            .toList();
    return actions.negated() ? allBut(patterns) : worst(patterns.stream().map(this::grade));
  }

  /** The name without the service; none if the action belongs to another service. */
  private Optional<String> name(String pattern) {
    int colon = pattern.indexOf(':');
    if (colon < 0) {
      return Optional.of(pattern);
    }
    String prefix = pattern.substring(0, colon);
    boolean ours = service.isEmpty() || Wildcard.covers(prefix, service);
    return ours ? Optional.of(pattern.substring(colon + 1)) : Optional.empty();
  }

  private AccessGrade allBut(List<String> excluded) {
    if (known.isEmpty()) {
      return excluded.contains("*") ? AccessGrade.NONE : AccessGrade.PERMISSIONS;
    }
    return worst(
        known.entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(name -> !isIn(excluded, name)))
            .map(Map.Entry::getKey));
  }

  private AccessGrade grade(String pattern) {
    AccessGrade matched =
        worst(
            known.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(n -> isIn(List.of(pattern), n)))
                .map(Map.Entry::getKey));
    return matched == AccessGrade.NONE ? Verb.grade(pattern) : matched;
  }

  private static boolean isIn(List<String> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> Wildcard.covers(pattern, name));
  }

  private static AccessGrade worst(Stream<AccessGrade> grades) {
    return grades.reduce(AccessGrade.NONE, AccessGrade::or);
  }

  /** What the first word of an action's name tells. */
  private record Verb(String start, AccessGrade grade) {

    private static final List<Verb> VERBS =
        List.of(
            new Verb("describe", AccessGrade.METADATA),
            new Verb("list", AccessGrade.LIST),
            new Verb("search", AccessGrade.LIST),
            new Verb("get", AccessGrade.READ),
            new Verb("batchget", AccessGrade.READ),
            new Verb("receive", AccessGrade.READ),
            new Verb("decrypt", AccessGrade.READ),
            new Verb("download", AccessGrade.READ),
            new Verb("query", AccessGrade.READ),
            new Verb("read", AccessGrade.READ),
            new Verb("scan", AccessGrade.READ),
            new Verb("select", AccessGrade.READ),
            new Verb("subscribe", AccessGrade.READ),
            new Verb("publish", AccessGrade.SEND),
            new Verb("send", AccessGrade.SEND));

    private static final List<String> ABOUT_PERMISSIONS =
        List.of("policy", "policies", "permission", "acl", "grant");

    static AccessGrade grade(String pattern) {
      String name = Wildcard.literalPrefix(pattern);
      return VERBS.stream()
          .filter(verb -> name.startsWith(verb.start))
          .findFirst()
          .map(Verb::grade)
          .orElseGet(() -> changing(name, !Wildcard.isLiteral(pattern)));
    }

    /** A change; with a wildcard the pattern may well reach the permissions. */
    private static AccessGrade changing(String name, boolean isOpen) {
      return isOpen || ABOUT_PERMISSIONS.stream().anyMatch(name::contains)
          ? AccessGrade.PERMISSIONS
          : AccessGrade.WRITE;
    }
  }
}
