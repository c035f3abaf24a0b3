package io.github.errorhygiene.idiom;

import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.unit.Expr;
import org.jspecify.annotations.Nullable;

/**
 * {@code Map.ofEntries(entry("a", x), entry(B, y))}: keys that the program itself says. Were two of
 * them the same, it would fail for everybody and always.
 */
public final class EntryKeys {
  private EntryKeys() {}

  /** Whether the call makes a map of entries whose keys are all constants. */
  public static boolean areConstant(Expr.@Nullable Call call, Body body) {
    return call != null
        && call.name().equals("ofEntries")
        && call.arguments().stream().allMatch(entry -> hasConstantKey(entry, body));
  }

  private static boolean hasConstantKey(Expr argument, Body body) {
    return argument instanceof Expr.Call entry
        && entry.name().equals("entry")
        && entry.arguments().size() == 2
        && isConstant(entry.arguments().get(0), body);
  }

  private static boolean isConstant(Expr key, Body body) {
    return key instanceof Expr.Literal
        || (body.symbolOf(key) instanceof FieldSymbol field && field.isStatic() && field.isFinal());
  }
}
