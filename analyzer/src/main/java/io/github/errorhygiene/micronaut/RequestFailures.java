package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.micronaut.Security.Access;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What goes wrong before a route runs ({@code RequestLifecycle.onRouteMiss}, binding). */
final class RequestFailures {
  private static final String SERVER = "io.micronaut.http.server.exceptions.";
  private static final String ROUTER = "io.micronaut.web.router.exceptions.";

  private static final String REFUSED =
      "io.micronaut.security.authentication.AuthorizationException";

  private static final Map<String, String> UNSATISFIED =
      Stream.of("Body", "CookieValue", "Header", "Part", "QueryValue", "RequestAttribute")
          .collect(Collectors.toUnmodifiableMap(kind -> Names.HTTP + kind, kind -> kind));

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Metadata metadata;
  private final Routes routes;
  private final Security security;
  private final Micronaut micronaut;
  private final List<RequestFailure> failures = new ArrayList<>();

  RequestFailures(Metadata metadata, Routes routes, Security security, Micronaut micronaut) {
    this.metadata = metadata;
    this.routes = routes;
    this.security = security;
    this.micronaut = micronaut;
  }

  List<RequestFailure> of(List<Handler> handlers) {
    if (security.rejectsUnknown()) {
      refuse(null, FailureMode.UNAUTHENTICATED);
      refuse(null, FailureMode.FORBIDDEN);
    } else {
      raise(null, null, missed("NotFoundException", "unknown path", FailureMode.MISSING));
      raise(
          null,
          null,
          missed("NotAllowedException", "wrong method", FailureMode.METHOD_NOT_ALLOWED));
    }
    handlers.forEach(this::ofHandler);
    return failures;
  }

  private void ofHandler(Handler handler) {
    boolean takesBody =
        handler.routes().stream().anyMatch(route -> WITH_BODY.contains(route.method()));
    boolean unsupported = takesBody && !consumesAll(handler);
    boolean unacceptable = !MediaTypes.producesAll(metadata, handler);
    guard(handler, unsupported || unacceptable);
    if (unsupported && !security.rejectsUnrouted(handler)) {
      raise(
          handler,
          handler.type(),
          missed(
              "UnsupportedMediaException",
              "unsupported media type",
              FailureMode.UNSUPPORTED_MEDIA_TYPE));
    }
    if (unacceptable && !security.rejectsUnrouted(handler)) {
      raise(
          handler,
          handler.type(),
          missed("NotAcceptableException", "not acceptable", FailureMode.NOT_ACCEPTABLE));
    }
    handler.before().forEach(filter -> filtered(handler, filter));
    List<String> templates = routes.templates(handler);
    for (int i = 0; i < handler.method().parameterTypes().size(); i++) {
      ofParameter(handler, i, templates);
    }
  }

  /** What a filter answers in place of the route. */
  private void filtered(Handler handler, Handler.Step filter) {
    Summary summary = micronaut.ran(filter);
    for (Instance part : Parts.of(summary)) {
      for (int status : Parts.statuses(part, 0)) {
        if (status >= 400) {
          String name = filter.code().label();
          Boundary boundary = new Boundary(Boundary.Kind.HANDLER, name, filter.code().place(), "");
          Answer answer =
              micronaut
                  .reader(handler)
                  .read(status, Value.of(part), Parts.body(part), "", summary.logs());
          Outcome outcome = new Outcome(boundary, answer, status, List.of());
          String told = name + " answers " + status;
          failures.add(new RequestFailure("", told, Statuses.mode(status), handler, outcome));
        }
      }
    }
  }

  /**
   * What has no route because of its media types is refused, too.
   *
   * @param restricted some media types have no route
   */
  private void guard(Handler handler, boolean restricted) {
    Access access = security.to(handler);
    boolean unrouted = restricted && security.rejectsUnrouted(handler);
    if (unrouted || access == Access.KNOWN || access == Access.SOME) {
      refuse(handler, FailureMode.UNAUTHENTICATED);
    }
    if (unrouted || access == Access.SOME) {
      refuse(handler, FailureMode.FORBIDDEN);
    }
  }

