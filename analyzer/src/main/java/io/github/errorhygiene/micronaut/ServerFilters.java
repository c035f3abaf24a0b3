package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.Handler.Step;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The application's server filters: whether one puts a request id on answers, and what may fail
 * before controllers are asked. Filters see the answers to failures as well ({@code FilterRunner}).
 */
final class ServerFilters {
  /** What the rows in {@code answers.yaml} call the response that will be sent. */
  private static final Value RESPONSE = Value.of(new Instance("#micronaut-response", Map.of()));

  private static final Set<String> EVERYTHING = Set.of("/**", "**", "/*", "");
  private static final String REQUEST_FILTER = Names.HTTP + "RequestFilter";
  private static final String RESPONSE_FILTER = Names.HTTP + "ResponseFilter";

  private final Project project;
  private final Program program;
  private final Engine engine;
  private final RequestIds ids;
  private final String contextPath;

  /**
   * Those of an application.
   *
   * @param contextPath of the server, {@code /} if it has none
   */
  ServerFilters(Project project, String contextPath) {
    this.project = project;
    this.program = project.program();
    this.engine = project.engine();
    this.ids = project.catalogue().requestIds();
    this.contextPath = contextPath;
  }

  /** Whether every answer has a header with a request id; unknown if those of some paths have. */
  Certainty requestIdEverywhere() {
    Certainty everywhere = Certainty.NO;
    for (TypeSymbol type : project.sourceTypes()) {
      if (type.kind() == TypeDecl.Kind.CLASS && !type.isAbstract() && setsRequestId(type)) {
        if (isForEverything(type)) {
          return Certainty.YES;
        }
        everywhere = Certainty.UNKNOWN;
      }
    }
    return everywhere;
  }

  /** What runs before a handler of these routes: what it throws is answered as if that threw it. */
  List<Step> before(List<Route> routes) {
    List<Step> steps = new ArrayList<>();
    for (TypeSymbol type : project.sourceTypes()) {
      boolean filter =
          type.kind() == TypeDecl.Kind.CLASS
              && !type.isAbstract()
              && Metadata.from(type, Names.HTTP).anyMatch(ServerFilters::isFilter);
      if (filter) {
        program.allMethods(type).stream()
            .filter(method -> method.hasBody() && isFor(type, method, routes))
            .forEach(method -> steps.add(step(type, method)));
      }
    }
    return steps;
  }

  private boolean isFor(TypeSymbol type, MethodSymbol method, List<Route> routes) {
    AnnotationSymbol own = method.annotation(REQUEST_FILTER);
    if (own == null) {
      return false;
    }
    List<String> patterns = nested(patterns(type), patterns(own));
    List<String> ofMethod = own.constants("methods");
    List<String> methods = ofMethod.isEmpty() ? methods(type) : ofMethod;
    return routes.stream()
        .filter(route -> methods.isEmpty() || methods.contains(route.method()))
        .anyMatch(route -> isFor(patterns, route.path()));
  }

  /** Those of methods stand below those of their class (BaseFilterProcessor.combineMetadata). */
  private static List<String> nested(List<String> above, List<String> below) {
    if (above.isEmpty() || below.isEmpty()) {
      return above.isEmpty() ? below : above;
    }
    return above.stream().flatMap(a -> below.stream().map(b -> nested(a, b))).toList();
  }

  private static String nested(String above, String below) {
    if (isForEverything(List.of(above))) {
      return below;
    }
    String start = above.replaceFirst("/(\\*\\*)?$", "");
    return isForEverything(List.of(below))
        ? start + "/**"
        : above.replaceFirst("/$", "") + "/" + below.replaceFirst("^/", "");
  }

  private Step step(TypeSymbol type, MethodSymbol method) {
    Value request = Value.unknown(Dependence.REQUEST).sure();
    Code code = new Code.OfMethod(type, method, engine.newObject(type));
    return new Step(code, Collections.nCopies(method.parameterTypes().size(), request));
  }

  /** Without a path of the server, which patterns leave out as routes do. */
  private boolean isFor(List<String> patterns, String path) {
    String root = contextPath.equals("/") ? "" : contextPath;
    return isForEverything(patterns)
        || patterns.stream()
            .map(each -> each.startsWith(root) ? each : root + UriTemplates.root(each))
            .anyMatch(each -> covers(each, path));
  }

  /** A path, or all below one; other patterns are for nothing that is known. */
  private static boolean covers(String pattern, String path) {
    if (!pattern.endsWith("/**")) {
      return pattern.equals(path);
    }
    String above = pattern.substring(0, pattern.length() - "/**".length());
    return path.equals(above) || path.startsWith(above + "/");
  }

  private static boolean isForEverything(TypeSymbol type) {
    return isForEverything(patterns(type));
  }

  private static boolean isForEverything(List<String> patterns) {
    return patterns.isEmpty()
        || patterns.stream().anyMatch(p -> EVERYTHING.contains(p) || p.equals("MATCH_ALL_PATTERN"));
  }

  private static List<String> patterns(TypeSymbol type) {
    return Metadata.from(type, Names.HTTP)
        .filter(ServerFilters::isFilter)
        .flatMap(annotation -> patterns(annotation).stream())
        .toList();
  }

  private static List<String> patterns(AnnotationSymbol annotation) {
    List<String> patterns = new ArrayList<>(annotation.strings("value"));
    patterns.addAll(annotation.strings("patterns"));
    patterns.addAll(annotation.constants("value"));
    return patterns;
  }

  private static List<String> methods(TypeSymbol type) {
    return Metadata.from(type, Names.HTTP)
        .filter(ServerFilters::isFilter)
        .flatMap(annotation -> annotation.constants("methods").stream())
        .toList();
  }

  private static boolean isFilter(AnnotationSymbol annotation) {
    return annotation.type().equals(Names.HTTP + "Filter")
        || annotation.type().equals(Names.HTTP + "ServerFilter");
  }

  private boolean setsRequestId(TypeSymbol type) {
    if (Metadata.from(type, Names.HTTP).noneMatch(ServerFilters::isFilter)) {
      return false;
    }
    return program.allMethods(type).stream()
        .filter(MethodSymbol::hasBody)
        .filter(m -> m.annotation(RESPONSE_FILTER) != null || m.name().matches("doFilter(Once)?"))
        .anyMatch(method -> setsRequestId(type, method));
  }

  private boolean setsRequestId(TypeSymbol type, MethodSymbol method) {
    List<Value> arguments =
        method.parameterTypes().stream()
            .map(Type::erasure)
            .map(name -> name.endsWith("HttpResponse") ? RESPONSE : Value.GIVEN)
            .toList();
    return AnswerModel.mayHaveRequestId(Code.of(type, method).run(engine, arguments).answer(), ids);
  }
}
