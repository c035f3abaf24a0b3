package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.ProxyRow;
import io.github.errorhygiene.escape.Enabled;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Project;
import java.util.List;

/** Annotations by which Spring Security may keep a method from running, where that is turned on. */
final class MethodSecurity {
  private final Merged merged;
  private final List<String> annotations;

  MethodSecurity(Project project, Merged merged) {
    this.merged = merged;
    Enabled enabled = new Enabled(project.program());
    this.annotations =
        project.catalogue().proxies().stream()
            .filter(row -> row.guard() && row.thrown().contains(Security.DENIED))
            .filter(row -> !enabled.isOff(row))
            .map(ProxyRow::annotation)
            .distinct()
            .toList();
  }

  boolean guards(TypeSymbol type, MethodSymbol method) {
    return annotations.stream()
        .anyMatch(
            annotation ->
                merged.onMethod(method, annotation) != null
                    || merged.onType(type, annotation) != null);
  }
}
