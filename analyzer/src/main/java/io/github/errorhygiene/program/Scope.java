package io.github.errorhygiene.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables and types visible at one point of a body, innermost first. Immutable: a point keeps
 * its scope while the attribution goes on.
 */
final class Scope {
  private final @Nullable Scope outer;
  private final @Nullable LocalSymbol variable;
  private final @Nullable TypeSymbol type;

  private Scope(@Nullable Scope outer, @Nullable LocalSymbol variable, @Nullable TypeSymbol type) {
    this.outer = outer;
    this.variable = variable;
    this.type = type;
  }

  /** Within a top-level type. */
  static Scope of(TypeSymbol type) {
    return new Scope(null, null, type);
  }

  Scope with(LocalSymbol symbol) {
    return new Scope(this, symbol, null);
  }

  Scope with(List<LocalSymbol> symbols) {
    Scope scope = this;
    for (LocalSymbol symbol : symbols) {
      scope = scope.with(symbol);
    }
    return scope;
  }

  Scope within(TypeSymbol inner) {
    return new Scope(this, null, inner);
  }

  @Nullable Scope outer() {
    return outer;
  }

  /** The variable declared here; null if a type begins here. */
  @Nullable LocalSymbol variable() {
    return variable;
  }

  /** The type that begins here; null if a variable is declared here. */
  @Nullable TypeSymbol type() {
    return type;
  }

  /** The innermost type around. */
  @Nullable TypeSymbol innermost() {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.type != null) {
        return scope.type;
      }
    }
    return null;
  }
}
