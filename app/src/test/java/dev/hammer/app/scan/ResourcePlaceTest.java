package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.TempStore;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcePlaceTest {
  @RegisterExtension private final TempStore temp = new TempStore();

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sqs:eu-west-1:111111111111:orders, sqs, 111111111111, eu-west-1",
    "arn:aws-cn:sqs:cn-north-1:111111111111:orders, sqs, 111111111111, cn-north-1",
    "arn:aws:ec2:eu-west-1:111111111111:security-group/sg-1, ec2, 111111111111, eu-west-1",
    "arn:aws:ec2:eu-west-1::snapshot/snap-1, ec2, , eu-west-1",
    "arn:aws:s3:::logs, s3, , ",
    "arn:aws:s3:eu-west-1:111111111111:accesspoint/x, s3, 111111111111, ",
    "arn:aws:iam::111111111111:user/lea, iam, 111111111111, ",
  })
  void arnSaysWhereToLook(
      String arn, String service, @Nullable String account, @Nullable String region) {
    assertThat(ResourcePlace.of(arn, temp.store()))
        .isEqualTo(
            new ResourcePlace(
                service,
                Optional.ofNullable(account).map(AccountId::of),
                Optional.ofNullable(region).map(Region::of)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arn:aws:lambda:eu-west-1:111111111111:function:f", "arn:::::"})
  void arnOfAServiceWithoutChecksIsAnError(String arn) {
    assertThatThrownBy(() -> ResourcePlace.of(arn, temp.store()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("no check looks at resources of")
        .extracting("remedy")
        .isEqualTo("Services: cloudtrail, ec2, iam, rds, s3, sqs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arn:aws:sqs: :111111111111:orders", "arn:aws:sqs::nobody:orders"})
  void oddArnIsLookedForEverywhere(String arn) {
    assertThat(ResourcePlace.of(arn, temp.store()).region()).isEmpty();
  }

  @Test
  void otherNamesAreThoseOfStoredIssues() {
    temp.insert(queue("111111111111", "eu-west-1"));

    assertThat(ResourcePlace.of("orders", temp.store()))
        .isEqualTo(
            new ResourcePlace(
                "sqs",
                Optional.of(AccountId.of("111111111111")),
                Optional.of(Region.of("eu-west-1"))));
  }

  @Test
  void bucketIsLookedForInItsAccountWhateverItsRegion() {
    temp.insert(IssueBuilder.issue("logs").build());
    temp.insert(IssueBuilder.issue("logs").check("s3_encryption").build());

    assertThat(ResourcePlace.of("logs", temp.store()))
        .isEqualTo(new ResourcePlace("s3", Optional.of(IssueBuilder.ACCOUNT), Optional.empty()));
  }

  @Test
  void nameInSeveralPlacesIsLookedForInAllOfThem() {
    temp.insert(queue("111111111111", "eu-west-1"));
    temp.insert(queue("222222222222", "eu-west-1"));

    assertThat(ResourcePlace.of("orders", temp.store()))
        .isEqualTo(new ResourcePlace("sqs", Optional.empty(), Optional.of(Region.of("eu-west-1"))));
  }

  @Test
  void nameOfResourcesOfTwoServicesIsAnError() {
    temp.insert(queue("111111111111", "eu-west-1"));
    temp.insert(IssueBuilder.issue("orders").build());

    assertThatThrownBy(() -> ResourcePlace.of("orders", temp.store()))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("\"orders\" is the name of resources of s3 and sqs");
  }

  @Test
  void nameNobodyKnowsIsAnErrorThatAsksForTheArn() {
    assertThatThrownBy(() -> ResourcePlace.of("nothing", temp.store()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("\"nothing\" is no ARN, and no issue is stored")
        .extracting("remedy")
        .isEqualTo("Give its ARN: arn:aws:<service>:<region>:<account>:<resource>");
  }

  @Test
  void issuesOfChecksThatAreNoMoreAreNoHelp() {
    temp.insert(IssueBuilder.issue("key").check("kms_keys_rotation").build());

    assertThatThrownBy(() -> ResourcePlace.of("key", temp.store()))
        .isInstanceOf(CommandFailure.class);
  }

  private static Issue queue(String account, String region) {
    return IssueBuilder.issue("https://sqs." + region + ".amazonaws.com/" + account + "/orders")
        .in(SliceBuilder.slice(account, region, "sqs_public_access"))
        .resource(resource -> resource.withAliases(List.of("orders")))
        .build();
  }
}
