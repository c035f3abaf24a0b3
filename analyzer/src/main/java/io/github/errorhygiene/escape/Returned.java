package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Elements;
import io.github.errorhygiene.library.Holders;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is sure once a library method has returned: else it would have thrown. */
final class Returned {
  /** Methods that return what an {@code Optional} holds, or throw. */
  private static final Set<String> UNWRAPPING =
      Set.of("get", "orElseThrow", "getAsInt", "getAsLong", "getAsDouble");

  private static final Set<String> STORING =
      Set.of("put", "putIfAbsent", "computeIfAbsent", "merge");

  private static final Pattern SAVING =
      Pattern.compile(
          "(do(?=[A-Z]))?(?i:(add|create|insert|merge|persist|replace|save|store|update|upsert))\\w*");

  private final Parses parses;
  private final Frame frame;
  private final Calls calls;

  Returned(Parses parses, Frame frame, Calls calls) {
    this.parses = parses;
    this.frame = frame;
    this.calls = calls;
  }

  /** What is sure once the call has returned. */
  void learn(Expr.Call node, LibraryCall call, Rows.Facts facts) {
    State state = frame.state();
    if (state == null) {
      return;
    }
    takeIn(node, call);
    hand(node, call);
    Ciphers.learn(node, call, state, frame);
    if (facts.guard() != null && facts.guard().holds() == Guard.Holds.RETURN) {
      calls.conditions().guards().makeSure(state, node, facts.guard());
    }
    if (node.receiver() != null
        && UNWRAPPING.contains(node.name())
        && Holders.isHolder(call.owner())) {
      calls.conditions().refinement().sure(state, node.receiver(), call.receiver().sure());
    }
    if (STORING.contains(node.name()) && call.owners().contains("java.util.Map")) {
      stored(state, node);
    }
    parsed(state, node, facts);
    if ((facts.data() == Cause.STATE || isImplementedElsewhere(call))
        && SAVING.matcher(node.name()).matches()) {
      saved(state, node);
    }
  }

  /** The program's own interface, whose methods a library writes: a mapper's, a repository's. */
  private static boolean isImplementedElsewhere(LibraryCall call) {
    MethodSymbol method = call.method();
    return method != null && method.isAbstract() && method.owner().isSource();
  }

  /** What is put into an object that was made here is in it afterwards. */
  private void takeIn(Expr.Call node, LibraryCall call) {
    if (Elements.isAsked(call)) {
      return;
    }
    Dependence given = Dependence.NONE;
    Failures failures = Failures.NONE;
    for (Value argument : call.arguments()) {
      given = given.and(argument.data().computed());
      failures = failures.and(argument.failures());
    }
    Expr holder = call.receiver().instances().isEmpty() ? null : node.receiver();
    Object key = holder == null ? null : Paths.key(holder, frame.body());
    if (key != null && (given.varies() || !failures.isEmpty())) {
      frame.set(key, frame.get(key, call.receiver()).dependingOn(given).failing(failures));
    }
  }

  /** What copies or maps one object into another puts in what it likes. */
  private void hand(Expr.Call node, LibraryCall call) {
    String made = call.returnType().erasure();
    for (int i = 0; call.arguments().size() > 1 && i < call.arguments().size(); i++) {
      Value given = call.argument(i);
      boolean copies =
          made.equals("void")
              ? !given.instances().isEmpty()
              : given.instances().stream().anyMatch(each -> each.type().equals(made));
      if (copies && i < node.arguments().size()) {
        calls.write(node.arguments().get(i), given.withData(given.data().mixed()));
      }
    }
  }

  /** A test made sure that the receiver, or the table behind it, has what is asked for. */
  boolean isContained(Expr.Call node) {
    return holds(node.receiver())
        || (!node.arguments().isEmpty() && holds(node.arguments().get(0)))
        || holdsKey(node)
        || isPartition(node.receiver());
  }

  /** {@code Collectors.partitioningBy} always has an entry for either answer. */
  private boolean isPartition(@Nullable Expr map) {
    return map != null
        && frame.origin(map) instanceof Expr.Call collect
        && collect.name().equals("collect")
        && collect.arguments().stream()
            .anyMatch(by -> by instanceof Expr.Call call && call.name().equals("partitioningBy"));
  }

  /** The map has the very key: it was put in, or found to be in it. */
  private boolean holdsKey(Expr.Call node) {
    Expr receiver = node.receiver();
    @Nullable Object map = receiver == null ? null : Paths.key(receiver, frame.body());
    @Nullable Object key =
        node.arguments().size() == 1 ? Paths.argument(node.arguments().get(0), frame.body()) : null;
    return map != null
        && key != null
        && node.name().startsWith("get")
        && !frame.get(Paths.contents(map, key), Value.NOTHING).isNothing();
  }

  private boolean holds(@Nullable Expr subject) {
    @Nullable Object key = subject == null ? null : Paths.key(subject, frame.body());
    return key != null && !frame.get(Paths.contents(key), Value.NOTHING).isNothing();
  }

  /** What was saved is there, by whatever it is looked up. */
  private void saved(State state, Expr.Call node) {
    for (Expr argument : node.arguments()) {
      @Nullable Object key = Paths.key(argument, frame.body());
      if (key != null) {
        Refinement.promise(state, key, Dependence.of(Trait.VOUCHED));
      }
    }
  }

  /** What was put under a key is there. */
  private void stored(State state, Expr.Call node) {
    Expr receiver = node.receiver();
    @Nullable Object map = receiver == null ? null : Paths.key(receiver, frame.body());
    @Nullable Object key =
        node.arguments().isEmpty() ? null : Paths.argument(node.arguments().get(0), frame.body());
    if (map != null && key != null) {
      Path got = new Path(map, ".get()", List.of(key), "");
      state.set(got, Value.unknown(Dependence.NONE).sure());
      state.set(Paths.contents(map, key), Value.GIVEN);
    }
  }

  /** What may fail on malformed text did not: what was parsed once can be parsed again. */
  private void parsed(State state, Expr.Call call, Rows.Facts facts) {
    for (MethodRow row : facts.throwing()) {
      if (parses.isReading(row)) {
        parsed(state, call, row);
      }
    }
  }

  private void parsed(State state, Expr.Call call, MethodRow row) {
    List<Expr> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      @Nullable Object key =
          row.depends().argument(i) ? Paths.key(arguments.get(i), frame.body()) : null;
      if (key != null) {
        Refinement.parsable(state, key);
      }
    }
  }
}
