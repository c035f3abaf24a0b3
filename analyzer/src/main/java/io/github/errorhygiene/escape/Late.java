package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What fails in a body after the status of the answer was sent, as by {@code
 * HttpExchange.sendResponseHeaders}: a clause that takes it may do what it likes, the client has
 * seen another status.
 */
final class Late {
  /** With what was sent before. Only looked up. */
  private final Map<Escape, Value> escapes = new HashMap<>();

  /**
   * Something fails.
   *
   * @param before whether the same has failed here before
   */
  void note(Escape escape, boolean before, State state) {
    if (!Answers.isCommitted(state)) {
      escapes.remove(escape);
    } else if (!before) {
      @Nullable Value sent = state.get(State.ANSWER);
      escapes.put(escape, sent == null ? Value.NOTHING : sent);
    } else {
      @Nullable Value sent = state.get(State.ANSWER);
      escapes.computeIfPresent(escape, (late, answer) -> sent == null ? answer : answer.join(sent));
    }
  }

  /** What leaves the body, with what was sent before. */
  SortedMap<Escape, Via> leaving(SortedMap<Escape, Via> thrown) {
    if (escapes.isEmpty()) {
      return thrown;
    }
    SortedMap<Escape, Via> leaving = new TreeMap<>();
    thrown.forEach((escape, via) -> leaving.put(leaving(escape), via));
    return leaving;
  }

  private Escape leaving(Escape escape) {
    Value sent = escapes.getOrDefault(escape, Value.NOTHING);
    return sent.isNothing() ? escape : escape.telling(Map.of(Escape.SENT, Answers.seen(sent)));
  }

  /** What a clause takes: what fails before the status is sent, and what fails afterwards. */
  List<List<Escape>> apart(List<Escape> taken) {
    if (escapes.isEmpty() || taken.isEmpty()) {
      return List.of(taken);
    }
    List<Escape> early = new ArrayList<>(taken);
    early.removeAll(escapes.keySet());
    List<Escape> late = new ArrayList<>(taken);
    late.retainAll(escapes.keySet());
    return early.isEmpty() ? List.of(late) : late.isEmpty() ? List.of(early) : List.of(early, late);
  }

  /** Whether these fail when it is too late. */
  boolean holds(List<Escape> some) {
    return !some.isEmpty() && escapes.keySet().containsAll(some);
  }

  /** What was sent before any of these. */
  Value answer(List<Escape> some) {
    return some.stream()
        .map(escape -> escapes.getOrDefault(escape, Value.NOTHING))
        .reduce(Value.NOTHING, Value::join);
  }
}
