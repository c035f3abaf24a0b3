package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Candidate;
import io.github.errorhygiene.contract.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a failure, and how.
 *
 * @param boundary null: the framework's default
 * @param declaredStatus the status that the exception asks for by itself; 0 if none
 * @param steps what happens between the exception and the answer, for the trace
 * @param candidates the boundaries that were asked, in order; empty where it is not told
 */
public record Outcome(
    @Nullable Boundary boundary,
    Answer answer,
    int declaredStatus,
    List<Step> steps,
    List<Candidate> candidates) {
  public Outcome {
    steps = List.copyOf(steps);
    candidates = List.copyOf(candidates);
  }

  public Outcome(@Nullable Boundary boundary, Answer answer, int declaredStatus, List<Step> steps) {
    this(boundary, answer, declaredStatus, steps, List.of());
  }

  /** The same with another answer. */
  public Outcome with(Answer other) {
    return new Outcome(boundary, other, declaredStatus, steps, candidates);
  }

  /** The same, for an exception that asks for a status; 0 if it asks for none. */
  public Outcome declaring(int status) {
    return new Outcome(boundary, answer, status, steps, candidates);
  }

  /** The same, with the boundaries that were asked. */
  public Outcome after(List<Candidate> asked) {
    return new Outcome(boundary, answer, declaredStatus, steps, asked);
  }
}
