package io.github.errorhygiene.armeria;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The program's handlers of exceptions: those of the method, of its class, those that the service
 * is registered with, those of the server, each of which answers or leaves the exception to the
 * next ({@code AnnotatedService}, {@code ServerErrorHandler.orElse}).
 */
final class ErrorHandlers {
  private static final String FALLTHROUGH =
      "com.linecorp.armeria.server.annotation.FallthroughException";

  private final Program program;
  private final Engine engine;
  private final AnswerReader reader;
  private final Routes routes;
  private final Codes codes;

  ErrorHandlers(Program program, Engine engine, AnswerReader reader, Routes routes, Codes codes) {
    this.program = program;
    this.engine = engine;
    this.reader = reader;
    this.routes = routes;
    this.codes = codes;
  }

  /**
   * Code that is given an exception.
   *
   * @param index of the exception among its parameters
   */
  private record Function(Code code, int index) {}

  /** What they answer, one outcome a status; empty if all of them pass it on. */
  List<Outcome> outcomes(Handler handler, Escape escape, int declaredStatus) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Function function : functions(handler)) {
      if (answered(function, escape, declaredStatus, outcomes)) {
        break;
      }
    }
    return outcomes;
  }

  /** All that the server has, for any request. */
  List<Boundary> boundaries() {
    return ofServer().stream().map(function -> boundary(function.code())).toList();
  }

  private List<Function> functions(Handler handler) {
    List<Function> functions = new ArrayList<>();
    if (handler.code() instanceof Code.OfMethod of) {
      for (String name : Annotations.classes(of.type(), of.method(), "ExceptionHandler")) {
        TypeSymbol type = program.type(name);
        if (type != null) {
          ofType(type).forEach(functions::add);
        }
      }
      functions.addAll(ofService(of.type()));
    }
    functions.addAll(ofServer());
    return functions;
  }

  private List<Function> ofType(TypeSymbol type) {
    return program.allMethods(type).stream()
        .filter(MethodSymbol::hasBody)
        .filter(method -> method.name().equals("handleException"))
        .filter(method -> method.parameterTypes().size() == 3)
        .map(method -> new Function(Code.of(type, method), 2))
        .toList();
  }

  /** Those that objects of the class are registered with. */
  private List<Function> ofService(TypeSymbol service) {
    List<Function> functions = new ArrayList<>();
    for (Entry entry : routes.entries(Role.CRUD)) {
      if (Services.isFor(entry, service)) {
        int first = entry.row().index(entry.call(), "handler") + 1;
        given(entry, first).forEach(functions::add);
        List<Entry> scope = routes.scope(entry);
        routes.entries(Role.FAILURE).stream()
            .filter(each -> !Collections.disjoint(routes.makers(each.call().receiver()), scope))
            .forEach(each -> functions.addAll(given(each, 0)));
      }
    }
    return functions.stream().distinct().toList();
  }

  private List<Function> given(Entry entry, int first) {
    List<Value> arguments = entry.call().arguments();
    return IntStream.range(first, arguments.size())
        .boxed()
        .flatMap(index -> codes.of(entry.call(), index, "handleException").stream())
        .map(code -> new Function(code, 2))
        .toList();
  }

  private List<Function> ofServer() {
    return routes.entries(Role.ERROR).stream()
        .flatMap(entry -> codes.of(entry, "handler").stream())
        .map(code -> new Function(code, 1))
        .toList();
  }

  private boolean answered(
      Function function, Escape escape, int declaredStatus, List<Outcome> outcomes) {
    List<Value> arguments = new ArrayList<>(List.of(Value.GIVEN, Value.GIVEN, Value.GIVEN));
    arguments.set(function.index(), Value.of(new Known.Caught(escape)));
    Summary summary = function.code().run(engine, arguments);
    Boundary boundary = boundary(function.code());
    Place place = boundary.place();
    List<Step> steps =
        place == null ? List.of() : List.of(new Step(place, "handled by " + boundary.name()));
    Map<Integer, Outcome> byStatus = new TreeMap<>();
    boolean method = function.code() instanceof Code.OfMethod;
    for (Instance part : method ? Parts.of(summary) : Parts.ofFunction(summary)) {
      for (int status : Parts.statuses(part, 0)) {
        Answer answer = reader.read(status, Value.of(part), Parts.body(part), "", summary.logs());
        byStatus.putIfAbsent(status, new Outcome(boundary, answer, declaredStatus, steps));
      }
    }
    outcomes.addAll(byStatus.values());
    boolean passesOn = summary.returned().mayBeAbsent() || leaves(summary);
    return !byStatus.isEmpty() && !passesOn;
  }

  /** Whoever is next takes over from a handler that fails, too. */
  private static boolean leaves(Summary summary) {
    return summary.escapes().stream().anyMatch(escape -> escape.type().equals(FALLTHROUGH));
  }

  private static Boundary boundary(Code code) {
    return new Boundary(Boundary.Kind.HANDLER, code.label(), code.place(), "java.lang.Throwable");
  }
}
