package io.github.errorhygiene.idiom;

import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Methods that do nothing but return a field. */
public final class Getters {
  private static final Pattern READS = Pattern.compile("(get|is)[A-Z]\\w*");

  private Getters() {}

  /**
   * A part of what the client sent is read, by a method that nobody can see, such as generated
   * ones.
   */
  public static boolean isRead(LibraryCall call) {
    return call.arguments().isEmpty()
        && call.receiver().data().has(Trait.INPUT)
        && READS.matcher(call.name()).matches();
  }

  /** The name of the field; null if the method does something else. */
  public static @Nullable String field(MethodSymbol method) {
    if (method.implicit() == MethodSymbol.Implicit.GETTER) {
      return method.field().name();
    }
    @Nullable Expr returned = returned(method);
    return returned == null ? null : named(returned, method);
  }

  /** What the method does nothing but return; null if it does something else. */
  private static @Nullable Expr returned(MethodSymbol method) {
    @Nullable MethodDecl declaration = method.declaration();
    if (declaration == null
        || declaration.body() == null
        || method.isStatic()
        || !method.parameterTypes().isEmpty()) {
      return null;
    }
    List<Stmt> statements = declaration.body().statements();
    return statements.size() == 1 && statements.get(0) instanceof Stmt.Return end
        ? end.value()
        : null;
  }

  /** The name of the field that the method gives as an {@code Optional}; null if it does not. */
  public static @Nullable String wrapped(MethodSymbol method) {
    return returned(method) instanceof Expr.Call wrapping
            && wrapping.name().equals("ofNullable")
            && wrapping.arguments().size() == 1
        ? named(wrapping.arguments().get(0), method)
        : null;
  }

  private static @Nullable String named(Expr value, MethodSymbol method) {
    @Nullable String name =
        value instanceof Expr.Name variable
            ? variable.name()
            : value instanceof Expr.Select select && select.target() instanceof Expr.This
                ? select.name()
                : null;
    for (FieldSymbol field : name == null ? List.<FieldSymbol>of() : method.owner().fields()) {
      if (field.name().equals(name)) {
        return name;
      }
    }
    return null;
  }
}
