package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ApiCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskTest {
  private static final ApiCall PLAIN = ApiCall.of("s3", "GetBucketAcl");
  private static final ApiCall PACED = ApiCall.of("cloudtrail", "GetTrailStatus");
  private static final long REMEMBERED = Duration.ofSeconds(30).toNanos();

  private final Desk desk = new Desk(Budget.THIRD, 64, 8);
  private final List<Turn> going = new ArrayList<>();

  @Test
  void accountsTakeTurnsHoweverManyCallsOneHas() {
    List<Turn> blocking = fill("0");
    List<Turn> big = new ArrayList<>();
    for (int region = 0; region < 10; region++) {
      for (int i = 0; i < 8; i++) {
        big.add(arrive("big", "r" + region, PLAIN));
      }
    }
    Turn small = arrive("small", "r1", PLAIN);
    Turn tiny = arrive("tiny", "r1", PLAIN);
    going.clear();
    for (int i = 0; i < 4; i++) {
      desk.end(blocking.get(i));
      desk.admit(0);
    }
    assertThat(going).containsExactly(big.get(0), small, tiny, big.get(1));
  }

  @Test
  void withinAnAccountWhoCameFirstGoesFirst() {
    List<Turn> blocking = fill("0");
    List<Turn> came = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      came.add(arrive("a", "r" + i % 3, PLAIN));
    }
    going.clear();
    for (int i = 0; i < 6; i++) {
      desk.end(blocking.get(i));
      desk.admit(0);
    }
    assertThat(going).isEqualTo(came);
  }

  @Test
  void whoWaitsForATokenHoldsNoPlaceAndNoRoomOfItsService() {
    for (int i = 0; i < 100; i++) {
      arrive("a", "r", PACED);
    }
    desk.admit(0);
    assertThat(going).hasSize(8);
    going.forEach(desk::end);
    desk.admit(0);
    assertThat(going).hasSize(8);
    going.clear();
    for (int region = 0; region < 8; region++) {
      for (int i = 0; i < 8; i++) {
        arrive("b", "r" + region, PLAIN);
      }
    }
    arrive("a", "r", ApiCall.of("cloudtrail", "CreateTrail"));
    desk.admit(0);
    assertThat(going).hasSize(64);
    assertThat(going).anyMatch(turn -> turn.line().account().equals("a"));
  }

  @Test
  void nextTokenIsAnnouncedToTheMoment() {
    for (int i = 0; i < 9; i++) {
      arrive("a", "r", PACED);
    }
    desk.admit(0);
    going.forEach(desk::end);
    long next = desk.nextAdmission(0).orElseThrow();
    assertThat(next).isBetween(299_000_000L, 300_000_001L);
    going.clear();
    desk.admit(next - 1_000_000);
    assertThat(going).isEmpty();
    desk.admit(next);
    assertThat(going).singleElement().matches(turn -> turn.waited() == next);
    assertThat(desk.nextAdmission(next)).isEmpty();
  }

  @Test
  void pausingCallGivesItsPlaceToOthersAndComesBackBeforeThem() {
    List<Turn> blocking = fill("0");
    Turn waiting = arrive("a", "r", PLAIN);
    desk.pause(blocking.getFirst());
    desk.admit(0);
    assertThat(going).last().isEqualTo(waiting);
    Turn later = arrive("0", "r0", PLAIN);
    desk.comeBack(blocking.getFirst(), 1);
    desk.admit(1);
    assertThat(blocking.getFirst().state()).isEqualTo(Turn.State.WAITING);
    desk.end(waiting);
    desk.admit(2);
    assertThat(blocking.getFirst().state()).isEqualTo(Turn.State.GOING);
    assertThat(later.state()).isEqualTo(Turn.State.WAITING);
  }

  /** Else a service that throttles would be asked by more and more who pause. */
  @Test
  void pausingCallKeepsItsRoomInItsService() {
    List<Turn> eight = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      eight.add(arrive("a", "r", PLAIN));
    }
    desk.admit(0);
    eight.subList(0, 8).forEach(desk::pause);
    desk.admit(0);
    assertThat(eight.getLast().state()).isEqualTo(Turn.State.WAITING);
    desk.end(eight.getFirst());
    desk.admit(0);
    assertThat(eight.getLast().state()).isEqualTo(Turn.State.GOING);
  }

  @Test
  void forcedCallGoesAndTheNextOnesWaitForItsToken() {
    for (int i = 0; i < 8; i++) {
      arrive("a", "r", PACED);
    }
    desk.admit(0);
    going.forEach(desk::end);
    Turn forced = arrive("a", "r", PACED);
    desk.admit(0);
    desk.force(forced, 0);
    assertThat(forced.state()).isEqualTo(Turn.State.GOING);
    arrive("a", "r", PACED);
    assertThat(desk.nextAdmission(0).orElseThrow()).isBetween(599_000_000L, 600_000_001L);
  }

  @Test
  void whoGivesUpWaitingLeavesNothingBehind() {
    List<Turn> blocking = fill("0");
    Turn gone = arrive("a", "r", PLAIN);
    Turn next = arrive("a", "r", PLAIN);
    desk.end(gone);
    desk.end(gone);
    desk.end(blocking.getFirst());
    desk.admit(0);
    assertThat(gone.state()).isEqualTo(Turn.State.OVER);
    assertThat(next.state()).isEqualTo(Turn.State.GOING);
  }

  @Test
  void leftAccountsAreForgottenALittleLaterAndOthersAreNot() {
    desk.line("left", "r", PACED, 0);
    desk.line("left", "r2", PLAIN, 0);
    desk.line("kept", "r", PACED, 0);
    desk.forget("left", 0);
    desk.forget("other", REMEMBERED - 1);
    assertThat(desk.size()).isEqualTo(3);
    desk.forget("other", REMEMBERED);
    assertThat(desk.size()).isEqualTo(1);
  }

  @Test
  void accountThatComesBackAtOnceHasNoNewBurst() {
    for (int i = 0; i < 8; i++) {
      arrive("a", "r", PACED);
    }
    desk.admit(0);
    going.forEach(desk::end);
    desk.forget("a", 0);
    Line line = desk.line("a", "r", PACED, 1);
    assertThat(line.tempo().readyAt(1)).isGreaterThan(1);
    desk.forget("other", 2 * REMEMBERED);
    assertThat(desk.line("a", "r", PACED, 2 * REMEMBERED)).isSameAs(line);
  }

  @Test
  void accountWithCallsUnderWayIsNotForgotten() {
    Turn slow = arrive("a", "r", PLAIN);
    desk.admit(0);
    desk.forget("a", 0);
    desk.forget("other", REMEMBERED);
    assertThat(desk.size()).isEqualTo(1);
    desk.end(slow);
    desk.forget("a", REMEMBERED);
    desk.forget("other", 2 * REMEMBERED);
    assertThat(desk.size()).isZero();
  }

  /** Takes every place there is. */
  private List<Turn> fill(String account) {
    for (int region = 0; region < 8; region++) {
      for (int i = 0; i < 8; i++) {
        arrive(account, "r" + region, PLAIN);
      }
    }
    desk.admit(0);
    assertThat(going).hasSize(64);
    return List.copyOf(going);
  }

  private Turn arrive(String account, String region, ApiCall call) {
    return desk.arrive(desk.line(account, region, call, 0), 0, going::add);
  }
}
