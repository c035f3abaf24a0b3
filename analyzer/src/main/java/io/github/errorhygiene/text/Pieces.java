package io.github.errorhygiene.text;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Gapped;
import io.github.errorhygiene.domain.Known.StartsWith;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Paths that are put together of known and unknown pieces: {@code base + "/orders"}. Other texts
 * are told by their start alone.
 */
public final class Pieces {
  private static final int LONGEST = 200;

  private static final Set<String> BUILDERS =
      Set.of(
          "java.lang.AbstractStringBuilder", "java.lang.StringBuffer", "java.lang.StringBuilder");

  private Pieces() {}

  /** A text with what is known of it when {@code right} is added to {@code left}. */
  public static Value added(Value text, Value left, Value right) {
    Set<Known> known = new LinkedHashSet<>(text.alternatives());
    paths(left, right).forEach(path -> known.add(new Gapped(path)));
    return known.size() == text.alternatives().size()
        ? text
        : new Value(known, text.open(), text.data(), text.absence());
  }

  /** What a call of a {@code StringBuilder} gives, with what is known of the text in it. */
  public static Value built(LibraryCall call, Value result) {
    if (!BUILDERS.contains(call.owner())) {
      return result;
    }
    if (call.name().equals("toString")) {
      return holding(result, call.receiver().alternatives());
    }
    boolean one = call.arguments().size() == 1;
    if (one && call.isConstructor()) {
      return holding(result, call.argument(0).alternatives());
    }
    return one && call.name().equals("append")
        ? holding(added(result, call.receiver(), call.argument(0)), Set.of())
        : result;
  }

  /** The text may grow, so that no more than its start is sure of it. */
  private static Value holding(Value result, Set<Known> alternatives) {
    Set<Known> known = new LinkedHashSet<>(result.alternatives());
    for (Known each : alternatives) {
      if (each instanceof Gapped || each instanceof StartsWith) {
        known.add(each);
      } else if (each instanceof Known.Constant constant
          && constant.value() instanceof String text
          && text.startsWith("/")) {
        known.add(new StartsWith(text));
      }
    }
    return known.isEmpty()
        ? result
        : new Value(known, result.open(), result.data(), result.absence(), result.failures());
  }

  private static List<String> paths(Value left, Value right) {
    List<String> paths = new ArrayList<>();
    Object added = right.constant();
    boolean path = added instanceof String text && text.startsWith("/");
    for (Known known : left.alternatives()) {
      if (known instanceof Gapped gapped) {
        paths.add(gapped.text() + (path ? added : Gapped.UNKNOWN_PART));
      } else if (path && known instanceof StartsWith text) {
        paths.add(text.start() + Gapped.UNKNOWN_PART + added);
      }
    }
    if (path && left.strings().isEmpty() && paths.isEmpty()) {
      paths.add(Gapped.UNKNOWN_PART + added);
    }
    return paths.stream()
        .map(each -> each.replace("{?}{?}", Gapped.UNKNOWN_PART))
        .filter(each -> each.length() <= LONGEST)
        .toList();
  }
}
