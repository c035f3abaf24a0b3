package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.jaxrs.Mappers.Mapper;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Places;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who answers an exception, in the order of the runtime. */
final class ExceptionAnswers {
  /** Statuses that stand for all that a peer may answer: it blames the caller, or itself. */
  private static final List<Integer> OF_PEERS = List.of(404, 500);

  private final Program program;
  private final Engine engine;
  private final Implementation implementation;
  private final Endpoints endpoints;
  private final Mappers mappers;

  /** Whether what is around all of it puts a request id on every answer. */
  private final Certainty around;

  /** Whether the client takes the page that the server writes for errors without a body. */
  private final boolean pages;

  /** Whether the runtime knows the resource's class, whose own mappers it asks first. */
  private final boolean matched;

  ExceptionAnswers(
      Project project,
      Implementation implementation,
      Endpoints endpoints,
      Mappers mappers,
      Certainty around) {
    this.program = project.program();
    this.engine = project.engine();
    this.implementation = implementation;
    this.endpoints = endpoints;
    this.mappers = mappers;
    this.around = around;
    this.pages = true;
    this.matched = true;
  }

  private ExceptionAnswers(ExceptionAnswers same, boolean pages, boolean matched) {
    this.program = same.program;
    this.engine = same.engine;
    this.implementation = same.implementation;
    this.endpoints = same.endpoints;
    this.mappers = same.mappers;
    this.around = same.around;
    this.pages = pages;
    this.matched = matched;
  }

  /** What a client gets to whom the server writes no page. */
  ExceptionAnswers withoutPages() {
    return new ExceptionAnswers(this, false, matched);
  }

  /**
   * What a client gets while a resource method is looked for, of which mappers of the resource hear
   * nothing ({@code org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler}).
   */
  ExceptionAnswers whileMatching() {
    return new ExceptionAnswers(this, pages, false);
  }

  private AnswerReader reader(@Nullable Handler handler) {
    AnswerReader reader = endpoints.reader(handler);
    return pages ? reader : reader.leavingErrorsEmpty();
  }

  /**
   * Who answers.
   *
   * @param handler null where no resource method was found
   */
  List<Outcome> of(@Nullable Handler handler, Escape escape) {
    return of(handler, escape, implementation.mappers());
  }

  /** The same of an exception of the runtime's own, for which it has a mapper. */
  List<Outcome> of(@Nullable Handler handler, Escape escape, BuiltIn mapper) {
    List<BuiltIn> all = new ArrayList<>(implementation.mappers());
    all.add(mapper);
    return of(handler, escape, all);
  }

  /** What callers see who may not. */
  List<Outcome> refused(Handler handler, Escape escape, BuiltIn refusal) {
    return refusal.by() == BuiltIn.By.FILTER
        ? List.of(builtIn(handler, refusal, escape))
        : of(handler, escape, refusal);
  }

  private List<Outcome> of(@Nullable Handler handler, Escape escape, List<BuiltIn> builtIns) {
    Escape last = escape;
    for (@Nullable Escape link = escape; link != null; link = unwrapped(link)) {
      if (isAnswer(link) && hasEntity(link)) {
        return List.of(own(handler, link));
      }
      List<Outcome> mapped = mapped(handler, link, builtIns);
      if (!mapped.isEmpty()) {
        return mapped;
      }
      if (isAnswer(link)) {
        return isPassedOn(link) ? passedOn(handler, link) : List.of(own(handler, link));
      }
      Escape cause = implementation.causes() ? link.inner() : null;
      if (cause != null && isAnswer(cause)) {
        return List.of(own(handler, cause));
      }
      last = link;
    }
    return List.of(unmapped(handler, last));
  }

  /** Who answers a request for a path that there is not. */
  List<Outcome> ofUnknownPath(Escape notFound) {
    BuiltIn page = implementation.unknown();
    List<Outcome> mapped = mapped(null, notFound, implementation.mappers());
    return mapped.isEmpty() && page != null
        ? List.of(new Outcome(null, answer(null, page, page.status()), page.status(), List.of()))
        : of(null, notFound);
  }

  private @Nullable Escape unwrapped(Escape escape) {
    return implementation.unwraps().contains(escape.type()) ? escape.inner() : null;
  }

  private boolean isAnswer(Escape escape) {
    boolean foreign = implementation.foreign() && isOfClient(escape);
    return !foreign
        && Ws.names("WebApplicationException")
            .anyMatch(name -> program.isSubtype(escape.type(), name) == Certainty.YES);
  }

