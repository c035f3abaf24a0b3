package io.github.errorhygiene.escape;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Exits;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Noted;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.Registration;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One body being evaluated: where it is, what it may have thrown, returned and done so far. */
final class Frame {
  private final Body body;
  private final String file;
  private final String method;
  private final Deque<SortedMap<Escape, Via>> thrown = new ArrayDeque<>();
  private final Targets targets = new Targets();
  private final Exits exits = new Exits();
  private Value returned = Value.NOTHING;
  private @Nullable State exit;
  private @Nullable Established handedOn;
  private @Nullable State whenTrue;
  private @Nullable State whenFalse;
  private final List<LocalSymbol> parameters = new ArrayList<>();
  private final Map<Object, Value> entry = new HashMap<>();
  private final Set<LocalSymbol> assigned = new HashSet<>();
  private final Set<LocalSymbol> altered = new HashSet<>();
  private final Set<Path> assignedFields = new HashSet<>();
  private @Nullable State state;
  private Value passedOn = Value.NOTHING;
  private Logs logs = Logs.NOTHING;
  private int diverged;
  private final Deque<SortedMap<Integer, Registration>> registered = new ArrayDeque<>();
  private final Noted noted = new Noted();
  private final Late late = new Late();
  private final OpenCalls openCalls = new OpenCalls();
  private final Set<Expr.Call> spared = Collections.newSetFromMap(new IdentityHashMap<>(2));

  Frame(Body body, String file, String method, State state) {
    this.body = body;
    this.file = file;
    this.method = method;
    this.state = state;
    thrown.push(new TreeMap<>());
    registered.push(new TreeMap<>());
  }

  Body body() {
    return body;
  }

  String method() {
    return method;
  }

  Site site(Position position) {
    return new Site(new Place(file, position.line(), position.column()), method);
  }

  /** Null: control cannot come here. */
  @Nullable State state() {
    return state;
  }

  /** The expression itself, or the one that a variable was set from. */
  Expr origin(Expr expr) {
    @Nullable Object key = expr instanceof Expr.Name ? Paths.key(expr, body) : null;
    @Nullable Expr source = key == null || state == null ? null : state.source(key);
    return source == null ? expr : source;
  }

  void state(@Nullable State next) {
    state = next;
  }

  boolean isReachable() {
    return state != null;
  }

  Condition condition() {
    return state == null ? Condition.NONE : state.condition();
  }

  Value get(Object key, Value otherwise) {
    Value value = state == null ? Value.NOTHING : state.get(key);
    return value == null ? otherwise : value;
  }

  void set(Object key, Value value) {
    if (state != null) {
      state.set(key, value);
    }
  }

  void declare(LocalSymbol variable, Value value) {
    if (state != null) {
      state.forget(variable);
      state.set(variable, value);
    }
  }

  /** What the method called by this frame in its place has made sure of. */
  void handOn(Established made) {
    handedOn = made;
  }

  /** Null if no method was called in this frame's place. */
  @Nullable Established handedOn() {
    return handedOn;
  }

  /** Begins with a parameter. */
  void begin(LocalSymbol parameter, Value value) {
    parameters.add(parameter);
    entry.put(parameter, value);
    declare(parameter, value);
  }

  /** The parameters, in order. */
  List<LocalSymbol> parameters() {
    return Collections.unmodifiableList(parameters);
  }

  /** What was known at first; anything if nothing was. */
  Value entry(Object key) {
    return entry.getOrDefault(key, Value.GIVEN);
  }

  /** A variable is given another value. */
  void assign(LocalSymbol variable, Value value) {
    assigned.add(variable);
    declare(variable, value);
  }

  boolean isAssigned(LocalSymbol variable) {
    return assigned.contains(variable);
  }

  /** A variable is given what was in it, in another form: null if that was null. */
  void alter(LocalSymbol variable, Value value) {
    altered.add(variable);
    declare(variable, value);
  }

  /** Of what such a variable was given at first only is known whether it is there. */
  boolean isAltered(Object variable) {
    return variable instanceof LocalSymbol && altered.contains(variable);
  }

  /** A field of this object is given another value. */
  void assign(Path field, Value value) {
    assignedFields.add(field);
    if (state != null) {
      state.forget(field);
      state.set(field, value);
    }
  }

  /** The fields of this object that were given other values. */
  boolean isAssigned(Object field) {
    return assignedFields.contains(field);
  }

