package io.github.errorhygiene.text;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import java.util.Set;

/** How long texts are at most that are made of others. */
public final class Lengths {
  private static final String STRING = "java.lang.String";

  /** What gives a text of the same length, or a shorter one. */
  private static final Set<String> KEEPING =
      Set.of(
          "intern",
          "strip",
          "stripLeading",
          "stripTrailing",
          "substring",
          "toLowerCase",
          "toString",
          "toUpperCase",
          "trim");

  /** The same of Commons Lang's {@code StringUtils}, and Spring's. */
  private static final Set<String> KEEPING_FIRST =
      Set.of(
          "capitalize",
          "deleteWhitespace",
          "lowerCase",
          "normalizeSpace",
          "strip",
          "stripToEmpty",
          "stripToNull",
          "substring",
          "trim",
          "trimAllWhitespace",
          "trimToEmpty",
          "trimToNull",
          "trimWhitespace",
          "uncapitalize",
          "upperCase");

  /** Those that cut the text at their second argument. */
  private static final Set<String> CUTTING = Set.of("abbreviate", "left", "right", "truncate");

  private Lengths() {}

  /** What is known of the length of a call's result, told with what else is known of it. */
  public static Dependence ofResult(LibraryCall call, Dependence data) {
    if (call.owner().equals(STRING)) {
      boolean cut = call.name().equals("substring") && call.arguments().size() == 2;
      Dependence kept = KEEPING.contains(call.name()) ? kept(call.receiver(), data) : data;
      return cut ? cut(call, kept) : kept;
    }
    if (!call.owner().endsWith(".StringUtils") || call.arguments().isEmpty()) {
      return data;
    }
    Dependence kept = KEEPING_FIRST.contains(call.name()) ? kept(call.argument(0), data) : data;
    return CUTTING.contains(call.name()) && call.arguments().size() == 2 ? cut(call, kept) : kept;
  }

  private static Dependence kept(Value of, Dependence data) {
    return of.data().has(Trait.BOUNDED) || of.data().most() > 0
        ? data.promising(bounds(of.data())).most(of.data().most())
        : data;
  }

  private static Dependence bounds(Dependence data) {
    return data.has(Trait.BOUNDED) ? Dependence.of(Trait.BOUNDED) : Dependence.NONE;
  }

  /** Who cuts a text knows how long it may be, though we may not. */
  private static Dependence cut(LibraryCall call, Dependence data) {
    return call.argument(1).constant() instanceof Integer end
        ? data.bounded(Math.max(1, end))
        : data.bounded(0);
  }

  /**
   * Of two texts, one after the other, of which each has an end. Nobody adds their lengths: where
   * they are put together again and again, each time would give another one.
   */
  public static Dependence ofBoth(Value left, Value right, Dependence data) {
    return isBounded(left) && isBounded(right) ? data.bounded(0) : data;
  }

  private static boolean isBounded(Value text) {
    return text.constant() != null || text.data().has(Trait.BOUNDED);
  }
}
