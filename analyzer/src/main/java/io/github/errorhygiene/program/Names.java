package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import org.jspecify.annotations.Nullable;

/** What names with and without dots mean: variables first, then types, then packages (JLS 6.5). */
final class Names {
  private final Attribution at;

  Names(Attribution attribution) {
    this.at = attribution;
  }

  /** What a name means. */
  sealed interface Denotation {
    /** Of the value, or the type named; unknown for packages. */
    Type type();

    /** A variable or any other expression. */
    record Value(Type type) implements Denotation {}

    /** A type. */
    record OfType(Type type) implements Denotation {}

    /** A package, or a name that nothing explains. */
    record OfPackage(String name) implements Denotation {
      @Override
      public Type type() {
        return Types.UNKNOWN;
      }
    }
  }

  Denotation denote(Expr expression) {
    Denotation denotation;
    if (expression instanceof Expr.Name name) {
      denotation = name(name);
    } else if (expression instanceof Expr.Select select) {
      denotation = select(select, denote(select.target()));
    } else {
      return new Denotation.Value(at.type(expression));
    }
    at.body().put(expression, denotation.type());
    return denotation;
  }

  private Denotation name(Expr.Name e) {
    Denotation value = variable(e);
    if (value != null) {
      return value;
    }
    Type type = at.context().simple(e.name());
    if (type != null) {
      return ofType(e, type);
    }
    UnitNames unit = at.context().unit();
    boolean imported = unit != null && unit.explicitStaticOwner(e.name()) != null;
    return imported ? new Denotation.Value(Types.UNKNOWN) : new Denotation.OfPackage(e.name());
  }

  private @Nullable Denotation variable(Expr.Name e) {
    for (Scope scope = at.scope(); scope != null; scope = scope.outer()) {
      LocalSymbol variable = scope.variable();
      if (variable != null && variable.name().equals(e.name())) {
        at.body().putSymbol(e, variable);
        return new Denotation.Value(variable.type());
      }
      TypeSymbol type = scope.type();
      Members.Field field = type == null ? null : at.members().field(type.thisType(), e.name());
      if (field != null) {
        return ofField(e, field);
      }
    }
    return staticImport(e);
  }

  private @Nullable Denotation staticImport(Expr.Name e) {
    UnitNames unit = at.context().unit();
    if (unit == null) {
      return null;
    }
    for (Type owner : unit.staticOwners(e.name())) {
      Members.Field field = at.members().field(owner, e.name());
      if (field != null) {
        return ofField(e, field);
      }
    }
    return null;
  }

  private Denotation ofField(Expr e, Members.Field field) {
    at.body().putSymbol(e, field.symbol());
    return new Denotation.Value(field.type());
  }

  private Denotation ofType(Expr e, Type type) {
    TypeSymbol symbol = at.universe().symbol(type);
    if (symbol != null) {
      at.body().putSymbol(e, symbol);
    }
    return new Denotation.OfType(type);
  }

  private Denotation select(Expr.Select e, Denotation target) {
    if (target instanceof Denotation.OfPackage around) {
      return inPackage(e, around.name() + '.' + e.name());
    }
    Type type = target.type();
    if (e.name().equals("length") && Types.upper(type) instanceof Type.Array) {
      return new Denotation.Value(Types.INT);
    }
    Members.Field field = at.members().field(type, e.name());
    boolean onType = target instanceof Denotation.OfType;
    if (field != null && !(onType && isHiddenByType(field, type))) {
      return ofField(e, field);
    }
    return onType ? member(e, type) : new Denotation.Value(Types.UNKNOWN);
  }

  /** A type's name selects no field of an object, but perhaps a member type of the same name. */
  private boolean isHiddenByType(Members.Field field, Type owner) {
    TypeSymbol symbol = at.universe().symbol(owner);
    return !field.symbol().isStatic()
        && symbol != null
        && at.universe().memberType(symbol, field.symbol().name()) != null;
  }

  private Denotation inPackage(Expr.Select e, String name) {
    TypeSymbol symbol = at.universe().qualified(name);
    if (symbol != null) {
      return ofType(e, Types.declared(symbol.name()));
    }
    return Character.isUpperCase(e.name().charAt(0))
        ? new Denotation.OfType(new Type.Unknown(UnitNames.binaryGuess(name)))
        : new Denotation.OfPackage(name);
  }

  private Denotation member(Expr.Select e, Type owner) {
    TypeSymbol symbol = at.universe().symbol(owner);
    TypeSymbol member = symbol == null ? null : at.universe().memberType(symbol, e.name());
    if (member != null) {
      return ofType(e, Types.declared(member.name()));
    }
    boolean typeLike =
        !owner.isKnown()
            && e.name().chars().anyMatch(Character::isLowerCase)
            && Character.isUpperCase(e.name().charAt(0));
    return typeLike
        ? new Denotation.OfType(new Type.Unknown(owner.erasure() + '$' + e.name()))
        : new Denotation.Value(Types.UNKNOWN);
  }

  /** The type of {@code this}, {@code super} and their qualified forms. */
  Type self(Expr.This e) {
    TypeSymbol innermost = at.scope().innermost();
    Type self = e.qualifier() == null ? thisType(innermost) : qualified(at.resolve(e.qualifier()));
    if (!e.isSuper()) {
      return self;
    }
    TypeSymbol symbol = at.universe().symbol(self);
    if (symbol == null || (e.qualifier() != null && symbol.isInterface())) {
      return symbol == null || innermost == null ? self : asInherited(innermost, symbol);
    }
    return symbol.superclass() == null ? Types.OBJECT : symbol.superclass();
  }

  private Type asInherited(TypeSymbol innermost, TypeSymbol above) {
    Type seen = at.typing().asSuper(innermost.thisType(), above.name());
    return seen == null ? above.thisType() : seen;
  }

  private static Type thisType(@Nullable TypeSymbol symbol) {
    return symbol == null ? Types.UNKNOWN : symbol.thisType();
  }

  private Type qualified(Type type) {
    TypeSymbol symbol = at.universe().symbol(type);
    return symbol == null ? type : symbol.thisType();
  }
}
