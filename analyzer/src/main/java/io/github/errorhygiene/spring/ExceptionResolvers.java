package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.SentAnswer;
import io.github.errorhygiene.web.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The service's own {@code HandlerExceptionResolver} beans. Those with an order of their own are
 * asked before advices are, the others for what nobody else resolved (DispatcherServlet). {@code
 * null} passes the exception on.
 */
final class ExceptionResolvers {
  private static final String RESOLVER = "org.springframework.web.servlet.HandlerExceptionResolver";
  private static final List<String> METHODS = List.of("doResolveException", "resolveException");

  private final Project project;
  private final Program program;
  private final Engine engine;
  private final AnswerReader reader;
  private final Merged merged;
  private final Views views;

  ExceptionResolvers(Project project, AnswerReader reader, Merged merged) {
    this.project = project;
    this.program = project.program();
    this.engine = project.engine();
    this.views = new Views(project);
    this.reader = reader;
    this.merged = merged;
  }

  /**
   * What the first resolver answers that does not pass the exception on; empty if all do.
   *
   * @param ordered those that are asked before advices, or those that are asked after
   */
  List<Outcome> outcomes(Escape escape, int declaredStatus, boolean ordered) {
    for (TypeSymbol type : project.sourceSubtypes(RESOLVER)) {
      boolean asked = !type.isAbstract() && isOrdered(type) == ordered;
      Code code = asked ? code(type) : null;
      List<Outcome> outcomes = code == null ? List.of() : outcomes(code, escape, declaredStatus);
      if (!outcomes.isEmpty()) {
        return outcomes;
      }
    }
    return List.of();
  }

  private boolean isOrdered(TypeSymbol type) {
    List<String> supertypes = program.supertypes(type.name());
    boolean abstractResolver =
        supertypes.contains(
            "org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver");
    return merged.find(type, "org.springframework.core.annotation.Order") != null
        || (!abstractResolver && supertypes.contains("org.springframework.core.Ordered"));
  }

  private @Nullable Code code(TypeSymbol type) {
    for (String name : METHODS) {
      for (MethodSymbol method : program.allMethods(type)) {
        if (method.name().equals(name) && method.hasBody() && method.parameterTypes().size() == 4) {
          return Code.of(type, method);
        }
      }
    }
    return null;
  }

  private List<Outcome> outcomes(Code code, Escape escape, int declaredStatus) {
    Value exception = Value.of(new Known.Caught(escape));
    Summary summary = code.run(engine, List.of(Value.GIVEN, Value.GIVEN, Value.GIVEN, exception));
    Boundary boundary =
        new Boundary(Boundary.Kind.HANDLER, code.label(), code.place(), "java.lang.Exception");
    Logs logged = summary.logs();
    Set<Value> views = views(summary);
    @Nullable SentAnswer sent = SentAnswer.before(escape);
    List<Outcome> outcomes = new ArrayList<>();
    for (Instance part : Parts.of(summary)) {
      if (passesOn(part)) {
        return List.of();
      }
      for (int status : Parts.statuses(part, 200)) {
        Answer answer = answer(part, views, status, logged);
        Outcome given = new Outcome(boundary, answer, declaredStatus, OwnAnswers.steps(code));
        outcomes.add(sent == null ? given : sent.behind(reader, part, written(part), given));
      }
    }
    return outcomes.stream().distinct().toList();
  }

  private static boolean passesOn(Instance part) {
    return part.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING).isNull();
  }

  /** What is named by the objects that are returned; one that names nothing is no view. */
  private static Set<Value> views(Summary summary) {
    return summary.exits().stream()
        .flatMap(exit -> exit.returned().instances().stream())
        .map(returned -> returned.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING))
        .collect(Collectors.toSet());
  }

  /** The object that is returned where nothing was written is no body. */
  private static Value written(Instance part) {
    Value body = part.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    boolean itself = body.instances().stream().anyMatch(i -> i.type().equals(part.type()));
    return itself ? Value.NOTHING : body;
  }

  /** A view is a page; without one what was written to the response is the answer. */
  private Answer answer(Instance part, Set<Value> named, int status, Logs logged) {
    Value body = part.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    boolean itself = body.instances().stream().anyMatch(i -> i.type().equals(part.type()));
    boolean written = body.isNothing() || itself || !named.contains(body);
    return part.type().endsWith(".ModelAndView") && !written
        ? reader.answer(views.of(part), status, logged.exception())
        : reader.read(status, Value.of(part), itself ? Value.NOTHING : body, "", logged);
  }
}
