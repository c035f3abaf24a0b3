package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the calls that an evaluation met, each once, and those whose method is not known. */
public final class Census {
  private final Map<Site, Boolean> calls = new HashMap<>();

  /** Where each call was met last: most are met again in the same method. */
  private final Map<Expr.Call, String> met = new IdentityHashMap<>();

  private final SortedMap<Site, String> unresolved = new TreeMap<>();
  private final SortedMap<Site, Capped> capped = new TreeMap<>();
  private int evaluations;
  private int statements;

  /**
   * A call that may run more methods than were followed.
   *
   * @param name the method's
   * @param left how many methods were not followed
   */
  public record Capped(String name, int left) {}

  void count(Expr.Call call, Frame frame, @Nullable MethodSymbol resolved) {
    String method = frame.method();
    if (method.equals(met.put(call, method))) {
      return;
    }
    Site site = frame.site(call.position());
    if (calls.putIfAbsent(site, resolved != null) == null && resolved == null) {
      unresolved.put(site, call.name());
    }
  }

  void evaluated() {
    evaluations++;
  }

  void executed() {
    statements++;
  }

  void capped(Site site, MethodSymbol method, int left) {
    capped.merge(
        site, new Capped(method.name(), left), (one, other) -> one.left > left ? one : other);
  }

  /** Calls met. */
  public int calls() {
    return calls.size();
  }

  /** Calls whose method is not known, with its name. */
  public SortedMap<Site, String> unresolved() {
    return Collections.unmodifiableSortedMap(unresolved);
  }

  /** How often a body was evaluated. */
  public int evaluations() {
    return evaluations;
  }

  /** How many statements were evaluated, repeated ones each time. */
  public int statements() {
    return statements;
  }

  /** Calls with more overriders than were followed. */
  public SortedMap<Site, Capped> capped() {
    return Collections.unmodifiableSortedMap(capped);
  }
}
