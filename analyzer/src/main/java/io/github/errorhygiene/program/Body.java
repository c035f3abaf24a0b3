package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import org.jspecify.annotations.Nullable;

/**
 * What the names, calls and expressions of one body (of a method, initialiser block or field
 * initialiser) mean, lambdas inside included; bodies of local and anonymous classes have a {@code
 * Body} of their own per method. Nodes are looked up by identity.
 */
public final class Body {
  // SKELETON: the linking stage fills this in
  Body() {}

  /** Never null; {@link Type.Unknown} where it could not be found out. */
  public Type typeOf(Expr expression) {
    throw new IllegalStateException();
  }

  /**
   * The method that a call, creation or method reference names (before dispatch); null if
   * unresolved.
   */
  public @Nullable MethodSymbol methodOf(Expr expression) {
    throw new IllegalStateException();
  }

  /**
   * What a {@link Expr.Name} or {@link Expr.Select} stands for; null if unresolved or part of a
   * package name.
   */
  public @Nullable Symbol symbolOf(Expr expression) {
    throw new IllegalStateException();
  }

  /**
   * The functional interface method that a lambda or method reference implements; null if
   * unresolved.
   */
  public @Nullable MethodSymbol functionOf(Expr lambdaOrReference) {
    throw new IllegalStateException();
  }

  /**
   * The variable declared by a {@link Stmt.Local}, a {@link io.github.errorhygiene.unit.Parameter}
   * (of the method or of a lambda), a {@link Stmt.Catch} or a {@link
   * io.github.errorhygiene.unit.Pattern.OfType} with a name.
   */
  public LocalSymbol variable(Object declaration) {
    throw new IllegalStateException();
  }

  /** The types of a catch clause, resolved, in order. */
  public java.util.List<Type> caught(Stmt.Catch clause) {
    throw new IllegalStateException();
  }
}
