package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.AnsweringMethod;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.FilterChain;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Spring WebFlux as Boot sets it up: annotated controllers and functional routes. */
final class SpringWebFlux implements Framework, ExceptionAnswers {
  private static final String BY_DEFAULT = "DefaultErrorWebExceptionHandler";

  private static final Set<String> FATAL =
      Set.of("java.lang.LinkageError", "java.lang.ThreadDeath", "java.lang.VirtualMachineError");

  private final Project project;
  private final Program program;
  private final AnswerReader reader;
  private final Mappings mappings;
  private final FunctionalRoutes functional;
  private final Predicate<TypeSymbol> serves;
  private final ExceptionHandlers handlers;
  private final boolean documentsAdvices;
  private final Declared declared;
  private final WebExceptionHandlers last;
  private final ErrorFunctions errors;
  private final RequestFailures requestFailures;
  private final WebFilters filters;
  private final Engine engine;
  private final @Nullable Security security;
  private final @Nullable Security gate;
  private final Map<Handler, Set<Escape>> leaving = new IdentityHashMap<>();
  private final Map<Escape, List<Outcome>> ofFilters = new HashMap<>();

  /**
   * The application as Spring would start it.
   *
   * @param version of the Spring Framework
   * @param serves whether handlers of that class are this stack's
   */
  SpringWebFlux(
      Project project,
      Merged merged,
      AnswerReader given,
      SpringVersion version,
      Predicate<TypeSymbol> serves) {
    Program program = project.program();
    Engine engine = project.engine();
    Routes setup = Routes.of(project, SpringAdapter.SETUP);
    FilterBeans beans = new FilterBeans(program, engine, merged, setup, project.properties());
    this.filters = new WebFilters(project, beans, WebFilters.REACTIVE);
    ErrorPages pages = new ErrorPages(project, given, true, errorPage(project), List::of);
    Certainty everywhere = filters.identifies(project.catalogue().requestIds());
    AnswerReader reader = given.with(everywhere).with(pages::of);
    this.project = project;
    this.program = program;
    this.engine = engine;
    this.reader = reader;
    this.mappings = new Mappings(project, merged);
    this.functional = new FunctionalRoutes(project, reader);
    this.serves = serves;
    LibraryAnswers libraries = new LibraryAnswers(project, reader, merged);
    this.handlers =
        new ExceptionHandlers(
            program,
            new Advices(
                project,
                merged,
                new Libraries(project, true),
                version,
                problemDetails(project, version)),
            new HandlerCalls(project, libraries, reader, merged, version, true));
    this.documentsAdvices =
        !"false".equals(project.properties().get("springdoc.override-with-generic-response"));
    this.declared = new Declared(project.engine(), merged);
    this.last = new WebExceptionHandlers(project, reader, merged);
    this.errors = new ErrorFunctions(project, reader, functional);
    this.requestFailures =
        new RequestFailures(
            merged,
            mappings,
            new Bodies(engine),
            version,
            new MethodSecurity(project, merged),
            this);
    LibraryEntryPoints entryPoints = new LibraryEntryPoints(libraries, this::byLast);
    this.security = Security.of(setup, engine, reader, version, true, entryPoints);
    AnswerReader atGate = filters.atGate(reader, project.catalogue().requestIds());
    LibraryAnswers there = new LibraryAnswers(project, atGate, merged);
    LibraryEntryPoints refusing = new LibraryEntryPoints(there, this::byLast);
    this.gate = Security.of(setup, engine, atGate, version, true, refusing);
  }

  /**
   * What Boot writes for an error (DefaultErrorAttributes of {@code boot.webflux.error}, until Boot
   * 4 {@code boot.web.reactive.error}): its body has the request's id.
   */
  static ErrorPage errorPage(Project project) {
    ErrorPage page = ErrorBody.page(project.properties());
    SortedSet<String> keys = new TreeSet<>(page.keys());
    keys.add("requestId");
    return new ErrorPage(page.contentType(), keys, page.exposes());
  }

  /** Boot's own advice (ProblemDetailsExceptionHandler of WebFluxAutoConfiguration). */
  private static String problemDetails(Project project, SpringVersion version) {
    boolean enabled =
        "true".equals(project.properties().get("spring.webflux.problemdetails.enabled"));
    return enabled && version.hasProblemDetail()
        ? Names.REACTIVE_RESPONSE_ENTITY_EXCEPTION_HANDLER
        : "";
  }

  @Override
  public String name() {
    return "Spring WebFlux";
  }

  @Override
  public String server() {
    return project.server();
  }

  @Override
  public AnswerReader reader() {
    return reader;
  }

  @Override
  public String readsWhole(Handler handler) {
    return mappings.wholeBody(handler);
  }

  @Override
  public List<Handler> handlers() {
    List<Handler> all = new ArrayList<>(mappings.handlers());
    all.removeIf(handler -> !serves.test(handler.type()));
    List<Handler.Step> before = filters.chain().steps();
    all.replaceAll(handler -> handler.after(before));
    all.addAll(functional.handlers(serves, before));
    return all;
  }

  /** As springdoc-openapi does (GenericResponseService), unless it is told otherwise. */
  @Override
  public List<AnsweringMethod> answeringMethods() {
    return documentsAdvices ? handlers.methods() : List.of();
  }

  @Override
  public List<Boundary> boundaries() {
    return handlers.boundaries(mappings.handlers().stream().map(Handler::type).distinct());
  }

