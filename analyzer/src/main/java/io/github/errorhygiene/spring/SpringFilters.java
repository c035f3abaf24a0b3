package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.escape.Dependence;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.escape.Summary;
import io.github.errorhygiene.escape.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import java.util.Collections;
import java.util.List;
import java.util.Map;

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

  /** Their methods, with the number of their parameters. */
  private static final Map<String, Integer> METHODS =
      Map.of("doFilter", 3, "doFilterInternal", 3, "filter", 2);

  private final Program program;
  private final RequestIds ids;
  private final Engine engine;
  private final Applications applications;

  SpringFilters(Program program, Catalogue catalogue, Engine engine) {
    this.program = program;
    this.ids = catalogue.requestIds();
    this.engine = engine;
    this.applications = new Applications(program, new Merged(program));
  }

  /**
   * Whether every answer has a header with a request id; unknown if it is so in some of several
   * applications.
   */
  Certainty requestIdEverywhere() {
    for (String filter : FILTERS) {
      for (TypeSymbol type : program.sourceSubtypes(filter)) {
        if (!type.isAbstract() && setsRequestId(type)) {
          return applications.isOfSome(type) ? Certainty.UNKNOWN : Certainty.YES;
        }
      }
    }
    return Certainty.NO;
  }

  private boolean setsRequestId(TypeSymbol type) {
    for (MethodSymbol method : program.allMethods(type)) {
      int arity = METHODS.getOrDefault(method.name(), 0);
      if (method.hasBody() && method.parameterTypes().size() == arity && addsHeader(type, method)) {
        return true;
      }
    }
    return false;
  }

  private boolean addsHeader(TypeSymbol type, MethodSymbol method) {
    Value self = Value.of(new Instance(type.name(), Map.of())).withData(Dependence.NONE);
    List<Value> given = Collections.nCopies(method.parameterTypes().size(), Value.GIVEN);
    Summary summary = engine.summary(method, self, given);
    return AnswerModel.headers(summary.passedOn()).anyMatch(ids::isHeader);
  }
}
