package io.github.errorhygiene.routed;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.routed.Boundaries.Mapping;
import io.github.errorhygiene.routed.Traits.Raised;
import io.github.errorhygiene.routed.Traits.Unwritten;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the framework raises by itself, before handlers run or because none is there. */
final class RequestFailures {
  private final RoutedFramework framework;
  private final ExceptionAnswers answers;
  private final Traits traits;
  private final Routes routes;
  private final Boundaries boundaries;
  private final FailurePath failurePath;

  RequestFailures(
      RoutedFramework framework,
      ExceptionAnswers answers,
      Traits traits,
      Routes routes,
      Boundaries boundaries,
      FailurePath failurePath) {
    this.framework = framework;
    this.answers = answers;
    this.traits = traits;
    this.routes = routes;
    this.boundaries = boundaries;
    this.failurePath = failurePath;
  }

  /**
   * All of it.
   *
   * @param refusals what is raised before the handler of these routes
   */
  List<RequestFailure> of(List<Handler> handlers, Map<List<Route>, Raised> refusals) {
    List<RequestFailure> failures = new ArrayList<>();
    traits.requestFailures().stream()
        .filter(this::happens)
        .forEach(raised -> failures.add(failure(raised, handlers)));
    traits
        .unwritten()
        .forEach((owner, unwritten) -> addUnwritten(owner, unwritten, handlers, failures));
    for (Handler handler : handlers) {
      @Nullable Raised refusal = refusals.get(handler.routes());
      if (refusal != null) {
        failures.addAll(refused(handler, refusal));
      }
    }
    return failures;
  }

  /** Some only where a route says which requests it takes, or an operation what it answers. */
  private boolean happens(Raised raised) {
    String narrowed = raised.narrowedBy();
    return narrowed.isEmpty()
        || routes.entries(Role.NARROW).stream().anyMatch(e -> e.call().name().equals(narrowed))
        || routes.documents().produces(raised.narrowedFor());
  }

  /** Of operations of which nobody has written the handler. */
  private void addUnwritten(
      String owner, Unwritten unwritten, List<Handler> handlers, List<RequestFailure> failures) {
    if (routes.documents().isUnwritten(owner, unwritten.wholePaths())) {
      failures.add(failure(unwritten.raised(), handlers));
    }
  }

  private RequestFailure failure(Raised raised, List<Handler> handlers) {
    Outcome own = framework.own(raised);
    Outcome outcome = raised.answered() ? own : mapped(raised, own);
    boolean identified = raised.onKnownPath() && framework.identifies(handlers);
    Outcome told =
        identified ? outcome.with(outcome.answer().withRequestId(Certainty.YES)) : outcome;
    return new RequestFailure(raised.exception(), raised.summary(), raised.mode(), null, told);
  }

  private Outcome mapped(Raised raised, Outcome otherwise) {
    if (traits.failurePath()) {
      return failurePath.outcomes(raised.page().status()).stream().findFirst().orElse(otherwise);
    }
    if (raised.exception().isEmpty()) {
      return otherwise;
    }
    Escape escape = Escape.ofFramework(raised.exception(), raised.mode(), null);
    Mapping mapping = boundaries.closest(raised.exception());
    int status = raised.page().status();
    return mapping == null || answers.isNearer(escape, mapping)
        ? otherwise
        : boundaries.outcomes(mapping, escape, status).stream().findFirst().orElse(otherwise);
  }

  private List<RequestFailure> refused(Handler handler, Raised refusal) {
    Escape escape =
        Escape.ofFramework(refusal.exception(), refusal.mode(), refusal.page().status());
    return framework.outcomes(handler, escape).stream()
        .map(
            outcome ->
                new RequestFailure(
                    refusal.exception(), refusal.summary(), refusal.mode(), handler, outcome))
        .toList();
  }
}
