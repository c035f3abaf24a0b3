package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application's exception mappers ({@code ExceptionMapper}, section 4.4 of the specification).
 */
final class Mappers {
  /** {@code Priorities.USER}, which those without {@code @Priority} have. */
  private static final int USER = 5000;

  private final Program program;
  private final List<Mapper> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param exception that it is for
   * @param priority of two for the same type the one with the lower number answers
   */
  record Mapper(TypeSymbol type, MethodSymbol method, String exception, int priority) {}

  Mappers(Program program) {
    this.program = program;
    Ws.names("ext.ExceptionMapper")
        .flatMap(name -> program.sourceSubtypes(name).stream())
        .distinct()
        .forEach(this::add);
    all.sort(
        Comparator.comparingInt(Mapper::priority).thenComparing(mapper -> mapper.type().name()));
  }

  private void add(TypeSymbol type) {
    boolean concrete = type.kind() == TypeDecl.Kind.CLASS && !type.isAbstract();
    String exception = concrete ? exception(type) : "";
    MethodSymbol method = exception.isEmpty() ? null : method(type, exception);
    if (method != null) {
      all.add(new Mapper(type, method, exception, priority(type)));
    }
  }

  /** The type argument, through the hierarchy. */
  private String exception(TypeSymbol type) {
    for (String name : Ws.names("ext.ExceptionMapper").toList()) {
      Type mapper = program.asSuper(type.thisType(), name);
      if (mapper != null && mapper.arguments().size() == 1) {
        return mapper.arguments().get(0).erasure();
      }
    }
    return "";
  }

  private @Nullable MethodSymbol method(TypeSymbol type, String exception) {
    for (MethodSymbol method : program.allMethods(type)) {
      boolean answers =
          method.name().equals("toResponse")
              && method.parameterTypes().size() == 1
              && !method.isAbstract();
      if (answers
          && program.isSubtype(exception, method.parameterTypes().get(0).erasure())
              != Certainty.NO) {
        return method;
      }
    }
    return null;
  }

  private static int priority(TypeSymbol type) {
    for (AnnotationSymbol annotation : type.annotations()) {
      if (annotation.type().endsWith(".annotation.Priority")
          && annotation.value("value") instanceof Integer number) {
        return number;
      }
    }
    return USER;
  }

  List<Mapper> all() {
    return all;
  }

  /** The one for the nearest supertype; null if there is none. */
  @Nullable Mapper closest(String exception) {
    List<String> supertypes = program.supertypes(exception);
    Mapper best = null;
    int least = Integer.MAX_VALUE;
    for (Mapper mapper : all) {
      int distance = supertypes.indexOf(mapper.exception());
      if (distance >= 0 && distance < least) {
        best = mapper;
        least = distance;
      }
    }
    return best;
  }
}
