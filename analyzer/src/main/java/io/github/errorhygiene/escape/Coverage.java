package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which exceptions what is put around a call is for. */
final class Coverage {
  private final Engine engine;

  Coverage(Engine engine) {
    this.engine = engine;
  }

  /** An advice is for what its parameter takes. */
  boolean of(Around.Advice advice, Escape escape) {
    int index = advice.method().parameterNames().indexOf(advice.outcome());
    return index < 0
        || engine
                .exceptions()
                .catches(advice.method().parameterTypes().get(index).erasure(), escape)
            != Certainty.NO;
  }

  boolean of(Around.Recovers recovers, Escape escape) {
    return covers(recovers.only(), recovers.except(), escape);
  }

  boolean of(Around.Repeats repeats, Escape escape) {
    return covers(repeats.only(), repeats.except(), escape);
  }

  private boolean covers(List<String> only, List<String> except, Escape escape) {
    return (only.isEmpty() || isOneOf(only, escape)) && !isOneOf(except, escape);
  }

  private boolean isOneOf(List<String> types, Escape escape) {
    return types.stream()
        .anyMatch(type -> engine.exceptions().catches(type, escape) == Certainty.YES);
  }

  /** The recovery for the nearest supertype; null if there is none. */
  Around.@Nullable Recovery closest(Around.Recovers recovers, Escape escape) {
    List<String> supertypes = engine.program().supertypes(escape.type());
    Around.@Nullable Recovery best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (Around.Recovery way : recovers.ways()) {
      int index = supertypes.indexOf(way.exception());
      boolean any = way.exception().equals("java.lang.Throwable");
      int distance = index >= 0 ? index : any ? supertypes.size() : Integer.MAX_VALUE;
      if (distance < bestDistance) {
        best = way;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** Whether it leaves a method that only throws what it declares, and what is unchecked. */
  boolean leaves(MethodSymbol target, Escape escape) {
    return isUnchecked(escape.type())
        || target.thrown().stream()
            .anyMatch(t -> engine.program().isSubtype(escape.type(), t.erasure()) != Certainty.NO);
  }

  /** Of what may be of a subtype it is not known. */
  private boolean isUnchecked(String type) {
    return List.of("java.lang.RuntimeException", "java.lang.Error").stream()
        .anyMatch(
            unchecked ->
                engine.program().isSubtype(type, unchecked) != Certainty.NO
                    || engine.program().isSubtype(unchecked, type) == Certainty.YES);
  }
}
