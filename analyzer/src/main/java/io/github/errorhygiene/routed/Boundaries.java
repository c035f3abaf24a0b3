package io.github.errorhygiene.routed;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The code that a program registers to answer exceptions and statuses. */
final class Boundaries {
  private static final int MOST_PARAMETERS = 4;

  private final Project project;
  private final Routes routes;
  private final Codes codes;
  private final Traits traits;
  private final AnswerReader reader;
  private final boolean rewrites;

  /**
   * All of them.
   *
   * @param rewrites whether answers are handed to the code for their status
   */
  Boundaries(
      Project project,
      Routes routes,
      Codes codes,
      Traits traits,
      AnswerReader reader,
      boolean rewrites) {
    this.project = project;
    this.routes = routes;
    this.codes = codes;
    this.traits = traits;
    this.reader = reader;
    this.rewrites = rewrites;
  }

  /** A handler of exceptions, and the type for which it is registered. */
  record Mapping(Entry entry, String exception) {}

  /** The handler for the closest supertype of an exception, or the first one; null if none. */
  @Nullable Mapping closest(String exception) {
    return closest(exception, entry -> true);
  }

  /** The same, of those handlers that are for the route. */
  @Nullable Mapping closest(String exception, Predicate<Entry> isFor) {
    List<String> supertypes = project.program().supertypes(exception);
    Mapping closest = null;
    for (Entry entry : routes.entries(Role.ERROR).stream().filter(isFor).toList()) {
      for (String type : entry.argument("exception").classes()) {
        int distance = supertypes.indexOf(type);
        boolean closer =
            closest == null
                || (!traits.firstRegistered()
                    && distance <= supertypes.indexOf(closest.exception()));
        closest = distance >= 0 && closer ? new Mapping(entry, type) : closest;
      }
    }
    return closest;
  }

  /** The handlers of exceptions. */
  List<Boundary> all() {
    List<Boundary> all = new ArrayList<>();
    for (Entry entry : routes.entries(Role.ERROR)) {
      for (Code code : codes.of(entry.call(), entry.row().index(entry.call(), "handler"))) {
        entry.argument("exception").classes().forEach(type -> all.add(boundary(code, type)));
      }
    }
    return all;
  }

