package io.github.errorhygiene.routed;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.routed.Traits.Page;
import io.github.errorhygiene.routed.Traits.Raised;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Filter;
import io.github.errorhygiene.web.FilterChain;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.Handler.Step;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An application of a framework whose handlers are registered by calls. */
final class RoutedFramework implements Framework {
  private static final List<Value> REQUEST =
      Collections.nCopies(4, Value.unknown(Dependence.REQUEST).sure());

  private static final List<Value> CHECKED_REQUEST =
      Collections.nCopies(4, Value.unknown(Dependence.REQUEST.with(Trait.CHECKED)).sure());

  private final Program program;
  private final Project project;
  private final Traits traits;
  private final Routes routes;
  private final Codes codes;
  private final Functions functions;
  private final Realms realms;
  private final AnswerReader reader;
  private final Boundaries boundaries;
  private final Filters filters;
  private final FailurePath failurePath;
  private final ExceptionAnswers answers;

  /** The same where no code runs after handlers. */
  private final ExceptionAnswers lastAnswers;

  private final Map<List<Route>, Raised> refusals = new HashMap<>();

  /** By handler: what is around it. Only looked up. */
  private final Map<Handler, FilterChain> chains = new IdentityHashMap<>();

  /** By handler: whether what runs then sets a request id, once that was asked. Only looked up. */
  private final Map<Handler, Map<Role, Boolean>> identified = new IdentityHashMap<>();

  RoutedFramework(Project project, Routes routes, Traits traits) {
    this.program = project.program();
    this.project = project;
    this.traits = traits;
    this.routes = routes;
    this.codes = new Codes(program);
    this.realms = new Realms(routes);
    this.functions = new Functions(routes, codes, traits);
    this.filters = Filters.of(routes, codes, this::passesOn);
    String type = traits.unmapped().contentType();
    ErrorPage page = new ErrorPage(type == null ? "" : type, traits.unmapped().keys(), List.of());
    Certainty before = identifiesEverywhere(Role.BEFORE);
    boolean after = traits.mapsAfter() && identifiesEverywhere(Role.AFTER) == Certainty.YES;
    AnswerReader plain = traits.reader(project.reader(after ? Certainty.YES : before, page));
    this.reader =
        traits.statusPages()
            ? plain.with(StatusPages.of(project, routes, codes, plain, page))
            : plain;
    boolean rewrites = traits.rewritesStatuses();
    this.boundaries = new Boundaries(project, routes, codes, traits, reader, rewrites);
    this.failurePath = new FailurePath(project, routes, codes, traits, boundaries);
    this.answers = answers(reader, boundaries, before);
    AnswerReader last = reader.with(before);
    Boundaries ofLast = new Boundaries(project, routes, codes, traits, last, false);
    this.lastAnswers = answers(last, ofLast, before);
  }

  private ExceptionAnswers answers(AnswerReader read, Boundaries own, Certainty before) {
    return new ExceptionAnswers(program, traits, read, before, own, failurePath, realms);
  }

  @Override
  public String name() {
    return traits.name();
  }

  @Override
  public String server() {
    return project.server();
  }

  @Override
  public AnswerReader reader() {
    return reader;
  }

  @Override
  public List<Handler> handlers() {
    List<Handler> handlers = new ArrayList<>();
    for (Entry entry : routes.entries(Role.ROUTE)) {
      boolean open = traits.failurePath() && isOpen(entry);
      List<Value> request = routes.isOperation(entry) ? CHECKED_REQUEST : REQUEST;
      noteRefusal(entry);
      for (Code code : handlers(entry)) {
        if (!open && !passesOn(entry, code)) {
          handlers.add(handler(code, entry, request, traits.returnsBody()));
        }
      }
      for (Code code : responders(entry)) {
        handlers.add(handler(code, entry, REQUEST, true));
      }
    }
    for (Entry entry : routes.entries(Role.CRUD)) {
      traits.crud().forEach((name, mapping) -> handlers.addAll(crud(entry, name, mapping)));
    }
    return handlers;
  }

  private List<Code> handlers(Entry entry) {
    List<Code> named = codes.of(entry, "handler");
    return named.isEmpty() ? functions.of(entry) : named;
  }

  private List<Code> responders(Entry entry) {
    List<Code> named = codes.of(entry, "responder");
    return named.isEmpty() ? functions.responders(entry) : named;
  }

  /**
   * It is for all paths, and no handler that may be around others: a filter, most likely, even if
   * it passes on later, where nobody sees it.
   */
  private boolean isOpen(Entry entry) {
    return !routes.isBelowPath(entry) && entry.row().index(entry.call(), "router") < 0;
  }

