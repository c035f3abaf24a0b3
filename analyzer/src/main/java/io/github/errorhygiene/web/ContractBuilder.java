package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Documentation;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Expectations;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Reaction;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Classifier.Kind;
import io.github.errorhygiene.web.Handler.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins endpoints, escapes and boundaries into contracts. */
public final class ContractBuilder {
  /**
   * Steps from the handler to the use of what may be absent: on a longer way somebody else mostly
   * asked before, as findings on real services have shown.
   */
  private static final int NEAR = 2;

  /** Methods that ask for nothing but reading. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  private static final Escape UNEXPECTED =
      Escape.ofFramework("java.lang.RuntimeException", FailureMode.UNEXPECTED, null);

  /** What assertions throw, such as Guava's {@code checkArgument}: somebody thought of it. */
  private static final Set<String> ASSERTED =
      Set.of("java.lang.IllegalArgumentException", "java.lang.IllegalStateException");

  private final Framework framework;
  private final Engine engine;
  private final Expectations expectations;
  private final Program program;
  private final Classifier classifier;
  private final Incidents incidents;
  private final SelfAnswers selfAnswers;
  private final Documentations documentations;
  private final Answerable answerable;
  private final BodyLimits limits;

  public ContractBuilder(Framework framework, Project project) {
    this.framework = OwnBoundaries.with(framework, project);
    this.engine = project.engine();
    this.expectations = project.expectations();
    this.program = project.program();
    this.classifier = new Classifier(engine, project.catalogue(), expectations);
    this.incidents = new Incidents(classifier);
    this.limits = new BodyLimits(project);
    this.selfAnswers = new SelfAnswers(this.framework, classifier, expectations.envelope());
    this.documentations = new Documentations(project);
    this.answerable = new Answerable(this.framework, program);
  }

  /** The contracts of all frameworks of an application. */
  public static Application build(List<Framework> frameworks, Project project) {
    List<Application> parts =
        frameworks.stream().map(each -> new ContractBuilder(each, project).build()).toList();
    return Application.joined(parts).withTraits(Traits.of(project));
  }

  public Application build() {
    List<Handler> handlers = framework.handlers();
    if (handlers.isEmpty()) {
      return new Application("", List.of(), List.of());
    }
    List<RequestFailure> requestFailures = framework.requestFailures(handlers);
    List<Failure> general =
        requestFailures.stream().filter(f -> f.handler() == null).map(this::row).toList();
    List<Contract> contracts = new ArrayList<>();
    for (Handler handler : handlers) {
      contracts.addAll(contracts(handler, requestFailures, general));
    }
    List<Boundary> idle = idle(contracts, general);
    return new Application(framework.name(), contracts, general, framework.boundaries(), idle)
        .named(framework.server());
  }

  /**
   * Those that never answer: for exceptions of the sources of which nothing makes an object. One
   * for a whole hierarchy is a precaution. Those that answer a row are not looked for.
   */
  private List<Boundary> idle(List<Contract> contracts, List<Failure> general) {
    Set<Boundary> answering =
        Stream.concat(contracts.stream().flatMap(c -> c.failures().stream()), general.stream())
            .map(Failure::boundary)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return framework.boundaries().stream()
        .filter(boundary -> !answering.contains(boundary) && isIdle(boundary.catches()))
        .toList();
  }

  private boolean isIdle(String exception) {
    TypeSymbol type = program.type(exception);
    return type != null
        && type.isSource()
        && program.sourceSubtypes(exception).isEmpty()
        && !program.isCreated(exception);
  }

  @SuppressWarnings("ReferenceEquality" /* that handler, not one like it */)
  private List<Contract> contracts(
      Handler handler, List<RequestFailure> requestFailures, List<Failure> general) {
    Prepared prepared = Prepared.of(handler, engine);
    Summary summary = prepared.answer();
    List<Failure> rows = new ArrayList<>(rows(handler, summary));
    prepared.before().forEach(step -> rows.addAll(rows(handler, step)));
    for (RequestFailure failure : requestFailures) {
      if (failure.handler() == handler) {
        rows.add(row(failure));
      }
    }
    SelfAnswers.Split answers = selfAnswers.split(handler, summary);
    rows.addAll(answers.failures());
    List<Reaction> unexpected = new ArrayList<>(unexpected(handler));
    unexpected.addAll(answers.unexpected());
    List<Incident> happened = new ArrayList<>(incidents.of(summary));
    prepared.before().forEach(step -> happened.addAll(incidents.bodiesRead(step)));
    happened.addAll(answers.incidents());
    happened.addAll(Incidents.handedOver(framework.readsWhole(handler), place(handler)));
    happened.removeIf(each -> each.readsBody() && limits.isLimited(framework.name(), each.kind()));
    List<Contract> contracts = new ArrayList<>();
    for (Route route : handler.routes()) {
      Endpoint endpoint = endpoint(handler, route, new TreeSet<>(answers.success()));
      Documentation documentation = documentations.of(handler, route, framework::answeringMethods);
      contracts.add(
          new Contract(
              endpoint, distinct(rows), unexpected, happened, framework.name(), documentation));
    }
    Stream<Failure> ofFilters = general.stream().filter(row -> row.exception().isEmpty());
    List<Failure> all = Stream.concat(rows.stream(), ofFilters).toList();
    var known = new Answerable.Known(handler, prepared, answers, all, unexpected);
    return contracts.stream().map(contract -> withIdle(contract, known)).toList();
  }

