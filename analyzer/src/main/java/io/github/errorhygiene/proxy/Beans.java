package io.github.errorhygiene.proxy;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which classes the container makes objects of: only those get anything put around them. */
final class Beans {
  private static final String BEAN = "org.springframework.context.annotation.Bean";
  private static final List<String> MARKS =
      List.of(
          "org.springframework.stereotype.Component",
          "org.springframework.web.bind.annotation.ControllerAdvice",
          "jakarta.inject.Named",
          "jakarta.inject.Singleton",
          "javax.inject.Named",
          "javax.inject.Singleton",
          "jakarta.inject.Scope",
          "javax.inject.Scope",
          "jakarta.enterprise.context.NormalScope",
          "javax.enterprise.context.NormalScope",
          "org.apache.dubbo.config.annotation.DubboService");

  private final Program program;
  private final Found found;
  private final Predicate<TypeSymbol> ruledOut;
  private final Map<String, Boolean> known = new HashMap<>();
  private @Nullable Set<String> made;

  /**
   * The beans of a program.
   *
   * @param ruledOut types of which the running application has no objects
   */
  Beans(Program program, Found found, Predicate<TypeSymbol> ruledOut) {
    this.program = program;
    this.found = found;
    this.ruledOut = ruledOut;
  }

  boolean has(TypeSymbol type) {
    return known.computeIfAbsent(type.name(), name -> find(type));
  }

  private boolean find(TypeSymbol type) {
    return !ruledOut.test(type)
        && (MARKS.stream().anyMatch(mark -> found.on(type, mark) != null)
            || made().contains(type.name()));
  }

  /** The types that {@code @Bean} methods return. */
  private Set<String> made() {
    Set<String> types = made;
    if (types == null) {
      types = new HashSet<>();
      for (TypeSymbol type : program.sourceTypes()) {
        if (found.on(type, MARKS.get(0)) != null && !ruledOut.test(type)) {
          for (MethodSymbol method : type.methods()) {
            if (method.annotation(BEAN) != null) {
              types.add(method.returnType().erasure());
            }
          }
        }
      }
      made = types;
    }
    return types;
  }

  /** The name that Spring gives it (AnnotationBeanNameGenerator). */
  String name(TypeSymbol type) {
    AnnotationSymbol component = found.on(type, MARKS.get(0));
    String given = component == null ? "" : String.join("", component.strings("value"));
    String simple = type.simpleName();
    return given.isEmpty()
        ? simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1)
        : given;
  }
}
