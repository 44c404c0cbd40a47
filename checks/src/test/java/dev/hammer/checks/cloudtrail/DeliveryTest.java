package dev.hammer.checks.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.TestScope;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
  private static Delivery delivery(
      @Nullable String error, @Nullable String attempted, @Nullable String delivered) {
    return new Delivery(
        Optional.ofNullable(error),
        Optional.ofNullable(attempted).map(Duration::parse).map(Trails::ago),
        Optional.ofNullable(delivered).map(Duration::parse).map(Trails::ago));
  }

  @ParameterizedTest
  @CsvSource({
    // error, tried so long ago, delivered so long ago, stands
    "AccessDenied,,,       true",
    "AccessDenied, PT5M,,   true",
    "AccessDenied, PT5M, PT6M, true",
    "AccessDenied, PT5M, PT5M, false",
    "AccessDenied, PT5M, PT4M, false",
    "AccessDenied, P9D, P8D, false",
    "AccessDenied,, PT59M, false",
    "AccessDenied,, PT60M, false",
    "AccessDenied,, PT61M, true",
    "' ',,,                false",
    ", PT5M, PT6M,         false"
  })
  void anErrorStandsUntilSomethingWasDelivered(
      @Nullable String error,
      @Nullable String attempted,
      @Nullable String delivered,
      boolean stands) {
    assertThat(delivery(error, attempted, delivered).standingError(TestScope.NOW).isPresent())
        .isEqualTo(stands);
  }

  @Test
  void theErrorIsToldInTheWordsOfAws() {
    assertThat(delivery("NoSuchBucket", null, null).standingError(TestScope.NOW))
        .contains("NoSuchBucket");
  }
}
