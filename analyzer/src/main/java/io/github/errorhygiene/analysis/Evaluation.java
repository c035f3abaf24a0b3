package io.github.errorhygiene.analysis;

import java.util.List;

/**
 * An evaluation.
 *
 * @param looked where it looked to find that out
 */
record Evaluation(Outcome outcome, Looked looked) {
  /** That of all parts of a source tree. */
  static Evaluation joined(List<Evaluation> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : new Evaluation(
            Outcome.joined(parts.stream().map(Evaluation::outcome).toList()),
            parts.stream().map(Evaluation::looked).reduce(Looked.NOWHERE, Looked::and));
  }

  /** The same with another outcome. */
  Evaluation with(Outcome other) {
    return new Evaluation(other, looked);
  }
}
