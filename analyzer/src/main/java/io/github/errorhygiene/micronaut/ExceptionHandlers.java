package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code ExceptionHandler} beans, the application's and Micronaut's: the one answers whose
 * exception is closest ({@code Qualifiers.byTypeArgumentsClosest}).
 */
final class ExceptionHandlers {
  private final Program program;
  private final List<HandlerBean> own = new ArrayList<>();
  private final Set<String> replaced = new TreeSet<>();

  /** A bean of the application. */
  record HandlerBean(TypeSymbol type, MethodSymbol method, String exception, boolean primary) {}

  /**
   * Who is closest.
   *
   * @param bean null if it is one of Micronaut's
   * @param builtin null if it is one of the application's
   */
  record Closest(@Nullable HandlerBean bean, Builtins.@Nullable Builtin builtin) {}

  ExceptionHandlers(Project project) {
    this.program = project.program();
    project.sourceSubtypes(Names.EXCEPTION_HANDLER).forEach(this::add);
    own.removeIf(bean -> replaced.contains(bean.type().name()));
    own.sort(
        Comparator.comparing((HandlerBean bean) -> !bean.primary())
            .thenComparing(bean -> bean.type().name()));
  }

  private void add(TypeSymbol type) {
    Type handler = program.asSuper(type.thisType(), Names.EXCEPTION_HANDLER);
    boolean bean = type.kind() == TypeDecl.Kind.CLASS && !type.isAbstract();
    if (!bean || handler == null || handler.arguments().isEmpty()) {
      return;
    }
    MethodSymbol method = method(type);
    Set<String> away = replaced(type);
    if (method == null || !method.owner().isSource()) {
      away.removeAll(program.supertypes(type.name())); // answers as the one that it replaces
    }
    replaced.addAll(away);
    boolean primary = type.annotation("io.micronaut.context.annotation.Primary") != null;
    boolean inherited = method != null && Builtins.isHandler(method.owner().name());
    if (method != null && !inherited) {
      own.add(new HandlerBean(type, method, handler.arguments().get(0).erasure(), primary));
    }
  }

  private static Set<String> replaced(TypeSymbol type) {
    Set<String> names = new TreeSet<>();
    AnnotationSymbol replaces = type.annotation("io.micronaut.context.annotation.Replaces");
    if (replaces != null) {
      replaces.types("value").forEach(each -> names.add(each.erasure()));
      replaces.types("bean").forEach(each -> names.add(each.erasure()));
    }
    return names;
  }

  /** The method that answers; of a superclass in a class file it has no body. */
  private @Nullable MethodSymbol method(TypeSymbol type) {
    return program.allMethods(type).stream()
        .filter(m -> m.name().equals("handle") && m.parameterTypes().size() == 2)
        .filter(m -> !m.isAbstract())
        .findFirst()
        .orElse(null);
  }

  /** The application's. */
  Stream<HandlerBean> own() {
    return own.stream();
  }

  /** Who answers an exception; null if nobody is for it. */
  @Nullable Closest closest(String exception) {
    for (String type : program.supertypes(exception)) {
      for (HandlerBean bean : own) {
        if (bean.exception().equals(type)) {
          return new Closest(bean, null);
        }
      }
      Builtins.Builtin builtin = Builtins.of(type);
      if (builtin != null && !replaced.contains(builtin.handler())) {
        return new Closest(null, builtin);
      }
    }
    return null;
  }
}
