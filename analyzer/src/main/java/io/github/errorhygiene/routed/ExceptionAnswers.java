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

  /** Whether a request id is set before handlers run, whatever runs then. */
  private final Certainty identified;

  private final Boundaries boundaries;
  private final FailurePath failurePath;
  private final Realms realms;

  ExceptionAnswers(
      Program program,
      Traits traits,
      AnswerReader reader,
      Certainty identified,
      Boundaries boundaries,
      FailurePath failurePath,
      Realms realms) {
    this.program = program;
    this.traits = traits;
    this.reader = reader;
    this.identified = identified;
    this.boundaries = boundaries;
    this.failurePath = failurePath;
    this.realms = realms;
  }

  /**
   * One answer.
   *
   * @param last no code runs after handlers then
   */
  record Told(Outcome outcome, boolean last) {
    private Told after(boolean logged) {
      return logged ? new Told(outcome.with(outcome.answer().alreadyLogged()), last) : this;
    }
  }

  /** A handler of exceptions was asked for an exception of that type. */
  private record Asked(Mapping mapping, String exception) {}

  List<Told> of(Handler handler, Escape thrown) {
    Predicate<Entry> isFor = realms.isFor(handler.routes(), handler.code());
    return traits.failurePath()
        ? told(alongPath(handler, consulted(traits.unwrapped(thrown), isFor)))
        : of(isFor, thrown, List.of());
  }

  private static List<Told> told(List<Outcome> outcomes) {
    return outcomes.stream().map(each -> new Told(each, false)).toList();
  }

  private List<Told> of(Predicate<Entry> isFor, Escape thrown, List<Asked> before) {
    Escape escape = consulted(traits.unwrapped(thrown), isFor);
    int declared = declared(escape);
    Mapping mapping = boundaries.closest(escape.type(), isFor);
    boolean carries = program.supertypes(escape.type()).contains(traits.carrier());
    boolean builtIn = (declared > 0 || carries) && isNearer(escape, mapping);
    if (mapping == null || builtIn) {
      return told(List.of(builtIn ? carried(escape, declared) : unmapped()));
    }
    List<Outcome> own = boundaries.outcomes(mapping, escape, declared);
    List<Told> all = new ArrayList<>(told(own));
    all.addAll(again(isFor, mapping, escape, before, own.isEmpty()));
    all.addAll(told(honoured(mapping, escape)));
    if (all.isEmpty() || boundaries.passesOn(mapping, escape)) {
      all.add(otherwise(escape, declared));
    }
    return all;
  }

  /** The answer to an exception whose handler does not answer. */
  private Told otherwise(Escape escape, int declared) {
    Page rethrown = traits.rethrown();
    if (rethrown != null) {
      return new Told(
          outcome(null, rethrown, rethrown.status(), List.of(), rethrown.logged()),
          rethrown.last());
    }
    return new Told(declared > 0 ? carried(escape, declared) : unmapped(), false);
  }

  /**
   * What becomes of what a handler of exceptions throws, where that is for these handlers again. If
   * the same one is asked again for the same, it is so for ever.
   *
   * @param always the handler does nothing but throw
   */
  private List<Told> again(
      Predicate<Entry> isFor, Mapping mapping, Escape escape, List<Asked> before, boolean always) {
    if (!traits.asksAgain()) {
      return List.of();
    }
    List<Asked> asked = new ArrayList<>(before);
    asked.add(new Asked(mapping, escape.type()));
    boolean logged = boundaries.logs(mapping, escape);
    List<Told> all = new ArrayList<>();
    for (Escape thrown : boundaries.escapes(mapping, escape)) {
      Mapping next = boundaries.closest(traits.unwrapped(thrown).type(), isFor);
      if (next != null && asked.contains(new Asked(next, thrown.type()))) {
        if (always) {
          all.add(
              new Told(
                  outcome(null, Page.NONE, Page.NONE.status(), List.of(), Certainty.YES), true));
        }
      } else if (always || next != null || declared(thrown) > 0) {
        of(isFor, thrown, asked).forEach(each -> all.add(each.after(logged)));
      }
    }
    return all.stream().distinct().toList();
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
    if (traits.honoured().isEmpty()) {
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
  private List<Outcome> alongPath(Handler handler, Escape escape) {
    int asked = declared(escape);
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
    return new Outcome(boundary, boundaries.withStatusHandler(own), status, List.of());
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
    Certainty id = page.last() ? identified : reader.everywhere();
    Answer answer = new Answer(status, page.contentType(), page.keys(), id, exposes, logged);
    int declared = boundary == null ? 0 : status;
    Answer shown = page.last() ? answer : boundaries.withStatusHandler(answer);
    return new Outcome(boundary, shown, declared, List.of());
  }
}
