package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.AnsweringMethod;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.FilterChain;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.SentAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spring MVC as Boot sets it up: who answers an exception, asked in the order of {@code
 * DispatcherServlet}.
 */
final class SpringMvc implements Framework, ExceptionAnswers {
  /** What exceptions of handlers leave the DispatcherServlet in before Spring 6. */
  private static final String NESTED = "org.springframework.web.util.NestedServletException";

  /**
   * The error page has nothing for who accepts no JSON, and what was too large is so for it, too
   * (observed with Tomcat, Jetty and Undertow).
   */
  private static final Set<String> WITHOUT_PAGE = Set.of(Names.NOT_ACCEPTABLE, Uploads.TOO_LARGE);

  /** Those that carry no status of their own, and are let be where an answer was sent. */
  private static final Set<String> IGNORED =
      Set.of(
          "org.springframework.http.converter.HttpMessageNotReadableException",
          "org.springframework.http.converter.HttpMessageNotWritableException");

  private final Project project;
  private final Program program;
  private final AnswerReader reader;
  private final Mappings mappings;
  private final ExceptionHandlers handlers;
  private final boolean documentsAdvices;
  private final Declared declared;
  private final RequestFailures requestFailures;
  private final HandlerInterceptors interceptors;
  private final Marks marks;
  private final OwnAnswers ownAnswers;
  private final WebFilters filters;
  private final ExceptionResolvers resolvers;
  private final SpringVersion version;
  private final Engine engine;
  private final FunctionalRoutes functional;
  private final Predicate<TypeSymbol> serves;
  private final @Nullable Security security;
  private final @Nullable Security gate;
  private final RequestIds ids;

  /**
   * The application as Spring would start it.
   *
   * @param version of the Spring Framework
   * @param serves whether handlers of that class are this stack's
   */
  SpringMvc(
      Project project,
      Merged merged,
      AnswerReader given,
      SpringVersion version,
      Predicate<TypeSymbol> serves) {
    this.project = project;
    this.program = project.program();
    this.engine = project.engine();
    this.ids = project.catalogue().requestIds();
    Map<String, String> properties = project.properties();
    Routes setup = Routes.of(project, SpringAdapter.SETUP);
    FilterBeans beans = new FilterBeans(program, engine, merged, setup, properties);
    this.filters = new WebFilters(project, beans, WebFilters.SERVLET);
    this.mappings = new Mappings(project, merged);
    ErrorPages pages =
        new ErrorPages(project, given, false, ErrorBody.page(properties), mappings::handlers);
    AnswerReader reader = given.with(filters.identifies(ids)).with(pages::of);
    this.reader = reader;
    LibraryAnswers libraries = new LibraryAnswers(project, reader, merged);
    this.handlers =
        new ExceptionHandlers(
            program,
            new Advices(
                project,
                merged,
                new Libraries(project, false),
                version,
                problemDetails(properties, version)),
            new HandlerCalls(project, libraries, reader, merged, version, false));
    this.documentsAdvices =
        !"false".equals(project.properties().get("springdoc.override-with-generic-response"));
    this.declared = new Declared(project.engine(), merged);
    this.functional = new FunctionalRoutes(project, reader);
    this.serves = serves;
    this.interceptors = new HandlerInterceptors(project, setup);
    BodyAdvices advices = new BodyAdvices(project, reader);
    this.marks = new Marks(interceptors, advices, engine, ids);
    this.ownAnswers = new OwnAnswers(reader);
    LibraryEntryPoints entryPoints = new LibraryEntryPoints(libraries, this::withoutHandler);
    this.security = Security.of(setup, engine, reader, version, false, entryPoints);
    this.version = version;
    AnswerReader atGate = filters.atGate(reader, ids);
    LibraryAnswers there = new LibraryAnswers(project, atGate, merged);
    LibraryEntryPoints refusing = new LibraryEntryPoints(there, this::withoutHandler);
    this.gate = Security.of(setup, engine, atGate, version, false, refusing);
    this.resolvers = new ExceptionResolvers(project, reader, merged);
    this.requestFailures =
        new RequestFailures(
            merged,
            mappings,
            new Bodies(engine),
            version,
            new MethodSecurity(project, merged),
            this);
  }

