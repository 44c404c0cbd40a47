package dev.hammer.checks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CheckTesterTest {
  private static final ApiCall LIST = ApiCall.of("box", "ListBoxes");
  private static final ApiCall LID = ApiCall.of("box", "GetLid");
  private static final ApiCall GUARD = ApiCall.of("box", "GetGuard");
  private static final ApiCall TAGS = ApiCall.of("box", "ListTags");

  private static CheckTester<Box> tester(CheckInfo info, Function<Box, Verdict> judge) {
    ReaderType<Box> reader =
        new ReaderType<>(
            "AWS::Box::Box",
            "box",
            Scope.GLOBAL,
            LIST,
            (_, _) -> {
              throw new AssertionError("the tester reads nothing");
            });
    return CheckTester.of(new CheckType<>(info, reader, _ -> new Judging(info, judge)));
  }

  private static CheckInfo info() {
    return CheckInfo.of("open_box", "Open box", Severity.HIGH, "box", "AWS::Box::Box")
        .decidedBy(LIST, LID)
        .explainedBy(GUARD, TAGS);
  }

  private static Verdict open(Value.Fields details) {
    return Verdict.violating(Severity.HIGH, "open", "it is", details);
  }

  private static Verdict careful(Box box) {
    if (!box.lid().get()) {
      return Verdict.compliant("closed");
    }
    box.guard().reading();
    return open(Value.Fields.NONE);
  }

  @Test
  void aCheckThatKeepsItsWordPasses() {
    CheckTester<Box> check = tester(info(), CheckTesterTest::careful);

    check
        .judging(Box.of(true, Facets.readable()))
        .violates(Severity.HIGH)
        .reading("lid", "guard", "tags");
    check.judging(Box.of(false, Facets.readable())).isCompliant("closed").reading("lid");
    check.judging(Box.of(true, Facets.refusing("lid"))).isUnknown(ReadFailure.Kind.DENIED, LID);
    check.deniedTable(
        facets -> Box.of(true, facets), Map.of("lid", "unknown", "guard", "high", "tags", "high"));
  }

  @Test
  void anUndeclaredFacetIsFound() {
    CheckInfo silent = info().explainedBy(TAGS);

    assertThatThrownBy(
            () -> tester(silent, CheckTesterTest::careful).judging(Box.of(true, Facets.readable())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("open_box read facet guard without declaring its calls");
  }

  @Test
  void undeclaredTagsAreFound() {
    CheckInfo silent = info().explainedBy(GUARD);

    assertThatThrownBy(
            () -> tester(silent, CheckTesterTest::careful).judging(Box.of(true, Facets.readable())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("facet tags");
  }

  @Test
  void aDecidingFacetThatWasOnlyGlancedAtIsFound() {
    Function<Box, Verdict> careless =
        box ->
            box.lid().reading().known().orElse(false)
                ? open(Value.Fields.NONE)
                : Verdict.compliant("closed, or so");

    assertThatThrownBy(() -> tester(info(), careless).judging(Box.of(true, Facets.refusing("lid"))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("open_box decides by lid, which was denied");
  }

  @Test
  void anExplainingFacetThatDecidesIsFound() {
    Function<Box, Verdict> strict =
        box ->
            box.lid().get() && !box.guard().get()
                ? open(Value.Fields.NONE)
                : Verdict.compliant("guarded");

    assertThatThrownBy(() -> tester(info(), strict).judging(Box.of(true, Facets.refusing("guard"))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("open_box only explains by guard, which was denied");
  }

  @Test
  void aDefectIsNoAnswer() {
    Function<Box, Verdict> broken =
        _ -> {
          throw new IllegalStateException("oops");
        };

    assertThatThrownBy(() -> tester(info(), broken).judging(Box.of(true, Facets.readable())))
        .isInstanceOf(AssertionError.class)
        .hasRootCauseMessage("oops");
  }

  @Test
  void aTableWithAHoleFails() {
    CheckTester<Box> check = tester(info(), CheckTesterTest::careful);

    assertThatThrownBy(
            () ->
                check.deniedTable(
                    facets -> Box.of(true, facets), Map.of("lid", "unknown", "guard", "high")))
        .isInstanceOf(AssertionError.class);
  }

  private record Judging(CheckInfo info, Function<Box, Verdict> judge) implements Check<Box> {
    @Override
    public Verdict judge(Box box) {
      return judge.apply(box);
    }
  }

  private record Box(Facet<Boolean> lid, Facet<Boolean> guard, Facet<Tags> tags)
      implements Snapshot {
    static Box of(boolean open, Facets facets) {
      return new Box(
          facets.of("lid", List.of(LID), open, Value::of),
          facets.of("guard", List.of(GUARD), false, Value::of),
          facets.of("tags", List.of(TAGS), Tags.NONE, Tags::toValue));
    }

    @Override
    public ResourceRef ref() {
      return ResourceRef.of("AWS::Box::Box", "box", TestScope.ACCOUNT, Region.GLOBAL);
    }

    @Override
    public Instant readAt() {
      return TestScope.NOW;
    }

    @Override
    public Value.Fields listed() {
      return Value.Fields.NONE;
    }

    @Override
    public List<Facet<?>> facets() {
      return List.of(lid, guard, tags);
    }
  }
}
