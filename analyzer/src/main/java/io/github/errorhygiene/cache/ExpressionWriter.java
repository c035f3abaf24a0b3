package io.github.errorhygiene.cache;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes expressions and patterns. {@link ExpressionReader} reads in the same order. */
final class ExpressionWriter implements Expr.Visitor<Output> {
  private final Output out;
  private final DeclarationWriter declarations;

  ExpressionWriter(Output out, DeclarationWriter declarations) {
    this.out = out;
    this.declarations = declarations;
  }

  @CanIgnoreReturnValue
  Output write(Expr expression) {
    Output after = expression.accept(this);
    out.position(expression.position());
    return after;
  }

  void writeOrNull(@Nullable Expr expression) {
    if (expression == null) {
      out.kind(Kind.NONE);
    } else {
      write(expression);
    }
  }

  void pattern(Pattern pattern) {
    if (pattern instanceof Pattern.OfType type) {
      out.kind(Kind.OF_TYPE);
      declarations.reference(type.type());
      out.text(type.name());
    } else if (pattern instanceof Pattern.OfRecord components) {
      out.kind(Kind.OF_RECORD);
      declarations.reference(components.type());
      out.all(components.components(), this::pattern);
    }
    out.position(pattern.position());
  }

  private Output begin(Kind kind) {
    out.kind(kind);
    return out;
  }

  @Override
  public Output literal(Expr.Literal e) {
    out.kind(Kind.LITERAL);
    value(e.value());
    return out;
  }

  private void value(@Nullable Object value) {
    if (value instanceof String text) {
      begin(Kind.STRING).text(text);
    } else if (value instanceof Integer number) {
      begin(Kind.INT).number(number);
    } else if (value instanceof Long number) {
      begin(Kind.LONG).fixed(number);
    } else if (value instanceof Float number) {
      begin(Kind.FLOAT).number(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      begin(Kind.DOUBLE).fixed(Double.doubleToRawLongBits(number));
    } else if (value instanceof Character letter) {
      begin(Kind.CHAR).number(letter);
    } else if (value instanceof Boolean holds) {
      out.kind(holds ? Kind.TRUE : Kind.FALSE);
    } else {
      out.kind(Kind.NONE);
    }
  }

  @Override
  public Output name(Expr.Name e) {
    begin(Kind.NAME).text(e.name());
    return out;
  }

  @Override
  public Output select(Expr.Select e) {
    begin(Kind.SELECT).text(e.name());
    return write(e.target());
  }

  @Override
  public Output call(Expr.Call e) {
    begin(Kind.CALL).text(e.name());
    writeOrNull(e.receiver());
    out.all(e.typeArguments(), declarations::reference);
    out.all(e.arguments(), this::write);
    return out;
  }

  @Override
  public Output create(Expr.New e) {
    out.kind(Kind.NEW);
    writeOrNull(e.outer());
    declarations.reference(e.type());
    out.all(e.arguments(), this::write);
    declarations.typeOrNull(e.body());
    return out;
  }

  @Override
  public Output lambda(Expr.Lambda e) {
    begin(Kind.LAMBDA).all(e.parameters(), declarations::parameter);
    declarations.statements().write(e.body());
    return out;
  }

  @Override
  public Output methodRef(Expr.MethodRef e) {
    begin(Kind.METHOD_REF).text(e.name());
    writeOrNull(e.target());
    declarations.referenceOrNull(e.type());
    return out;
  }

  @Override
  public Output assign(Expr.Assign e) {
    begin(Kind.ASSIGN).text(e.operator());
    write(e.target());
    return write(e.value());
  }

  @Override
  public Output unary(Expr.Unary e) {
    begin(Kind.UNARY).text(e.operator());
    return write(e.operand());
  }

  @Override
  public Output binary(Expr.Binary e) {
    begin(Kind.BINARY).text(e.operator());
    write(e.left());
    return write(e.right());
  }

  @Override
  public Output conditional(Expr.Conditional e) {
    out.kind(Kind.CONDITIONAL);
    write(e.condition());
    write(e.then());
    return write(e.otherwise());
  }

  @Override
  public Output cast(Expr.Cast e) {
    out.kind(Kind.CAST);
    declarations.reference(e.type());
    return write(e.operand());
  }

  @Override
  public Output instanceOf(Expr.InstanceOf e) {
    out.kind(Kind.INSTANCE_OF);
    pattern(e.pattern());
    return write(e.operand());
  }

  @Override
  public Output index(Expr.Index e) {
    out.kind(Kind.INDEX);
    write(e.array());
    return write(e.index());
  }

  @Override
  public Output newArray(Expr.NewArray e) {
    out.kind(Kind.NEW_ARRAY);
    declarations.reference(e.type());
    out.all(e.dimensions(), this::write);
    writeOrNull(e.initializer());
    return out;
  }

  @Override
  public Output arrayLiteral(Expr.ArrayLiteral e) {
    begin(Kind.ARRAY_LITERAL).all(e.elements(), this::write);
    return out;
  }

  @Override
  public Output classLiteral(Expr.ClassLiteral e) {
    out.kind(Kind.CLASS_LITERAL);
    declarations.reference(e.type());
    return out;
  }

  @Override
  public Output self(Expr.This e) {
    begin(Kind.THIS).flag(e.isSuper());
    declarations.referenceOrNull(e.qualifier());
    return out;
  }

  @Override
  public Output switchExpr(Expr.SwitchExpr e) {
    out.kind(Kind.SWITCH_EXPR);
    declarations.statements().write(e.body());
    return out;
  }

  @Override
  public Output annotationValue(Expr.AnnotationValue e) {
    out.kind(Kind.ANNOTATION_VALUE);
    declarations.annotation(e.annotation());
    return out;
  }
}
