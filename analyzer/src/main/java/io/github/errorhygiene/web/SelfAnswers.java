package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.escape.Answers;
import io.github.errorhygiene.escape.Escape;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.escape.Summary;
import io.github.errorhygiene.escape.Value;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Classifier.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a handler answers by itself: successes, errors it decides on, and answers of its catch
 * clauses.
 */
final class SelfAnswers {
  private final Framework framework;
  private final Classifier classifier;

  SelfAnswers(Framework framework, Classifier classifier) {
    this.framework = framework;
    this.classifier = classifier;
  }

  /** Success statuses, and rows for the rest. */
  record Split(SortedSet<Integer> success, List<Failure> failures) {}

  Split split(Handler handler, Summary summary) {
    SortedSet<Integer> success = new TreeSet<>();
    List<Failure> failures = new ArrayList<>();
    for (Instance part : Parts.of(summary)) {
      for (int status : Parts.statuses(part, otherwise(part, handler))) {
        if (part.fields().containsKey(Answers.CAUGHT)) {
          failures.addAll(caught(handler, part, status));
        } else if (status >= 400) {
          failures.add(decided(handler, part, status));
        } else if (status > 0) {
          success.add(status);
        }
      }
    }
    return new Split(success, failures);
  }

  /** A view name may redirect (Spring's {@code redirect:} prefix). */
  private static int otherwise(Instance part, Handler handler) {
    Value body = part.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    boolean redirects = body.strings().stream().anyMatch(name -> name.startsWith("redirect:"));
    return redirects && (!handler.writesBody() || part.type().endsWith(".ModelAndView"))
        ? 302
        : handler.success();
  }

  private List<Failure> caught(Handler handler, Instance part, int status) {
    Value exception = part.fields().getOrDefault(Answers.CAUGHT, Value.NOTHING);
    List<Failure> rows = new ArrayList<>();
    for (Escape escape : exception.escapes()) {
      Kind kind = classifier.kind(escape, 0);
      Boundary boundary = Parts.clause(part, "on the way from " + handler.code().label());
      rows.add(
          new Failure(
              escape.type().replace('$', '.'),
              "",
              RaisedBy.APPLICATION,
              kind.mode(),
              escape.origin().place(),
              escape.cause(),
              boundary,
              answer(handler, part, status, Certainty.UNKNOWN),
              0,
              kind.fits(),
              kind.accepted(),
              Verdicts.of(status, kind, boundary),
              kind.known(),
              true,
              false,
              List.of()));
    }
    return rows;
  }

  /** An error status that the handler chose itself. */
  private Failure decided(Handler handler, Instance part, int status) {
    FailureMode mode = Classifier.claimed(status);
    return new Failure(
        "",
        "the handler answers " + status + " itself",
        RaisedBy.APPLICATION,
        mode,
        ContractBuilder.place(handler),
        Cause.UNKNOWN,
        new Boundary(
            Boundary.Kind.HANDLER, handler.code().label(), ContractBuilder.place(handler), ""),
        answer(handler, part, status, Certainty.UNKNOWN),
        status,
        status,
        List.of(),
        Failure.Verdict.RIGHT,
        true,
        true,
        false,
        List.of());
  }

  private Answer answer(Handler handler, Instance part, int status, Certainty logged) {
    return framework
        .reader(handler)
        .read(status, Value.of(part), Parts.body(part), handler.bodyType(), logged);
  }
}