  @Override
  public List<Outcome> outcomes(Handler handler, Escape escape) {
    TypeSymbol near = functional.near(handler);
    if (!filters.chain().raises(escape)) {
      return ofHandler(handler, near, escape);
    }
    List<Outcome> outcomes = new ArrayList<>();
    if (WebFilters.isKnown(escape)) {
      outcomes.addAll(ofFilter(escape));
    }
    if (leaving(handler).contains(escape)) {
      outcomes.addAll(ofHandler(handler, near, escape));
    }
    return outcomes;
  }

  /** What leaves a handler, rather than one of the filters. */
  private Set<Escape> leaving(Handler handler) {
    return leaving.computeIfAbsent(
        handler, each -> each.code().answer(engine, each.arguments()).escapes());
  }

  /** What becomes of what a filter throws. */
  private List<Outcome> ofFilter(Escape escape) {
    return ofFilters.computeIfAbsent(
        escape, thrown -> outside(filters.chain().pass(thrown, reader), thrown));
  }

  /** What leaves the filters, or nobody else takes. */
  private List<Outcome> outside(FilterChain.Passage passage, Escape escape) {
    List<Outcome> outcomes = new ArrayList<>(passage.answers());
    if (!passage.rest().isEmpty()) {
      outcomes.addAll(byLast(escape));
    }
    return outcomes;
  }

  private List<Outcome> ofHandler(Handler handler, @Nullable TypeSymbol near, Escape escape) {
    if (functional.isThrownAtOnce(handler, escape)) {
      return unhandled(escape);
    }
    List<Outcome> ofRouter = functional.outcomes(handler, escape);
    if (!ofRouter.isEmpty()) {
      return ofRouter;
    }
    return near == null ? unhandled(escape) : outcomes(handler, near, escape);
  }

  @Override
  public List<Outcome> outcomes(
      @Nullable Handler handler, @Nullable TypeSymbol controller, Escape escape) {
    if (isFatal(escape)) {
      return unhandled(escape);
    }
    List<Outcome> handled = handlers.outcomes(controller, escape, status(escape));
    return handled.isEmpty() ? unhandled(escape) : handled;
  }

  /**
   * What no handler of exceptions takes: filters see it, among them Spring Security's
   * (ExceptionTranslationWebFilter), and then the handlers of web exceptions.
   */
  private List<Outcome> unhandled(Escape escape) {
    if (isFatal(escape)) {
      return List.of(new Outcome(null, Answer.ofStatus(Answer.PENDING), 0, List.of()));
    }
    if (security != null && declared.isBySecurity(escape)) {
      return declared.status(escape) == 403
          ? security.denied(escape.type())
          : security.unauthenticated(escape.type());
    }
    return outside(filters.pass(escape, reader), escape);
  }

  /** What Reactor throws rather than signals, so that nobody answers (Exceptions.throwIfFatal). */
  private boolean isFatal(Escape escape) {
    return program.supertypes(escape.type()).stream().anyMatch(FATAL::contains);
  }

  /** Causes do not count, and nothing but what WebFlux knows (DefaultErrorAttributes). */
  private int status(Escape escape) {
    int status = declared.status(escape.alone());
    if (security != null && declared.isBySecurity(escape.alone())) {
      return status;
    }
    boolean annotated =
        status > 0 && declared.boundary(escape.alone()).kind() == Boundary.Kind.DECLARED_STATUS;
    return annotated ? status : Reactive.status(program.supertypes(escape.type()));
  }

  private List<Outcome> byLast(Escape escape) {
    List<Outcome> own = last.outcomes(escape, status(escape));
    own = own.isEmpty() ? errors.outcomes(escape, status(escape)) : own;
    return own.isEmpty() ? List.of(byDefault(escape)) : own;
  }

  private Outcome byDefault(Escape escape) {
    int status = status(escape);
    if (status == 0) {
      Answer page = reader.errorPage(500, Certainty.YES);
      return new Outcome(null, declared.asFarAsKnown(escape, page), 0, List.of());
    }
    Boundary own = declared.boundary(escape.alone());
    Boundary boundary =
        own.kind() == Boundary.Kind.DECLARED_STATUS
            ? own
            : new Boundary(Boundary.Kind.FRAMEWORK, BY_DEFAULT, null, escape.type());
    return new Outcome(
        boundary, reader.errorPage(ErrorPages.status(status), Certainty.NO), status, List.of());
  }

  @Override
  public Outcome sent(int status, String sender) {
    Boundary boundary = new Boundary(Boundary.Kind.FRAMEWORK, sender, null, "");
    Answer answer = reader.errorPage(status, Certainty.NO);
    return new Outcome(boundary, answer, status, List.of());
  }

  @Override
  public String raised(String ofMvc) {
    return Reactive.insteadOf(ofMvc);
  }

  @Override
  public List<RequestFailure> requestFailures(List<Handler> all) {
    List<RequestFailure> failures = new ArrayList<>(requestFailures.of(all));
    filters.chain().refusals(reader).forEach(outcome -> failures.add(refusal(null, outcome)));
    for (Handler handler : all) {
      functional
          .filters(handler)
          .refusals(reader)
          .forEach(outcome -> failures.add(refusal(handler, outcome)));
    }
    if (gate != null && !all.isEmpty()) {
      failures.addAll(gate.refusals());
    }
    return failures;
  }

  private static RequestFailure refusal(@Nullable Handler handler, Outcome outcome) {
    int status = outcome.answer().status();
    String by = Objects.requireNonNull(outcome.boundary(), "a filter").name();
    return new RequestFailure(
        "", by + " answers " + status + " itself", Statuses.mode(status), handler, outcome);
  }
}
