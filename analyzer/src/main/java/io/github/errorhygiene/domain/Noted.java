package io.github.errorhygiene.domain;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.program.LocalSymbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events of some code, and how control came to each. Mostly empty, so it is made late. */
public final class Noted {
  private SortedMap<Event, Via> ways = Collections.emptySortedMap();

  /** The variables that somebody asked for. */
  private Set<LocalSymbol> asked = Set.of();

  /** The events of which a variable tells, for whoever asks. */
  private Map<LocalSymbol, List<Event>> toldBy = Map.of();

  /** Those that somebody learned of: a loop may come by once more. */
  private Set<Event> told = Set.of();

  private int asking;

  /** Whether code runs of which nothing is known. */
  private boolean open;

  /** Sorted. */
  Set<Event> events() {
    return ways.keySet();
  }

  @Nullable Via via(Event event) {
    return ways.get(event);
  }

  /** Code runs here of which nothing is known: it may throw anything. */
  public void open() {
    open = true;
  }

  boolean isOpen() {
    return open;
  }

  /** Something happens here. */
  public void here(Event event) {
    add(event, new Via(event.site(), null, null));
  }

  /**
   * Something happens here of which variables tell.
   *
   * @see #read
   */
  public void here(Event event, Set<LocalSymbol> telling) {
    if (telling.stream().anyMatch(asked::contains)) {
      tell(event);
    }
    if (told.contains(event)) {
      return;
    }
    here(event);
    if (toldBy.isEmpty() && !telling.isEmpty()) {
      toldBy = new HashMap<>();
    }
    telling.forEach(local -> toldBy.computeIfAbsent(local, key -> new ArrayList<>()).add(event));
  }

  /** From now on, or no longer, what is evaluated decides how the code goes on, or leaves it. */
  public void asking(boolean begins) {
    asking += begins ? 1 : -1;
  }

  /**
   * A variable is read: if that decides something, whoever asks learns of the events that it tells
   * of.
   */
  public void read(LocalSymbol variable) {
    if (asking > 0) {
      if (asked.isEmpty()) {
        asked = new HashSet<>();
      }
      asked.add(variable);
      for (Event event : toldBy.getOrDefault(variable, List.of())) {
        ways.remove(event);
        tell(event);
      }
    }
  }

  private void tell(Event event) {
    if (told.isEmpty()) {
      told = new HashSet<>();
    }
    told.add(event);
  }

  /** What happened so far. */
  public Set<Event> sofar() {
    return ways.isEmpty() ? Set.of() : new HashSet<>(ways.keySet());
  }

  /** What was dropped since then does not matter: the code goes on to fail. */
  public void forgetDropped(Set<Event> before) {
    if (!ways.isEmpty()) {
      ways.keySet().removeIf(event -> isDropped(event) && !before.contains(event));
    }
  }

  /** The same for what was dropped there. */
  public void forgetDropped(Site there) {
    if (!ways.isEmpty()) {
      ways.keySet().removeIf(event -> isDropped(event) && event.site().equals(there));
    }
  }

  private static boolean isDropped(Event event) {
    return event.kind() == Kind.SWALLOWED || event.kind() == Kind.REPLACED;
  }

  /** What happens in a method that is called. */
  public void from(Summary callee, Site call) {
    open |= callee.isOpen();
    for (Event event : callee.noted().events()) {
      add(event, new Via(call, callee, null));
    }
  }

  /** What happens in code that runs in this one's place; true if something is new. */
  @CanIgnoreReturnValue
  public boolean all(Noted others) {
    int before = ways.size();
    boolean openBefore = open;
    others.ways.forEach(this::add);
    open |= others.open;
    return ways.size() > before || open != openBefore;
  }

  private void add(Event event, Via via) {
    if (ways.isEmpty()) {
      ways = new TreeMap<>();
    }
    ways.putIfAbsent(event, via);
  }
}
