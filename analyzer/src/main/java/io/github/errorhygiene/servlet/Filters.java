package io.github.errorhygiene.servlet;

import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Code;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The methods of filters that run for a request. */
public final class Filters {
  /** Nearest to the request first: the first two are called by what the last one is. */
  private static final List<String> METHODS = List.of("doFilterInternal", "doFilter");

  private final Program program;
  private final Engine engine;

  public Filters(Program program, Engine engine) {
    this.program = program;
    this.engine = engine;
  }

  /** The chain of these filters, outermost first; those without a body in the sources left out. */
  public FilterChain chain(List<TypeSymbol> filters) {
    List<Code.OfMethod> methods =
        filters.stream().distinct().map(this::code).filter(Objects::nonNull).toList();
    return new FilterChain(engine, methods);
  }

  private Code.@Nullable OfMethod code(TypeSymbol type) {
    for (String name : METHODS) {
      for (MethodSymbol method : program.allMethods(type)) {
        boolean filters = method.name().equals(name) && method.parameterTypes().size() == 3;
        if (filters && method.hasBody()) {
          return (Code.OfMethod) Code.of(type, method);
        }
      }
    }
    return null;
  }
}
