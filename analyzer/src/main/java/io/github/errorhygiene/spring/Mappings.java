package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.Handler.Step;
import io.github.errorhygiene.web.Placeholders;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the handler methods of controllers (RequestMappingHandlerMapping). */
final class Mappings {
  /**
   * The shortcuts, and {@code @HttpExchange}'s, which map on controllers as well since Spring 6.1.
   */
  private static final Map<String, String> SHORTCUTS = shortcuts();

  private final Project project;
  private final Program program;
  private final Merged merged;
  private final Parameters parameters;
  private final Preparations preparations;
  private final ArgumentResolvers resolvers;
  private final BareParameters bare;
  private final Placeholders placeholders;

  Mappings(Project project, Merged merged) {
    this.project = project;
    this.program = project.program();
    this.merged = merged;
    this.resolvers = new ArgumentResolvers(project, merged);
    this.bare = new BareParameters(program, merged);
    this.parameters = new Parameters(program, merged, resolvers, bare, new Forms(program, merged));
    this.preparations = new Preparations(project, merged, parameters);
    this.placeholders = new Placeholders(project.properties());
  }

  private static Map<String, String> shortcuts() {
    Map<String, String> shortcuts = new LinkedHashMap<>();
    for (String method : List.of("Get", "Post", "Put", "Delete", "Patch")) {
      shortcuts.put(Names.WEB + method + "Mapping", method.toUpperCase(java.util.Locale.ROOT));
      shortcuts.put(
          "org.springframework.web.service.annotation." + method + "Exchange",
          method.toUpperCase(java.util.Locale.ROOT));
    }
    return shortcuts;
  }

  BareParameters bareParameters() {
    return bare;
  }

  /** The parameter that is the whole body as it came; empty if there is none. */
  String wholeBody(Handler handler) {
    return handler.code() instanceof Code.OfMethod code ? parameters.wholeBody(code.method()) : "";
  }

  /** The handler, asked by a client who is not authenticated as well. */
  Handler anonymously(Handler handler) {
    return handler.code() instanceof Code.OfMethod code
        ? handler.with(parameters.anonymously(code.method(), handler.arguments()))
        : handler;
  }

  List<Handler> handlers() {
    List<Handler> handlers = new ArrayList<>();
    for (TypeSymbol type : project.sourceTypes()) {
      if (isController(merged, type)) {
        handlers.addAll(handlers(type));
      }
    }
    return handlers;
  }

  /** Whether a class is a bean whose methods may handle requests. */
  static boolean isController(Merged merged, TypeSymbol type) {
    boolean bean =
        (type.kind() == TypeDecl.Kind.CLASS && !type.isAbstract())
            || type.kind() == TypeDecl.Kind.RECORD;
    return bean
        && (merged.onType(type, Names.CONTROLLER) != null
            || merged.onType(type, Names.REST_CONTROLLER) != null);
  }

  private List<Handler> handlers(TypeSymbol type) {
    List<Handler> handlers = new ArrayList<>();
    for (MethodSymbol method : program.allMethods(type)) {
      Mapping mapping = isInvoked(method) ? mapping(method) : null;
      if (mapping != null) {
        handlers.add(handler(type, method, mapping));
      }
    }
    return handlers;
  }

  private static boolean isInvoked(MethodSymbol method) {
    boolean runs = method.hasBody() || isCompiledDefault(method);
    return runs && !method.isStatic() && !method.isConstructor();
  }

  /** A default method that the controller leaves as it is. */
  private static boolean isCompiledDefault(MethodSymbol method) {
    return method.owner().isInterface() && !method.owner().isSource() && !method.isAbstract();
  }

  private record Mapping(Set<String> methods, List<String> paths) {}

  private Handler handler(TypeSymbol type, MethodSymbol method, Mapping mapping) {
    AnnotationSymbol onType = merged.onType(type, Names.REQUEST_MAPPING);
    List<String> prefixes = onType == null ? List.of("") : paths(onType);
    Set<String> methods =
        new LinkedHashSet<>(onType == null ? List.of() : onType.constants("method"));
    methods.addAll(mapping.methods());
    List<Route> routes = new ArrayList<>();
    List<String> raw = new ArrayList<>();
    for (String prefix : prefixes) {
      for (String path : mapping.paths()) {
        String whole = join(prefix, path);
        raw.add(whole);
        for (String httpMethod : methods.isEmpty() ? Set.of("ANY") : methods) {
          routes.add(new Route(httpMethod, variablesOnly(whole)));
        }
      }
    }
    return new Handler(
        Code.of(type, method),
        routes,
        parameters.values(method, raw),
        before(type, method, raw),
        success(type, method),
        ReturnTypes.body(method.returnType()),
        writesBody(type, method));
  }

