package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.AnsweringMethod;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Modules;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An application of JAX-RS. */
final class JaxRs implements Framework {
  /** Servers that Jersey runs on without a look at {@code @ApplicationPath}. */
  private static final List<String> STANDALONE =
      List.of(
          "org.glassfish.jersey.grizzly2.",
          "org.glassfish.jersey.jdkhttp.",
          "org.glassfish.jersey.netty.",
          "org.glassfish.jersey.simple.");

  /** The plugin that makes an application of a module. */
  private static final String QUARKUS = "quarkus-maven-plugin";

  private static final Set<String> STARTED =
      Set.of(
          "io.dropwizard.Application",
          "io.dropwizard.core.Application",
          "jakarta.ws.rs.core.Application",
          "javax.ws.rs.core.Application");

  private final Project project;
  private final Implementation implementation;
  private final Endpoints endpoints;

  private final Mappers mappers;
  private final ExceptionAnswers answers;
  private final String api;
  private final Catalogue catalogue;

  private JaxRs(
      Project project, Implementation implementation, Endpoints endpoints, Certainty around) {
    this.project = project;
    this.implementation = implementation;
    this.endpoints = endpoints;
    this.mappers = new Mappers(project, implementation.ownMappers());
    this.answers = new ExceptionAnswers(project, implementation, endpoints, mappers, around);
    this.api = namespace(project) + ".ws.rs.";
    this.catalogue = project.catalogue();
  }

  private static Resources resources(Project project, boolean implied) {
    Program program = project.program();
    Inputs inputs = new Inputs(program, implied);
    return new Resources(program, project.engine(), new Declared(program), inputs);
  }

  /** The applications of a source tree. */
  static List<Modules.Part> parts(Project project) {
    return Modules.of(
        project,
        type -> isStart(project, type),
        project.builders().apply(QUARKUS),
        resources(project, false)::isRoot);
  }

  /** A class that only what is started has. */
  private static boolean isStart(Project project, TypeSymbol type) {
    return type.annotation("io.quarkus.runtime.annotations.QuarkusMain") != null
        || project.program().supertypes(type.name()).stream().skip(1).anyMatch(STARTED::contains);
  }

  /** The application as its runtime would start it. */
  static JaxRs of(Modules.Part part) {
    Project project = part.project();
    Implementation implementation = Implementations.of(project, namespace(project));
    Resources resources = resources(project, implementation.implied());
    boolean honoured = !STANDALONE.stream().anyMatch(project::imports);
    Certainty around = resources.areThere() ? ServletFilters.identify(project) : Certainty.NO;
    Endpoints endpoints =
        new Endpoints(
            resources.all(
                new ApplicationPaths(
                    project, honoured, implementation.root(), implementation.path()),
                part.answers()),
            new Filters(project),
            requestId ->
                reader(project, implementation, requestId == Certainty.YES ? requestId : around),
            implementation);
    return new JaxRs(project, implementation, endpoints, around);
  }

  private static String namespace(Project project) {
    return project.imports("javax.ws.rs.") ? "javax" : "jakarta";
  }

  private static AnswerReader reader(
      Project project, Implementation implementation, Certainty requestId) {
    Page empty = implementation.empty();
    String contentType = empty == null ? "text/html" : empty.contentType();
    ErrorPage page = new ErrorPage(contentType, new TreeSet<>(), List.of());
    AnswerReader reader = project.reader(requestId, page);
    return empty == null ? reader : reader.fillingErrors();
  }

  @Override
  public String name() {
    return implementation.name();
  }

  @Override
  public String server() {
    return project.server();
  }

  @Override
  public AnswerReader reader() {
    return endpoints.reader(null);
  }

  @Override
  public AnswerReader reader(Handler handler) {
    return endpoints.reader(handler);
  }

  @Override
  public List<Handler> handlers() {
    return endpoints.handlers();
  }

  @Override
  public String readsWhole(Handler handler) {
    boolean sent = handler.routes().stream().anyMatch(route -> !route.method().equals("GET"));
    return sent ? Inputs.wholeBody(endpoints.of(handler).inputs()) : "";
  }

  /** Nothing is no content; what may be nothing may be either. */
  @Override
  public SortedSet<Integer> statuses(Handler handler, Instance part) {
    Value body = part.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    boolean something = part.type().equals(Answers.SOMETHING);
    if (part.fields().containsKey(AnswerModel.STATUS) || !something) {
      return Parts.statuses(part, handler.success());
    }
    if (endpoints.isSuspended(handler) && !body.isNull()) {
      return new TreeSet<>(List.of(body.isNothing() ? 0 : 200));
    }
    if (implementation.absent() > 0
        && endpoints.isOptional(handler)
        && (body.isNull() || body.mayBeAbsent())) {
      int absent = implementation.absent();
      return new TreeSet<>(body.isNull() ? List.of(absent) : List.of(200, absent));
    }
    if (endpoints.declared(handler) > 0) {
      return new TreeSet<>(List.of(endpoints.declared(handler)));
    }
    if (endpoints.isNothing(handler) || body.isNull()) {
      return new TreeSet<>(List.of(204));
    }
    if (endpoints.isResponse(handler)) {
      return new TreeSet<>(List.of(0));
    }
    boolean perhaps = body.mayBeAbsent() && !endpoints.isWrapped(handler);
    return new TreeSet<>(perhaps ? List.of(200, 204) : List.of(200));
  }

  @Override
  public List<Outcome> outcomes(Handler handler, Escape escape) {
    String stages = implementation.stages();
    return stages != null && endpoints.isStage(handler)
        ? answers.of(handler, wrapped(stages, escape))
        : answers.of(handler, escape);
  }

  /**
   * A library's method that throws one exception throws others of its kind as well, or only these.
   */
  @Override
  public List<Escape> kinds(Escape escape) {
    List<Escape> kinds = new ArrayList<>();
    if (escape.source() == Escape.Source.CATALOGUE) {
      Stream.concat(
              implementation.mappers().stream().map(BuiltIn::exception),
              mappers.all().stream().map(Mappers.Mapper::exception))
          .distinct()
          .filter(type -> catalogue.isKind(type, escape.type(), escape.cause()))
          .forEach(type -> kinds.add(escape.as(type)));
    }
    if (!catalogue.isOneOf(escape.type(), kinds.stream().map(Escape::type).toList())) {
      kinds.add(0, escape);
    }
    return kinds;
  }

  /** What a stage failed with. */
  private static Escape wrapped(String wrapper, Escape escape) {
    return new Escape(
        wrapper,
        escape.origin(),
        escape.source(),
        "",
        escape.cause(),
        escape.absence(),
        escape.unconditional(),
        escape.mode(),
        Map.of(),
        escape);
  }

  @Override
  public List<Boundary> boundaries() {
    return mappers.all().stream().map(ExceptionAnswers::boundary).toList();
  }

  /** As SmallRye OpenAPI does for mappers with {@code @APIResponse}. */
  @Override
  public List<AnsweringMethod> answeringMethods() {
    return mappers.all().stream().map(each -> new AnsweringMethod(each.method(), 0)).toList();
  }

  @Override
  public List<RequestFailure> requestFailures(List<Handler> handlers) {
    return new RequestFailures(project, implementation, endpoints, api, answers).all();
  }
}