  private void refuse(@Nullable Handler handler, FailureMode mode) {
    String summary = mode == FailureMode.FORBIDDEN ? "access denied" : "not authenticated";
    Map<String, Value> status = Map.of(Escape.STATUS, Value.constant(mode.status()));
    Escape escape = raised(REFUSED, summary, mode, status).escape();
    micronaut
        .unfiltered()
        .requestOutcomes(handler == null ? null : handler.type(), escape)
        .forEach(
            outcome -> failures.add(new RequestFailure(REFUSED, summary, mode, handler, outcome)));
  }

  private boolean consumesAll(Handler handler) {
    var consumes =
        metadata.onMethodOrType(handler.type(), handler.method(), Names.HTTP + "Consumes");
    return consumes != null && consumes.strings("value").contains("*/*");
  }

  private void ofParameter(Handler handler, int index, List<String> templates) {
    MethodSymbol method = handler.method();
    Parameters parameters = routes.parameters();
    if (parameters.isBody(method, index) && parameters.mustBeConverted(method, index)) {
      raise(handler, "io.micronaut.json.JsonSyntaxException", "malformed body");
    }
    if (parameters.mustBeConverted(method, index)) {
      raise(
          handler,
          "io.micronaut.core.convert.exceptions.ConversionErrorException",
          "type mismatch");
    }
    if (parameters.mayBeMissing(method, index, templates)) {
      raise(handler, missing(method, index), "missing parameter");
    }
    if (parameters.isValidated(method, index)) {
      raise(
          handler,
          handler.type(),
          raised(
              "jakarta.validation.ConstraintViolationException",
              "failed validation",
              FailureMode.INVALID_INPUT,
              Map.of()));
    }
  }

  /** Micronaut has an exception for each binding annotation ({@code UnsatisfiedRouteException}). */
  private String missing(MethodSymbol method, int index) {
    return metadata.onParameter(method, index).stream()
        .map(annotation -> UNSATISFIED.get(annotation.type()))
        .filter(Objects::nonNull)
        .findFirst()
        .map(kind -> ROUTER + "Unsatisfied" + kind + "RouteException")
        .orElse(ROUTER + "UnsatisfiedRouteException");
  }

  private void raise(Handler handler, String exception, String summary) {
    raise(
        handler, handler.type(), raised(exception, summary, FailureMode.MALFORMED_INPUT, Map.of()));
  }

  /** What the framework raises. */
  private record Raised(Escape escape, String summary, FailureMode mode) {}

  /** An exception of a request for which there is no route. */
  private static Raised missed(String simpleName, String summary, FailureMode mode) {
    return raised(
        SERVER + simpleName, summary, mode, Map.of(Escape.STATUS, Value.constant(mode.status())));
  }

  private static Raised raised(
      String exception, String summary, FailureMode mode, Map<String, Value> fields) {
    Escape escape =
        new Escape(
            exception,
            new Site(new Place("", 0, 0), ""),
            Escape.Source.CATALOGUE,
            "",
            Cause.REQUEST,
            false,
            false,
            mode,
            fields,
            null);
    return new Raised(escape, summary, mode);
  }

  @SuppressWarnings("ReferenceEquality" /* that handler, not one like it */)
  private void raise(@Nullable Handler handler, @Nullable TypeSymbol controller, Raised raised) {
    String exception = raised.escape().type();
    boolean known =
        failures.stream().anyMatch(f -> f.handler() == handler && f.exception().equals(exception));
    if (known) {
      return;
    }
    List<Outcome> outcomes =
        exception.startsWith(SERVER)
            ? micronaut.missedOutcomes(controller, raised.escape())
            : micronaut.requestOutcomes(controller, raised.escape());
    for (Outcome outcome : outcomes) {
      failures.add(
          new RequestFailure(exception, raised.summary(), raised.mode(), handler, outcome));
    }
  }
}