  private Contract withIdle(Contract contract, Answerable.Known known) {
    Documentation documentation = contract.documentation();
    return documentation.responses().isEmpty()
        ? contract
        : contract.with(documentation.withIdle(answerable.idle(documentation, known)));
  }

  /** What differs only in the way is one failure; the first way is shown. */
  private static List<Failure> distinct(List<Failure> rows) {
    Map<Failure, Failure> distinct = new LinkedHashMap<>();
    rows.forEach(row -> distinct.putIfAbsent(row.unexplained(), row));
    return List.copyOf(distinct.values());
  }

  /** Asks the framework: a failure of which nothing is known but that it is unchecked. */
  private List<Reaction> unexpected(Handler handler) {
    return framework.outcomes(handler, UNEXPECTED).stream()
        .map(outcome -> new Reaction(outcome.boundary(), outcome.answer()))
        .toList();
  }

  private List<Failure> rows(Handler handler, Summary summary) {
    List<Failure> rows = new ArrayList<>();
    for (Escape escape : summary.escapes()) {
      List<Step> trace = summary.trace(escape);
      framework.kinds(escape).forEach(kind -> rows.addAll(rows(handler, trace, kind)));
    }
    return rows;
  }

  private Endpoint endpoint(Handler handler, Route route, SortedSet<Integer> success) {
    return new Endpoint(
        route.method(),
        route.path(),
        handler.code().signature(),
        place(handler),
        success,
        framework.server());
  }

  static Place place(Handler handler) {
    Place place = handler.code().place();
    return place == null ? new Place("", 0, 0) : place;
  }

  private List<Failure> rows(Handler handler, List<Step> way, Escape escape) {
    List<Failure> rows = new ArrayList<>();
    List<Outcome> outcomes = framework.outcomes(handler, escape);
    for (Outcome outcome : outcomes) {
      Kind kind = classifier.kind(handler, asked(handler, escape), outcome.declaredStatus());
      if (isNoise(escape, kind)) {
        continue;
      }
      List<Step> trace = new ArrayList<>(way);
      boolean far = isAbsent(escape) && inside(handler, way) > NEAR;
      trace.addAll(outcome.steps());
      rows.add(
          new Failure(
              escape.type().replace('$', '.'),
              occasion(escape),
              RaisedBy.APPLICATION,
              kind.mode(),
              escape.origin().place(),
              escape.cause(),
              outcome.boundary(),
              escape.isLogged() ? outcome.answer().alreadyLogged() : outcome.answer(),
              outcome.declaredStatus(),
              kind.fits(),
              kind.accepted(),
              Verdicts.of(outcome, outcomes, kind, expectations.envelope()),
              kind.known(),
              isSure(escape) && !far,
              escape.source() == Source.POSSIBLE,
              isAbsent(escape),
              !kind.sure(),
              trace,
              outcome.candidates()));
    }
    return rows;
  }

  /**
   * Where nothing but reading was asked for (RFC 9110, section 9.2.1), what cannot be stored is the
   * service's own record, and no matter of the client's.
   */
  private Escape asked(Handler handler, Escape escape) {
    boolean reads = handler.routes().stream().allMatch(route -> SAFE.contains(route.method()));
    return reads && !handler.routes().isEmpty() && classifier.isOfStore(escape)
        ? escape.ofOwn()
        : escape;
  }

  /** How many steps are inside the handler, and not in what is put around it. */
  private static int inside(Handler handler, List<Step> way) {
    String called = "calls " + handler.code().signature();
    int around = way.size();
    while (around > 0 && !way.get(around - 1).text().equals(called)) {
      around--;
    }
    return way.size() - around;
  }

  /** What is thrown because of a setting may as well be thrown because it is meant to be so. */
  private static boolean isSure(Escape escape) {
    boolean thrown = escape.source() == Source.THROWN;
    return thrown ? escape.cause() != Cause.CONFIGURATION : escape.cause() != Cause.UNKNOWN;
  }

  /** What went wrong, where the exception keeps nothing of it; empty if it says so itself. */
  private static String occasion(Escape escape) {
    Escape reason = escape.inner() == null ? escape.reason() : null;
    String type = reason == null ? "" : reason.type();
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  /** What was looked up is used as if it were there: nobody threw that on purpose. */
  private static boolean isAbsent(Escape escape) {
    boolean used = escape.source() == Source.DEREFERENCE || escape.source() == Source.CATALOGUE;
    return escape.absence() && used && !ASSERTED.contains(escape.type());
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

  private Failure row(RequestFailure failure) {
    int fits = expectations.fits(failure.mode());
    int declared = failure.outcome().declaredStatus();
    List<Integer> accepted = expectations.accepted(failure.mode());
    Kind kind =
        new Kind(
            failure.mode(),
            declared > 0 && declared < 500 ? declared : fits,
            accepted,
            true,
            List.of(),
            true);
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
        accepted,
        Verdicts.of(failure.outcome(), List.of(), kind, expectations.envelope()),
        true,
        true,
        false,
        false,
        false,
        failure.outcome().steps(),
        failure.outcome().candidates());
  }
}
