package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Spring MVC's own hooks put on answers, other than filters: the request ids of interceptors,
 * which run before the handler and so before what it throws, and of advices of bodies.
 */
record Marks(HandlerInterceptors interceptors, BodyAdvices advices, Engine engine, RequestIds ids) {
  /** The outcomes with them; without a controller no interceptor has run. */
  List<Outcome> on(
      List<Outcome> outcomes, @Nullable Handler handler, @Nullable TypeSymbol controller) {
    List<Outcome> written = advices.on(outcomes);
    return handler == null || controller == null
        ? written
        : identified(written, interceptors.identify(handler, engine, ids));
  }

  private static List<Outcome> identified(List<Outcome> outcomes, Certainty id) {
    return outcomes.stream().map(outcome -> identified(outcome, id)).toList();
  }

  /** The same outcome, of an answer on which something puts a request id or not. */
  static Outcome identified(Outcome outcome, Certainty id) {
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

  /** How what the handler itself answers is read. */
  AnswerReader reader(AnswerReader reader, Handler handler) {
    Certainty before = interceptors.identify(handler, engine, ids);
    Certainty id = before == Certainty.NO ? advices.identify() : before;
    return id == Certainty.NO || reader.everywhere() == Certainty.YES ? reader : reader.with(id);
  }
}
