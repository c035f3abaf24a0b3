package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.jaxrs.Guards.Access;
import io.github.errorhygiene.jaxrs.Implementation.Guard;
import io.github.errorhygiene.jaxrs.Implementation.Unreadable;
import io.github.errorhygiene.jaxrs.Input.Kind;
import io.github.errorhygiene.jaxrs.Resources.Endpoint;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong before a resource method runs, and what becomes of it. */
final class RequestFailures {
  private static final Set<String> TEXT =
      Set.of("java.lang.String", "java.lang.Object", "java.lang.CharSequence");

  private final Engine engine;
  private final Program program;
  private final Inputs inputs;
  private final Implementation implementation;
  private final Endpoints endpoints;
  private final ExceptionAnswers answers;
  private final Guards guards;
  private final Deadlines deadlines;
  private final String api;
  private final List<RequestFailure> failures = new ArrayList<>();

  /**
   * Those of an application.
   *
   * @param api package of the API in use, with a dot at the end
   */
  RequestFailures(
      Project project,
      Implementation implementation,
      Endpoints endpoints,
      String api,
      ExceptionAnswers answers) {
    this.engine = project.engine();
    this.program = project.program();
    this.inputs = new Inputs(program, implementation.implied());
    this.implementation = implementation;
    this.endpoints = endpoints;
    this.api = api;
    this.answers = answers;
    this.guards = new Guards(project);
    this.deadlines = new Deadlines(project.program());
  }

  List<RequestFailure> all() {
    String notFound = api + "NotFoundException";
    for (Outcome outcome :
        answers.ofUnknownPath(Escape.ofFramework(notFound, FailureMode.MISSING, 404))) {
      failures.add(
          new RequestFailure(notFound, "unknown path", FailureMode.MISSING, null, outcome));
    }
    wrongMethod();
    endpoints.handlers().forEach(this::of);
    return failures;
  }

  /** Servers that write pages do so for some methods. */
  private void wrongMethod() {
    String exception = api + "NotAllowedException";
    Escape escape = Escape.ofFramework(exception, FailureMode.METHOD_NOT_ALLOWED, 405);
    List<Outcome> outcomes = new ArrayList<>(answers.of(null, escape));
    outcomes.addAll(answers.withoutPages().of(null, escape));
    add(null, escape, "wrong method", outcomes.stream().distinct().toList());
  }

  private void of(Handler handler) {
    Endpoint endpoint = endpoints.of(handler);
    filtered(handler);
    guarded(handler, endpoint);
    late(handler);
    if (!endpoint.produces().isEmpty()) {
      String unacceptable = api + "NotAcceptableException";
      Escape escape = Escape.ofFramework(unacceptable, FailureMode.NOT_ACCEPTABLE, 406);
      List<Outcome> outcomes = answers.withoutPages().whileMatching().of(handler, escape);
      add(handler, escape, "not acceptable", outcomes);
    }
    Set<BuiltIn> unconverted = new LinkedHashSet<>();
    Set<Kind> refused = new LinkedHashSet<>();
    List<Input> given = new ArrayList<>(endpoint.before());
    given.addAll(endpoint.inputs());
    for (Input input : inputs.flat(given)) {
      if (input.kind().isConverted() && mustBeConverted(input.type())) {
        BuiltIn thrown = thrown(input);
        if (thrown != null) {
          unconverted.add(thrown);
        }
      }
      if (input.isValidated()) {
        refused.add(input.kind());
      }
    }
    unconverted.forEach(thrown -> unconverted(handler, thrown));
    for (Input input : endpoint.inputs()) {
      if (input.kind() == Kind.ENTITY) {
        body(handler, endpoint, input);
      }
    }
    refused(handler, refused);
  }

  /** Nobody resumed what was suspended for a time (AsyncResponse#setTimeout). */
  private void late(Handler handler) {
    if (endpoints.isSuspended(handler) && deadlines.isLeftToRuntime(handler.method())) {
      String late = api + "ServiceUnavailableException";
      add(handler, late, "no result in time", FailureMode.UNAVAILABLE, 503);
    }
  }

  private void refused(Handler handler, Set<Kind> kinds) {
    Set<BuiltIn> thrown = new LinkedHashSet<>();
    for (Kind kind : kinds) {
      BuiltIn violation = implementation.violation(kind);
      if (violation != null && thrown.add(violation)) {
        Escape escape = Escape.ofFramework(violation.exception(), FailureMode.INVALID_INPUT, 0);
        for (Outcome outcome : answers.of(handler, escape, violation)) {
          failures.add(
              new RequestFailure(
                  violation.exception(),
                  "failed validation",
                  FailureMode.INVALID_INPUT,
                  handler,
                  outcome));
        }
      }
    }
  }

