package dev.hammer.aws;

import dev.hammer.core.reading.UnreadableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A program of its own, for what only an environment can say: connects with a profile and a
 * configured home region, each {@code -} for none, and prints what it found out.
 */
final class Asking {
  private Asking() {}

  public static void main(String[] args) {
    AwsOptions options =
        new AwsOptions(
            given(args[0]),
            Optional.empty(),
            given(args[1]),
            Optional.empty(),
            Duration.ofSeconds(10));
    try (AwsConnection aws = new AwsConnection(options, InstantSource.system(), CallLog.NONE)) {
      System.out.println("home " + aws.homeRegion());
      aws.foreignEndpoint().ifPresent(uri -> System.out.println("endpoint " + uri));
      System.out.println("identity " + aws.identity().arn());
    } catch (UnreadableException unreadable) {
      var failure = unreadable.failure();
      System.out.println(
          "unreadable " + failure.kind() + " " + failure.code() + ": " + failure.detail());
    } catch (IllegalArgumentException refused) {
      System.out.println("refused " + refused.getMessage());
    }
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.equals("-"));
  }
}
