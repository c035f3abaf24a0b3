package io.github.errorhygiene.domain;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a method does, for some abstract arguments. Filled by the evaluation; read-only for others.
 *
 * <p>Changes while recursion through it is iterated, and then no more.
 */
public final class Summary {
  /** Field of what was passed on when the rest of the chain failed. */
  public static final String FAILS = "#fails";

  private static final int LONGEST_TRACE = 40;

  private final @Nullable MethodSymbol method;
  private Value returned = Value.NOTHING;
  private Value self = Value.NOTHING;
  private Value answer = Value.NOTHING;
  private Value passedOn = Value.NOTHING;
  private final Exits exits = new Exits();
  private Logs logs = Logs.NOTHING;
  private @Nullable Established established;
  private Map<LocalSymbol, Value> captured = Map.of();
  private final NavigableMap<Escape, Via> escapes = new TreeMap<>();
  private @Nullable SortedSet<Escape> left;
  private boolean finished;
  private @Nullable String calling;
  private SortedMap<Integer, Registration> registered = Collections.emptySortedMap();
  private final Noted noted = new Noted();
  private SortedMap<Integer, Value> given = Collections.emptySortedMap();

  /**
   * An empty one.
   *
   * @param method null for a lambda
   */
  public Summary(@Nullable MethodSymbol method) {
    this.method = method;
  }

  /** Of a method that is not followed any deeper. */
  public static Summary unknown(@Nullable MethodSymbol method) {
    Summary summary = new Summary(method);
    summary.returned = Value.UNKNOWN;
    summary.exits.add(Value.NOTHING, Value.UNKNOWN);
    summary.noted.open();
    return summary;
  }

  /** Whether there is no way in which it returns. */
  public boolean neverReturns() {
    return exits.all().isEmpty() && returned.isNothing();
  }

  /** It is not known what it does, but for what its result depends on. */
  public void giveUp(Dependence on) {
    Value anything = Value.unknown(on);
    returned = returned.join(anything);
    exits.add(Value.NOTHING, anything);
    noted.open();
  }

  /** The method; only of summaries of methods, not of lambdas. */
  public MethodSymbol method() {
    return Objects.requireNonNull(method, "the summary of a lambda");
  }

  /** The erased type that the method returns; empty for a lambda. */
  public String returnType() {
    return method == null ? "" : method.returnType().erasure();
  }

  /** For people: kept, since many traces go through the same call. */
  private String calling() {
    String known = calling;
    if (known == null) {
      known = "calls " + method().signature();
      calling = known;
    }
    return known;
  }

