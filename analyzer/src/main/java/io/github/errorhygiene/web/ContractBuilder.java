package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.escape.Escape;
import io.github.errorhygiene.escape.Escape.Source;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.escape.Summary;
import io.github.errorhygiene.escape.Value;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Classifier.Kind;
import io.github.errorhygiene.web.Handler.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Joins endpoints, escapes and boundaries into contracts. */
public final class ContractBuilder {
  private final Framework framework;
  private final Engine engine;
  private final Classifier classifier;
  private final SelfAnswers selfAnswers;

  public ContractBuilder(
      Framework framework,
      Program program,
      Catalogue catalogue,
      Engine engine,
      AnswerReader reader) {
    this.framework = framework;
    this.engine = engine;
    this.classifier = new Classifier(program, catalogue);
    this.selfAnswers = new SelfAnswers(reader, classifier);
  }

  public Application build() {
    List<Handler> handlers = framework.handlers();
    List<RequestFailure> requestFailures = framework.requestFailures(handlers);
    List<Contract> contracts = new ArrayList<>();
    for (Handler handler : handlers) {
      contracts.addAll(contracts(handler, requestFailures));
    }
    List<Failure> general =
        requestFailures.stream()
            .filter(f -> f.handler() == null)
            .map(ContractBuilder::row)
            .toList();
    return new Application(contracts.isEmpty() ? "" : framework.name(), contracts, general);
  }

  @SuppressWarnings("ReferenceEquality" /* that handler, not one like it */)
  private List<Contract> contracts(Handler handler, List<RequestFailure> requestFailures) {
    Value self = self(handler.type());
    Summary summary = engine.summary(handler.method(), self, handler.arguments());
    List<Failure> rows = new ArrayList<>(rows(handler, summary));
    for (Handler.Step step : handler.before()) {
      rows.addAll(
          rows(handler, engine.summary(step.method(), self(step.type()), step.arguments())));
    }
    for (RequestFailure failure : requestFailures) {
      if (failure.handler() == handler) {
        rows.add(row(failure));
      }
    }
    SelfAnswers.Split answers = selfAnswers.split(handler, summary);
    rows.addAll(answers.failures());
    List<Contract> contracts = new ArrayList<>();
    for (Route route : handler.routes()) {
      Endpoint endpoint = endpoint(handler, route, new TreeSet<>(answers.success()));
      contracts.add(new Contract(endpoint, rows));
    }
    return contracts;
  }

  private static Value self(TypeSymbol type) {
    return Value.of(new Instance(type.name(), Map.of())).withData(Value.GIVEN.data());
  }

  private List<Failure> rows(Handler handler, Summary summary) {
    List<Failure> rows = new ArrayList<>();
    for (Escape escape : summary.escapes()) {
      rows.addAll(rows(handler, summary, escape));
    }
    return rows;
  }

  private static Endpoint endpoint(Handler handler, Route route, SortedSet<Integer> success) {
    return new Endpoint(
        route.method(), route.path(), handler.method().signature(), place(handler), success);
  }

  /** Of the method; of the controller if it inherits the method from a class file. */
  static Place place(Handler handler) {
    Place ofMethod = Places.of(handler.method());
    Place place = ofMethod == null ? Places.of(handler.type()) : ofMethod;
    return place == null ? new Place("", 0, 0) : place;
  }

  private List<Failure> rows(Handler handler, Summary summary, Escape escape) {
    List<Failure> rows = new ArrayList<>();
    for (Outcome outcome : framework.outcomes(handler, escape)) {
      Kind kind = classifier.kind(escape, outcome.declaredStatus());
      if (isNoise(escape, kind)) {
        continue;
      }
      List<Step> trace = new ArrayList<>(summary.trace(escape));
      trace.addAll(outcome.steps());
      rows.add(
          new Failure(
              escape.type().replace('$', '.'),
              "",
              RaisedBy.APPLICATION,
              kind.mode(),
              escape.origin().place(),
              escape.cause(),
              outcome.boundary(),
              outcome.answer(),
              outcome.declaredStatus(),
              kind.fits(),
              kind.accepted(),
              Verdicts.of(outcome.answer().status(), kind, outcome.boundary()),
              kind.known(),
              escape.cause() != Cause.UNKNOWN || escape.source() == Source.THROWN,
              escape.source() == Source.POSSIBLE,
              trace));
    }
    return rows;
  }

  /**
   * What a library method might throw through a bug of the service: true of nearly every line, and
   * says nothing.
   */
  private static boolean isNoise(Escape escape, Kind kind) {
    boolean gone = kind.mode() == FailureMode.CLIENT_GONE;
    boolean guessed = escape.source() != Source.THROWN && escape.source() != Source.DECLARED;
    return gone
        || (guessed
            && (kind.mode() == FailureMode.UNEXPECTED || kind.mode() == FailureMode.UNKNOWN));
  }

  private static Failure row(RequestFailure failure) {
    int fits = failure.mode().status();
    int declared = failure.outcome().declaredStatus();
    Kind kind =
        new Kind(failure.mode(), declared > 0 && declared < 500 ? declared : fits, List.of(), true);
    return new Failure(
        failure.exception().replace('$', '.'),
        failure.summary(),
        RaisedBy.FRAMEWORK,
        failure.mode(),
        null,
        Cause.REQUEST,
        failure.outcome().boundary(),
        failure.outcome().answer(),
        declared,
        kind.fits(),
        List.of(),
        Verdicts.of(failure.outcome().answer().status(), kind, failure.outcome().boundary()),
        true,
        true,
        false,
        failure.outcome().steps());
  }
}
