package io.github.errorhygiene.proxy;

import io.github.errorhygiene.catalogue.Repeats;
import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.program.AnnotationSymbol;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from an annotation whether a container that calls a method again waits before. */
final class Repetition {
  /** {@code 0s}, {@code 0ms}; a placeholder is a matter of configuration. */
  private static final Pattern NO_TIME = Pattern.compile("0+\\s*[a-z]*");

  private Repetition() {}

  /** The calls that are made without a pause; null if there is one, or no second call. */
  static Around.@Nullable Repeats of(Repeats row, AnnotationSymbol used) {
    boolean grows = row.grows().stream().anyMatch(member -> value(used, member) != null);
    boolean said = row.pause().stream().anyMatch(member -> value(used, member) != null);
    boolean pauses =
        said
            ? row.pause().stream().map(member -> value(used, member)).anyMatch(Repetition::isTime)
            : row.waits();
    if (grows || pauses || isOnce(row, used)) {
      return null;
    }
    return new Around.Repeats(
        AnnotationProxies.erasures(used, row.only()),
        AnnotationProxies.erasures(used, row.except()),
        said ? Repeats.AT_ONCE : row.how());
  }

  private static boolean isOnce(Repeats row, AnnotationSymbol used) {
    return row.tries() != null
        && used.value(row.tries()) instanceof Number tries
        && tries.longValue() >= 0
        && tries.longValue() < row.least();
  }

  private static boolean isTime(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    return value instanceof String text && !NO_TIME.matcher(text).matches();
  }

  private static @Nullable Object value(AnnotationSymbol used, String member) {
    int dot = member.indexOf('.');
    if (dot < 0) {
      return used.value(member);
    }
    return used.value(member.substring(0, dot)) instanceof AnnotationSymbol inner
        ? value(inner, member.substring(dot + 1))
        : null;
  }
}
