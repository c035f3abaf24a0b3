package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.servlet.Filters;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Project;
import java.util.List;
import java.util.stream.Stream;

/**
 * Filters of the application, of servlets and of WebFlux: whether one puts a request id into a
 * header before the rest of the chain runs. Only then it reaches the client whatever fails (headers
 * set before an error are kept by {@code sendError}; headers set after the chain come too late for
 * an answer that is written already).
 */
final class SpringFilters {
  private static final List<String> FILTERS =
      List.of(
          "jakarta.servlet.Filter",
          "javax.servlet.Filter",
          "org.springframework.web.filter.OncePerRequestFilter",
          "org.springframework.web.server.WebFilter");

  private final Program program;
  private final RequestIds ids;
  private final Filters filters;
  private final Applications applications;
  private final LambdaFilters lambdas;

  SpringFilters(Project project) {
    this.program = project.program();
    this.ids = project.catalogue().requestIds();
    this.filters = new Filters(program, project.engine());
    this.applications = new Applications(program, new Merged(program));
    this.lambdas = new LambdaFilters(project, applications);
  }

  /**
   * Whether every answer has a header with a request id; unknown if it is so in some of several
   * applications, or of some requests.
   */
  Certainty requestIdEverywhere() {
    Certainty found = lambdas.requestId(ids);
    if (found == Certainty.YES) {
      return found;
    }
    for (TypeSymbol type : all().toList()) {
      Certainty sets = setsRequestId(type);
      if (sets == Certainty.YES) {
        return applications.isOfSome(type) ? Certainty.UNKNOWN : Certainty.YES;
      }
      found = sets == Certainty.NO ? found : sets;
    }
    return found;
  }

  /** Whether a filter of the application that the type is part of puts it on every answer. */
  Certainty requestIdNear(TypeSymbol near) {
    return all()
        .filter(type -> applications.together(type, near))
        .map(this::setsRequestId)
        .reduce(lambdas.requestIdNear(near, ids), LambdaFilters::surer);
  }

  private Stream<TypeSymbol> all() {
    return FILTERS.stream()
        .flatMap(filter -> program.sourceSubtypes(filter).stream())
        .filter(type -> !type.isAbstract());
  }

  private Certainty setsRequestId(TypeSymbol type) {
    return filters.chain(List.of(type)).requestId(ids);
  }
}
