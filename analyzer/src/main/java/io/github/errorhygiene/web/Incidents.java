package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.escape.Escape;
import io.github.errorhygiene.escape.Escape.Source;
import io.github.errorhygiene.escape.Event;
import io.github.errorhygiene.escape.Summary;
import java.util.ArrayList;
import java.util.List;

/** Says of what happens on the way from a handler what rules need to know. */
final class Incidents {
  private final Classifier classifier;

  Incidents(Classifier classifier) {
    this.classifier = classifier;
  }

  List<Incident> of(Summary summary) {
    return summary.events().stream().map(event -> of(summary, event)).toList();
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
    trace.add(new Step(failure.origin().place(), arises(failure)));
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

  private static String arises(Escape escape) {
    String name = escape.type().substring(escape.type().lastIndexOf('.') + 1).replace('$', '.');
    return escape.thrower().isEmpty() ? "throws " + name : escape.thrower() + " may throw " + name;
  }
}
