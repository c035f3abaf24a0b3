package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evaluates {@code @Error} methods and handler beans for the exception at hand. */
final class Answering {
  private final Program program;
  private final Engine engine;
  private final AnswerReader reader;
  private final Metadata metadata;

  Answering(Program program, Engine engine, AnswerReader reader, Metadata metadata) {
    this.program = program;
    this.engine = engine;
    this.reader = reader;
    this.metadata = metadata;
  }

  /**
   * What the method answers, one outcome a status; empty if it never answers.
   *
   * @param exception that the method is for; empty if it is for a status
   */
  List<Outcome> outcomes(
      TypeSymbol type, MethodSymbol method, String exception, Escape escape, int declaredStatus) {
    Code code = Code.of(type, method);
    Handler handler =
        new Handler(
            code,
            List.of(),
            arguments(method, escape),
            List.of(),
            success(method),
            Results.body(method.returnType()),
            true);
    Summary summary = code.run(engine, handler.arguments());
    Logs logged = summary.logs();
    Place place = code.place();
    Boundary boundary = boundary(code, exception);
    List<Step> steps =
        place == null ? List.of() : List.of(new Step(place, "handled by " + boundary.name()));
    return answers(handler, summary, logged).values().stream()
        .map(answer -> new Outcome(boundary, answer, declaredStatus, steps))
        .toList();
  }

  static Boundary boundary(Code code, String exception) {
    return new Boundary(Boundary.Kind.HANDLER, code.label(), code.place(), exception);
  }

  private Map<Integer, Answer> answers(Handler handler, Summary summary, Logs logged) {
    Map<Integer, Answer> byStatus = new TreeMap<>();
    AnswerReader ofMethod = reader.as(MediaTypes.of(metadata, handler));
    for (Instance part : Parts.of(summary)) {
      Value body = Parts.body(part);
      for (int status : Results.statuses(handler, part, Results.MISSING)) {
        boolean nothing = status == Results.MISSING && body.isNull() && !says(part);
        byStatus.putIfAbsent(
            status,
            nothing
                ? reader.errorPage(status, logged.exception())
                : ofMethod.read(status, Value.of(part), body, handler.bodyType(), logged));
      }
    }
    return byStatus;
  }

  private static boolean says(Instance part) {
    return part.fields().containsKey(AnswerModel.STATUS);
  }

  private int success(MethodSymbol method) {
    int declared = Routes.status(metadata.onMethod(method, Names.STATUS));
    return declared == 0 ? 200 : declared;
  }

  private List<Value> arguments(MethodSymbol method, Escape escape) {
    List<Value> arguments = new ArrayList<>();
    for (Type type : method.parameterTypes()) {
      boolean thrown =
          program.isSubtype(type.erasure(), "java.lang.Throwable") == Certainty.YES
              || type instanceof Type.Variable;
      arguments.add(thrown ? Value.of(new Known.Caught(escape)) : Value.GIVEN);
    }
    return arguments;
  }
}
