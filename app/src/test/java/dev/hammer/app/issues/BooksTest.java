package dev.hammer.app.issues;

import static dev.hammer.app.Estate.DATA;
import static dev.hammer.app.Estate.MAIN;
import static dev.hammer.app.Estate.NORTH;
import static dev.hammer.app.Estate.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.app.scan.Ask;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.core.filter.FilterSubject;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.scan.SliceState;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksTest {
  @TempDir private Path folder;
  private final Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);

  @BeforeEach
  void open() {
    office = new Office(folder, estate);
    estate.plainBucket(MAIN, "logs").openQueue(DATA, WEST, "orders").openQueue(DATA, NORTH, "jobs");
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void booksWithoutAScanAreEmptyAndCoverNothing() {
    Books books = office.books();

    assertThat(books.isEmpty()).isTrue();
    assertThat(books.latest()).isEmpty();
    assertThat(books.coverage().percent()).isZero();
    assertThat(books.coverage().isFull()).isFalse();
  }

  @Test
  void coverageIsThatOfTheWholeScopeAsOldAsItsOldestLook() {
    office.scan(ScanRequest.WHOLE);
    Instant first = office.clock().instant();
    office.scan(Ask.whole().services("sqs").request());

    assertThat(office.books().coverage().isFull()).isTrue();
    assertThat(office.books().coverage().units()).isEqualTo(6);
    assertThat(office.books().coverage().asOf()).contains(first);
    assertThat(office.books().coverage().judged()).isEqualTo(4);
  }

  @Test
  void narrowedScanAfterAnIncompleteOneDoesNotHideWhatIsMissing() {
    estate.stub().faults().add(Fault.always("s3", "ListBuckets", FaultAnswer.denied()));
    office.scan(ScanRequest.WHOLE);

    office.scan(Ask.whole().services("sqs").request());

    assertThat(office.books().coverage().complete()).isEqualTo(4);
    assertThat(office.books().coverage().failed()).isEqualTo(2);
  }

  @Test
  void latestScanIsThatOfTheWholeScope() {
    ScanReport whole = office.scan(ScanRequest.WHOLE);
    office.scan(Ask.whole().services("sqs").request());

    assertThat(office.books().latest()).contains(whole.scan());
  }

  @Test
  void withoutAWholeScanTheLatestOfAnyCounts() {
    office.scan(Ask.whole().services("s3").request());
    ScanReport second = office.scan(Ask.whole().services("sqs").request());

    assertThat(office.books().latest()).contains(second.scan());
  }

  @Test
  void issueIsOfTheLatestScanIfSomethingHappenedToItInItOrAfter() {
    office.scan(ScanRequest.WHOLE);
    estate.plainBucket(DATA, "exports");
    office.scan(ScanRequest.WHOLE);
    estate.plainBucket(DATA, "backup");
    office.scan(Ask.whole().services("s3").request());

    assertThat(office.books().isLatest(office.issue("logs"))).isFalse();
    assertThat(office.books().isLatest(office.issue("exports"))).isTrue();
    assertThat(office.books().isLatest(office.issue("backup"))).isTrue();
  }

  @Test
  void issueIsVerifiedWhileItsOwnLastLookWasDecided() {
    office.scan(ScanRequest.WHOLE);
    estate
        .stub()
        .faults()
        .add(Fault.always("sqs", "GetQueueAttributes", FaultAnswer.denied()).inRegion(WEST));
    office.scan(ScanRequest.WHOLE);

    assertThat(isVerified("orders")).isFalse();
    assertThat(isVerified("jobs")).isTrue();
    assertThat(isVerified("logs")).isTrue();
    estate.stub().faults().clear();
    office.scan(Ask.whole().services("sqs").request());
    assertThat(isVerified("orders")).isTrue();
  }

  @Test
  void accountThatLeftTheScopeIsUnverifiedAndNoPartOfTheCoverage() {
    office.scan(ScanRequest.WHOLE);
    office.configure("aws: {accounts: {\"123456789012\": main}}\n");

    assertThat(isVerified("orders")).isFalse();
    assertThat(isVerified("logs")).isTrue();
    assertThat(office.books().coverage().units()).isEqualTo(3);
    assertThat(office.books().openLook(office.issue("orders"))).isEmpty();
  }

  @Test
  void regionThatLeftTheScopeIsUnverifiedAndNoPartOfTheCoverage() {
    office.scan(ScanRequest.WHOLE);
    office.configure(Office.TWO_ACCOUNTS + "  regions: [eu-west-1]\n");

    assertThat(isVerified("jobs")).isFalse();
    assertThat(isVerified("orders")).isTrue();
    assertThat(isVerified("logs")).isTrue();
    assertThat(office.books().coverage().units()).isEqualTo(4);
  }

  @Test
  void checkThatLeftTheScopeIsUnverifiedAndNoPartOfTheCoverage() {
    office.scan(ScanRequest.WHOLE);
    office.configure(Office.TWO_ACCOUNTS + "sqs_public_access: {enabled: false}\n");

    assertThat(isVerified("orders")).isFalse();
    assertThat(isVerified("logs")).isTrue();
    assertThat(office.books().slices())
        .extracting(state -> state.slice().check())
        .containsOnly("s3_bucket_policy", "s3_encryption");
  }

  @Test
  void accountThatACheckIgnoresIsOutOfItsScopeOnly() {
    office.scan(ScanRequest.WHOLE);
    office.configure(
        Office.TWO_ACCOUNTS + "sqs_public_access: {ignore_accounts: [\"222222222222\"]}\n");

    assertThat(isVerified("orders")).isFalse();
    assertThat(office.books().slices())
        .extracting(SliceState::slice)
        .noneMatch(s -> s.check().equals("sqs_public_access") && s.account().equals(DATA))
        .anyMatch(s -> s.check().equals("s3_encryption") && s.account().equals(DATA));
  }

  @Test
  void whatComesBackIntoTheScopeIsAsItWas() {
    office.scan(ScanRequest.WHOLE);
    office.configure("aws: {accounts: {\"123456789012\": main}}\n");
    office.scan(ScanRequest.WHOLE);
    office.configure(Office.TWO_ACCOUNTS);

    assertThat(isVerified("orders")).isTrue();
    assertThat(office.books().coverage().isFull()).isTrue();
  }

  @Test
  void subjectKnowsWhatAFilterMayAsk() {
    office.scan(ScanRequest.WHOLE);
    Issue orders = office.issue("orders");

    assertThat(office.books().subject(orders))
        .isEqualTo(new FilterSubject(orders, "data", "sqs", true, true, office.clock().instant()));
  }

  private boolean isVerified(String resource) {
    return office.books().isVerified(office.issue(resource));
  }
}