  /** Who may not call it. */
  private void guarded(Handler handler, Endpoint endpoint) {
    Access access = guards.to(endpoint.declaration(), endpoint.type());
    boolean all = access == Access.ANYBODY && implementation.permitAllAsks();
    boolean known = all || access == Access.KNOWN;
    for (Guard guard : implementation.guard()) {
      FailureMode mode = Statuses.mode(guard.refusal().status());
      boolean refuses = known ? mode == FailureMode.UNAUTHENTICATED : access == Access.SOME;
      boolean asked =
          guard.askedBy().isEmpty()
              || guards.says(guard.askedBy(), endpoint.declaration(), endpoint.type());
      if (refuses && asked) {
        refuse(handler, guard.refusal(), mode);
      }
    }
  }

  private void refuse(Handler handler, BuiltIn refusal, FailureMode mode) {
    String summary = mode == FailureMode.UNAUTHENTICATED ? "not authenticated" : "access denied";
    Escape escape = Escape.ofFramework(refusal.exception(), mode, refusal.status());
    add(handler, escape, summary, answers.refused(handler, escape, refusal));
  }

  /** What request filters answer instead of the resource method. */
  private void filtered(Handler handler) {
    for (Handler.Step step : endpoints.filters(handler)) {
      Summary summary = step.code().run(engine, step.arguments());
      for (Summary.Exit exit : summary.exits()) {
        exit.answer().instances().forEach(answer -> aborted(handler, step.code(), answer));
        exit.returned().instances().forEach(answer -> aborted(handler, step.code(), answer));
      }
    }
  }

  private void aborted(Handler handler, Code filter, Instance answer) {
    for (int status : Parts.statuses(answer, 0)) {
      if (status >= 400) {
        Boundary boundary = new Boundary(Boundary.Kind.HANDLER, filter.label(), filter.place(), "");
        Answer read =
            endpoints
                .reader(handler)
                .read(status, Value.of(answer), Parts.body(answer), "", Logs.UNKNOWN);
        Outcome outcome = new Outcome(boundary, read, status, List.of());
        String summary = filter.label() + " answers " + status;
        failures.add(new RequestFailure("", summary, Statuses.mode(status), handler, outcome));
      }
    }
  }

  private void unconverted(Handler handler, BuiltIn thrown) {
    FailureMode mode = thrown.status() == 404 ? FailureMode.MISSING : FailureMode.MALFORMED_INPUT;
    add(handler, thrown.exception(), "type mismatch", mode, thrown.status());
  }

  /** Runtimes have converters of their own for some types, who throw by themselves. */
  private @Nullable BuiltIn thrown(Input input) {
    return implementation.ofTypes().entrySet().stream()
        .filter(each -> program.supertypes(input.type().erasure()).contains(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> implementation.conversions().get(input.kind()));
  }

  private void body(Handler handler, Endpoint endpoint, Input body) {
    boolean restricted = !endpoint.consumes().isEmpty();
    boolean converted = mustBeConverted(body.type()) && !isRaw(body.type().erasure());
    if (restricted || converted) {
      String unsupported = api + "NotSupportedException";
      Escape escape = Escape.ofFramework(unsupported, FailureMode.UNSUPPORTED_MEDIA_TYPE, 415);
      ExceptionAnswers who = restricted ? answers.whileMatching() : answers;
      add(handler, escape, "unsupported media type", who.of(handler, escape));
    }
    boolean json =
        !restricted || endpoint.consumes().stream().anyMatch(type -> type.contains("json"));
    if (converted && json) {
      implementation.unreadable().forEach(thrown -> unreadable(handler, thrown));
    }
  }

  private void unreadable(Handler handler, Unreadable thrown) {
    Escape escape =
        Escape.ofFramework(thrown.exception(), FailureMode.MALFORMED_INPUT, thrown.status());
    BuiltIn unmapped = thrown.unmapped();
    List<Outcome> outcomes =
        unmapped == null ? answers.of(handler, escape) : answers.of(handler, escape, unmapped);
    add(handler, escape, thrown.summary(), outcomes);
  }

  private static boolean isRaw(String type) {
    return type.equals("byte[]")
        || type.startsWith("java.io.")
        || type.endsWith(".MultivaluedMap")
        || type.endsWith(".Form")
        || type.contains("ultiPart")
        || type.contains("ultipart");
  }

  private static boolean mustBeConverted(Type type) {
    Type element = type.arguments().size() == 1 ? type.arguments().get(0) : type;
    return !TEXT.contains(type.erasure()) && !TEXT.contains(element.erasure());
  }

  private void add(
      @Nullable Handler handler, String exception, String summary, FailureMode mode, int status) {
    Escape escape = Escape.ofFramework(exception, mode, status);
    add(handler, escape, summary, answers.of(handler, escape));
  }

  private void add(
      @Nullable Handler handler, Escape escape, String summary, List<Outcome> outcomes) {
    FailureMode mode = Objects.requireNonNull(escape.mode());
    outcomes.forEach(
        outcome ->
            failures.add(new RequestFailure(escape.type(), summary, mode, handler, outcome)));
  }
}
