package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.Placeholders;
import io.github.errorhygiene.web.Statuses;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the routes of controllers (AnnotatedMethodRouteBuilder). */
final class Routes {
  private static final Set<String> METHODS =
      Set.of("Get", "Post", "Put", "Patch", "Delete", "Head", "Options", "Trace");

  private static final String CUSTOM = Names.HTTP + "CustomHttpMethod";
  private static final String CONTEXT_PATH = "micronaut.server.context-path";

  private final Program program;
  private final Metadata metadata;
  private final Parameters parameters;
  private final Placeholders placeholders;
  private final String contextPath;

  Routes(Program program, Metadata metadata, Placeholders placeholders) {
    this.program = program;
    this.metadata = metadata;
    this.parameters = new Parameters(metadata);
    this.placeholders = placeholders;
    this.contextPath = contextPath(placeholders);
  }

  /** Path of the server, below which everything is; {@code /} if there is none. */
  static String contextPath(Placeholders placeholders) {
    String path = placeholders.resolve("${" + CONTEXT_PATH + ":}");
    return path.isEmpty() || path.contains("${") ? "/" : UriTemplates.root(path);
  }

  Parameters parameters() {
    return parameters;
  }

  List<Handler> handlers(Predicate<TypeSymbol> own) {
    return program.sourceTypes().stream()
        .filter(own)
        .filter(Routes::isController)
        .flatMap(type -> handlers(type).stream())
        .toList();
  }

  static boolean isController(TypeSymbol type) {
    return type.kind() == TypeDecl.Kind.CLASS
        && !type.isAbstract()
        && type.annotation(Names.CONTROLLER) != null;
  }

  private List<Handler> handlers(TypeSymbol type) {
    List<Handler> handlers = new ArrayList<>();
    for (MethodSymbol method : program.allMethods(type)) {
      AnnotationSymbol mapping = isInvoked(method) ? mapping(method) : null;
      if (mapping != null) {
        handlers.add(handler(type, method, mapping));
      }
    }
    return handlers;
  }

  private static boolean isInvoked(MethodSymbol method) {
    boolean runs = method.hasBody() || (!method.isAbstract() && !method.owner().isSource());
    return runs
        && !method.isStatic()
        && !method.isConstructor()
        && !Modifier.isPrivate(method.modifiers());
  }

  private @Nullable AnnotationSymbol mapping(MethodSymbol method) {
    return metadata
        .declarations(method)
        .flatMap(at -> at.annotations().stream())
        .filter(a -> !httpMethod(a).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static String httpMethod(AnnotationSymbol annotation) {
    if (annotation.type().equals(CUSTOM)) {
      return String.valueOf(annotation.value("method")).toUpperCase(Locale.ROOT);
    }
    String simple = Names.simple(annotation.type());
    boolean known = annotation.type().startsWith(Names.HTTP) && METHODS.contains(simple);
    return known ? simple.toUpperCase(Locale.ROOT) : "";
  }

  private Handler handler(TypeSymbol type, MethodSymbol method, AnnotationSymbol mapping) {
    String root = root(type);
    List<String> templates =
        templates(mapping).stream().map(uri -> UriTemplates.nested(root, uri)).toList();
    String httpMethod = httpMethod(mapping);
    List<Route> routes =
        templates.stream()
            .map(UriTemplates::path)
            .distinct()
            .map(path -> new Route(httpMethod, path))
            .toList();
    return new Handler(
        Code.of(type, method),
        routes,
        parameters.values(method, templates),
        List.of(),
        success(method),
        Results.body(method.returnType()),
        true);
  }

  private String root(TypeSymbol type) {
    AnnotationSymbol controller = type.annotation(Names.CONTROLLER);
    List<String> paths = controller == null ? List.of() : controller.strings("value");
    String path = paths.isEmpty() ? "/" : placeholders.resolve(paths.get(0));
    return UriTemplates.nested(contextPath, UriTemplates.root(path));
  }

  private List<String> templates(AnnotationSymbol mapping) {
    List<String> templates =
        Stream.of("value", "uri", "uris")
            .flatMap(member -> mapping.strings(member).stream())
            .map(placeholders::resolve)
            .distinct()
            .toList();
    return templates.isEmpty() ? List.of("/") : templates;
  }

  /** The templates of a handler, for what is bound to its parameters. */
  List<String> templates(Handler handler) {
    AnnotationSymbol mapping = mapping(handler.method());
    return mapping == null
        ? List.of()
        : templates(mapping).stream()
            .map(uri -> UriTemplates.nested(root(handler.type()), uri))
            .toList();
  }

  /** {@code @Status}, for answers that do not name one. */
  private int success(MethodSymbol method) {
    int declared = status(metadata.onMethod(method, Names.STATUS));
    return declared == 0 ? 200 : declared;
  }

  static int status(@Nullable AnnotationSymbol annotation) {
    return annotation == null
        ? 0
        : annotation.constants("value").stream().mapToInt(Statuses::named).findFirst().orElse(0);
  }
}
