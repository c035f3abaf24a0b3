package io.github.errorhygiene.routed;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.routed.Boundaries.Mapping;
import io.github.errorhygiene.routed.Traits.Page;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Messages;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Routes.Entry;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who answers what leaves all handlers. */
final class ExceptionAnswers {
  private final Program program;
  private final Traits traits;
  private final AnswerReader reader;
  private final Boundaries boundaries;
  private final FailurePath failurePath;
  private final Realms realms;

  ExceptionAnswers(
      Program program,
      Traits traits,
      AnswerReader reader,
      Boundaries boundaries,
      FailurePath failurePath,
      Realms realms) {
    this.program = program;
    this.traits = traits;
    this.reader = reader;
    this.boundaries = boundaries;
    this.failurePath = failurePath;
    this.realms = realms;
  }

  List<Outcome> of(Handler handler, Escape thrown) {
    Predicate<Entry> isFor = realms.isFor(handler.routes(), handler.code());
    Escape escape = consulted(traits.unwrapped(thrown), isFor);
    int declared = declared(escape);
    if (traits.failurePath()) {
      return alongPath(handler, escape, declared);
    }
    Mapping mapping = boundaries.closest(escape.type(), isFor);
    boolean carries = program.supertypes(escape.type()).contains(traits.carrier());
    boolean builtIn = (declared > 0 || carries) && isNearer(escape, mapping);
    if (mapping == null || builtIn) {
      return List.of(builtIn ? carried(escape, declared) : unmapped());
    }
    List<Outcome> outcomes = new ArrayList<>(boundaries.outcomes(mapping, escape, declared));
    List<Outcome> honoured = honoured(mapping, escape);
    outcomes.addAll(honoured);
    if (outcomes.isEmpty() || boundaries.passesOn(mapping, escape)) {
      outcomes.add(declared > 0 ? carried(escape, declared) : unmapped());
    }
    return outcomes;
  }

  /** The cause in place of an exception that is nobody's if there is a handler for the cause. */
  private Escape consulted(Escape escape, Predicate<Entry> isFor) {
    Escape cause = escape.inner();
    return cause != null
            && traits.asksCauses().contains(escape.type())
            && boundaries.closest(cause.type(), isFor) != null
        ? cause
        : escape;
  }

  /** What a handler of exceptions throws that carries a status of its own, where that counts. */
  private List<Outcome> honoured(Mapping mapping, Escape escape) {
    String owner = mapping.entry().call().owner();
    if (traits.honoured().isEmpty() || traits.notHonoured().contains(owner)) {
      return List.of();
    }
    boolean logged = boundaries.logs(mapping, escape);
    return boundaries.escapes(mapping, escape).stream()
        .filter(thrown -> !thrown.type().equals(escape.type()))
        .filter(thrown -> program.supertypes(thrown.type()).contains(traits.honoured()))
        .filter(thrown -> declared(thrown) > 0)
        .map(thrown -> carried(thrown, declared(thrown)))
        .map(each -> logged ? each.with(each.answer().alreadyLogged()) : each)
        .distinct()
        .toList();
  }

  /** What a program says of an exception that it hands over is no property of the exception. */
  private List<Outcome> alongPath(Handler handler, Escape escape, int asked) {
    int status = asked > 0 ? asked : traits.unmapped().status();
    int declared = carries(escape) ? asked : 0;
    FailurePath.End end =
        failurePath.end(handler.routes(), escape, status, declared, this::declared);
    if (!end.outcomes().isEmpty()) {
      return end.outcomes();
    }
    Escape thrown = end.thrown();
    return thrown == null
        ? List.of(byItself(escape, asked))
        : List.of(byItself(thrown, declared(thrown)).declaring(declared));
  }

  private Outcome byItself(Escape escape, int status) {
    return status > 0 ? carried(escape, status) : unmapped();
  }

  /** The status that the exception carries; 0 if none. */
  int declared(Escape escape) {
    Value carried = escape.fields().getOrDefault(AnswerModel.STATUS, Value.NOTHING);
    for (int status : Statuses.of(carried)) {
      return status;
    }
    return program.supertypes(escape.type()).stream()
        .map(traits.statuses()::get)
        .filter(status -> status != null)
        .findFirst()
        .orElse(0);
  }

  /** The framework has handlers of its own, at least for what carries a status. */
  boolean isNearer(Escape escape, @Nullable Mapping mapping) {
    if (mapping == null) {
      return true;
    }
    List<String> supertypes = program.supertypes(escape.type());
    return supertypes.stream()
        .takeWhile(type -> !type.equals(mapping.exception()))
        .anyMatch(type -> type.equals(traits.carrier()) || traits.handled().contains(type));
  }

  private Outcome carried(Escape escape, int status) {
    Boundary boundary = statusOf(escape, status);
    Value body = escape.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    if (body.isNothing()) {
      Value subject = escape.fields().getOrDefault(Escape.SUBJECT, Value.NOTHING);
      Page page = traits.carried(program.supertypes(escape.type())).naming(subject.strings());
      return outcome(boundary, page, status, shown(page, escape, status), Certainty.NO);
    }
    Value answer = Value.of(new Instance(escape.type(), escape.fields()));
    Answer own = reader.read(status, answer, body, "", Logs.NOTHING);
    Answer shown = traits.rewritesStatuses() ? boundaries.withStatusHandler(own) : own;
    return new Outcome(boundary, shown, status, List.of());
  }

  /** The headers that were set before are lost with an exception that carries a status. */
  boolean isAfresh(Outcome outcome) {
    Boundary boundary = outcome.boundary();
    return boundary != null
        && boundary.kind() == Boundary.Kind.DECLARED_STATUS
        && traits.carried(program.supertypes(boundary.catches())).afresh();
  }

  /** The status is the exception's own, or the framework gave it. */
  private boolean carries(Escape escape) {
    return escape.origin().place().file().isEmpty()
        || program.supertypes(escape.type()).contains(traits.carrier());
  }

  /** An exception that is handed over with a status does not have it by itself. */
  private Boundary statusOf(Escape escape, int status) {
    Place place = escape.origin().place();
    boolean carries = carries(escape);
    String simple = escape.type().substring(escape.type().lastIndexOf('.') + 1);
    return new Boundary(
        Boundary.Kind.DECLARED_STATUS,
        carries ? "status of " + simple : "fail(" + status + ")",
        place.file().isEmpty() || !carries ? null : place,
        escape.type());
  }

  /** What the message shows, where the framework writes it into the answer. */
  private List<String> shown(Page page, Escape escape, int status) {
    Value message = Messages.of(Value.of(new Known.Caught(escape)));
    return page.message()
        ? reader.read(status, Value.NOTHING, message, "", Logs.NOTHING).exposes()
        : List.of();
  }

  private Outcome unmapped() {
    Page page = traits.unmapped();
    return traits.statusPages()
        ? new Outcome(null, reader.errorPage(page.status(), page.logged()), 0, List.of())
        : outcome(null, page, page.status(), List.of(), page.logged());
  }

  /** A page of the framework's. */
  Outcome outcome(
      @Nullable Boundary boundary, Page page, int status, List<String> exposes, Certainty logged) {
    Answer answer =
        new Answer(status, page.contentType(), page.keys(), reader.everywhere(), exposes, logged);
    int declared = boundary == null ? 0 : status;
    Answer shown = traits.rewritesStatuses() ? boundaries.withStatusHandler(answer) : answer;
    return new Outcome(boundary, shown, declared, List.of());
  }
}