  private List<Step> before(TypeSymbol type, MethodSymbol method, List<String> paths) {
    Set<Step> steps = new LinkedHashSet<>(preparations.of(type, method, paths));
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      resolvers.of(method, i).ifPresent(steps::add);
    }
    return List.copyOf(steps);
  }

  /** Whether the mapping itself asks for a media type: {@code consumes} or {@code produces}. */
  boolean restricts(Handler handler, String member) {
    AnnotationSymbol onType = merged.onType(handler.type(), Names.REQUEST_MAPPING);
    AnnotationSymbol onMethod = annotation(handler.method());
    return Stream.of(onType, onMethod)
        .anyMatch(mapping -> mapping != null && !mapping.strings(member).isEmpty());
  }

  private @Nullable AnnotationSymbol annotation(MethodSymbol method) {
    for (Annotated at : merged.declarations(method)) {
      for (String type : SHORTCUTS.keySet()) {
        AnnotationSymbol found = merged.find(at, type);
        if (found != null) {
          return found;
        }
      }
    }
    return merged.onMethod(method, Names.REQUEST_MAPPING);
  }

  private @Nullable Mapping mapping(MethodSymbol method) {
    for (Annotated at : merged.declarations(method)) {
      for (Map.Entry<String, String> shortcut : SHORTCUTS.entrySet()) {
        AnnotationSymbol found = merged.find(at, shortcut.getKey());
        if (found != null) {
          return new Mapping(Set.of(shortcut.getValue()), paths(found));
        }
      }
      AnnotationSymbol found = merged.find(at, Names.REQUEST_MAPPING);
      if (found != null) {
        return new Mapping(new LinkedHashSet<>(found.constants("method")), paths(found));
      }
    }
    return null;
  }

  private List<String> paths(AnnotationSymbol mapping) {
    List<String> paths =
        Stream.of("value", "path", "url")
            .flatMap(member -> mapping.strings(member).stream())
            .map(placeholders::resolve)
            .distinct()
            .toList();
    return paths.isEmpty() ? List.of("") : paths;
  }

  /** As {@code PathPattern} combines them: one slash between. */
  static String join(String prefix, String path) {
    String start = prefix.isEmpty() || prefix.startsWith("/") ? prefix : "/" + prefix;
    if (path.isEmpty()) {
      return start.isEmpty() ? "/" : start;
    }
    String end = path.startsWith("/") ? path : "/" + path;
    return start.endsWith("/") ? start.substring(0, start.length() - 1) + end : start + end;
  }

  /**
   * Drops regular expressions: <code>{id:\d+}</code> becomes <code>{id}</code>; braces may nest in
   * them.
   */
  static String variablesOnly(String path) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean skipping = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      skipping = depth > 0 && (skipping || c == ':');
      if (!skipping) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private int success(TypeSymbol type, MethodSymbol method) {
    if (isCompiledDefault(method) && isGenerated(method.owner())) {
      return 501;
    }
    AnnotationSymbol declared = merged.onMethod(method, Names.RESPONSE_STATUS);
    int status =
        StatusAnnotation.code(
            declared != null ? declared : merged.onType(type, Names.RESPONSE_STATUS));
    return status == 0 ? 200 : status;
  }

  /**
   * Whether openapi-generator wrote it: its default methods answer 501 and ask {@code getRequest}
   * for the accepted media types.
   */
  private static boolean isGenerated(TypeSymbol type) {
    return type.methods().stream()
        .anyMatch(m -> m.name().equals("getRequest") && m.parameterTypes().isEmpty());
  }

  /** Written as a body by whomever it is returned (HttpEntityMethodProcessor). */
  private boolean isEntity(String returned) {
    return returned.equals(Names.RESPONSE_ENTITY)
        || returned.equals(Names.PROBLEM_DETAIL)
        || program.isSubtype(returned, Names.ERROR_RESPONSE) == Certainty.YES;
  }

  private boolean writesBody(TypeSymbol type, MethodSymbol method) {
    return merged.onType(type, Names.REST_CONTROLLER) != null
        || merged.onType(type, Names.RESPONSE_BODY) != null
        || merged.onMethod(method, Names.RESPONSE_BODY) != null
        || isEntity(method.returnType().erasure());
  }
}
