package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.idiom.Getters;
import io.github.errorhygiene.library.Holders;
import io.github.errorhygiene.library.Lookup;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records what a test makes sure of, with what follows from it. */
final class Refinement {
  private static final int DEEPEST = 5;

  /** Calls that give what an {@code Optional} holds. */
  private static final Set<String> HELD =
      Set.of("get", "orElseThrow", "orElse", "orNull", "getAsInt", "getAsLong", "getAsDouble");

  /** Calls without arguments that give what an {@code Optional} or an entry holds. */
  private static final Set<String> OF_HOLDER = Set.of(".get()", ".getKey()", ".orElseThrow()");

  /** Calls on a text after which it is still as parsable as it was. */
  static final Set<String> SAME_TEXT = Set.of(".trim()", ".strip()", ".chars()");

  private final Frame frame;

  Refinement(Frame frame) {
    this.frame = frame;
  }

  /** A value with what a test made sure of since. */
  static Value refined(Value value, Value known) {
    if (known.isNothing() || value.isNothing()) {
      return known.isNothing() ? value : known;
    }
    boolean all =
        !known.data().isNone()
            || !known.alternatives().stream().allMatch(Known.Something.class::isInstance);
    if (all) {
      return known;
    }
    Value there = known.open() ? value : value.sure();
    return there.withData(value.data().and(known.data()).foundBy(known.data().found()));
  }

  /** {@code subject} has that value, which is there. */
  void sure(State state, Expr subject, Value value) {
    sure(state, subject, value, 0);
  }

  private void sure(State state, Expr subject, Value value, int depth) {
    @Nullable Object key = Paths.key(subject, frame.body());
    if (key != null && (key instanceof Path || state.get(key) != null)) {
      state.set(key, value);
      Parts.note(state, key);
      looked(state, key);
      answered(state, key);
    }
    wrapped(state, subject);
    @Nullable Expr same = key instanceof LocalSymbol ? state.source(key) : held(subject);
    if (same != null && depth < DEEPEST) {
      sure(state, same, value.withData(value.data().apart()), depth + 1);
    }
  }

  /** What a method gives as an {@code Optional} that is there is the field that it wraps. */
  private void wrapped(State state, Expr subject) {
    @Nullable MethodSymbol method =
        subject instanceof Expr.Call call ? frame.body().methodOf(call) : null;
    @Nullable String field = method == null ? null : Getters.wrapped(method);
    Expr of = subject instanceof Expr.Call call ? call.receiver() : null;
    @Nullable Object holder = of == null ? State.SELF : Paths.key(of, frame.body());
    @Nullable Path held = field == null ? null : Paths.below(holder, "." + field, List.of(), "");
    @Nullable Value known = held == null ? null : known(state, held);
    if (held != null && known != null) {
      state.set(held, known.sure());
      Parts.note(state, held);
    }
  }

  /**
   * What holds the answer to the same question is there as well. What is asked for nothing, as
   * {@code poll()} is, may answer differently each time.
   */
  private void answered(State state, Object key) {
    if (!(key instanceof Path question) || !isRepeatable(question)) {
      return;
    }
    for (Object variable : state.sourced()) {
      @Nullable Expr asked = state.source(variable);
      @Nullable Value answer = state.get(variable);
      if (answer != null
          && answer.mayBeAbsent()
          && asked != null
          && question.equals(Paths.key(asked, frame.body()))) {
        state.set(variable, answer.sure());
      }
    }
  }

  /** A field, or what is asked with something. */
  private static boolean isRepeatable(Path question) {
    return !question.arguments().isEmpty() || !question.step().endsWith(")");
  }

  /** What has to be there for {@code expr} to be there, besides itself; null if nothing. */
  private @Nullable Expr held(Expr expr) {
    if (!(expr instanceof Expr.Call call)) {
      return null;
    }
    Expr receiver = call.receiver();
    if (call.name().equals("ofNullable") && call.arguments().size() == 1) {
      return call.arguments().get(0);
    }
    boolean holds = receiver != null && Holders.isHolder(frame.body().typeOf(receiver).erasure());
    boolean otherwise =
        call.name().equals("orElse") && call.arguments().stream().noneMatch(Conditions::isNull);
    return holds && !otherwise && HELD.contains(call.name()) ? receiver : null;
  }

  /** What was looked up is there: so it will be when it is looked up again by the same. */
  private static void looked(State state, Object key) {
    if (!(key instanceof Path path)) {
      return;
    }
    if (path.step().equals(".matcher()") && path.arguments().size() == 1) {
      parsable(state, path.arguments().get(0));
    }
    if (!path.lookup().isEmpty()) {
      found(state, path);
    }
  }

  private static void found(State state, Path path) {
    for (int i = 0; i < path.arguments().size(); i++) {
      found(state, path.arguments().get(i), Lookup.argument(path.lookup(), i));
    }
  }

  /** That lookup finds something by what {@code key} stands for. */
  static void found(State state, Object key, String lookup) {
    promise(state, key, Dependence.NONE.foundBy(Set.of(lookup)));
  }

  /** What {@code key} stands for keeps these promises. */
  static void promise(State state, Object key, Dependence promises) {
    @Nullable Value known = known(state, key);
    if (known == null || promises.equals(Dependence.NONE)) {
      return;
    }
    boolean stored = promises.has(Trait.VOUCHED) && !known.instances().isEmpty();
    Value value = stored ? settled(known) : known;
    state.set(key, value.withData(value.data().promising(promises)));
    Parts.note(state, key);
    if (key instanceof Path path && path.arguments().isEmpty() && OF_HOLDER.contains(path.step())) {
      promise(state, path.target(), promises);
    }
  }

  /** Objects that were saved: what the client has named in them is there as well. */
  private static Value settled(Value saved) {
    long types = saved.instances().stream().map(Known.Instance::type).distinct().count();
    return types == saved.instances().size()
        ? saved.map(known -> known instanceof Known.Instance object ? stored(object) : known)
        : saved.general();
  }

  /** Of what a client has set in an object that was saved only that is known. */
  private static Known.Instance stored(Known.Instance saved) {
    Known.Instance object = saved;
    for (Map.Entry<String, Value> field : saved.fields().entrySet()) {
      Dependence data = field.getValue().data();
      if (data.on(Cause.REQUEST)) {
        Dependence promised = data.apart().with(Trait.VOUCHED);
        object = object.with(field.getKey(), Value.unknown(promised));
      }
    }
    return object;
  }

  /** What {@code key} stands for is known to be so. */
  static void inform(State state, Object key, Established.Sure sure) {
    @Nullable Value known = known(state, key);
    if (known != null && sure.present()) {
      state.set(key, known.sure());
      Parts.note(state, key);
    }
    promise(state, key, sure.promises());
  }

  /** The text that {@code key} stands for can be parsed. */
  static void parsable(State state, Object key) {
    promise(state, key, Dependence.of(Trait.CHECKED));
    if (key instanceof Path path && SAME_TEXT.contains(path.step())) {
      parsable(state, path.target());
    }
  }

  /** The collection or text that {@code key} stands for has at least one element. */
  static void notEmpty(State state, Object key) {
    promise(state, key, Dependence.of(Trait.NOT_EMPTY));
  }

  /** What is known of what a key stands for; null if the key is none that can be refined. */
  static @Nullable Value known(State state, Object key) {
    @Nullable Value value = state.get(key);
    return value == null && key instanceof Path ? Value.unknown(Dependence.NONE) : value;
  }
}
