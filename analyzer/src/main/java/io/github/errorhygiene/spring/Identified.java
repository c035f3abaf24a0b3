package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.escape.Escape;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.RequestFailure;
import java.util.List;
import java.util.SortedSet;

/**
 * One of Spring's stacks where several applications lie in one tree, and filters of only some of
 * them put a request id on every answer: each answer has it if its own application's do.
 *
 * @param stack reads answers as if no filter did
 */
record Identified(Framework stack, SpringFilters filters) implements Framework {
  @Override
  public String name() {
    return stack.name();
  }

  @Override
  public AnswerReader reader() {
    return stack.reader();
  }

  @Override
  public AnswerReader reader(Handler handler) {
    return stack.reader(handler).with(identified(handler));
  }

  @Override
  public SortedSet<Integer> statuses(Handler handler, Instance part) {
    return stack.statuses(handler, part);
  }

  @Override
  public String readsWhole(Handler handler) {
    return stack.readsWhole(handler);
  }

  @Override
  public List<Handler> handlers() {
    return stack.handlers();
  }

  @Override
  public List<Boundary> boundaries() {
    return stack.boundaries();
  }

  @Override
  public List<Outcome> outcomes(Handler handler, Escape escape) {
    Certainty id = identified(handler);
    return stack.outcomes(handler, escape).stream().map(outcome -> with(outcome, id)).toList();
  }

  /** Of a request without a handler nobody knows whose it is. */
  @Override
  public List<RequestFailure> requestFailures(List<Handler> handlers) {
    return stack.requestFailures(handlers).stream().map(this::identified).toList();
  }

  private RequestFailure identified(RequestFailure failure) {
    Handler handler = failure.handler();
    Certainty id = handler == null ? Certainty.UNKNOWN : identified(handler);
    return new RequestFailure(
        failure.exception(),
        failure.summary(),
        failure.mode(),
        handler,
        with(failure.outcome(), id));
  }

  private Certainty identified(Handler handler) {
    return handler.code() instanceof Code.OfMethod method
        ? filters.requestIdNear(method.type())
        : Certainty.UNKNOWN;
  }

  /** The same outcomes, of answers on which something puts a request id or not. */
  static List<Outcome> all(List<Outcome> outcomes, Certainty id) {
    return outcomes.stream().map(outcome -> with(outcome, id)).toList();
  }

  private static Outcome with(Outcome outcome, Certainty id) {
    boolean own = outcome.answer().requestId() == Certainty.YES;
    return own || id == Certainty.NO
        ? outcome
        : new Outcome(
            outcome.boundary(),
            outcome.answer().withRequestId(id),
            outcome.declaredStatus(),
            outcome.steps(),
            outcome.candidates());
  }
}
