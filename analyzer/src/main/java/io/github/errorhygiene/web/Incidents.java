package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says of what happens on the way from a handler what rules need to know. */
final class Incidents {
  private final Classifier classifier;

  Incidents(Classifier classifier) {
    this.classifier = classifier;
  }

  List<Incident> of(Summary summary) {
    return summary.events().stream().map(event -> of(summary, event)).toList();
  }

  /** Where the request's body is read whole before the handler runs. */
  List<Incident> bodiesRead(Summary before) {
    return of(before).stream().filter(Incident::readsBody).toList();
  }

  /**
   * What the framework reads whole and hands to a handler.
   *
   * @param asked the parameter for which it does so; empty if there is none
   */
  static List<Incident> handedOver(String asked, Place handler) {
    Event read = new Event(Kind.BODY_READ, new Site(handler, ""), asked, null, "", Certainty.NO);
    return asked.isEmpty() ? List.of() : List.of(without(read, List.of()));
  }

  /**
   * What a catch clause answers in place of a failure, if it is a success that says nothing of it.
   */
  List<Incident> replaced(Handler handler, Instance part, int status) {
    String answer =
        handler.writesBody() && status / 100 == 2 ? nothingSaid(part, publishes(handler)) : "";
    if (answer.isEmpty()) {
      return List.of();
    }
    Boundary clause = Parts.clause(part, "");
    Place place = Objects.requireNonNull(clause.place());
    Value caught = part.fields().getOrDefault(Answers.CAUGHT, Value.NOTHING);
    List<Incident> incidents = new ArrayList<>();
    for (Escape escape : caught.escapes()) {
      Event event =
          new Event(
              Kind.REPLACED,
              new Site(place, handler.code().signature()),
              answer,
              escape,
              clause.catches(),
              Answers.logs(part).exception());
      incidents.add(of(event, escape, place, List.of()));
    }
    return incidents;
  }

  /**
   * A publisher that is empty, and no null, is what the engine makes null of. Functions that return
   * what is answered return publishers.
   */
  private static boolean publishes(Handler handler) {
    return !(handler.code() instanceof Code.OfMethod of)
        || of.method().returnType().erasure().startsWith("reactor.core.publisher.");
  }

  /** What is answered, for people; empty if it may tell of the failure. */
  private static String nothingSaid(Instance part, boolean publishes) {
    Value given = part.fields().getOrDefault(Answers.GIVEN, Value.NOTHING);
    if (given.isNull()) {
      return publishes ? "nothing" : "null";
    }
    Object constant = given.constant();
    if (constant instanceof Boolean || constant instanceof Number) {
      return constant.toString();
    }
    boolean entity = part.fields().containsKey(AnswerModel.STATUS);
    return "".equals(constant) || (entity && Parts.body(part).isNothing()) ? "an empty body" : "";
  }

  private Incident of(Summary summary, Event event) {
    List<Step> trace = summary.trace(event);
    Escape failure = event.failure();
    Place place = event.site().place();
    return failure == null ? without(event, trace) : of(event, failure, place, trace);
  }

  private static Incident without(Event event, List<Step> trace) {
    return new Incident(
        event.kind(),
        event.site().place(),
        event.detail(),
        "",
        FailureMode.UNKNOWN,
        Cause.UNKNOWN,
        null,
        "",
        event.caught().replace('$', '.'),
        event.logged(),
        true,
        trace);
  }

  Incident of(Event event, Escape failure, Place place, List<Step> before) {
    List<Step> trace = new ArrayList<>(before);
    trace.add(origin(failure));
    Escape root = failure.root();
    return new Incident(
        event.kind(),
        place,
        event.detail(),
        failure.type().replace('$', '.'),
        classifier.kind(failure, 0).mode(),
        failure.cause(),
        root.origin().place(),
        root.thrower(),
        event.caught().replace('$', '.'),
        event.logged(),
        failure.cause() != Cause.UNKNOWN || failure.source() == Source.THROWN,
        trace);
  }

  /** Where a failure arises; the calls that lead there are not known any more. */
  static Step origin(Escape failure) {
    return new Step(failure.origin().place(), arises(failure));
  }

  private static String arises(Escape escape) {
    String name = escape.type().substring(escape.type().lastIndexOf('.') + 1).replace('$', '.');
    return escape.thrower().isEmpty() ? "throws " + name : escape.thrower() + " may throw " + name;
  }
}
