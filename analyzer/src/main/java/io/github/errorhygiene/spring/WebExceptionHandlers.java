package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.List;

/**
 * The service's own {@code WebExceptionHandler} beans that are asked before Boot's page is written
 * (its handler has the order -1, ErrorWebFluxAutoConfiguration), or instead of it. A result that
 * fails passes the exception on.
 */
final class WebExceptionHandlers {
  private static final String HANDLER = "org.springframework.web.server.WebExceptionHandler";
  private static final String ORDER = "org.springframework.core.annotation.Order";
  private static final int OF_BOOT = -1;

  private final Project project;
  private final AnswerReader reader;
  private final Merged merged;

  WebExceptionHandlers(Project project, AnswerReader reader, Merged merged) {
    this.project = project;
    this.reader = reader;
    this.merged = merged;
  }

  /** What the first one answers that does not pass the exception on; empty if all do. */
  List<Outcome> outcomes(Escape escape, int declaredStatus) {
    for (TypeSymbol type : project.sourceSubtypes(HANDLER)) {
      if (type.isAbstract() || !isBeforeBoots(type)) {
        continue;
      }
      for (MethodSymbol method : project.program().allMethods(type)) {
        if (handles(method)) {
          List<Outcome> outcomes = outcomes(Code.of(type, method), escape, declaredStatus);
          if (!outcomes.isEmpty()) {
            return outcomes;
          }
        }
      }
    }
    return List.of();
  }

  private static boolean handles(MethodSymbol method) {
    return method.name().equals("handle")
        && method.hasBody()
        && method.parameterTypes().size() == 2;
  }

  private boolean isBeforeBoots(TypeSymbol type) {
    AnnotationSymbol order = merged.find(type, ORDER);
    boolean earlier =
        order != null
            && order.value("value") instanceof Number number
            && number.intValue() < OF_BOOT;
    return earlier
        || project.program().supertypes(type.name()).stream()
            .anyMatch(each -> each.endsWith(".error.ErrorWebExceptionHandler"));
  }

  private List<Outcome> outcomes(Code code, Escape escape, int declaredStatus) {
    Value exception = Value.of(new Known.Caught(escape));
    Summary summary = code.run(project.engine(), List.of(Value.GIVEN, exception));
    if (summary.answer().isNothing()) {
      return List.of();
    }
    Boundary boundary =
        new Boundary(Boundary.Kind.HANDLER, code.label(), code.place(), "java.lang.Throwable");
    Logs logged = summary.logs();
    List<Outcome> outcomes = new ArrayList<>();
    for (Instance part : summary.answer().instances()) {
      for (int status : Parts.statuses(part, 200)) {
        outcomes.add(
            new Outcome(
                boundary,
                reader.read(status, Value.of(part), Parts.body(part), "", logged),
                declaredStatus,
                OwnAnswers.steps(code)));
      }
    }
    return outcomes.stream().distinct().toList();
  }
}
