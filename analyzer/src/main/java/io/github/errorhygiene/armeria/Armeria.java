package io.github.errorhygiene.armeria;

import io.github.errorhygiene.armeria.Defaults.Default;
import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.RouteRows;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who answers an exception, in the order of {@code AnnotatedService} and the server. */
final class Armeria implements Framework {
  private static final String ILLEGAL_ARGUMENT = "java.lang.IllegalArgumentException";

  /** {@code ServerErrorHandler.renderStatus}: the status and its phrase. */
  private static final ErrorPage PAGE = new ErrorPage("text/plain", new TreeSet<>(), List.of());

  private final Project project;
  private final Routes routes;
  private final AnswerReader reader;
  private final Services services;
  private final ErrorHandlers errorHandlers;

  Armeria(Project project, RouteRows rows) {
    this.project = project;
    this.routes = Routes.of(project, rows);
    Codes codes = new Codes(project.program());
    this.reader = project.reader(requestIdEverywhere(codes), PAGE).fillingErrors();
    this.services = new Services(project.program(), routes, codes);
    this.errorHandlers =
        new ErrorHandlers(project.program(), project.engine(), reader, routes, codes);
  }

  @Override
  public String name() {
    return "Armeria";
  }

  @Override
  public AnswerReader reader() {
    return reader;
  }

  @Override
  public AnswerReader reader(Handler handler) {
    if (!(handler.code() instanceof Code.OfMethod of)) {
      return reader;
    }
    String produced = Annotations.mediaType(of.type(), of.method(), "Produces");
    return produced.isEmpty() ? reader : reader.as(produced);
  }

  @Override
  public List<Handler> handlers() {
    return services.handlers();
  }

  @Override
  public List<Boundary> boundaries() {
    return errorHandlers.boundaries();
  }

  @Override
  public SortedSet<Integer> statuses(Handler handler, Instance part) {
    boolean open = !part.fields().containsKey(AnswerModel.STATUS);
    boolean response =
        !(handler.code() instanceof Code.OfMethod of)
            || Results.isResponse(of.method().returnType());
    return open && response ? new TreeSet<>(Set.of(0)) : Parts.statuses(part, handler.success());
  }

  /** A header that a decorator of everything adds is on every answer. */
  private Certainty requestIdEverywhere(Codes codes) {
    List<Value> request = Collections.nCopies(3, Value.unknown(Dependence.REQUEST));
    return Certainty.of(
        routes.entries(Role.BEFORE).stream()
            .filter(entry -> entry.argument("path").isNothing())
            .flatMap(entry -> codes.of(entry, "handler").stream())
            .anyMatch(
                code ->
                    AnswerModel.mayHaveRequestId(
                        code.run(project.engine(), request).answer(),
                        project.catalogue().requestIds())));
  }

  @Override
  public List<Outcome> outcomes(Handler handler, Escape escape) {
    Default own = Defaults.nearest(project.program().supertypes(escape.type()));
    boolean annotated = handler.code() instanceof Code.OfMethod;
    boolean taken = own != null && (annotated || !own.annotated());
    int status = own == null || !taken ? 0 : own.status() == 0 ? carried(escape) : own.status();
    boolean asks = own != null && own.status() == 0;
    List<Outcome> outcomes =
        new ArrayList<>(errorHandlers.outcomes(handler, escape, asks ? status : 0));
    if (outcomes.isEmpty()) {
      outcomes.add(own == null || !taken ? unmapped() : byDefault(own, escape, status));
    }
    return outcomes;
  }

  private static int carried(Escape escape) {
    SortedSet<Integer> carried =
        Statuses.of(escape.fields().getOrDefault(Escape.STATUS, Value.NOTHING));
    return carried.isEmpty() ? 0 : carried.first();
  }

  private Outcome byDefault(Default own, Escape escape, int status) {
    boolean carries = own.status() == 0;
    String simple = own.exception().substring(own.exception().lastIndexOf('.') + 1);
    Boundary boundary =
        new Boundary(
            carries ? Boundary.Kind.DECLARED_STATUS : Boundary.Kind.FRAMEWORK,
            carries ? "status of " + simple : "Armeria's answer to " + simple,
            null,
            own.exception());
    Value body = escape.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    Value carrier = Value.of(new Instance(escape.type(), escape.fields()));
    Answer answer = reader.read(status, carrier, body, "", Logs.NOTHING);
    return new Outcome(boundary, answer, carries ? status : 0, List.of());
  }

  private Outcome unmapped() {
    return new Outcome(null, PAGE.answer(500, reader.everywhere(), Certainty.YES), 0, List.of());
  }

  @Override
  public List<RequestFailure> requestFailures(List<Handler> handlers) {
    List<RequestFailure> failures = new ArrayList<>();
    failures.add(refused("unknown path", FailureMode.MISSING, null));
    failures.add(refused("wrong method", FailureMode.METHOD_NOT_ALLOWED, null));
    for (Handler handler : handlers) {
      if (handler.code() instanceof Code.OfMethod of
          && !Annotations.mappings(of.method()).isEmpty()) {
        failures.addAll(ofHandler(handler, of));
      }
    }
    return failures;
  }

  private List<RequestFailure> ofHandler(Handler handler, Code.OfMethod of) {
    List<RequestFailure> failures = new ArrayList<>();
    List<String> templates = handler.routes().stream().map(Handler.Route::path).toList();
    if (Parameters.mayNotBind(of.method(), templates)) {
      failures.addAll(notBound(handler, "malformed or missing parameter"));
    } else if (Parameters.readsBody(of.method())) {
      failures.addAll(notBound(handler, "malformed body"));
    }
    if (!Annotations.mediaType(of.type(), of.method(), "Consumes").isEmpty()) {
      failures.add(refused("unsupported media type", FailureMode.UNSUPPORTED_MEDIA_TYPE, handler));
    }
    if (!Annotations.mediaType(of.type(), of.method(), "Produces").isEmpty()) {
      failures.add(refused("not acceptable", FailureMode.NOT_ACCEPTABLE, handler));
    }
    return failures;
  }

  private List<RequestFailure> notBound(Handler handler, String summary) {
    Escape escape = Escape.ofFramework(ILLEGAL_ARGUMENT, FailureMode.MALFORMED_INPUT, null);
    return outcomes(handler, escape).stream()
        .map(
            outcome ->
                new RequestFailure(
                    ILLEGAL_ARGUMENT, summary, FailureMode.MALFORMED_INPUT, handler, outcome))
        .toList();
  }

  /** What the router answers: no handler of exceptions is asked. */
  private RequestFailure refused(String summary, FailureMode mode, @Nullable Handler handler) {
    Boundary boundary = new Boundary(Boundary.Kind.FRAMEWORK, "Armeria's router", null, "");
    Answer answer = PAGE.answer(mode.status(), reader.everywhere(), Certainty.NO);
    Outcome outcome = new Outcome(boundary, answer, mode.status(), List.of());
    return new RequestFailure("", summary, mode, handler, outcome);
  }
}
