package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The application's {@code @Error} methods ({@code DefaultRouter.findErrorRoute}). */
final class ErrorRoutes {
  private static final String THROWABLE = "java.lang.Throwable";

  private final Program program;
  private final Metadata metadata;
  private final List<ErrorRoute> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param exception that it is for; empty if it is for a status
   * @param status that it is for; 0 if it is for an exception
   * @param global for all controllers, not only for its own
   */
  record ErrorRoute(
      TypeSymbol type, MethodSymbol method, String exception, int status, boolean global) {}

  ErrorRoutes(Project project, Metadata metadata) {
    this.program = project.program();
    this.metadata = metadata;
    project.sourceTypes().stream()
        .filter(type -> type.kind() == TypeDecl.Kind.CLASS && !type.isAbstract())
        .forEach(this::collect);
  }

  private void collect(TypeSymbol type) {
    for (MethodSymbol method : program.allMethods(type)) {
      AnnotationSymbol error = method.hasBody() ? metadata.onMethod(method, Names.ERROR) : null;
      if (error != null) {
        all.add(route(type, method, error));
      }
    }
  }

  private ErrorRoute route(TypeSymbol type, MethodSymbol method, AnnotationSymbol error) {
    boolean global = Boolean.TRUE.equals(error.value("global"));
    int status = error.constants("status").stream().mapToInt(Statuses::named).findFirst().orElse(0);
    String exception = status > 0 ? "" : exception(method, error);
    return new ErrorRoute(type, method, exception, status, global);
  }

  /** Named by the annotation, else a parameter; without a class path one of an unknown type. */
  private String exception(MethodSymbol method, AnnotationSymbol error) {
    for (String member : List.of("value", "exception")) {
      for (Type named : error.types(member)) {
        return named.erasure();
      }
    }
    List<Type> types = method.parameterTypes();
    return types.stream()
        .filter(type -> program.isSubtype(type.erasure(), THROWABLE) == Certainty.YES)
        .findFirst()
        .or(() -> types.stream().filter(type -> !type.isKnown()).findFirst())
        .map(Type::erasure)
        .orElse(THROWABLE);
  }

  /**
   * The nearest for an exception: the controller's own first, then the global ones; null if none.
   *
   * @param controller null if no route was found
   */
  @Nullable ErrorRoute forException(@Nullable TypeSymbol controller, String exception) {
    ErrorRoute local = controller == null ? null : nearest(controller, exception);
    return local == null ? nearest(null, exception) : local;
  }

  private @Nullable ErrorRoute nearest(@Nullable TypeSymbol controller, String exception) {
    List<String> supertypes = program.supertypes(exception);
    ErrorRoute best = null;
    int least = Integer.MAX_VALUE;
    for (ErrorRoute route : all) {
      int distance = applies(route, controller) ? supertypes.indexOf(route.exception()) : -1;
      if (distance >= 0 && distance < least) {
        best = route;
        least = distance;
      }
    }
    return best;
  }

  /** Those for exceptions. */
  Stream<ErrorRoute> ofExceptions() {
    return all.stream().filter(route -> !route.exception().isEmpty());
  }

  /** The one for a status: the controller's own first, then a global one; null if none. */
  @Nullable ErrorRoute forStatus(@Nullable TypeSymbol controller, int status) {
    ErrorRoute local = controller == null ? null : ofStatus(controller, status);
    return local == null ? ofStatus(null, status) : local;
  }

  private @Nullable ErrorRoute ofStatus(@Nullable TypeSymbol controller, int status) {
    return all.stream()
        .filter(route -> route.status() == status && applies(route, controller))
        .findFirst()
        .orElse(null);
  }

  private static boolean applies(ErrorRoute route, @Nullable TypeSymbol controller) {
    return controller == null
        ? route.global()
        : !route.global() && route.type().name().equals(controller.name());
  }
}
