package io.github.errorhygiene.servlet;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.servlet.Deployment.FilterMapping;
import io.github.errorhygiene.servlet.Deployment.Servlet;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.FilterChain;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.SentAnswer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Servlets of the application in a container. */
final class Servlets implements Framework {
  private final Project project;
  private final Deployment deployment;
  private final Endpoints endpoints;
  private final Filters filters;
  private final FailurePages pages;
  private final AnswerReader reader;

  /** By handler: its filters, and how its answers are read. Only looked up. */
  private final Map<Handler, Front> fronts = new IdentityHashMap<>();

  Servlets(Project project, Deployment deployment) {
    this.project = project;
    this.deployment = deployment;
    this.endpoints = new Endpoints(project.program());
    this.filters = new Filters(project.program(), project.engine());
    Container container = Container.of(project);
    AnswerReader plain = project.reader(Certainty.NO, container.ofError("GET"));
    this.pages = new FailurePages(project, deployment, container, endpoints, plain);
    this.reader = plain.with(status -> pages.ofStatus(status, "GET"));
  }

  /** What is in front of a handler, for requests of a method. */
  private record Front(FilterChain chain, AnswerReader reader, String method) {
    private Front with(String other, FailurePages pages) {
      return new Front(chain, reader.with(status -> pages.ofStatus(status, other)), other);
    }
  }

  @Override
  public String name() {
    return "Servlet";
  }

  @Override
  public AnswerReader reader() {
    return reader;
  }

  @Override
  public AnswerReader reader(Handler handler) {
    return front(handler).reader();
  }

  private Front front(Handler handler) {
    return Objects.requireNonNull(fronts.get(handler));
  }

  @Override
  public List<Handler> handlers() {
    List<Handler> handlers = new ArrayList<>();
    for (Servlet servlet : deployment.servlets()) {
      for (String pattern : servlet.patterns()) {
        Front front = front(pattern, servlet.name());
        for (Handler handler : endpoints.of(servlet, pattern, front.chain().steps())) {
          if (!handsOver(handler)) {
            fronts.put(handler, front.with(handler.routes().get(0).method(), pages));
            handlers.add(handler);
          }
        }
      }
    }
    return handlers;
  }

  /** It runs another framework's servlet, whose routes are the endpoints. */
  private boolean handsOver(Handler handler) {
    return !handler.code().run(project.engine(), handler.arguments()).passedOn().isNothing();
  }

  private Front front(String pattern, String servlet) {
    List<TypeSymbol> types =
        deployment.filters().stream()
            .filter(filter -> filter.covers(pattern, servlet))
            .map(FilterMapping::type)
            .toList();
    FilterChain chain = filters.chain(types);
    Certainty requestId = chain.requestId(project.catalogue().requestIds());
    return new Front(chain, reader.with(requestId), "GET");
  }

  @Override
  public List<Outcome> outcomes(Handler handler, Escape escape) {
    Front front = front(handler);
    FilterChain.Passage passage = front.chain().pass(escape, front.reader());
    List<Outcome> outcomes = new ArrayList<>();
    int declared = pages.declared(escape);
    passage.answers().forEach(each -> outcomes.add(each.declaring(declared)));
    @Nullable SentAnswer sent = SentAnswer.before(escape);
    for (Escape rest : passage.rest()) {
      outcomes.add(
          sent == null
              ? pages.outcome(rest, front.method(), front.reader())
              : sent.left(front.reader()));
    }
    return outcomes.stream().distinct().toList();
  }

  @Override
  public List<RequestFailure> requestFailures(List<Handler> handlers) {
    List<RequestFailure> failures = new ArrayList<>();
    Front everywhere = front("/*", "");
    List<Servlet> servlets = deployment.servlets();
    boolean takesAll =
        servlets.stream().flatMap(s -> s.patterns().stream()).anyMatch(Patterns::takesAll);
    if (!takesAll) {
      failures.add(sent(404, "unknown path", FailureMode.MISSING, everywhere));
    }
    if (!servlets.stream().allMatch(endpoints::takesAnyMethod)) {
      failures.add(sent(405, "wrong method", FailureMode.METHOD_NOT_ALLOWED, everywhere));
    }
    for (Handler handler : handlers) {
      Front front = front(handler);
      for (Outcome refusal : front.chain().refusals(front.reader())) {
        String who = Objects.requireNonNull(refusal.boundary()).name();
        String summary = who + " answers " + refusal.answer().status() + " itself";
        failures.add(RequestFailure.answered(summary, handler, refusal));
      }
    }
    return failures;
  }

  private static RequestFailure sent(int status, String summary, FailureMode mode, Front front) {
    Outcome outcome =
        new Outcome(null, front.reader().errorPage(status, Certainty.NO), status, List.of());
    return new RequestFailure("", summary, mode, null, outcome);
  }
}
