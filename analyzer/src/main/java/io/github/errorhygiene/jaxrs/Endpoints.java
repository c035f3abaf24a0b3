package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.jaxrs.Input.Kind;
import io.github.errorhygiene.jaxrs.Resources.Endpoint;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Handler;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The resource methods of an application, each with the filters that are bound to it. */
final class Endpoints {
  private static final String RESPONSE_STATUS = "org.jboss.resteasy.reactive.ResponseStatus";

  private final Filters filters;
  private final Function<Certainty, AnswerReader> readers;
  private final Implementation implementation;
  private final List<Handler> handlers = new ArrayList<>();
  private final Map<Handler, Endpoint> byHandler = new IdentityHashMap<>();

  /** How answers of each are read, once that was asked. */
  private final Map<Handler, AnswerReader> readersOf = new IdentityHashMap<>();

  /**
   * Those found.
   *
   * @param readers how answers are read, by whether a request id is put on each
   */
  Endpoints(
      List<Endpoint> found,
      Filters filters,
      Function<Certainty, AnswerReader> readers,
      Implementation implementation) {
    this.implementation = implementation;
    this.filters = filters;
    this.readers = readers;
    for (Endpoint endpoint : found) {
      Handler handler = withFilters(endpoint);
      handlers.add(handler);
      byHandler.put(handler, endpoint);
    }
  }

  private Handler withFilters(Endpoint endpoint) {
    Handler plain = endpoint.handler();
    List<Handler.Step> before = new ArrayList<>(before(endpoint));
    before.addAll(plain.before());
    return new Handler(
        plain.code(),
        plain.routes(),
        plain.arguments(),
        before,
        plain.success(),
        plain.bodyType(),
        plain.writesBody());
  }

  private List<Handler.Step> before(Endpoint endpoint) {
    boolean readsEntity =
        endpoint.inputs().stream().anyMatch(input -> input.kind() == Input.Kind.ENTITY);
    return filters.before(bindings(endpoint), readsEntity);
  }

  private Set<String> bindings(Endpoint endpoint) {
    return filters.bindings(endpoint.declaration(), endpoint.type());
  }

  List<Handler> handlers() {
    return handlers;
  }

  Endpoint of(Handler handler) {
    return Objects.requireNonNull(byHandler.get(handler));
  }

  /** The request filters that run before it. */
  List<Handler.Step> filters(Handler handler) {
    return before(of(handler));
  }

  /**
   * How the answers of a resource method are read; a body is sent as what the method says that it
   * produces.
   *
   * @param handler null where none was found
   */
  AnswerReader reader(@Nullable Handler handler) {
    return handler == null
        ? readers.apply(filters.identifies(Set.of()))
        : readersOf.computeIfAbsent(handler, this::readerOf);
  }

  private AnswerReader readerOf(Handler handler) {
    Endpoint endpoint = of(handler);
    AnswerReader filling = readers.apply(filters.identifies(bindings(endpoint)));
    Page page = implementation.empty();
    AnswerReader reader =
        page == null || page.isFor(handler) ? filling : filling.leavingErrorsEmpty();
    List<String> produces = endpoint.produces();
    boolean text = implementation.textual() && handler.bodyType().equals("java.lang.String");
    return says(produces)
        ? reader.as(produces.get(0))
        : produces.isEmpty() && text ? reader.as("text/plain") : reader;
  }

  private static boolean says(List<String> produces) {
    return !produces.isEmpty() && !produces.get(0).contains("*");
  }

  /** The media type that a text is sent as. */
  String produced(@Nullable Handler handler) {
    List<String> produces = handler == null ? List.of() : of(handler).produces();
    return says(produces) ? produces.get(0) : "text/plain";
  }

  boolean isNothing(Handler handler) {
    return Results.isNothing(method(handler).returnType());
  }

  /** Whether it is answered later, by something else than what the method returns. */
  boolean isSuspended(Handler handler) {
    return of(handler).inputs().stream().anyMatch(input -> input.kind() == Kind.SUSPENDED);
  }

  /** Whether what comes is in something that comes first. */
  boolean isWrapped(Handler handler) {
    return Results.isWrapped(method(handler).returnType());
  }

  /** Whether it says by its type that there may be nothing. */
  boolean isOptional(Handler handler) {
    return method(handler).returnType().erasure().equals("java.util.Optional");
  }

  boolean isStage(Handler handler) {
    return Results.isStage(method(handler).returnType());
  }

  boolean isResponse(Handler handler) {
    return Results.isResponse(method(handler).returnType());
  }

  /** The status that the method declares for its successes, on Quarkus REST; 0 if none. */
  int declared(Handler handler) {
    @Nullable AnnotationSymbol status = method(handler).annotation(RESPONSE_STATUS);
    return status != null && status.value("value") instanceof Integer given ? given : 0;
  }

  private static MethodSymbol method(Handler handler) {
    return handler.method();
  }
}