  /** Boot's own advice (ProblemDetailsExceptionHandler). */
  private static String problemDetails(Map<String, String> properties, SpringVersion version) {
    boolean enabled = "true".equals(properties.get("spring.mvc.problemdetails.enabled"));
    return enabled && version.hasProblemDetail() ? Names.RESPONSE_ENTITY_EXCEPTION_HANDLER : "";
  }

  @Override
  public Outcome sent(int status, String sender) {
    Boundary boundary = new Boundary(Boundary.Kind.FRAMEWORK, sender, null, "");
    return new Outcome(boundary, answer(status, Certainty.NO), status, List.of());
  }

  @Override
  public String name() {
    return "Spring MVC";
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

  /** A view name may redirect ({@code UrlBasedViewResolver}'s prefix {@code redirect:}). */
  @Override
  public SortedSet<Integer> statuses(Handler handler, Instance part) {
    Value body = part.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    boolean redirects = body.strings().stream().anyMatch(name -> name.startsWith("redirect:"));
    boolean view = !handler.writesBody() || part.type().endsWith(".ModelAndView");
    return Parts.statuses(part, redirects && view ? 302 : handler.success());
  }

  @Override
  public List<Handler> handlers() {
    return Stream.concat(
            mappings.handlers().stream()
                .filter(handler -> serves.test(handler.type()))
                .map(this::intercepted),
            functional.handlers(serves, List.of()).stream())
        .toList();
  }

  private Handler intercepted(Handler handler) {
    List<Handler.Step> before = new ArrayList<>(filters.chain(handler).steps());
    before.addAll(interceptors.before(handler));
    boolean open = security != null && security.isOpen(handler);
    return (open ? mappings.anonymously(handler) : handler).after(before);
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
    List<Outcome> ofRouter = functional.outcomes(handler, escape);
    if (!ofRouter.isEmpty()) {
      return ofRouter;
    }
    TypeSymbol near = functional.near(handler);
    return near == null
        ? List.of(byDefault(escape, declared.status(escape)))
        : throughFilters(handler, near, escape);
  }

  private List<Outcome> throughFilters(Handler handler, TypeSymbol controller, Escape escape) {
    FilterChain chain = filters.chain(handler);
    if (!chain.raises(escape)) {
      return outcomes(handler, controller, escape);
    }
    List<Outcome> outcomes = new ArrayList<>();
    if (WebFilters.isKnown(escape)) {
      outcomes.addAll(outside(handler, chain.pass(escape, reader), escape));
    }
    if (throwsAsWell(handler, escape)) {
      outcomes.addAll(outcomes(handler, controller, escape));
    }
    return outcomes;
  }

  /** The same code may run in a filter and in the handler. */
  private boolean throwsAsWell(Handler handler, Escape escape) {
    return handler.code().run(engine, handler.arguments()).escapes().contains(escape);
  }

  /** What a filter throws is seen by the filters around it, and then by the container. */
  private List<Outcome> outside(Handler handler, FilterChain.Passage passage, Escape escape) {
    List<Outcome> outcomes = new ArrayList<>(passage.answers());
    @Nullable SentAnswer sent = SentAnswer.before(escape);
    if (!passage.rest().isEmpty() && sent != null) {
      outcomes.add(sent.left(reader));
    } else if (!passage.rest().isEmpty()) {
      List<Outcome> secured = secured(handler, escape, 0);
      outcomes.addAll(secured.isEmpty() ? List.of(byDefault(escape, 0)) : secured);
    }
    return outcomes;
  }

  /** What advices answer that are for all controllers. */
  private List<Outcome> withoutHandler(Escape escape) {
    return handlers.outcomes(null, escape, declared.status(escape));
  }

  @Override
  public List<Outcome> outcomes(
      @Nullable Handler handler, @Nullable TypeSymbol controller, Escape escape) {
    return marks.on(resolved(handler, controller, escape), handler, controller);
  }

  @Override
  public AnswerReader reader(Handler handler) {
    return marks.reader(reader, handler);
  }

  private List<Outcome> resolved(
      @Nullable Handler handler, @Nullable TypeSymbol controller, Escape escape) {
    int status = declared.status(escape);
    List<Outcome> first = resolvers.outcomes(escape, status, true);
    if (!first.isEmpty()) {
      return first;
    }
    Asked asked = new Asked(escape);
    List<Outcome> handled = handlers.outcomes(controller, escape, status, asked);
    return handled.isEmpty() ? asked.last(byDefault(handler, escape, status)) : handled;
  }

  private List<Outcome> byDefault(@Nullable Handler handler, Escape escape, int status) {
    boolean unresolved = status == 0 || declared.isBySecurity(escape);
    List<Outcome> last =
        unresolved ? resolvers.outcomes(escape, status, false) : List.<Outcome>of();
    if (!last.isEmpty()) {
      return last;
    }
    @Nullable SentAnswer sent = SentAnswer.before(escape);
    if (sent != null && isIgnored(escape)) {
      return List.of(sent.kept(reader, declared.boundary(escape)));
    }
    if ((status == 0 || sent != null) && handler != null) {
      Escape leaving = leaving(escape);
      return outside(handler, filters.pass(handler, leaving, reader), escape);
    }
    List<Outcome> secured = secured(handler, escape, status);
    return secured.isEmpty() ? List.of(byDefault(escape, status)) : secured;
  }

  /** Where an answer was sent (DefaultHandlerExceptionResolver.handle…). */
  private boolean isIgnored(Escape escape) {
    List<String> supertypes = program.supertypes(escape.type());
    return (version.isAtLeast(6, 0) && supertypes.contains(Names.ERROR_RESPONSE))
        || (version.isAtLeast(6, 2) && supertypes.stream().anyMatch(IGNORED::contains));
  }

  /** As it leaves the DispatcherServlet (FrameworkServlet.processRequest). */
  private Escape leaving(Escape escape) {
    List<String> supertypes = program.supertypes(escape.type());
    String servlet = version.namespace() + ".servlet.ServletException";
    boolean passes = supertypes.contains(servlet) || supertypes.contains("java.io.IOException");
    return passes ? escape : escape.wrappedIn(version.isAtLeast(6, 0) ? servlet : NESTED);
  }

  /** What Spring Security makes of it; empty if it lets it be. */
  private List<Outcome> secured(@Nullable Handler handler, Escape escape, int status) {
    if (security == null) {
      return List.of();
    }
    if (status > 0 && declared.isBySecurity(escape)) {
      return status == 403
          ? security.denied(escape.type())
          : security.unauthenticated(escape.type());
    }
    return security.insteadOfPage(handler, escape.type(), status);
  }

  private Outcome byDefault(Escape escape, int status) {
    if (status == 0) {
      Answer answer = answer(500, Certainty.YES);
      return new Outcome(null, declared.asFarAsKnown(escape, answer), 0, List.of());
    }
    Boundary boundary = declared.boundary(escape);
    Place place = boundary.place();
    List<Step> steps =
        place == null ? List.of() : List.of(new Step(place, "answered by " + boundary.name()));
    Answer answer =
        WITHOUT_PAGE.contains(escape.type()) ? withoutBody(status) : answer(status, Certainty.NO);
    return new Outcome(boundary, answer, status, steps);
  }

  /** No body of Boot's error controller. */
  private Answer withoutBody(int status) {
    return new Answer(status, null, new TreeSet<>(), reader.everywhere(), List.of(), Certainty.NO);
  }

  /** What Boot's error controller answers. */
  private Answer answer(int status, Certainty logged) {
    return reader.errorPage(ErrorPages.status(status), logged);
  }

  @Override
  public List<RequestFailure> requestFailures(List<Handler> handlers) {
    List<RequestFailure> failures = new ArrayList<>(requestFailures.of(handlers));
    for (Handler handler : handlers) {
      for (Handler.Step step : interceptors.before(handler)) {
        Summary summary = step.code().run(engine, step.arguments());
        failures.addAll(ownAnswers.refusals(step.code(), summary, handler));
      }
    }
    for (Handler.Step step : filters.chain().steps()) {
      filters.limited(step, refusals(step), handlers).forEach(failures::add);
    }
    if (gate != null && !handlers.isEmpty()) {
      failures.addAll(gate.refusals());
    }
    return failures;
  }

  /** Only filters before it see what a filter refuses. */
  private List<RequestFailure> refusals(Handler.Step step) {
    Certainty before =
        reader.everywhere() == Certainty.YES && step.code() instanceof Code.OfMethod of
            ? filters.identifies(of.type(), ids)
            : reader.everywhere();
    return new OwnAnswers(reader.with(before))
        .ofFilter(step.code(), step.code().run(engine, step.arguments()));
  }
}