  /** What a client throws says whose fault it is, and not which status the peer answered. */
  private static boolean isOfClient(Escape escape) {
    return escape.mode() == FailureMode.UPSTREAM_ERROR;
  }

  private static boolean hasEntity(Escape escape) {
    Value body = escape.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    return !body.isNothing() && !body.isNull();
  }

  /** The status that the exception brings along; 0 if none is known. */
  private int carried(Escape escape) {
    SortedSet<Integer> codes =
        Statuses.of(escape.fields().getOrDefault(Escape.STATUS, Value.NOTHING));
    return codes.isEmpty() || !isAnswer(escape) ? 0 : codes.first();
  }

  /**
   * The status that the author asked for; 500 is what an exception has of which nobody said any.
   */
  private int declared(Escape escape) {
    int status = carried(escape);
    return status == 500 && !hasEntity(escape) ? 0 : status;
  }

  private List<Outcome> mapped(@Nullable Handler handler, Escape escape, List<BuiltIn> builtIns) {
    List<String> supertypes = Ws.supertypes(program, escape.type());
    @Nullable Mapper own = closest(handler, escape);
    int distance =
        own == null ? Integer.MAX_VALUE : supertypes.indexOf(Ws.renamed(own.exception()));
    BuiltIn nearest = null;
    for (BuiltIn each : builtIns) {
      int other = supertypes.indexOf(Ws.renamed(each.mapped()));
      boolean takes = supertypes.contains(Ws.renamed(each.exception()));
      if (takes && other >= 0 && other < distance) {
        nearest = each;
        distance = other;
      }
    }
    if (nearest != null) {
      return List.of(builtIn(handler, nearest, escape));
    }
    return own == null ? List.of() : answered(handler, own, escape);
  }

  private @Nullable Mapper closest(@Nullable Handler handler, Escape escape) {
    return mappers.closest(
        handler == null || !matched ? null : endpoints.of(handler).type(),
        escape.type(),
        mapper -> !refuses(mapper, escape));
  }

  /** Jersey asks mappers that can choose ({@code ExtendedExceptionMapper.isMappable}). */
  private boolean refuses(Mapper mapper, Escape escape) {
    MethodSymbol choice = mapper.choice();
    if (choice == null) {
      return false;
    }
    List<Value> arguments = List.of(Value.of(new Known.Caught(escape)));
    Summary summary = engine.summary(choice, engine.newObject(mapper.type()), arguments);
    return Boolean.FALSE.equals(summary.returned().constant());
  }

  private Outcome builtIn(@Nullable Handler handler, BuiltIn answer, Escape escape) {
    int carried = declared(escape);
    int status = answer.status() == 0 ? carried(escape) : answer.status();
    BuiltIn shown = escape.hasOwnMessage() ? answer.withoutMessage() : answer;
    return switch (answer.by()) {
      case DEFAULT -> new Outcome(null, answer(handler, shown, status), carried, List.of());
      case STATUS ->
          new Outcome(statusOf(escape), answer(handler, shown, status), carried, List.of());
      case MAPPER, FILTER -> {
        Boundary boundary =
            new Boundary(Boundary.Kind.FRAMEWORK, implementation.name(), null, answer.exception());
        int declared = carried == 0 ? status : carried;
        yield new Outcome(boundary, answer(handler, shown, status), declared, List.of());
      }
    };
  }

  private Answer answer(@Nullable Handler handler, BuiltIn answer, int status) {
    AnswerReader reader = reader(handler);
    Certainty byFilter = answer.filtered() ? reader.everywhere() : around;
    return new Answer(
        status,
        contentType(handler, answer, status),
        new TreeSet<>(answer.keys()),
        answer.id() ? Certainty.YES : byFilter,
        answer.exposes(),
        Certainty.of(answer.by() == BuiltIn.By.DEFAULT));
  }

  private @Nullable String contentType(@Nullable Handler handler, BuiltIn answer, int status) {
    String type = answer.contentType();
    if (BuiltIn.PRODUCED.equals(type)) {
      return endpoints.produced(handler);
    }
    Page page = implementation.empty();
    if (page == null || status < 400 || (type != null && !type.equals(page.contentType()))) {
      return type;
    }
    return pages && page.isFor(handler) ? page.contentType() : null;
  }

