package dev.hammer.testing.stub;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The operations of S3 and S3 Control, which only method, path and query tell apart. */
final class S3Operations {
  static final String CONTROL = "/v20180820/";

  private static final Map<String, String> BUCKET_PARTS = bucketParts();

  private S3Operations() {}

  static String operation(WireRequest request) {
    String path = request.path().substring(1);
    Form query = Form.parse(request.query());
    if (path.isEmpty()) {
      return "ListBuckets";
    }
    boolean bucket = path.indexOf('/') < 0 || path.indexOf('/') == path.length() - 1;
    return bucket ? bucket(request.method(), query) : object(request.method(), query);
  }

  static String controlOperation(WireRequest request) {
    String path = request.path().substring(CONTROL.length());
    return switch (path) {
      case "configuration/publicAccessBlock" -> verb(request.method()) + "PublicAccessBlock";
      case "accesspoint" -> "ListAccessPoints";
      default -> request.method() + " " + request.path();
    };
  }

  private static String bucket(String method, Form query) {
    for (Map.Entry<String, String> part : BUCKET_PARTS.entrySet()) {
      if (query.has(part.getKey())) {
        return verb(method) + part.getValue();
      }
    }
    return switch (method) {
      case "GET" -> listing(query);
      case "HEAD" -> "HeadBucket";
      case "PUT" -> "CreateBucket";
      case "DELETE" -> "DeleteBucket";
      default -> query.has("delete") ? "DeleteObjects" : method + " bucket";
    };
  }

  private static String listing(Form query) {
    if (query.has("versions")) {
      return "ListObjectVersions";
    }
    return query.has("list-type") ? "ListObjectsV2" : "ListObjects";
  }

  private static String object(String method, Form query) {
    if (query.has("acl")) {
      return verb(method) + "ObjectAcl";
    }
    return verb(method) + (query.has("tagging") ? "ObjectTagging" : "Object");
  }

  private static String verb(String method) {
    return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> bucketParts() {
    var parts = new LinkedHashMap<String, String>();
    parts.put("acl", "BucketAcl");
    parts.put("policyStatus", "BucketPolicyStatus");
    parts.put("policy", "BucketPolicy");
    parts.put("encryption", "BucketEncryption");
    parts.put("publicAccessBlock", "PublicAccessBlock");
    parts.put("ownershipControls", "BucketOwnershipControls");
    parts.put("tagging", "BucketTagging");
    parts.put("versioning", "BucketVersioning");
    parts.put("location", "BucketLocation");
    parts.put("logging", "BucketLogging");
    parts.put("website", "BucketWebsite");
    parts.put("lifecycle", "BucketLifecycleConfiguration");
    parts.put("cors", "BucketCors");
    parts.put("replication", "BucketReplication");
    parts.put("notification", "BucketNotificationConfiguration");
    return parts;
  }
}
