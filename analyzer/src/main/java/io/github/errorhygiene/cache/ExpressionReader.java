package io.github.errorhygiene.cache;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ExpressionWriter} wrote. */
final class ExpressionReader {
  private final Input in;
  private final DeclarationReader declarations;

  ExpressionReader(Input in, DeclarationReader declarations) {
    this.in = in;
    this.declarations = declarations;
  }

  Expr read() {
    return read(in.kind());
  }

  @Nullable Expr readOrNull() {
    Kind kind = in.kind();
    return kind == Kind.NONE ? null : read(kind);
  }

  private Expr read(Kind kind) {
    return switch (kind) {
      case LITERAL -> new Expr.Literal(value(), in.position());
      case NAME -> new Expr.Name(in.text(), in.position());
      case SELECT -> select(in.text());
      case CALL -> call(in.text());
      case NEW -> create();
      case LAMBDA ->
          new Expr.Lambda(
              in.all(declarations::parameter), declarations.statements().read(), in.position());
      case METHOD_REF -> methodRef(in.text());
      case ASSIGN -> assign(in.text());
      case UNARY -> new Expr.Unary(in.text(), read(), in.position());
      case BINARY -> binary(in.text());
      case CONDITIONAL -> new Expr.Conditional(read(), read(), read(), in.position());
      case CAST -> new Expr.Cast(declarations.reference(), read(), in.position());
      case INSTANCE_OF -> instanceOf(pattern());
      case INDEX -> new Expr.Index(read(), read(), in.position());
      case NEW_ARRAY ->
          new Expr.NewArray(
              declarations.reference(), in.all(this::read), initializer(), in.position());
      case ARRAY_LITERAL -> new Expr.ArrayLiteral(in.all(this::read), in.position());
      case CLASS_LITERAL -> new Expr.ClassLiteral(declarations.reference(), in.position());
      case THIS -> self(in.flag());
      case SWITCH_EXPR ->
          new Expr.SwitchExpr(declarations.statements().readSwitch(), in.position());
      case ANNOTATION_VALUE -> new Expr.AnnotationValue(declarations.annotation(), in.position());
      default -> throw new IllegalStateException("not an expression: " + kind);
    };
  }

  private @Nullable Object value() {
    Kind kind = in.kind();
    return switch (kind) {
      case STRING -> in.text();
      case INT -> in.number();
      case LONG -> in.fixed();
      case FLOAT -> Float.intBitsToFloat(in.number());
      case DOUBLE -> Double.longBitsToDouble(in.fixed());
      case CHAR -> (char) in.number();
      case TRUE -> true;
      case FALSE -> false;
      case NONE -> null;
      default -> throw new IllegalStateException("not a value: " + kind);
    };
  }

  private Expr select(String name) {
    return new Expr.Select(read(), name, in.position());
  }

  private Expr call(String name) {
    return new Expr.Call(
        readOrNull(), name, in.all(declarations::reference), in.all(this::read), in.position());
  }

  private Expr create() {
    return new Expr.New(
        readOrNull(),
        declarations.reference(),
        in.all(this::read),
        declarations.typeOrNull(),
        in.position());
  }

  private Expr methodRef(String name) {
    Expr target = readOrNull();
    TypeRef type = declarations.referenceOrNull();
    return new Expr.MethodRef(target, type, name, in.position());
  }

  private Expr assign(String operator) {
    return new Expr.Assign(read(), operator, read(), in.position());
  }

  private Expr binary(String operator) {
    return new Expr.Binary(read(), operator, read(), in.position());
  }

  private Expr instanceOf(Pattern pattern) {
    return new Expr.InstanceOf(read(), pattern, in.position());
  }

  private Expr.@Nullable ArrayLiteral initializer() {
    return (Expr.ArrayLiteral) readOrNull();
  }

  private Expr self(boolean isSuper) {
    return new Expr.This(declarations.referenceOrNull(), isSuper, in.position());
  }

  Pattern pattern() {
    Kind kind = in.kind();
    TypeRef type = declarations.reference();
    if (kind == Kind.OF_TYPE) {
      return new Pattern.OfType(type, in.textOrNull(), in.position());
    }
    if (kind == Kind.OF_RECORD) {
      List<Pattern> components = in.all(this::pattern);
      return new Pattern.OfRecord(type, components, in.position());
    }
    throw new IllegalStateException("not a pattern: " + kind);
  }
}
