package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.micronaut.Builtins.Builtin;
import io.github.errorhygiene.micronaut.ErrorRoutes.ErrorRoute;
import io.github.errorhygiene.micronaut.ExceptionHandlers.Closest;
import io.github.errorhygiene.micronaut.ExceptionHandlers.HandlerBean;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Modules;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Placeholders;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.Statuses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who answers an exception, asked in the order of {@code RequestLifecycle.onErrorNoFilter}. */
final class Micronaut implements Framework {
  /**
   * {@code DefaultErrorResponseProcessor}, with a {@code JsonError}; its {@code _embedded.errors}
   * has the exception's message.
   */
  static final ErrorPage ERROR_PAGE =
      new ErrorPage(
          "application/json", new TreeSet<>(Set.of("_embedded", "_links", "message")), List.of());

  private static final List<String> ASYNCHRONOUS =
      List.of(
          "java.util.concurrent.CompletionException", "java.util.concurrent.ExecutionException");

  /** Of which a route for status 400 is asked as well. */
  private static final List<String> BAD_REQUESTS =
      List.of(
          "io.micronaut.web.router.exceptions.UnsatisfiedRouteException",
          "io.micronaut.http.codec.CodecException");

  private final Program program;
  private final String server;
  private final Predicate<TypeSymbol> own;
  private final Engine engine;
  private final AnswerReader reader;
  private final Metadata metadata;
  private final Routes routes;
  private final ErrorRoutes errorRoutes;
  private final ExceptionHandlers handlers;
  private final Answering answering;
  private final Security security;
  private final ServerFilters filters;
  private final int missing;

  /** The application as Micronaut would start it. */
  Micronaut(Modules.Part part, ServerFilters filters, AnswerReader reader) {
    Project project = part.project();
    this.server = project.server();
    this.own = part.answers();
    Map<String, String> properties = project.properties();
    this.program = project.program();
    this.engine = project.engine();
    this.reader = reader;
    this.metadata = new Metadata(program);
    this.routes = new Routes(program, metadata, new Placeholders(properties));
    this.errorRoutes = new ErrorRoutes(project, metadata);
    this.handlers = new ExceptionHandlers(project);
    this.answering = new Answering(program, engine, reader, metadata);
    this.security = new Security(project, metadata);
    this.filters = filters;
    boolean noContent =
        "false".equals(properties.get("micronaut.server.not-found-on-missing-body"));
    this.missing = noContent ? 204 : Results.MISSING;
  }

  private Micronaut(Micronaut same, AnswerReader reader) {
    this.program = same.program;
    this.server = same.server;
    this.own = same.own;
    this.engine = same.engine;
    this.reader = reader;
    this.metadata = same.metadata;
    this.routes = same.routes;
    this.errorRoutes = same.errorRoutes;
    this.handlers = same.handlers;
    this.answering = new Answering(program, engine, reader, metadata);
    this.security = same.security;
    this.filters = same.filters;
    this.missing = same.missing;
  }

  /** Where a filter fails: those around it do not see the answer ({@code FilterRunner}). */
  Micronaut unfiltered() {
    return new Micronaut(this, reader.with(Certainty.NO));
  }

  @Override
  public String name() {
    return "Micronaut";
  }

  @Override
  public String server() {
    return server;
  }

  @Override
  public AnswerReader reader() {
    return reader;
  }

  @Override
  public AnswerReader reader(Handler handler) {
    return reader
        .as(MediaTypes.of(metadata, handler))
        .with((int status) -> page(handler.type(), status));
  }

  /** What is written where nothing was returned: by a method for the status, if there is one. */
  private ErrorPage page(TypeSymbol controller, int status) {
    ErrorRoute route = errorRoutes.forStatus(controller, status);
    if (route == null) {
      return ERROR_PAGE;
    }
    Escape none = Escape.ofFramework(Names.HTTP_STATUS_EXCEPTION, FailureMode.UNKNOWN, null);
    return answering.outcomes(route.type(), route.method(), "", none, status).stream()
        .map(Outcome::answer)
        .map(answer -> page(answer, status))
        .findFirst()
        .orElse(ERROR_PAGE);
  }

  private static ErrorPage page(Answer answer, int status) {
    int sent = answer.status() > 0 ? answer.status() : status;
    return new ErrorPage(
        answer.contentType(), answer.bodyKeys(), answer.exposes(), false, answer.requestId(), sent);
  }

  @Override
  public SortedSet<Integer> statuses(Handler handler, Instance part) {
    return Results.statuses(handler, part, missing);
  }

  @Override
  public List<Handler> handlers() {
    return routes.handlers(own).stream()
        .map(handler -> handler.after(filters.before(handler.routes())))
        .toList();
  }

  @Override
  public List<Boundary> boundaries() {
    return Stream.concat(
            errorRoutes.ofExceptions().map(r -> boundary(r.type(), r.method(), r.exception())),
            handlers.own().map(bean -> boundary(bean.type(), bean.method(), bean.exception())))
        .toList();
  }

