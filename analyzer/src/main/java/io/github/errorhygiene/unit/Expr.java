package io.github.errorhygiene.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. Parentheses are dropped; names are as written. */
public sealed interface Expr {
  /**
   * Where the expression starts; for calls, member accesses and method references the place of the
   * member's name.
   */
  Position position();

  <R> R accept(Visitor<R> visitor);

  /** One case per kind of expression. */
  interface Visitor<R> {
    R literal(Literal e);

    R name(Name e);

    R select(Select e);

    R call(Call e);

    R create(New e);

    R lambda(Lambda e);

    R methodRef(MethodRef e);

    R assign(Assign e);

    R unary(Unary e);

    R binary(Binary e);

    R conditional(Conditional e);

    R cast(Cast e);

    R instanceOf(InstanceOf e);

    R index(Index e);

    R newArray(NewArray e);

    R arrayLiteral(ArrayLiteral e);

    R classLiteral(ClassLiteral e);

    R self(This e);

    R switchExpr(SwitchExpr e);

    R annotationValue(AnnotationValue e);
  }

  /**
   * A literal.
   *
   * @param value {@link String} (text blocks with indentation stripped and escapes translated),
   *     {@link Integer}, {@link Long}, {@link Float}, {@link Double}, {@link Character}, {@link
   *     Boolean}, or null for {@code null}
   */
  record Literal(@Nullable Object value, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /**
   * A simple name: local variable, parameter, field, or the first part of a type or package name.
   */
  record Name(String name, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.name(this);
    }
  }

  /** {@code target.name} without arguments: field access, or a part of a type or package name. */
  record Select(Expr target, String name, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.select(this);
    }
  }

  /**
   * A method call, and {@code this(…)}/{@code super(…)} with the name {@code <init>} and a {@link
   * This} as receiver.
   *
   * @param receiver null for an unqualified call
   */
  record Call(
      @Nullable Expr receiver,
      String name,
      List<TypeRef> typeArguments,
      List<Expr> arguments,
      Position position)
      implements Expr {
    public Call {
      typeArguments = List.copyOf(typeArguments);
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /**
   * An instance creation.
   *
   * @param outer the {@code o} of {@code o.new Inner()}
   * @param body the anonymous class
   */
  record New(
      @Nullable Expr outer,
      TypeRef type,
      List<Expr> arguments,
      @Nullable TypeDecl body,
      Position position)
      implements Expr {
    public New {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.create(this);
    }
  }

  /**
   * A lambda.
   *
   * @param body a {@link Stmt.Block}, or a {@link Stmt.Return} of the expression for an expression
   *     body (also where the functional method is void)
   */
  record Lambda(List<Parameter> parameters, Stmt body, Position position) implements Expr {
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.lambda(this);
    }
  }

  /**
   * A method reference. Exactly one of {@code target} and {@code type} is set; a name that may be
   * either is a {@code target}.
   *
   * @param name {@code <init>} for {@code X::new}
   */
  record MethodRef(@Nullable Expr target, @Nullable TypeRef type, String name, Position position)
      implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.methodRef(this);
    }
  }

  /** An assignment; {@code operator} is {@code =}, {@code +=}, … */
  record Assign(Expr target, String operator, Expr value, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assign(this);
    }
  }

  /**
   * {@code !}, {@code -}, {@code +}, {@code ~}, {@code ++x}, {@code --x}, {@code x++}, {@code x--}
   * (as written).
   */
  record Unary(String operator, Expr operand, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** A binary operation; {@code operator} as written. Long chains of {@code +} lean to the left. */
  record Binary(Expr left, String operator, Expr right, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code condition ? then : otherwise}. */
  record Conditional(Expr condition, Expr then, Expr otherwise, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** A cast. */
  record Cast(TypeRef type, Expr operand, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cast(this);
    }
  }

  /**
   * {@code operand instanceof pattern}; without a binding the pattern is a {@link Pattern.OfType}
   * without a name.
   */
  record InstanceOf(Expr operand, Pattern pattern, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.instanceOf(this);
    }
  }

  /** {@code array[index]}. */
  record Index(Expr array, Expr index, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.index(this);
    }
  }

  /**
   * {@code new T[a][b]} or {@code new T[] {…}}.
   *
   * @param type the array type, all dimensions
   * @param dimensions the expressions given
   */
  record NewArray(
      TypeRef type, List<Expr> dimensions, @Nullable ArrayLiteral initializer, Position position)
      implements Expr {
    public NewArray {
      dimensions = List.copyOf(dimensions);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newArray(this);
    }
  }

  /** <code>{a, b}</code> in an array initialiser or annotation. */
  record ArrayLiteral(List<Expr> elements, Position position) implements Expr {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayLiteral(this);
    }
  }

  /** {@code T.class}. */
  record ClassLiteral(TypeRef type, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.classLiteral(this);
    }
  }

  /**
   * {@code this}, {@code super}, {@code Outer.this}, {@code Iface.super}.
   *
   * @param isSuper {@code super} rather than {@code this}
   */
  record This(@Nullable TypeRef qualifier, boolean isSuper, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.self(this);
    }
  }

  /** A switch used as an expression. */
  record SwitchExpr(Stmt.Switch body, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.switchExpr(this);
    }
  }

  /** An annotation as a member value of another. */
  record AnnotationValue(Annotation annotation, Position position) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.annotationValue(this);
    }
  }
}
