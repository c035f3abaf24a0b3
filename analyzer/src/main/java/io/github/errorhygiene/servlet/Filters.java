package io.github.errorhygiene.servlet;

import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Filter;
import io.github.errorhygiene.web.FilterChain;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The methods of filters that run for a request. */
public final class Filters {
  /** The first is called by what the second one is; the last is that of {@code WebFilter}. */
  private static final List<String> METHODS = List.of("doFilterInternal", "doFilter", "filter");

  private final Program program;
  private final Engine engine;

  public Filters(Program program, Engine engine) {
    this.program = program;
    this.engine = engine;
  }

  /** The chain of these filters, outermost first; those without a body in the sources left out. */
  public FilterChain chain(List<TypeSymbol> filters) {
    List<Filter> methods =
        filters.stream()
            .distinct()
            .map(this::code)
            .filter(Objects::nonNull)
            .map(Filter::of)
            .toList();
    return new FilterChain(engine, methods);
  }

  private Code.@Nullable OfMethod code(TypeSymbol type) {
    for (String name : METHODS) {
      for (MethodSymbol method : program.allMethods(type)) {
        int parameters = name.equals("filter") ? 2 : 3;
        boolean filters =
            method.name().equals(name) && method.parameterTypes().size() == parameters;
        if (filters && method.hasBody()) {
          return (Code.OfMethod) Code.of(type, method);
        }
      }
    }
    return null;
  }
}
