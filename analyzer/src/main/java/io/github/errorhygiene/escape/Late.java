package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What fails in a body after the status of the answer was sent, as by {@code
 * HttpExchange.sendResponseHeaders}: a clause that takes it may do what it likes, the client has
 * seen another status.
 */
final class Late {
  private final Set<Escape> escapes = new HashSet<>();
  private Value answer = Value.NOTHING;

  /**
   * Something fails.
   *
   * @param before whether the same has failed here before
   */
  void note(Escape escape, boolean before, State state) {
    if (!Answers.isCommitted(state)) {
      escapes.remove(escape);
    } else if (!before) {
      escapes.add(escape);
      @Nullable Value sent = state.get(State.ANSWER);
      answer = sent == null ? answer : answer.join(sent);
    }
  }

  /** What leaves the body, with what was sent before. */
  SortedMap<Escape, Via> leaving(SortedMap<Escape, Via> thrown) {
    if (escapes.isEmpty() || answer.isNothing()) {
      return thrown;
    }
    Map<String, Value> told = Map.of(Escape.SENT, Answers.seen(answer));
    SortedMap<Escape, Via> leaving = new TreeMap<>();
    thrown.forEach(
        (escape, via) ->
            leaving.put(escapes.contains(escape) ? escape.telling(told) : escape, via));
    return leaving;
  }

  /** What a clause takes: what fails before the status is sent, and what fails afterwards. */
  List<List<Escape>> apart(List<Escape> taken) {
    if (escapes.isEmpty() || taken.isEmpty()) {
      return List.of(taken);
    }
    List<Escape> early = new ArrayList<>(taken);
    early.removeAll(escapes);
    List<Escape> late = new ArrayList<>(taken);
    late.retainAll(escapes);
    return early.isEmpty() ? List.of(late) : late.isEmpty() ? List.of(early) : List.of(early, late);
  }

  /** Whether these fail when it is too late. */
  boolean holds(List<Escape> some) {
    return !some.isEmpty() && escapes.containsAll(some);
  }

  /** What was sent before. */
  Value answer() {
    return answer;
  }
}
