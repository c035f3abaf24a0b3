package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the service that a library asks before its own: each has a method that tells whether it
 * takes an exception, and one that answers it (ApiExceptionHandler).
 */
final class LibraryHandlers {
  private final Project project;
  private final Program program;
  private final Engine engine;
  private final AnswerReader reader;
  private final LibraryBodies bodies;
  private final Map<String, String> properties;

  LibraryHandlers(Project project, AnswerReader reader, LibraryBodies bodies) {
    this.project = project;
    this.program = project.program();
    this.engine = project.engine();
    this.reader = reader;
    this.bodies = bodies;
    this.properties = project.properties();
  }

  /** What the first one answers that may take the exception; empty if none does. */
  List<Outcome> outcomes(Library library, Escape escape, int declaredStatus) {
    for (TypeSymbol type : project.sourceSubtypes(library.handlers())) {
      Code takes = type.isAbstract() ? null : method(type, "canHandle");
      Code answers = takes == null ? null : method(type, "handle");
      if (takes != null && answers != null && takes(takes, escape)) {
        return answers(library, answers, escape, declaredStatus);
      }
    }
    return List.of();
  }

  private @Nullable Code method(TypeSymbol type, String name) {
    for (MethodSymbol method : program.allMethods(type)) {
      if (method.name().equals(name) && method.hasBody() && method.parameterTypes().size() == 1) {
        return Code.of(type, method);
      }
    }
    return null;
  }

  private Summary run(Code code, Escape escape) {
    return code.run(engine, List.of(Value.of(new Known.Caught(escape))));
  }

  private boolean takes(Code code, Escape escape) {
    return List.copyOf(run(code, escape).returned().alternatives()).contains(new Constant(true));
  }

  private List<Outcome> answers(Library library, Code code, Escape escape, int declaredStatus) {
    Summary summary = run(code, escape);
    Boundary boundary =
        new Boundary(Boundary.Kind.HANDLER, code.label(), code.place(), escape.type());
    List<Outcome> outcomes = new ArrayList<>();
    for (Instance part : Parts.of(summary)) {
      Map<String, Value> members = LibraryBodies.added(Value.of(part));
      members.putAll(LibraryBodies.added(summary.answer()));
      Value body = bodies.of(library, members, escape);
      for (int status : Parts.statuses(part, 0)) {
        Logs logs = library.logs(status, properties);
        Answer answer = reader.as(library.contentType()).read(status, body, body, "", logs);
        outcomes.add(new Outcome(boundary, answer, declaredStatus, OwnAnswers.steps(code)));
      }
    }
    return outcomes.stream().distinct().toList();
  }
}
