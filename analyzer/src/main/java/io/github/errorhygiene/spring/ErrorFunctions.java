package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The service's own subclass of Boot's {@code AbstractErrorWebExceptionHandler}, which takes the
 * place of Boot's: it answers errors with functional routes ({@code getRoutingFunction}), whose
 * functions ask it for the exception ({@code getError}) or for its attributes ({@code
 * getErrorAttributes}, of the service's own {@code ErrorAttributes} if there is one).
 */
final class ErrorFunctions {
  private static final String ABSTRACT = ".AbstractErrorWebExceptionHandler";
  private static final String REQUEST =
      "org.springframework.web.reactive.function.server.ServerRequest";

  /** Field of the request: what {@code getErrorAttributes} gives for it. */
  private static final String ATTRIBUTES = "#attributes";

  private final Project project;
  private final AnswerReader reader;
  private final FunctionalRoutes routes;
  private @Nullable List<Code> answering;
  private @Nullable List<Code.OfMethod> describing;

  ErrorFunctions(Project project, AnswerReader reader, FunctionalRoutes routes) {
    this.project = project;
    this.reader = reader;
    this.routes = routes;
  }

  /** Whether the routes of a class are for errors. */
  static boolean isErrorHandler(Program program, TypeSymbol type) {
    return program.supertypes(type.name()).stream().anyMatch(each -> each.endsWith(ABSTRACT));
  }

  /**
   * What they answer; empty if the service has none.
   *
   * @param declaredStatus that Boot's attributes have for the exception; 0 if none: 500
   */
  List<Outcome> outcomes(Escape escape, int declaredStatus) {
    List<Code> codes = answering();
    // Those before it are for who wants something else than JSON.
    return codes.isEmpty()
        ? List.of()
        : answers(codes.get(codes.size() - 1), escape, declaredStatus);
  }

  /** The functions of the first handler of errors that has some. */
  private List<Code> answering() {
    List<Code> known = answering;
    if (known == null) {
      known =
          project.sourceTypes().stream()
              .filter(type -> !type.isAbstract() && isErrorHandler(project.program(), type))
              .map(this::codes)
              .filter(codes -> !codes.isEmpty())
              .findFirst()
              .orElse(List.of());
      answering = known;
    }
    return known;
  }

  private List<Code> codes(TypeSymbol type) {
    List<Code> codes = new ArrayList<>(routes.ofErrors(type));
    for (MethodSymbol method : project.program().allMethods(type)) {
      boolean renders = method.name().equals("renderErrorResponse") && method.hasBody();
      if (codes.isEmpty() && renders) {
        codes.add(Code.of(type, method));
      }
    }
    return codes;
  }

  private List<Outcome> answers(Code code, Escape escape, int declaredStatus) {
    boolean carries = declaredStatus > 0 && !escape.fields().containsKey(Escape.STATUS);
    Map<String, Value> stated = Map.of(Escape.STATUS, Value.constant(declaredStatus));
    Escape whole = carries ? escape.telling(stated) : escape;
    Value request = request(whole, attributes(declaredStatus == 0 ? 500 : declaredStatus));
    Summary attributed = ownAttributes(request);
    Value given =
        attributed == null ? request : request.withField(ATTRIBUTES, attributed.returned());
    Summary summary = code.answer(project.engine(), List.of(given));
    Boundary boundary =
        new Boundary(Boundary.Kind.HANDLER, code.label(), code.place(), "java.lang.Throwable");
    Logs logs = summary.logs();
    List<Outcome> outcomes = new ArrayList<>();
    for (Instance part : Parts.ofFunction(summary)) {
      for (int status : Parts.statuses(part, 200)) {
        Answer read = reader.read(status, Value.of(part), Parts.body(part), "", logs);
        // AbstractErrorWebExceptionHandler.logError
        Answer answer = status == 500 ? read.alreadyLogged() : read;
        outcomes.add(new Outcome(boundary, answer, declaredStatus, OwnAnswers.steps(code)));
      }
    }
    return outcomes.stream().distinct().toList();
  }

  private static Value request(Escape escape, Value attributes) {
    Instance request =
        new Instance(REQUEST, Map.of())
            .with(AnswerModel.FAILURE, Value.of(new Known.Caught(escape)))
            .with(ATTRIBUTES, attributes);
    return Value.of(request).withData(Dependence.REQUEST);
  }

  private static Value attributes(int status) {
    Map<String, Value> fields = new TreeMap<>();
    for (String key : List.of("error", "path", "requestId", "timestamp")) {
      fields.put(key, Value.unknown(Dependence.UNKNOWN));
    }
    fields.put("status", Value.constant(status));
    return Value.of(new Instance("java.util.LinkedHashMap", fields));
  }

  /** What the service's own attributes come to; null if it has none. */
  private @Nullable Summary ownAttributes(Value request) {
    if (describing().isEmpty()) {
      return null;
    }
    Code.OfMethod first = describing().get(0);
    List<Value> arguments = new ArrayList<>(List.of(request));
    while (arguments.size() < first.method().parameterTypes().size()) {
      arguments.add(Value.GIVEN);
    }
    return first.run(project.engine(), arguments);
  }

  /** The methods of the service's own {@code ErrorAttributes}. */
  private List<Code.OfMethod> describing() {
    List<Code.OfMethod> known = describing;
    if (known == null) {
      known = new ArrayList<>();
      for (TypeSymbol type : project.sourceTypes()) {
        for (MethodSymbol method : describes(type) ? type.methods() : List.<MethodSymbol>of()) {
          if (method.name().equals("getErrorAttributes") && method.hasBody()) {
            known.add((Code.OfMethod) Code.of(type, method));
          }
        }
      }
      describing = known;
    }
    return known;
  }

  private boolean describes(TypeSymbol type) {
    return !type.isAbstract()
        && project.program().supertypes(type.name()).stream()
            .anyMatch(each -> each.endsWith(".error.ErrorAttributes"));
  }
}