  private List<Outcome> answered(@Nullable Handler handler, Mapper mapper, Escape escape) {
    int declared = declared(escape);
    Value exception = Value.of(new Known.Caught(escape));
    Summary summary =
        engine.awaited(
            engine.summary(
                mapper.method(),
                engine.newObject(mapper.type()),
                mappers.arguments(mapper, exception)));
    Boundary boundary = boundary(mapper);
    Logs logged = summary.logs();
    Map<Integer, Answer> byStatus = new TreeMap<>();
    for (Instance part : Parts.of(summary)) {
      for (int status : mappedStatuses(part)) {
        byStatus.putIfAbsent(status, read(handler, part, status, logged));
      }
    }
    if (byStatus.isEmpty() && !summary.escapes().isEmpty()) {
      // Runtimes log both exceptions (org.glassfish.jersey.server.ServerRuntime.mapException).
      BuiltIn failing = implementation.failing();
      byStatus.put(failing.status(), answer(handler, failing, failing.status()).alreadyLogged());
    }
    if (byStatus.isEmpty()) {
      byStatus.put(0, Answer.ofStatus(0));
    }
    List<Step> steps =
        boundary.place() == null
            ? List.of()
            : List.of(new Step(boundary.place(), "handled by " + boundary.name()));
    return byStatus.values().stream()
        .map(answer -> new Outcome(boundary, answer, declared, steps))
        .toList();
  }

  /** A mapper of the program. */
  static Boundary boundary(Mapper mapper) {
    Place place = Places.of(mapper.method());
    return new Boundary(
        Boundary.Kind.HANDLER,
        Ws.simple(mapper.type().name()) + "#" + mapper.method().name(),
        place == null ? Places.of(mapper.type()) : place,
        mapper.exception());
  }

  private static SortedSet<Integer> mappedStatuses(Instance part) {
    boolean nothing = part.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING).isNull();
    return Parts.statuses(part, part.type().equals(Answers.SOMETHING) && nothing ? 204 : 0);
  }

  private Answer read(@Nullable Handler handler, Instance part, int status, Logs logged) {
    Answer answer = reader(handler).read(status, Value.of(part), Parts.body(part), "", logged);
    boolean object = Parts.body(part).strings().isEmpty();
    boolean text = implementation.textual() && "text/plain".equals(answer.contentType());
    return object && text ? answer.withoutKeys() : answer;
  }

  /** The response that the exception carries. */
  private Outcome own(@Nullable Handler handler, Escape escape) {
    int status = carried(escape);
    Instance answer = new Instance(Answers.SOMETHING, escape.fields());
    Value body = answer.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING);
    Answer read = reader(handler).read(status, Value.of(answer), body, "", Logs.NOTHING);
    return new Outcome(statusOf(escape), read, declared(escape), List.of());
  }

  /** It is what a peer answered, whatever that was. */
  private boolean isPassedOn(Escape escape) {
    return isOfClient(escape) && carried(escape) == 0;
  }

  /** The peer's answer becomes the service's own (WebApplicationException.getResponse). */
  private List<Outcome> passedOn(@Nullable Handler handler, Escape escape) {
    BuiltIn peers =
        new BuiltIn(
            escape.type(),
            escape.type(),
            0,
            BuiltIn.PRODUCED,
            List.of(),
            List.of(),
            false,
            true,
            BuiltIn.By.STATUS);
    return OF_PEERS.stream()
        .map(status -> new Outcome(statusOf(escape), answer(handler, peers, status), 0, List.of()))
        .toList();
  }

  private static Boundary statusOf(Escape escape) {
    Place place = escape.origin().place();
    return new Boundary(
        Boundary.Kind.DECLARED_STATUS,
        "status of " + Ws.simple(escape.type()),
        place.file().isEmpty() ? null : place,
        escape.type());
  }

  private Outcome unmapped(@Nullable Handler handler, Escape escape) {
    for (BuiltIn each : implementation.otherwise()) {
      if (program.isSubtype(escape.type(), each.exception()) == Certainty.YES) {
        return builtIn(handler, each, escape);
      }
    }
    BuiltIn late = implementation.late();
    boolean completes = handler != null && endpoints.isStage(handler);
    BuiltIn unmapped = late != null && completes ? late : implementation.unmapped();
    Answer answer = answer(handler, unmapped, unmapped.status());
    return new Outcome(null, answer, 0, List.of());
  }
}