  private static Boundary boundary(TypeSymbol type, MethodSymbol method, String exception) {
    return Answering.boundary(Code.of(type, method), exception);
  }

  @Override
  public List<Outcome> outcomes(Handler handler, Escape escape) {
    Escape thrown = unwrapped(escape);
    return outcomes(handler.type(), thrown, status(thrown));
  }

  /** What becomes of a failure of the request: Micronaut's own handler would give it a status. */
  List<Outcome> requestOutcomes(@Nullable TypeSymbol controller, Escape escape) {
    Builtin builtin = Builtins.nearest(program.supertypes(escape.type()));
    int own = builtin == null || builtin.status() == 0 ? status(escape) : builtin.status();
    int carried = carried(escape);
    return outcomes(controller, escape, carried > 0 ? carried : own);
  }

  /**
   * What becomes of a request without a route: a global method for the status is asked first
   * ({@code RequestLifecycle.onStatusError}).
   */
  List<Outcome> missedOutcomes(@Nullable TypeSymbol controller, Escape escape) {
    int status = status(escape);
    ErrorRoute route = errorRoutes.forStatus(null, status);
    return route == null
        ? outcomes(controller, escape, status)
        : answering.outcomes(route.type(), route.method(), "", escape, status);
  }

  /**
   * Who answers.
   *
   * @param controller null where no route was found
   * @param status that the exception asks for by itself; 0 if none
   */
  private List<Outcome> outcomes(@Nullable TypeSymbol controller, Escape escape, int status) {
    ErrorRoute route = route(controller, escape, status);
    List<Outcome> outcomes =
        route == null
            ? byBean(escape, status)
            : answering.outcomes(route.type(), route.method(), route.exception(), escape, status);
    return outcomes.isEmpty() ? List.of(byDefault(escape)) : outcomes;
  }

  /** What a filter does. */
  Summary ran(Handler.Step filter) {
    return filter.code().answer(engine, filter.arguments());
  }

  private static Escape unwrapped(Escape escape) {
    Escape inner = escape.inner();
    return inner != null && ASYNCHRONOUS.contains(escape.type()) ? inner : escape;
  }

  /** The status that the exception asks for by itself; 0 if none. */
  private int status(Escape escape) {
    return is(escape, Names.HTTP_STATUS_EXCEPTION) ? carried(escape) : 0;
  }

  private static int carried(Escape escape) {
    SortedSet<Integer> carried =
        Statuses.of(escape.fields().getOrDefault(Escape.STATUS, Value.NOTHING));
    return carried.isEmpty() ? 0 : carried.first();
  }

  /** A method for the exception, else one for the status ({@code RouteExecutor.findErrorRoute}). */
  private @Nullable ErrorRoute route(@Nullable TypeSymbol controller, Escape escape, int status) {
    ErrorRoute route = errorRoutes.forException(controller, escape.type());
    if (route != null) {
      return route;
    }
    boolean bad = BAD_REQUESTS.stream().anyMatch(type -> is(escape, type));
    int asked = bad ? 400 : status;
    return asked == 0 ? null : errorRoutes.forStatus(controller, asked);
  }

  private List<Outcome> byBean(Escape escape, int status) {
    Closest closest = handlers.closest(escape.type());
    HandlerBean bean = closest == null ? null : closest.bean();
    if (bean != null && bean.method().hasBody()) {
      return answering.outcomes(bean.type(), bean.method(), bean.exception(), escape, status);
    }
    Builtin builtin = closest == null ? null : closest.builtin();
    return builtin == null ? List.of() : List.of(byBuiltin(builtin, escape, status));
  }

  private Outcome byBuiltin(Builtin builtin, Escape escape, int carried) {
    int own = carried(escape);
    int status = builtin.status() == 0 ? carried : own > 0 ? own : builtin.status();
    Boundary boundary =
        new Boundary(
            Boundary.Kind.FRAMEWORK, Names.simple(builtin.handler()), null, builtin.exception());
    Value body = escape.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    Answer answer =
        body.isNothing()
            ? reader.errorPage(status, Certainty.NO)
            : reader.as("application/json").read(status, Value.NOTHING, body, "", Logs.NOTHING);
    return new Outcome(boundary, answer, carried, List.of());
  }

  /** {@code RouteExecutor.createDefaultErrorResponse}: it shows the exception's message. */
  private Outcome byDefault(Escape escape) {
    List<String> exposes = escape.hasOwnMessage() ? List.of() : List.of(Answer.MESSAGE);
    ErrorPage page = new ErrorPage(ERROR_PAGE.contentType(), ERROR_PAGE.keys(), exposes);
    return new Outcome(null, page.answer(500, reader.everywhere(), Certainty.YES), 0, List.of());
  }

  private boolean is(Escape escape, String type) {
    return program.isSubtype(escape.type(), type) == Certainty.YES;
  }

  @Override
  public List<RequestFailure> requestFailures(List<Handler> all) {
    return new RequestFailures(metadata, routes, security, this).of(all);
  }
}
