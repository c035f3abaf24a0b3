package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Candidate;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.spring.Advice.Mapping;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Places;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes who was asked to answer one exception, for people who want to know why. */
final class Asked {
  private final Escape escape;
  private final List<Candidate> candidates = new ArrayList<>();

  Asked(Escape escape) {
    this.escape = escape;
  }

  /** A controller without handlers of its own is not worth a word. */
  void passedOver(Advice advice) {
    if (!advice.mappings().isEmpty()) {
      String reason = "handles neither " + simple(escape.type()) + " nor what is above it";
      candidates.add(
          new Candidate(simple(advice.type().name()), Places.of(advice.type()), false, reason));
    }
  }

  /**
   * The nearest handler of the first advice that has any was taken.
   *
   * @param link the exception, or the cause of it that is handled
   */
  @SuppressWarnings("ReferenceEquality" /* that link of the chain */)
  List<Outcome> took(Advice advice, Mapping mapping, Escape link, List<Outcome> outcomes) {
    String handled = mapping.exception();
    String reason = "handles " + simple(handled);
    if (!handled.equals(link.type())) {
      reason += ", the nearest it handles above " + simple(link.type());
    }
    if (link != escape) {
      reason += ", a cause of " + simple(escape.type());
    }
    add(advice, mapping, true, reason);
    return outcomes.stream().map(outcome -> outcome.after(candidates)).toList();
  }

  /** The handler itself fails or writes nothing: Spring goes on with the exception. */
  void failed(Advice advice, Mapping mapping) {
    String reason = "handles " + simple(mapping.exception()) + ", but throws or writes no answer";
    add(advice, mapping, false, reason);
  }

  /** Who answers if no handler does. */
  List<Outcome> last(List<Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.after(with(last(outcome.boundary())))).toList();
  }

  private List<Candidate> with(Candidate last) {
    List<Candidate> all = new ArrayList<>(candidates);
    all.add(last);
    return all;
  }

  private static Candidate last(@Nullable Boundary boundary) {
    if (boundary == null) {
      return new Candidate("BasicErrorController", null, true, "answers what nothing else takes");
    }
    String reason =
        boundary.kind() == Boundary.Kind.DECLARED_STATUS
            ? "declares the status of the exception"
            : "answers what no handler takes";
    return new Candidate(boundary.name(), boundary.place(), true, reason);
  }

  private void add(Advice advice, Mapping mapping, boolean taken, String reason) {
    MethodSymbol method = mapping.method();
    String type = simple(advice.type().name());
    candidates.add(
        method == null
            ? new Candidate(type, Places.of(advice.type()), taken, reason)
            : new Candidate(type + "#" + method.name(), Places.of(method), taken, reason));
  }

  private static String simple(String type) {
    return Names.simple(type);
  }
}
