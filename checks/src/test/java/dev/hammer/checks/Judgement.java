package dev.hammer.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.scan.Judged;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a check said of a resource, and what a test demands of it. */
public final class Judgement {
  private final Verdict verdict;
  private final Optional<Judged> judged;
  private final List<String> read;

  /**
   * @param verdict as the check gave it
   * @param judged as the runner keeps it, if it violates: with tags and evidence
   * @param read names of the facets that were read for it, tags included
   */
  Judgement(Verdict verdict, Optional<Judged> judged, List<String> read) {
    this.verdict = verdict;
    this.judged = judged;
    this.read = List.copyOf(read);
  }

  static List<String> readOf(Snapshot snapshot) {
    return snapshot.facets().stream()
        .filter(facet -> facet.soFar().isPresent())
        .map(facet -> facet.name())
        .toList();
  }

  public Verdict verdict() {
    return verdict;
  }

  /** The violation as it is kept: details with tags, and what could not be read. */
  public Verdict.Violating violation() {
    return judged.map(Judged::verdict).orElseThrow(() -> notExpected("a violation"));
  }

  public Judgement isCompliant() {
    assertThat(verdict).isInstanceOf(Verdict.Compliant.class);
    return this;
  }

  /** Compliant, and the reason says so. */
  public Judgement isCompliant(String part) {
    isCompliant();
    assertThat(((Verdict.Compliant) verdict).why()).contains(part);
    return this;
  }

  /** Violating now, with nothing that neutralises it. */
  public Judgement violates(Severity severity) {
    assertThat(inWords()).isEqualTo(severity.word());
    return this;
  }

  /** Violating, but neutralised by another layer. */
  public Judgement isLatent(Severity severity) {
    assertThat(inWords()).isEqualTo(severity.word() + " latent");
    return this;
  }

  public Judgement isUnknown(ReadFailure.Kind kind) {
    if (!(verdict instanceof Verdict.Unknown(ReadFailure why))) {
      throw notExpected("unknown");
    }
    assertThat(why.kind()).isEqualTo(kind);
    return this;
  }

  public Judgement isUnknown(ReadFailure.Kind kind, ApiCall call) {
    isUnknown(kind);
    assertThat(((Verdict.Unknown) verdict).why().call()).isEqualTo(call);
    return this;
  }

  public Judgement saying(String summary) {
    assertThat(violation().summary()).isEqualTo(summary);
    return this;
  }

  public Judgement because(String part) {
    assertThat(violation().reason()).contains(part);
    return this;
  }

  public Judgement withDetail(String name, Value value) {
    assertThat(violation().details().get(name)).contains(value);
    return this;
  }

  public Judgement withDetail(String name, String text) {
    return withDetail(name, Value.text(text));
  }

  /** The calls of what graded the severity but could not be read, in order. */
  public Judgement without(ApiCall... calls) {
    assertThat(violation().contextUnread()).extracting(ReadFailure::call).containsExactly(calls);
    return this;
  }

  /** Exactly these facets were read, tags of what is reported included. */
  public Judgement reading(String... facets) {
    assertThat(read).containsExactlyInAnyOrder(facets);
    return this;
  }

  /** {@code compliant}, {@code unknown}, a severity, or a severity and {@code latent}. */
  public String inWords() {
    return switch (verdict) {
      case Verdict.Compliant _ -> "compliant";
      case Verdict.Unknown _ -> "unknown";
      case Verdict.Violating violating ->
          violating.severity().word() + (violating.latent() ? " latent" : "");
    };
  }

  private AssertionError notExpected(String wanted) {
    return new AssertionError("expected " + wanted + ", but was " + verdict);
  }

  @Override
  public String toString() {
    return inWords() + read.stream().collect(Collectors.joining(", ", " (read: ", ")"));
  }
}
