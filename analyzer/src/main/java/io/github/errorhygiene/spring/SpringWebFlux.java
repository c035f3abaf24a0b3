package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.escape.Escape;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Placeholders;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Spring WebFlux as Boot sets it up: annotated controllers and functional routes. */
final class SpringWebFlux implements Framework, ExceptionAnswers {
  private static final String BY_DEFAULT = "DefaultErrorWebExceptionHandler";

  private final Program program;
  private final AnswerReader reader;
  private final Mappings mappings;
  private final FunctionalRoutes functional;
  private final Predicate<TypeSymbol> serves;
  private final ExceptionHandlers handlers;
  private final Declared declared;
  private final WebExceptionHandlers last;
  private final RequestFailures requestFailures;

  /**
   * The application as Spring would start it.
   *
   * @param version of the Spring Framework
   * @param serves whether handlers of that class are this stack's
   */
  SpringWebFlux(
      Project project, AnswerReader reader, SpringVersion version, Predicate<TypeSymbol> serves) {
    Program program = project.program();
    Engine engine = project.engine();
    Merged merged = new Merged(program, new ContractFirst(program, project.documents()));
    this.program = program;
    this.reader = reader;
    this.mappings = new Mappings(program, merged, new Placeholders(project.properties()));
    this.functional = new FunctionalRoutes(project, reader);
    this.serves = serves;
    this.handlers =
        new ExceptionHandlers(
            program,
            new Advices(program, merged, new Libraries(project, true), false),
            new HandlerCalls(
                project, new LibraryAnswers(project, reader, merged), reader, merged, version));
    this.declared = new Declared(program, merged);
    this.last = new WebExceptionHandlers(project, reader, merged);
    this.requestFailures =
        new RequestFailures(
            new Applications(program, merged), merged, mappings, new Bodies(engine), version, this);
  }

  /**
   * What Boot writes for an error (DefaultErrorAttributes of {@code boot.webflux.error}, until Boot
   * 4 {@code boot.web.reactive.error}): its body has the request's id.
   */
  static ErrorPage errorPage(Project project) {
    ErrorPage page = SpringMvc.errorPage(project.properties());
    SortedSet<String> keys = new TreeSet<>(page.keys());
    keys.add("requestId");
    return new ErrorPage(page.contentType(), keys, page.exposes());
  }

  @Override
  public String name() {
    return "Spring WebFlux";
  }

  @Override
  public AnswerReader reader() {
    return reader;
  }

  @Override
  public List<Handler> handlers() {
    List<Handler> all = new ArrayList<>(mappings.handlers());
    all.removeIf(handler -> !serves.test(handler.type()));
    all.addAll(functional.handlers(serves));
    return all;
  }

  @Override
  public List<Boundary> boundaries() {
    return handlers.boundaries(mappings.handlers().stream().map(Handler::type).distinct());
  }

  @Override
  public List<Outcome> outcomes(Handler handler, Escape escape) {
    if (functional.isThrownAtOnce(handler, escape)) {
      return byLast(escape);
    }
    List<Outcome> ofRouter = functional.outcomes(handler, escape);
    if (!ofRouter.isEmpty()) {
      return ofRouter;
    }
    TypeSymbol near = functional.near(handler);
    return near == null ? byLast(escape) : outcomes(handler, near, near, escape);
  }

  @Override
  public List<Outcome> outcomes(
      @Nullable Handler handler, @Nullable TypeSymbol controller, TypeSymbol near, Escape escape) {
    List<Outcome> handled = handlers.outcomes(controller, near, escape, status(escape));
    return handled.isEmpty() ? byLast(escape) : handled;
  }

  /** Causes do not count, and nothing but what WebFlux knows (DefaultErrorAttributes). */
  private int status(Escape escape) {
    int status = declared.status(escape.alone());
    boolean annotated =
        status > 0 && declared.boundary(escape.alone()).kind() == Boundary.Kind.DECLARED_STATUS;
    return annotated ? status : Reactive.status(program.supertypes(escape.type()));
  }

  private List<Outcome> byLast(Escape escape) {
    List<Outcome> own = last.outcomes(escape, status(escape));
    return own.isEmpty() ? List.of(byDefault(escape)) : own;
  }

  private Outcome byDefault(Escape escape) {
    int status = status(escape);
    if (status == 0) {
      return new Outcome(null, reader.errorPage(500, Certainty.YES), 0, List.of());
    }
    Boundary own = declared.boundary(escape.alone());
    Boundary boundary =
        own.kind() == Boundary.Kind.DECLARED_STATUS
            ? own
            : new Boundary(Boundary.Kind.FRAMEWORK, BY_DEFAULT, null, escape.type());
    return new Outcome(boundary, reader.errorPage(status, Certainty.NO), status, List.of());
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
    return requestFailures.of(all, functional::near);
  }
}
