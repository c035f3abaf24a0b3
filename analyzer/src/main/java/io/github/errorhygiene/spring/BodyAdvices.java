package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * {@code ResponseBodyAdvice}s: they run before any body is written, that of an error too
 * (AbstractMessageConverterMethodProcessor), and may put a request id into it or into a header.
 */
final class BodyAdvices {
  private static final String ADVICE =
      "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice";

  private final Project project;
  private final Program program;
  private final Engine engine;
  private final RequestIds ids;
  private final AnswerReader reader;
  private final Certainty identifies;

  BodyAdvices(Project project, AnswerReader reader) {
    this.project = project;
    this.program = project.program();
    this.engine = project.engine();
    this.ids = project.catalogue().requestIds();
    this.reader = reader.with(Certainty.NO);
    this.identifies = read();
  }

  /** Whether one puts a request id on whatever has a body. */
  Certainty identify() {
    return identifies;
  }

  /** The same outcomes, with what the advices do to those that have a body. */
  List<Outcome> on(List<Outcome> outcomes) {
    return outcomes.stream().map(this::on).toList();
  }

  private Outcome on(Outcome outcome) {
    boolean body = outcome.answer().contentType() != null;
    return body ? Marks.identified(outcome, identifies) : outcome;
  }

  private Certainty read() {
    Certainty found = Certainty.NO;
    for (TypeSymbol type : project.sourceSubtypes(ADVICE)) {
      Certainty sets = type.isAbstract() ? Certainty.NO : identifies(type);
      found = found == Certainty.YES || sets == Certainty.NO ? found : sets;
    }
    return found;
  }

  private Certainty identifies(TypeSymbol type) {
    Certainty found = Certainty.NO;
    boolean chooses = false;
    for (MethodSymbol method : program.allMethods(type)) {
      if (method.name().equals("beforeBodyWrite") && method.hasBody()) {
        found = identifies(run(type, method));
      }
      if (method.name().equals("supports") && method.hasBody()) {
        chooses = !Boolean.TRUE.equals(run(type, method).returned().constant());
      }
    }
    return found == Certainty.YES && chooses ? Certainty.UNKNOWN : found;
  }

  /** Of a problem, for that is what most errors are. */
  private Summary run(TypeSymbol type, MethodSymbol method) {
    int parameters = method.parameterTypes().size();
    List<Value> arguments = new ArrayList<>(Collections.nCopies(parameters, Value.GIVEN));
    if (method.name().equals("beforeBodyWrite") && parameters > 0) {
      arguments.set(0, Value.of(new Instance(Names.PROBLEM_DETAIL, Map.of())));
    }
    return Code.of(type, method).run(engine, arguments);
  }

  private Certainty identifies(Summary summary) {
    Certainty header = AnswerModel.hasRequestId(summary.answer(), ids);
    Value body = summary.returned();
    boolean inBody =
        reader.read(500, Value.NOTHING, body, "", Logs.UNKNOWN).requestId() == Certainty.YES;
    return header == Certainty.NO && inBody ? Certainty.UNKNOWN : header;
  }
}
