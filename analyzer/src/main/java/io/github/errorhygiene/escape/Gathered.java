package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts and collections that are put together call by call show what was put into them. */
final class Gathered {
  private static final List<String> TEXTS =
      List.of("java.lang.AbstractStringBuilder", "java.lang.Appendable", "java.util.StringJoiner");
  private static final List<String> HOLDERS = List.of("java.util.Collection", "java.util.Map");
  private static final Set<String> INTO_TEXTS = Set.of("add", "append", "insert", "replace");
  private static final Set<String> INTO_HOLDERS =
      Set.of(
          "add", "addAll", "addFirst", "addLast", "offer", "push", "put", "putAll", "putIfAbsent");

  private Gathered() {}

  /** After a call: the variable at the start of the chain shows what its arguments show. */
  static void note(
      LibraryCall call, Expr.Call node, Calls calls, Frame frame, ExceptionTexts texts) {
    if (!gathers(call)) {
      return;
    }
    Dependence shown = Dependence.NONE;
    for (Value argument : call.arguments()) {
      Dependence data = argument.data();
      shown = shown.and(data.exceptionTexts()).and(texts.text(argument));
      shown = data.has(Trait.REQUEST_ID) ? shown.with(Trait.REQUEST_ID) : shown;
      shown = data.has(Trait.GENERATED) ? shown.with(Trait.GENERATED) : shown;
    }
    @Nullable Expr holder = holder(node);
    if (!shown.equals(Dependence.NONE) && holder != null) {
      keep(holder, shown, calls, frame);
    }
  }

  private static void keep(Expr holder, Dependence shown, Calls calls, Frame frame) {
    @Nullable Object key = Paths.key(holder, frame.body());
    @Nullable Value before = key == null ? null : frame.get(key, Value.NOTHING);
    if (before != null && !before.isNothing()) {
      calls.write(holder, before.dependingOn(shown));
    }
  }

  private static boolean gathers(LibraryCall call) {
    return (INTO_TEXTS.contains(call.name()) && isOne(call, TEXTS))
        || (INTO_HOLDERS.contains(call.name()) && isOne(call, HOLDERS));
  }

  private static boolean isOne(LibraryCall call, List<String> types) {
    return call.owners().stream().anyMatch(types::contains);
  }

  /** What the chain starts at: {@code text} in {@code text.append("a").append(b)}. */
  private static @Nullable Expr holder(Expr.Call node) {
    Expr at = node.receiver();
    while (at instanceof Expr.Call inner && INTO_TEXTS.contains(inner.name())) {
      at = inner.receiver();
    }
    return at;
  }
}
