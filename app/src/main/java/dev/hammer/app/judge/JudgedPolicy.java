package dev.hammer.app.judge;

import dev.hammer.policy.Exposure;
import dev.hammer.policy.ResourceKind;
import java.util.List;

/**
 * A policy and whom it lets in.
 *
 * @param kind what it was taken to hang on
 * @param notes what was odd about it, one sentence each
 */
public record JudgedPolicy(ResourceKind kind, Exposure exposure, List<String> notes) {
  public JudgedPolicy {
    notes = List.copyOf(notes);
  }
}
