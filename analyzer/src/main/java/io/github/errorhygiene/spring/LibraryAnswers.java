package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.spring.Advice.Mapping.OfLibrary;
import io.github.errorhygiene.spring.Library.Row;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Places;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What libraries answer to exceptions. */
final class LibraryAnswers {
  private final Program program;
  private final Engine engine;
  private final AnswerReader reader;
  private final LibraryStatus status;
  private final LibraryBodies bodies;
  private final LibraryHandlers handlers;
  private final Map<String, String> properties;

  LibraryAnswers(Project project, AnswerReader reader, Merged merged) {
    this.program = project.program();
    this.engine = project.engine();
    this.reader = reader;
    this.properties = project.properties();
    this.status = new LibraryStatus(project, merged);
    this.bodies = new LibraryBodies(project);
    this.handlers = new LibraryHandlers(project, reader, bodies);
  }

  /** What a handler answers that an advice has from a library, or the library's advice has. */
  List<Outcome> outcomes(Advice advice, OfLibrary handler, List<Escape> chain, int declaredStatus) {
    Escape escape = handled(handler.row(), chain);
    Library library = handler.library();
    List<Outcome> own = handlers.outcomes(library, escape, declaredStatus);
    if (!own.isEmpty()) {
      return own;
    }
    TypeSymbol type = advice.type();
    String name =
        type.isSource() ? Names.simple(type.name()) + " (" + library.name() + ")" : library.name();
    Boundary boundary =
        new Boundary(Boundary.Kind.HANDLER, name, Places.of(type), handler.row().exception());
    int answered = status.of(handler.row(), library, escape);
    Value entity = entity(library, handler.row(), escape, answered);
    for (MethodSymbol hook : hooks(library, type)) {
      List<Outcome> changed = hooked(library, type, hook, entity, boundary, declaredStatus);
      if (!changed.isEmpty()) {
        return changed;
      }
    }
    boolean unknown = !own(library.unknownWith(), type).isEmpty();
    return List.of(
        outcome(unknown ? more(entity) : entity, answered, library, boundary, declaredStatus));
  }

  /** What a library answers that is asked after all advices; empty if it is not for that. */
  List<Outcome> last(Library library, Escape escape, int declaredStatus) {
    Row row = library.nearest(program.supertypes(escape.type()));
    if (row == null) {
      return List.of();
    }
    List<Outcome> own = handlers.outcomes(library, escape, declaredStatus);
    if (!own.isEmpty()) {
      return own;
    }
    Boundary boundary = new Boundary(Boundary.Kind.HANDLER, library.name(), null, row.exception());
    int answered = status.of(row, library, escape);
    return List.of(
        outcome(
            entity(library, row, escape, answered), answered, library, boundary, declaredStatus));
  }

  /** The usual answer of a library, of a part of it with that name. */
  List<Outcome> usual(Library library, String name, String exception, int answered) {
    Boundary boundary = new Boundary(Boundary.Kind.HANDLER, name, null, exception);
    Escape escape = Escape.ofFramework(exception, Statuses.mode(answered), null);
    Value body = bodies.bare(library, library.usual(answered), escape);
    Value entity = entity(library, body, answered);
    return List.of(outcome(entity, answered, library, boundary, answered));
  }

  private Escape handled(Row row, List<Escape> chain) {
    for (Escape link : chain) {
      if (program.isSubtype(link.type(), row.exception()) == Certainty.YES) {
        return link;
      }
    }
    return chain.get(0);
  }

  private Value entity(Library library, Row row, Escape escape, int answered) {
    return entity(library, bodies.body(library, row, escape), answered);
  }

  private static Value entity(Library library, Value body, int answered) {
    return Value.of(new Instance(Names.RESPONSE_ENTITY, Map.of()))
        .withField(AnswerModel.STATUS, Value.constant(answered))
        .withField(AnswerModel.BODY, body)
        .withField(AnswerModel.CONTENT_TYPE, Value.constant(library.contentType()));
  }

  private static Value more(Value entity) {
    Value body = entity.field(AnswerModel.BODY);
    return entity.withField(
        AnswerModel.BODY, body.withField(AnswerModel.MORE_KEYS, Value.constant(true)));
  }

  private Outcome outcome(
      Value entity, int answered, Library library, Boundary boundary, int declaredStatus) {
    Value body = entity.field(AnswerModel.BODY);
    Answer answer = reader.read(answered, entity, body, "", library.logs(answered, properties));
    return new Outcome(boundary, answer, declaredStatus, steps(boundary));
  }

  private static List<Step> steps(Boundary boundary) {
    Place place = boundary.place();
    return place == null ? List.of() : List.of(new Step(place, "handled by " + boundary.name()));
  }

  private List<MethodSymbol> hooks(Library library, TypeSymbol advice) {
    return own(library.hooks(), advice);
  }

  private List<MethodSymbol> own(List<String> names, TypeSymbol advice) {
    return program.allMethods(advice).stream()
        .filter(method -> method.hasBody() && names.contains(method.name()))
        .toList();
  }

  /** What an advice makes of the library's answer. */
  private List<Outcome> hooked(
      Library library,
      TypeSymbol advice,
      MethodSymbol hook,
      Value entity,
      Boundary boundary,
      int declaredStatus) {
    List<Value> arguments = new ArrayList<>();
    hook.parameterTypes()
        .forEach(
            type ->
                arguments.add(type.erasure().equals(Names.RESPONSE_ENTITY) ? entity : Value.GIVEN));
    Summary summary = Code.of(advice, hook).run(engine, arguments);
    return written(library, Parts.of(summary), boundary, declaredStatus);
  }

  private List<Outcome> written(
      Library library, List<Instance> parts, Boundary boundary, int declaredStatus) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Instance part : parts) {
      for (int answered : Parts.statuses(part, 200)) {
        Logs logs = library.logs(answered, properties);
        Answer answer = reader.read(answered, Value.of(part), Parts.body(part), "", logs);
        outcomes.add(new Outcome(boundary, answer, declaredStatus, steps(boundary)));
      }
    }
    return outcomes.stream().distinct().toList();
  }
}
