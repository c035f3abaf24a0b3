package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Established.Sure;
import io.github.errorhygiene.domain.Implied.How;
import io.github.errorhygiene.domain.Implied.Turn;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.library.Elements;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Symbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Complaints about what was sent: errors that are collected, results that helpers return. Who asks
 * for them, and finds none, knows what was checked before. See {@link Implied}.
 */
final class Turns {
  /** Calls that put a complaint, or anything, into what they are called on. */
  private static final Pattern FILLING =
      Pattern.compile("(add|append|complain|error|fail|offer|push|put|reject|report)([A-Z]\\w*)?");

  /** Calls that put in all of something that may be empty. */
  private static final Pattern POURING =
      Pattern.compile("(add|append|put|push)(All\\w*|Errors|Violations|Messages)");

  /** Questions that are answered with yes if there are complaints. */
  private static final Pattern COMPLAINING =
      Pattern.compile(
          "failed|isLeft"
              + "|has(Any)?(Errors?|Violations?|Failures?|Failed|Problems?|Issues|Messages)"
              + "|is(Error|Failed|Failure|Invalid|NotValid|Rejected)");

  /** Questions that are answered with yes if there are none. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "passed|succeeded|no(Errors|Violations)"
              + "|is(Accepted|Correct|Ok|OK|Passed|Right|Success|Successful|Valid)");

  /** What makes a complaint. */
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(bad|deny|denied|error|fail|failed|failure|invalid|ko|left|reject|rejected|refuse)"
              + "([A-Z]\\w*)?");

  private static final Pattern COMPLAINT_TYPE =
      Pattern.compile("(\\w*[.$])?(Bad|Error|Failed|Failure|Invalid|Rejected)\\w*");

  /** What makes a collection of its arguments. */
  private static final Set<String> HOLDING = Set.of("asList", "of", "singleton", "singletonList");

  /** Calls without arguments that give what says that there is nothing. */
  private static final Set<String> NOTHING =
      Set.of("absent", "empty", "emptyList", "emptyMap", "emptySet", "none", "of");

  /** What makes what says that there are no complaints. */
  private static final Set<String> FINE =
      Set.of("accepted", "ok", "pass", "right", "success", "valid");

  /** Calls on what may be empty that give what is empty then. */
  private static final Set<String> SAME = Set.of("map", "peek", "stream");

  private static final List<How> HOWS = List.of(How.values());
  private static final List<How> NONE = List.of();

  private final Frame frame;
  private final Calls calls;

  Turns(Frame frame, Calls calls) {
    this.frame = frame;
    this.calls = calls;
  }

  /** Records what is sure where something has turned out to be so. */
  void learn(@Nullable State state, @Nullable Expr subject, How how) {
    if (state == null || subject == null) {
      return;
    }
    @Nullable Object key = Paths.key(subject, frame.body());
    if (key != null) {
      state.implied().by(key, how).forEach((of, sure) -> Refinement.inform(state, of, sure));
    }
    if (subject instanceof Expr.Call call) {
      Map<Object, Sure> told =
          calls.established(call).implied().getOrDefault(new Turn(State.RESULT, how), Map.of());
      calls.conditions().guards().inform(state, call, told);
      if (call.receiver() != null && SAME.contains(call.name())) {
        learn(state, call.receiver(), how);
      }
    }
  }

  /** {@code forms.stream().anyMatch(form -> form.name() == null)}: no means that of each. */
  void askedOfAll(Conditions.Split split, Expr.Call question) {
    boolean any = question.name().equals("anyMatch");
    boolean none = question.name().equals("noneMatch");
    if (question.receiver() == null || !(any || none || question.name().equals("allMatch"))) {
      return;
    }
    @Nullable State all = any ? split.whenFalse() : split.whenTrue();
    @Nullable Object holder = key(Elements.holder(question.receiver()));
    Functions functions = calls.functions();
    Dependence sure = any || none ? functions.denied() : functions.asked();
    if (all != null && holder != null) {
      Refinement.promise(all, holder, Elements.promised(sure));
    }
    @Nullable Expr order = Sortings.ordered(question, frame.body());
    @Nullable Object ordered = order == null ? null : key(order);
    if (all != null && ordered != null) {
      Refinement.promise(all, ordered, Dependence.of(Trait.CHECKED));
    }
  }

  /** {@code result.hasErrors()}, {@code result.isValid()}. */
  void asked(Conditions.Split split, Expr.Call question) {
    if (!question.arguments().isEmpty()) {
      return;
    }
    if (COMPLAINING.matcher(question.name()).matches()) {
      learn(split.whenFalse(), question.receiver(), How.EMPTY);
    } else if (CONTENT.matcher(question.name()).matches()) {
      learn(split.whenTrue(), question.receiver(), How.EMPTY);
    }
  }

  /** A variable was set from that: what is implied by the one is by the other. */
  void set(State state, Object variable, Expr source) {
    @Nullable Object key = Paths.key(source, frame.body());
    boolean tells = source instanceof Expr.Call || source instanceof Expr.New;
    boolean known = !state.implied().facts().isEmpty();
    for (How how : tells || known ? HOWS : NONE) {
      Map<Object, Sure> told = new HashMap<>(told(state, source, how));
      told.remove(variable);
      state.implied(state.implied().and(new Turn(variable, how), told));
    }
    boolean filled = key != null && state.implied().filled().contains(key);
    boolean made = variable.equals(State.RESULT) && isMade(source);
    if (filled || made || isComplaint(source) || isFilled(source)) {
      state.implied(state.implied().filling(variable));
    }
  }

  /** What is sure if what an expression gives turns out so. */
  private Map<Object, Sure> told(State state, Expr source, How how) {
    @Nullable Object key = Paths.key(source, frame.body());
    Map<Object, Sure> told = new HashMap<>();
    if (key != null) {
      told.putAll(state.implied().by(key, how));
    }
    if (source instanceof Expr.Call call) {
      told.putAll(inside(call, new Turn(State.RESULT, how)));
    }
    if (how == How.EMPTY || how == How.NULL) {
      holding(source).forEach(held -> told.putAll(told(state, held, How.EMPTY)));
    }
    return told;
  }

  /** What an object is made of, {@code new Validation(errors)}, {@code errors.stream()}. */
  private static Iterable<Expr> holding(Expr source) {
    if (source instanceof Expr.New made) {
      return made.arguments();
    }
    List<Expr> held = new ArrayList<>();
    if (source instanceof Expr.Call call) {
      held.addAll(call.arguments());
      if (call.receiver() != null) {
        held.add(call.receiver());
      }
    }
    return held;
  }

  /** {@code Optional.empty()}. */
  static boolean isNothing(Expr expr) {
    return expr instanceof Expr.Call call
        && call.arguments().isEmpty()
        && (NOTHING.contains(call.name()) || FINE.contains(call.name()));
  }

  /** {@code Response.status(400).build()}: what a library makes of nothing that is asked for. */
  private boolean isMade(Expr source) {
    Expr first = source;
    while (first instanceof Expr.Call call && call.receiver() != null) {
      if (FINE.contains(call.name()) || isNothing(call)) {
        return false;
      }
      first = call.receiver();
    }
    return source instanceof Expr.Call && isLibrary(first);
  }

  /** The name of a type of a library, known or not. */
  private boolean isLibrary(Expr name) {
    @Nullable Symbol symbol = frame.body().symbolOf(name);
    return symbol == null
        ? name instanceof Expr.Name unknown && Character.isUpperCase(unknown.name().charAt(0))
        : symbol instanceof TypeSymbol type && !type.isSource();
  }

  private boolean isFilled(Expr source) {
    return source instanceof Expr.Call call
        && calls.established(call).filled().contains(State.RESULT);
  }

  /** {@code List.of("name")}. */
  private static boolean isHolder(Expr.Call call) {
    return !call.arguments().isEmpty() && HOLDING.contains(call.name());
  }

  /** {@code Result.failure("name")}, {@code new Validation(false)}, {@code new Invalid("name")}. */
  private boolean isComplaint(Expr source) {
    if (source instanceof Expr.New made) {
      return COMPLAINT_TYPE.matcher(frame.body().typeOf(made).erasure()).matches()
          || made.arguments().stream().anyMatch(Turns::isNo);
    }
    return source instanceof Expr.Call call
        && (isHolder(call) || COMPLAINT.matcher(call.name()).matches());
  }

  private static boolean isNo(Expr argument) {
    return argument instanceof Expr.Literal literal && Boolean.FALSE.equals(literal.value());
  }

  /** A call has returned: something may have been put into what it was called on, or given. */
  void returned(State state, Expr.Call call) {
    @Nullable Object holder = call.receiver() == null ? null : key(call.receiver());
    if (holder != null && POURING.matcher(call.name()).matches()) {
      for (Expr argument : call.arguments()) {
        state.implied(
            state.implied().and(new Turn(holder, How.EMPTY), told(state, argument, How.EMPTY)));
      }
    } else if (holder != null
        && !call.arguments().isEmpty()
        && FILLING.matcher(call.name()).matches()) {
      state.implied(state.implied().filling(holder));
    }
    takeOver(state, call);
  }

  /** What the method called has put something into, and what is implied by it. */
  private void takeOver(State state, Expr.Call call) {
    Established made = calls.established(call);
    for (Turn turn : made.implied().keySet()) {
      @Nullable Object of = turn.of().equals(State.RESULT) ? null : inside(turn.of(), call);
      if (of != null) {
        state.implied(state.implied().and(new Turn(of, turn.how()), inside(call, turn)));
      }
    }
    for (Object filled : made.filled()) {
      @Nullable Object of = filled.equals(State.RESULT) ? null : inside(filled, call);
      if (of != null) {
        state.implied(state.implied().filling(of));
      }
    }
  }

  private Map<Object, Sure> inside(Expr.Call call, Turn turn) {
    Map<Object, Sure> here = new HashMap<>();
    calls
        .established(call)
        .implied()
        .getOrDefault(turn, Map.of())
        .forEach(
            (key, sure) -> {
              @Nullable Object of = inside(key, call);
              if (of != null) {
                here.put(of, sure);
              }
            });
    return here;
  }

  private @Nullable Object inside(Object outside, Expr.Call call) {
    return Establishing.inside(outside, call, frame.body());
  }

  private @Nullable Object key(Expr holder) {
    @Nullable Object key = Paths.key(holder, frame.body());
    return key instanceof LocalSymbol || key instanceof Path ? key : null;
  }
}
