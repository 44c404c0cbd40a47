package dev.hammer.testing.stub;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts the answers of list calls into pages. The rule is one per protocol, not one per operation:
 * ask for the whole answer, find its one list, keep a part, write a token of our own.
 */
final class Pages {
  /** Reads with a list that AWS never pages. */
  private static final Set<String> NEVER_PAGED =
      Set.of(
          "cloudtrail:DescribeTrails",
          "cloudtrail:GetEventSelectors",
          "cloudtrail:GetTrailStatus",
          "ec2:DescribeAccountAttributes",
          "ec2:DescribeAddresses",
          "ec2:DescribeAvailabilityZones",
          "ec2:DescribeImageAttribute",
          "ec2:DescribeKeyPairs",
          "ec2:DescribeRegions",
          "ec2:DescribeSnapshotAttribute",
          "rds:DescribeDBClusterSnapshotAttributes",
          "rds:DescribeDBSnapshotAttributes",
          "rds:ListTagsForResource");

  /** EC2 refuses a page size beside ids for these, see the MaxResults parameter of each. */
  private static final Set<String> SIZE_OR_IDS =
      Set.of(
          "DescribeInstances", "DescribeNetworkInterfaces", "DescribeSnapshots", "DescribeVolumes");

  private static final Pattern IDS = Pattern.compile("[A-Za-z]+Id\\.\\d+");

  private volatile Paging paging = Paging.whole();

  void cut(Paging wanted) {
    paging = wanted;
  }

  /** The page the request asks for, the first where it carries no token of ours. */
  int pageOf(Question question) {
    return token(question)
        .flatMap(text -> PageToken.read(text, question.target()))
        .orElse(PageToken.first())
        .page();
  }

  WireReply answer(Question question) {
    if (paging.isWhole() || !isPaged(question.target())) {
      return question.truth();
    }
    Optional<WireReply> refusal = refusal(question);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (hasIds(question) && size(question).isEmpty()) {
      return question.truth();
    }
    PageNames names = names(question);
    WireReply whole =
        question.with(question.protocol().without(question.request(), names.inRequest())).truth();
    if (!whole.isSuccess()) {
      return whole;
    }
    return question
        .protocol()
        .list(whole.body().text(), names)
        .map(list -> whole.withBody(Body.of(page(list, question))))
        .orElse(whole);
  }

  private String page(AnswerList list, Question question) {
    Optional<PageToken> asked =
        token(question).flatMap(text -> PageToken.read(text, question.target()));
    PageToken here = asked.orElse(PageToken.first());
    boolean empty = paging.emptyFirst() && asked.isEmpty();
    int from = Math.min(here.offset(), list.size());
    int to = empty ? from : Math.min(list.size(), from + limit(question));
    Optional<String> next =
        to == list.size()
            ? Optional.empty()
            : Optional.of(next(to, here, empty).written(question.target()));
    boolean silent =
        PageNames.tokenNeedsSize(question.target().service()) && size(question).isEmpty();
    return list.keep(from, to, silent ? Optional.empty() : next);
  }

  private PageToken next(int to, PageToken here, boolean empty) {
    return new PageToken(paging.repeating() && !empty ? to - 1 : to, here.page() + 1);
  }

  private int limit(Question question) {
    return size(question).map(size -> Math.min(size, paging.size())).orElse(paging.size());
  }

  private static Optional<WireReply> refusal(Question question) {
    Target target = question.target();
    if (target.service().equals("ec2")
        && SIZE_OR_IDS.contains(target.operation())
        && hasIds(question)
        && size(question).isPresent()) {
      return Optional.of(
          question.error(
              400,
              "InvalidParameterCombination",
              "The parameter MaxResults cannot be used together with ids"));
    }
    return token(question)
        .filter(text -> PageToken.read(text, target).isEmpty())
        .map(
            _ ->
                question.error(
                    400, ErrorCodes.foreignToken(target.service()), "The token is not valid"));
  }

  private static boolean isPaged(Target target) {
    if (target.service().equals("s3")) {
      return target.operation().equals("ListBuckets"); // objects may be anything
    }
    return target.reads() && !NEVER_PAGED.contains(target.service() + ":" + target.operation());
  }

  private static boolean hasIds(Question question) {
    return question.target().service().equals("ec2")
        && Form.parse(question.request().body().text()).values().keySet().stream()
            .anyMatch(IDS.asMatchPredicate());
  }

  private static Optional<String> token(Question question) {
    return question
        .parameter(names(question).tokenIn())
        .filter(text -> !text.isEmpty() && !text.equals("null"));
  }

  private static Optional<Integer> size(Question question) {
    return question.parameter(names(question).sizeIn()).map(Integer::valueOf);
  }

  private static PageNames names(Question question) {
    return PageNames.of(question.target().service());
  }
}