  void raise(Escape escape, Via via) {
    if (state == null) {
      return;
    }
    SortedMap<Escape, Via> here = thrown.element();
    if (escape.ends()) {
      late.note(escape, here.containsKey(escape), state);
      raiseLast(escape, via);
    } else {
      late.note(escape, here.putIfAbsent(escape, via) != null, state);
    }
  }

  /** What fails here only once the status was sent. */
  Late late() {
    return late;
  }

  /** A call that may fail elsewhere does not here. */
  void spare(Expr.@Nullable Call call) {
    if (call != null) {
      spared.add(call);
    }
  }

  boolean isSpared(Object call) {
    return spared.contains(call);
  }

  void raiseAgain(Escape escape, Via via) {
    thrown.element().putIfAbsent(escape, via);
  }

  /** What no clause of this method catches. */
  void raiseLast(Escape escape, Via via) {
    thrown.getLast().putIfAbsent(escape, via);
  }

  void openTry() {
    thrown.push(new TreeMap<>());
  }

  SortedMap<Escape, Via> closeTry() {
    return thrown.pop();
  }

  /** What was thrown since reaches nobody. */
  void dropTry() {
    thrown.pop();
  }

  SortedMap<Escape, Via> thrown() {
    return thrown.element();
  }

  /**
   * Leaves with an answer to a yes-or-no question, known to be yes in one state and no in another.
   */
  void leave(Value value, @Nullable State yes, @Nullable State no) {
    whenTrue = State.join(whenTrue, yes == null ? null : yes.copy());
    whenFalse = State.join(whenFalse, no == null ? null : no.copy());
    leave(value);
  }

  void leave(Value value) {
    if (state == null) {
      return;
    }
    returned = returned.join(value);
    exits.add(get(State.ANSWER, Value.NOTHING), value);
    state.set(State.RESULT, value);
    exit = State.join(exit, state);
    stop(true);
  }

  /** Leaves in several ways. */
  void leave(List<Summary.Exit> ways) {
    if (state == null) {
      return;
    }
    for (Summary.Exit way : ways) {
      returned = returned.join(way.returned());
      exits.add(way.answer(), way.returned());
    }
    exit = State.join(exit, state);
    stop(true);
  }

  /** Control ends here: it leaves by a return or throw statement. */
  void stop(boolean returns) {
    targets.leave(condition(), returns);
    state = null;
  }

  /** What it returns, by what it answered before. */
  Exits exits() {
    return exits;
  }

  Value returned() {
    return returned;
  }

  /** The state after normal completion; null if there is none. */
  @Nullable State exit() {
    return exit;
  }

  void register(Registration registration) {
    registered.element().put(registration.id(), registration);
  }

  /** What is registered from now on belongs to a group. */
  void openGroup() {
    registered.push(new TreeMap<>());
  }

  Collection<Registration> closeGroup() {
    return registered.pop().values();
  }

  /** By number. */
  SortedMap<Integer, Registration> registered() {
    return registered.element();
  }

  /** The state after normal completion with that truth value; null if there is none. */
  @Nullable State exit(boolean truth) {
    return truth ? whenTrue : whenFalse;
  }

  /**
   * The rest of a chain runs.
   *
   * @param fails with what it was asked to fail with
   */
  void passOn(boolean fails) {
    Value answer = get(State.ANSWER, State.UNTOUCHED);
    passedOn =
        passedOn.join(fails ? answer.withField(Summary.FAILS, Value.constant(true)) : answer);
  }

  void passedOn(Value inCallee) {
    passedOn = passedOn.join(inCallee);
  }

  Value passedOn() {
    return passedOn;
  }

  /** What happened here and in what was called. */
  Noted noted() {
    return noted;
  }

  /** The calls of methods that are not known. */
  OpenCalls openCalls() {
    return openCalls;
  }

  void log(Logs more) {
    logs = logs.and(more);
  }

  /** What was logged so far; inside a catch clause, since that began. */
  Logs logs() {
    return logs;
  }

  /** A catch clause begins; what was logged before it. */
  Logs openLog() {
    Logs before = logs;
    logs = Logs.NOTHING;
    return before;
  }

  /** A catch clause ends; what was logged in it. */
  @CanIgnoreReturnValue
  Logs closeLog(Logs before) {
    Logs inside = logs;
    logs = before.and(inside);
    return inside;
  }

  /** A call neither returns nor throws: it never ends, or it is not known yet what it does. */
  void diverge() {
    diverged++;
  }

  int diverged() {
    return diverged;
  }

  /** Where jumps go to. */
  Targets targets() {
    return targets;
  }
}
