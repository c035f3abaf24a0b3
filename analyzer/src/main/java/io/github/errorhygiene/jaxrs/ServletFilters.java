package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.servlet.Filters;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Project;
import java.util.List;
import java.util.stream.Stream;

/**
 * Filters of the servlet container that resources may run in: they are around all that JAX-RS does.
 */
final class ServletFilters {
  private static final List<String> FILTERS =
      List.of("jakarta.servlet.Filter", "javax.servlet.Filter");
  private static final List<String> ANNOTATIONS =
      List.of("jakarta.servlet.annotation.WebFilter", "javax.servlet.annotation.WebFilter");

  private ServletFilters() {}

  /**
   * Whether one puts a request id on every answer; unknown if it is not known what it is for: only
   * annotations tell, and many are registered by code.
   */
  static Certainty identify(Project project) {
    Filters filters = new Filters(project.program(), project.engine());
    Certainty found = Certainty.NO;
    for (TypeSymbol type : types(project).toList()) {
      Certainty sets = filters.chain(List.of(type)).requestId(project.catalogue().requestIds());
      if (sets == Certainty.YES && isForEverything(type)) {
        return Certainty.YES;
      }
      found = sets == Certainty.NO ? found : Certainty.UNKNOWN;
    }
    return found;
  }

  private static Stream<TypeSymbol> types(Project project) {
    return FILTERS.stream()
        .flatMap(name -> project.sourceSubtypes(name).stream())
        .filter(type -> !type.isAbstract());
  }

  private static boolean isForEverything(TypeSymbol type) {
    for (String name : ANNOTATIONS) {
      AnnotationSymbol filter = type.annotation(name);
      if (filter != null) {
        return Stream.of("value", "urlPatterns")
            .flatMap(member -> filter.strings(member).stream())
            .anyMatch("/*"::equals);
      }
    }
    return false;
  }
}
