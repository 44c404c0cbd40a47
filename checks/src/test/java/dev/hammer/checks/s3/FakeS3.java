package dev.hammer.checks.s3;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Response;

/**
 * S3 as it lists and answers: pages in order, one answer or error code per operation, and a memory
 * of what was asked. Operations without an answer throw.
 */
final class FakeS3 implements S3Client {
  private final List<List<Bucket>> pages = new ArrayList<>();
  private final Map<Class<?>, S3Response> answers = new HashMap<>();
  private final Map<Class<?>, String> errors = new HashMap<>();
  private final List<ListBucketsRequest> listings = new ArrayList<>();
  private final List<String> bucketOwners = new ArrayList<>();

  FakeS3 page(Bucket... buckets) {
    pages.add(List.of(buckets));
    return this;
  }

  FakeS3 answering(S3Response answer) {
    answers.put(answer.getClass(), answer);
    return this;
  }

  FakeS3 failing(Class<? extends S3Response> answer, String code) {
    errors.put(answer, code);
    return this;
  }

  List<ListBucketsRequest> listings() {
    return listings;
  }

  /** The account each request about a bucket expects to own it. */
  List<String> bucketOwners() {
    return bucketOwners;
  }

  @Override
  public ListBucketsResponse listBuckets(ListBucketsRequest request) {
    listings.add(request);
    int page = Optional.ofNullable(request.continuationToken()).map(Integer::valueOf).orElse(0);
    boolean last = page + 1 >= pages.size();
    return ListBucketsResponse.builder()
        .buckets(pages.isEmpty() ? List.of() : pages.get(page))
        .owner(owner -> owner.displayName("platform"))
        .continuationToken(last ? null : Integer.toString(page + 1))
        .build();
  }

  @Override
  public GetBucketAclResponse getBucketAcl(GetBucketAclRequest request) {
    return answer(GetBucketAclResponse.class, request.expectedBucketOwner());
  }

  @Override
  public GetBucketOwnershipControlsResponse getBucketOwnershipControls(
      GetBucketOwnershipControlsRequest request) {
    return answer(GetBucketOwnershipControlsResponse.class, request.expectedBucketOwner());
  }

  @Override
  public GetBucketPolicyResponse getBucketPolicy(GetBucketPolicyRequest request) {
    return answer(GetBucketPolicyResponse.class, request.expectedBucketOwner());
  }

  @Override
  public GetBucketPolicyStatusResponse getBucketPolicyStatus(GetBucketPolicyStatusRequest request) {
    return answer(GetBucketPolicyStatusResponse.class, request.expectedBucketOwner());
  }

  @Override
  public GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest request) {
    return answer(GetBucketEncryptionResponse.class, request.expectedBucketOwner());
  }

  @Override
  public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
    return answer(GetPublicAccessBlockResponse.class, request.expectedBucketOwner());
  }

  @Override
  public GetBucketTaggingResponse getBucketTagging(GetBucketTaggingRequest request) {
    return answer(GetBucketTaggingResponse.class, request.expectedBucketOwner());
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {}

  private <T extends S3Response> T answer(Class<T> type, String expectedOwner) {
    bucketOwners.add(expectedOwner);
    String code = errors.get(type);
    if (code != null) {
      throw S3Exception.builder()
          .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
          .statusCode(code.equals("AccessDenied") ? 403 : 404)
          .build();
    }
    return Optional.ofNullable(answers.get(type))
        .map(type::cast)
        .orElseThrow(() -> new UnsupportedOperationException(type.getSimpleName()));
  }
}