  private List<Handler> crud(Entry entry, String name, String mapping) {
    String[] method = mapping.split(" ", 2);
    List<Route> mapped = new ArrayList<>();
    for (String path : routes.paths(entry)) {
      boolean whole = method[1].equals("item");
      mapped.add(new Route(method[0], whole ? path : path.substring(0, path.lastIndexOf('/'))));
    }
    int index = entry.row().index(entry.call(), "handler");
    return codes.of(entry.call(), index, name).stream()
        .map(code -> handler(code, mapped, REQUEST, traits.returnsBody()))
        .toList();
  }

  /** It stands before other handlers rather than being one. */
  private boolean passesOn(Entry entry, Code code) {
    return traits.passesOn()
        && (routes.methods(entry).isEmpty() || isFollowed(entry))
        && !code.run(project.engine(), REQUEST).passedOn().isNothing();
  }

  /** Something else is registered after it for the same: the last one has to answer. */
  private boolean isFollowed(Entry entry) {
    List<Route> own = routes(entry);
    List<Entry> all = routes.entries(Role.ROUTE);
    return all.subList(all.indexOf(entry) + 1, all.size()).stream()
        .anyMatch(later -> routes(later).stream().anyMatch(own::contains));
  }

  private Handler handler(Code code, Entry route, List<Value> request, boolean returnsBody) {
    List<Route> mapped = routes(route);
    realms.note(mapped, code, route);
    Handler handler = handler(code, mapped, request, returnsBody);
    List<Filter> around =
        filters.around(routes.scope(route)).stream()
            .map(each -> Filter.around(each, REQUEST))
            .toList();
    chains.put(handler, new FilterChain(project.engine(), around, false));
    return handler;
  }

  private Handler handler(Code code, List<Route> mapped, List<Value> request, boolean returnsBody) {
    List<Step> before =
        filters.around(mapped, isFor(mapped, code)).stream().map(this::step).toList();
    return new Handler(code, mapped, request, before, traits.success(), "", returnsBody);
  }

  private Predicate<Entry> isFor(List<Route> mapped, Code code) {
    return realms.isFor(mapped, code);
  }

  private Step step(Code code) {
    return new Step(code, REQUEST);
  }

  private List<Route> routes(Entry entry) {
    Set<String> methods = routes.methods(entry);
    List<Route> mapped = new ArrayList<>();
    for (String path : routes.paths(entry)) {
      for (String method : methods.isEmpty() ? Set.of("ANY") : methods) {
        mapped.add(new Route(method, path.startsWith("/") ? path : "/" + path));
      }
    }
    return mapped;
  }

  /** A header that is set before handlers run stays on whatever is answered. */
  private Certainty identifiesEverywhere(Role role) {
    return Certainty.of(filters.everywhere(role).anyMatch(this::setsRequestId));
  }

  @Override
  public AnswerReader reader(Handler handler) {
    boolean set = identifiesAlways(handler) || identifies(Role.ANSWERED, handler);
    return set ? reader.with(Certainty.YES) : reader;
  }

  /** Whatever becomes of the request. */
  private boolean identifiesAlways(Handler handler) {
    return identifies(Role.BEFORE, handler)
        || (traits.mapsAfter() && identifies(Role.AFTER, handler));
  }

  private boolean identifies(Role role, Handler handler) {
    return identified
        .computeIfAbsent(handler, h -> new EnumMap<>(Role.class))
        .computeIfAbsent(role, r -> findIdentifying(r, handler));
  }

  private boolean findIdentifying(Role role, Handler handler) {
    return filters.around(role, handler.routes(), isFor(handler.routes(), handler.code())).stream()
        .anyMatch(this::setsRequestId);
  }

  /** The answer to a failure that took all headers away that were set before. */
  private static Outcome afresh(Outcome outcome) {
    return outcome.with(outcome.answer().withRequestId(Certainty.NO));
  }

  /** No code runs after handlers then. */
  private boolean endsAll(Escape escape) {
    return traits.endsWithFutures() && escape.fields().containsKey(Escape.AWAITED);
  }

  /** The answer with the headers of that route, if these are not lost. */
  private Outcome headed(Handler handler, ExceptionAnswers.Told told, boolean reset, boolean ends) {
    Outcome outcome = told.outcome();
    boolean last = told.last() || ends;
    return reset || answers.isAfresh(outcome)
        ? afresh(outcome)
        : identified(handler, outcome, last);
  }