  /** What the handler answers, one outcome a status; empty if it never answers. */
  List<Outcome> outcomes(Mapping mapping, Escape escape, int declaredStatus) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Code code : codes.of(mapping.entry(), "handler")) {
      List<Value> arguments = given(Value.of(new Known.Caught(escape)));
      Boundary boundary = boundary(code, mapping.exception());
      outcomes.addAll(outcomes(code, boundary, arguments, declaredStatus));
    }
    return outcomes;
  }

  /** What the handler throws itself. */
  List<Escape> escapes(Mapping mapping, Escape escape) {
    List<Value> given = given(Value.of(new Known.Caught(escape)));
    return codes.of(mapping.entry(), "handler").stream()
        .flatMap(code -> code.run(project.engine(), given).escapes().stream())
        .toList();
  }

  /** Whether the handler logs the exception before it throws another one. */
  boolean logs(Mapping mapping, Escape escape) {
    List<Value> given = given(Value.of(new Known.Caught(escape)));
    return codes.of(mapping.entry(), "handler").stream()
        .anyMatch(code -> code.run(project.engine(), given).logs().exception() == Certainty.YES);
  }

  /** Whether the handler may leave the exception to the framework. */
  boolean passesOn(Mapping mapping, Escape escape) {
    List<Value> given = given(Value.of(new Known.Caught(escape)));
    return codes.of(mapping.entry(), "handler").stream().anyMatch(code -> passesOn(code, given));
  }

  /**
   * What code answers that is registered for failures, one outcome a status.
   *
   * @param what it is registered for, for people
   * @param exception that it is given; empty if there is none
   */
  List<Outcome> outcomes(
      Code code, String what, String exception, List<Value> given, int declaredStatus) {
    String name = "handler of " + what + " (" + code.label() + ")";
    String caught = exception.isEmpty() ? "" : "java.lang.Throwable";
    Boundary boundary = new Boundary(Boundary.Kind.HANDLER, name, code.place(), caught);
    return outcomes(code, boundary, given, declaredStatus);
  }

  private List<Outcome> outcomes(
      Code code, Boundary boundary, List<Value> given, int declaredStatus) {
    if (isSilent(code)) {
      return List.of();
    }
    Map<Integer, Outcome> byStatus = new TreeMap<>();
    Summary summary = code.run(project.engine(), given);
    boolean passesOn = !summary.passedOn().isNothing();
    Logs logged = summary.logs();
    for (Instance part : Parts.ofResponse(summary)) {
      boolean untouched = Parts.body(part).isNothing() && !says(part);
      for (int status : passesOn && untouched ? new TreeSet<Integer>() : statuses(part)) {
        Answer answer = answer(part, status, logged);
        byStatus.putIfAbsent(
            status,
            new Outcome(boundary, withStatusHandler(answer), declaredStatus, steps(boundary)));
      }
    }
    return List.copyOf(byStatus.values());
  }

  private SortedSet<Integer> statuses(Instance part) {
    return statuses(part, traits.success());
  }

  private static boolean says(Instance part) {
    return part.fields().containsKey(AnswerModel.STATUS);
  }

  /** Whether the code may leave the request to what is registered after it. */
  boolean passesOn(Code code, List<Value> given) {
    return !code.run(project.engine(), given).passedOn().isNothing();
  }

  /** The statuses of one way in which code answers. */
  SortedSet<Integer> statuses(Code code, Instance part, int success) {
    boolean nothing = isSilent(code);
    return nothing ? new TreeSet<>(Set.of(traits.unmapped().status())) : statuses(part, success);
  }

  /** It cannot answer: it never names the object by which it would. */
  private boolean isSilent(Code code) {
    return traits.answerParameter() >= 0 && !code.names(traits.answerParameter());
  }

  /** The statuses of one way to answer; some frameworks take an answer without a body for none. */
  private SortedSet<Integer> statuses(Instance part, int success) {
    Value body = Parts.body(part);
    boolean said = part.fields().containsKey(AnswerModel.STATUS);
    SortedSet<Integer> statuses = new TreeSet<>();
    if (traits.silent() != 0 && isSilent(part)) {
      statuses.add(traits.silent());
      return statuses;
    }
    if (traits.bodiless() == 0 || !(body.isNothing() || body.isNull())) {
      statuses.addAll(Parts.statuses(part, success));
    }
    boolean absent = body.isNothing() || body.isNull() || (!said && body.mayBeAbsent());
    if (traits.bodiless() > 0 && absent) {
      statuses.add(traits.bodiless());
    }
    return statuses;
  }

  /** The handler ends there, maybe in a catch clause, and touched no response. */
  private static boolean isSilent(Instance part) {
    if (part.fields().containsKey(Parts.SILENT)) {
      return true;
    }
    return part.type().equals(Answers.SOMETHING)
        && part.fields().containsKey(Answers.CAUGHT)
        && !part.fields().containsKey(AnswerModel.STATUS)
        && !part.fields().containsKey(AnswerModel.BODY);
  }

  private static List<Step> steps(Boundary boundary) {
    Place place = boundary.place();
    return place == null ? List.of() : List.of(new Step(place, "handled by " + boundary.name()));
  }

  private List<Value> given(Value exception) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < MOST_PARAMETERS; i++) {
      Value request = Value.unknown(Dependence.REQUEST);
      arguments.add(i == traits.exceptionParameter() ? exception : request);
    }
    return arguments;
  }

  /** Lambdas have no name of their own, so that of the exception tells them apart. */
  private static Boundary boundary(Code code, String exception) {
    String simple =
        exception.substring(Math.max(exception.lastIndexOf('.'), exception.lastIndexOf('$')) + 1);
    String name = "handler of " + simple + " (" + code.label() + ")";
    return new Boundary(Boundary.Kind.HANDLER, name, code.place(), exception);
  }

  private Answer answer(Instance part, int status, Logs logged) {
    boolean bodiless = traits.bodiless() > 0 && Parts.body(part).isNothing();
    return bodiless ? reader.errorPage(status, logged.exception()) : read(part, status, logged);
  }

  private Answer read(Instance part, int status, Logs logged) {
    return reader.read(status, Value.of(part), Parts.body(part), "", logged);
  }

  /** The answer after the code that is registered for its status, if there is any. */
  Answer withStatusHandler(Answer answer) {
    for (Entry entry : rewrites ? routes.entries(Role.STATUS) : List.<Entry>of()) {
      if (entry.status() == answer.status()) {
        return rewritten(answer, entry);
      }
    }
    return answer;
  }

  private Answer rewritten(Answer answer, Entry entry) {
    for (Code code : codes.of(entry, "handler")) {
      Summary summary = code.run(project.engine(), given(Value.unknown(Dependence.REQUEST)));
      for (Instance part : Parts.ofResponse(summary)) {
        boolean writes = !Parts.body(part).isNothing();
        int status = Parts.statuses(part, answer.status()).first();
        Answer written = writes ? answer(part, status, summary.logs()) : answer;
        return answer.logged() == Certainty.YES ? written.alreadyLogged() : written;
      }
    }
    return answer;
  }
}
