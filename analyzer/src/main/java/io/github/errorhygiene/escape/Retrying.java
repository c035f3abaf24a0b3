package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Habit;
import io.github.errorhygiene.catalogue.Habits;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes libraries' retries that do not wait: operators of publishers, and objects that retry. */
final class Retrying {
  /** Field of what tries again: how, a {@link Habit}. */
  private static final String TRIES = "#tries";

  private final Engine engine;
  private final Frame frame;
  private final LibraryCalls library;

  Retrying(Engine engine, Frame frame, LibraryCalls library) {
    this.engine = engine;
    this.frame = frame;
    this.library = library;
  }

  /** What a call gives, evaluated by {@code plain}. */
  Value run(
      LibraryCall call,
      @Nullable Habit habit,
      Site here,
      Expr.@Nullable Call node,
      Supplier<Value> plain) {
    @Nullable Habit given = given(call);
    if (habit == Habit.PAUSES) {
      return paused(call, node, plain.get());
    }
    if (habit == Habit.RETRIES_AT_ONCE || habit == Habit.RETRIES_FOREVER) {
      return retried(call, waits(node) ? null : counted(call, habit), given, here, plain.get());
    }
    return given == null ? plain.get() : used(call, given, here, plain);
  }

  /** How what a call is made on, or given, tries again at once; null if it does not. */
  private static @Nullable Habit given(LibraryCall call) {
    return Stream.concat(Stream.of(call.receiver()), call.arguments().stream())
        .flatMap(value -> Recoveries.upstream(value).field(TRIES).strings().stream())
        .findFirst()
        .map(Habit::valueOf)
        .orElse(null);
  }

  /** A call before it in the chain, {@code retry().withBackOff(…)}, made it wait. */
  private boolean waits(Expr.@Nullable Call node) {
    @Nullable Expr at = node == null ? null : node.receiver();
    while (at instanceof Expr.Call before && before.receiver() != null) {
      String type = frame.body().typeOf(before.receiver()).erasure();
      List<String> owners = engine.program().supertypes(type);
      if (Habits.bundled().of(owners, before.name(), List.of()) == Habit.PAUSES) {
        return true;
      }
      at = before.receiver();
    }
    return false;
  }

  /** The same with the number of tries that it is given: none, or as many as there are numbers. */
  private static @Nullable Habit counted(LibraryCall call, Habit habit) {
    if (call.argument(0).constant() instanceof Number tries) {
      return tries.longValue() == 0
          ? null
          : tries.longValue() >= Integer.MAX_VALUE ? Habit.RETRIES_FOREVER : habit;
    }
    return habit;
  }

  private Value retried(
      LibraryCall call, @Nullable Habit how, @Nullable Habit before, Site here, Value result) {
    if (how == null || result.isNothing()) {
      return result;
    }
    if (isCarrier(call)) {
      note(failures(call), how, here);
      return result;
    }
    boolean begins = call.receiver().isNothing() || call.isConstructor();
    return begins || before != null ? marked(call, result, how) : result;
  }

  /** What is called with, or given to, what tries again at once. */
  private Value used(LibraryCall call, Habit how, Site here, Supplier<Value> plain) {
    if (isCarrier(call)) {
      Value result = plain.get();
      note(failures(call), how, here);
      return result;
    }
    frame.openTry();
    Value result = plain.get();
    SortedMap<Escape, Via> thrown = frame.closeTry();
    thrown.forEach(frame::raiseAgain);
    note(thrown.keySet(), how, here);
    boolean runs = call.arguments().stream().anyMatch(argument -> !argument.functions().isEmpty());
    return runs || result.isNothing() ? result : passedOn(call, result, how);
  }

  /** A part of the same library: a builder, what is built. */
  private Value passedOn(LibraryCall call, Value result, Habit how) {
    String made = call.returnType().erasure();
    boolean same =
        Stream.concat(Stream.of(call.receiver()), call.arguments().stream())
            .flatMap(value -> value.instances().stream())
            .filter(instance -> instance.fields().containsKey(TRIES))
            .anyMatch(instance -> library(instance.type()).equals(library(made)));
    return same ? marked(call, result, how) : result;
  }

  /** {@code dev.failsafe} of {@code dev.failsafe.RetryPolicy}. */
  private static String library(String type) {
    int first = type.indexOf('.');
    int second = type.indexOf('.', first + 1);
    return second < 0 ? type : type.substring(0, second);
  }

  private static Value marked(LibraryCall call, Value result, Habit how) {
    Value object =
        result.instances().isEmpty()
            ? Value.of(new Instance(call.returnType().erasure(), Map.of())).withData(result.data())
            : result;
    return object.withField(TRIES, Value.constant(how.name()));
  }

  private Value paused(LibraryCall call, Expr.@Nullable Call node, Value result) {
    if (node != null && node.receiver() != null && !call.receiver().instances().isEmpty()) {
      library.write(node.receiver(), unmarked(call.receiver()));
    }
    return unmarked(result).failing(result.failures());
  }

  private static Value unmarked(Value value) {
    return value.map(
        known ->
            known instanceof Instance instance && instance.fields().containsKey(TRIES)
                ? new Instance(instance.type(), Map.of())
                : known);
  }

  private boolean isCarrier(LibraryCall call) {
    return engine.carrierTypes().isCarrier(call.returnType().erasure());
  }

  private static Collection<Escape> failures(LibraryCall call) {
    return Recoveries.upstream(call.receiver()).failures().escapes();
  }

  private void note(Collection<Escape> failures, Habit how, Site here) {
    String when = how == Habit.RETRIES_FOREVER ? Retries.AT_ONCE_FOREVER : Retries.AT_ONCE;
    for (Escape escape : Swallows.told(Retries.ofOthers(failures))) {
      frame.noted().here(new Event(Kind.RETRIED, here, when, escape, "", Certainty.NO));
    }
  }
}