  /**
   * The answer with the header that is set around handlers of that route alone.
   *
   * @param last no code runs after handlers
   */
  private Outcome identified(Handler handler, Outcome outcome, boolean last) {
    boolean news =
        outcome.answer().requestId() != Certainty.YES
            && !Answer.isNone(outcome.answer().status())
            && (last ? identifies(Role.BEFORE, handler) : identifiesAlways(handler));
    return news ? outcome.with(outcome.answer().withRequestId(Certainty.YES)) : outcome;
  }

  private boolean setsRequestId(Code code) {
    return AnswerModel.mayHaveRequestId(
        code.run(project.engine(), REQUEST).answer(), project.catalogue().requestIds());
  }

  @Override
  public SortedSet<Integer> statuses(Handler handler, Instance part) {
    boolean nothing = traits.unsaid() > 0 && handler.writesBody() && Parts.body(part).isNull();
    int success = nothing ? traits.unsaid() : handler.success();
    return boundaries.statuses(handler.code(), part, success);
  }

  @Override
  public List<Boundary> boundaries() {
    return boundaries.all();
  }

  @Override
  public List<Outcome> outcomes(Handler handler, Escape escape) {
    @Nullable Page unasked = traits.unasked(escape, program.supertypes(escape.type()));
    if (unasked != null) {
      return List.of(
          identified(
              handler,
              answers.outcome(null, unasked, unasked.status(), List.of(), unasked.logged()),
              unasked.last()));
    }
    Value sent = escape.fields().getOrDefault(Escape.SENT, Value.NOTHING);
    if (isWhole(sent)) {
      return List.of(sent(handler, sent));
    }
    @Nullable FilterChain chain = chains.get(handler);
    if (chain == null) {
      return behind(handler, escape);
    }
    int declared = answers.declared(escape);
    FilterChain.Passage passage = chain.pass(escape, reader(handler));
    List<Outcome> outcomes = new ArrayList<>();
    passage.answers().forEach(each -> outcomes.add(each.declaring(declared)));
    passage.rest().forEach(rest -> outcomes.addAll(behind(handler, rest)));
    return outcomes.stream().distinct().toList();
  }

  /** In whatever way it was sent. */
  private static boolean isWhole(Value sent) {
    List<Instance> ways = sent.instances();
    return !ways.isEmpty()
        && ways.stream().allMatch(way -> way.fields().containsKey(Answers.WHOLE));
  }

  /** The client has its answer already, whatever fails then. */
  private Outcome sent(Handler handler, Value answer) {
    int status = Statuses.of(answer.field(AnswerModel.STATUS)).stream().findFirst().orElse(0);
    Answer seen = reader(handler).read(status, answer, Value.NOTHING, "", Logs.NOTHING);
    return new Outcome(null, seen, 0, List.of());
  }

  /** What is answered to what leaves all handlers. */
  private List<Outcome> behind(Handler handler, Escape escape) {
    boolean reset = escape.fields().containsKey(AnswerModel.RESET);
    boolean ends = endsAll(escape);
    return (ends ? lastAnswers : answers)
        .of(handler, escape).stream().map(each -> headed(handler, each, reset, ends)).toList();
  }

  @Override
  public List<RequestFailure> requestFailures(List<Handler> handlers) {
    return new RequestFailures(this, answers, traits, routes, boundaries, failurePath)
        .of(handlers, refusals);
  }

  private void noteRefusal(Entry entry) {
    @Nullable Raised refusal =
        routes.isOperation(entry) ? traits.refusals().get(entry.call().owner()) : null;
    if (refusal != null) {
      refusals.put(routes(entry), refusal);
    }
  }

  /** Every handler has code before it that sets a request id. */
  boolean identifies(List<Handler> handlers) {
    return !handlers.isEmpty()
        && handlers.stream().allMatch(handler -> identifies(Role.BEFORE, handler));
  }

  /** What the framework answers by itself. */
  Outcome own(Raised raised) {
    String name = raised.exception().isEmpty() ? traits.name() : raised.exception();
    Boundary boundary = new Boundary(Boundary.Kind.FRAMEWORK, name, null, raised.exception());
    int status = raised.page().status();
    return traits.statusPages()
        ? new Outcome(boundary, missed(status), status, List.of())
        : answers.outcome(boundary, raised.page(), status, List.of(), Certainty.NO);
  }

  /** The page for what no handler answered, nothing having failed. */
  private Answer missed(int status) {
    boolean set = filters.everywhere(Role.ANSWERED).anyMatch(this::setsRequestId);
    return (set ? reader.with(Certainty.YES) : reader).errorPage(status, Certainty.NO);
  }
}