  /** How each escape came here. */
  public SortedMap<Escape, Via> ways() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(escapes));
  }

  /** What it returns; nothing if it never completes normally. */
  public Value returned() {
    return returned;
  }

  /** What is known of {@code this} afterwards. */
  public Value self() {
    return self;
  }

  /** What it did to the framework's response object; nothing if it did not touch it. */
  public Value answer() {
    return answer;
  }

  /** Whether the rest of the chain failed in it, as it was asked to. */
  public boolean passedOnFailing() {
    return passedOn.instances().stream().anyMatch(answer -> answer.fields().containsKey(FAILS));
  }

  /**
   * What the framework's response object held when the rest of the chain was called; nothing if it
   * never was.
   */
  public Value passedOn() {
    return passedOn;
  }

  /** What a lambda leaves in the variables that it captured. */
  public Map<LocalSymbol, Value> captured() {
    return captured;
  }

  /** Takes over what a lambda left in a captured variable; true if something is new. */
  public boolean leave(LocalSymbol variable, Value value) {
    if (captured.isEmpty()) {
      captured = new HashMap<>();
    }
    Value old = captured.getOrDefault(variable, Value.NOTHING);
    Value joined = old.join(value);
    captured.put(variable, joined);
    return !joined.equals(old);
  }

  /** The objects that it is given and changes, by the number of the parameter. */
  public SortedMap<Integer, Value> given() {
    return Collections.unmodifiableSortedMap(given);
  }

  /** Takes over what an evaluation made of given objects; true if something is new. */
  public boolean change(SortedMap<Integer, Value> found) {
    if (found.isEmpty()) {
      return false;
    }
    SortedMap<Integer, Value> before = given;
    given = new TreeMap<>(before);
    found.forEach((parameter, value) -> given.merge(parameter, value, Value::join));
    return !before.equals(given);
  }

  /** How it sets frameworks up, in the order in which the calls were first met. */
  public List<Registration> registrations() {
    return List.copyOf(registered.values());
  }

  /** Takes over what an evaluation registered; true if something is new. */
  public boolean register(SortedMap<Integer, Registration> found) {
    if (registered.isEmpty() && !found.isEmpty()) {
      registered = new TreeMap<>();
    }
    boolean changed = false;
    for (Registration registration : found.values()) {
      changed |= !registration.equals(registered.put(registration.id(), registration));
    }
    return changed;
  }

  /** What happens in it and in what it calls. */
  public Noted noted() {
    return noted;
  }

  /** What happens in it and in what it calls, and no escape shows; sorted. */
  public Set<Event> events() {
    return noted.events();
  }

  /**
   * Whether code runs in it, or in what it calls, of which nothing is known, so that it may fail in
   * ways that are not told.
   */
  public boolean isOpen() {
    return noted.isOpen();
  }

  /** What it has made sure of when it returns. */
  public Established established() {
    return established == null ? Established.NOTHING : established;
  }

  /** What it has made sure of about a parameter when it returns. */
  public Dependence promises(int parameter) {
    Established.Sure sure = established().always().get(new Established.Param(parameter));
    return sure == null ? Dependence.NONE : sure.promises();
  }

  /** Takes over what an evaluation made sure of; true if less is sure than before. */
  public boolean establish(Established found) {
    Established before = established;
    established = before == null ? found : before.and(found);
    return before != null && !before.equals(established);
  }

  /** What is logged, in whatever way it goes. */
  public Logs logs() {
    return logs;
  }

  /** Nothing changes any more, so what is told of it need not be a copy. */
  public void finish() {
    finished = true;
    left = null;
  }

  /** What leaves it, sorted. */
  public SortedSet<Escape> escapes() {
    SortedSet<Escape> known = left;
    if (known == null) {
      SortedSet<Escape> now = escapes.navigableKeySet();
      known = Collections.unmodifiableSortedSet(finished ? now : new TreeSet<>(now));
      left = known;
    }
    return known;
  }

  /**
   * One way to return.
   *
   * @param answer what was done to the framework's response object before; nothing if untouched
   */
  public record Exit(Value answer, Value returned) {}

  /** The ways in which it returns; empty if it never does. */
  public List<Exit> exits() {
    return exits.all();
  }

  /** Takes over the ways in which an evaluation returned; true if one is new. */
  @CanIgnoreReturnValue
  public boolean leave(Exits found) {
    return exits.addAll(found);
  }

  /** Takes over what an evaluation found; true if something is new. */
  @CanIgnoreReturnValue
  public boolean grow(
      Value returns,
      Value selfAfter,
      Value answered,
      Value passed,
      Logs logged,
      SortedMap<Escape, Via> thrown) {
    Value newReturned = returned.join(returns);
    Value newSelf = self.join(selfAfter);
    Value newAnswer = answer.join(answered);
    Value newPassed = passedOn.join(passed);
    Logs newLogs = logs.and(logged);
    boolean changed =
        !newReturned.equals(returned)
            || !newSelf.equals(self)
            || !newAnswer.equals(answer)
            || !newPassed.equals(passedOn)
            || !newLogs.equals(logs)
            || !escapes.keySet().containsAll(thrown.keySet());
    returned = newReturned;
    self = newSelf;
    answer = newAnswer;
    passedOn = newPassed;
    logs = newLogs;
    thrown.forEach(escapes::putIfAbsent);
    left = null;
    return changed;
  }

  /** The same method, once its result has completed. */
  public Summary awaited(
      Value completed, Exits ways, Logs more, Noted happened, SortedMap<Escape, Via> thrown) {
    Summary after = new Summary(method);
    after.noted.all(noted);
    after.noted.all(happened);
    after.leave(ways);
    after.grow(completed, self, answer, passedOn, logs.and(more), thrown);
    return after;
  }

  /** The calls from this method to the origin of an escape that leaves it. */
  public List<Step> trace(Escape escape) {
    List<Step> steps = new ArrayList<>();
    Summary at = this;
    Escape looked = escape;
    for (int i = 0; i < LONGEST_TRACE; i++) {
      @Nullable Via via = at.via(looked);
      if (via == null || via.callee() == null || via.inside() == null) {
        break;
      }
      steps.add(new Step(via.call().place(), via.callee().calling()));
      at = via.callee();
      looked = via.inside();
    }
    steps.add(new Step(escape.origin().place(), arises(escape)));
    return steps;
  }

  /** The calls from this method to where something happens. */
  public List<Step> trace(Event event) {
    List<Step> steps = new ArrayList<>();
    Summary at = this;
    for (int i = 0; i < LONGEST_TRACE; i++) {
      @Nullable Via via = at.noted.via(event);
      if (via == null || via.callee() == null) {
        break;
      }
      steps.add(new Step(via.call().place(), via.callee().calling()));
      at = via.callee();
    }
    return steps;
  }

  /** How an exception came to leave, or to be what the result fails with. */
  private @Nullable Via via(Escape escape) {
    @Nullable Via thrown = escapes.get(escape);
    return thrown == null ? returned.failures().via(escape) : thrown;
  }

  private static String arises(Escape escape) {
    String name = escape.type().substring(escape.type().lastIndexOf('.') + 1).replace('$', '.');
    return escape.thrower().isEmpty() ? "throws " + name : escape.thrower() + " may throw " + name;
  }
}
