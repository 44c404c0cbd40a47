package dev.hammer.checks.sqs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS as it lists and answers: pages in order, policies by URL, and a memory of what was asked. */
final class FakeSqs implements SqsClient {
  private final List<List<String>> pages = new ArrayList<>();
  private final Map<String, String> policies = new HashMap<>();
  private final List<ListQueuesRequest> listings = new ArrayList<>();
  private final List<GetQueueAttributesRequest> asked = new ArrayList<>();

  FakeSqs page(String... urls) {
    pages.add(List.of(urls));
    return this;
  }

  FakeSqs policy(String url, String text) {
    policies.put(url, text);
    return this;
  }

  List<ListQueuesRequest> listings() {
    return listings;
  }

  List<GetQueueAttributesRequest> asked() {
    return asked;
  }

  @Override
  public ListQueuesResponse listQueues(ListQueuesRequest request) {
    listings.add(request);
    int page = Optional.ofNullable(request.nextToken()).map(Integer::valueOf).orElse(0);
    boolean last = page + 1 >= pages.size();
    return ListQueuesResponse.builder()
        .queueUrls(pages.get(page))
        .nextToken(last ? null : Integer.toString(page + 1))
        .build();
  }

  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    asked.add(request);
    return Optional.ofNullable(policies.get(request.queueUrl()))
        .map(
            text ->
                GetQueueAttributesResponse.builder()
                    .attributes(Map.of(QueueAttributeName.POLICY, text))
                    .build())
        .orElseGet(() -> GetQueueAttributesResponse.builder().build());
  }

  @Override
  public ListQueueTagsResponse listQueueTags(ListQueueTagsRequest request) {
    return ListQueueTagsResponse.builder().tags(Map.of("queue", request.queueUrl())).build();
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}
}
