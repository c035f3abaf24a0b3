package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Computes constant expressions (JLS 15.29) over values that something else finds. */
final class ConstantFolding {
  private final Function<Expr, @Nullable Object> values;
  private final TypeContext context;

  ConstantFolding(Function<Expr, @Nullable Object> values, TypeContext context) {
    this.values = values;
    this.context = context;
  }

  /** The value, or null if the expression is not constant. */
  @Nullable Object fold(Expr expression) {
    if (expression instanceof Expr.Binary binary) {
      return binary(binary);
    }
    if (expression instanceof Expr.Cast cast) {
      Object value = values.apply(cast.operand());
      return value == null ? null : converted(value, context.resolve(cast.type()));
    }
    if (expression instanceof Expr.Unary unary) {
      return unary(unary.operator(), values.apply(unary.operand()));
    }
    if (expression instanceof Expr.Conditional conditional) {
      Object condition = values.apply(conditional.condition());
      return condition instanceof Boolean holds
          ? values.apply(holds ? conditional.then() : conditional.otherwise())
          : null;
    }
    return null;
  }

  private @Nullable Object binary(Expr.Binary last) {
    Deque<Expr.Binary> chain = new ArrayDeque<>();
    Expr first = last;
    while (first instanceof Expr.Binary binary) {
      chain.push(binary);
      first = binary.left();
    }
    Object value = values.apply(first);
    while (value != null && !chain.isEmpty()) {
      Expr.Binary next = chain.pop();
      Object right = values.apply(next.right());
      value = right == null ? null : compute(value, next.operator(), right);
    }
    return value;
  }

  private static @Nullable Object compute(Object left, String operator, Object right) {
    if (operator.equals("+") && (left instanceof String || right instanceof String)) {
      return isText(left) && isText(right) ? String.valueOf(left) + right : null;
    }
    if (!(left instanceof Number || left instanceof Character)
        || !(right instanceof Number || right instanceof Character)) {
      return null;
    }
    Number first = number(left);
    Number second = number(right);
    if (first instanceof Double
        || second instanceof Double
        || first instanceof Float
        || second instanceof Float) {
      return real(first.doubleValue(), operator, second.doubleValue());
    }
    Long value = whole(first.longValue(), operator, second.longValue());
    boolean isLong = first instanceof Long || second instanceof Long;
    return value == null || isLong ? value : (Object) value.intValue();
  }

  private static boolean isText(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character;
  }

  private static Number number(Object value) {
    return value instanceof Character c ? (Number) (int) c : (Number) value;
  }

  private static @Nullable Double real(double left, String operator, double right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      default -> null;
    };
  }

  private static @Nullable Long whole(long left, String operator, long right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> right == 0 ? null : Long.valueOf(left / right);
      case "%" -> right == 0 ? null : Long.valueOf(left % right);
      case "<<" -> left << right;
      case ">>" -> left >> right;
      case "|" -> left | right;
      case "&" -> left & right;
      case "^" -> left ^ right;
      default -> null;
    };
  }

  private static @Nullable Object unary(String operator, @Nullable Object value) {
    if (operator.equals("!") && value instanceof Boolean truth) {
      return !truth;
    }
    if (operator.equals("-") && value != null) {
      return value instanceof Number ? compute(0, "-", value) : null;
    }
    return operator.equals("+") ? value : null;
  }

  /** The value as a constant of that type. */
  static Object converted(Object value, Type type) {
    if (!(value instanceof Number || value instanceof Character)) {
      return value;
    }
    Number number = number(value);
    return switch (type.erasure()) {
      case "int" -> number.intValue();
      case "long" -> number.longValue();
      case "short" -> number.shortValue();
      case "byte" -> number.byteValue();
      case "float" -> number.floatValue();
      case "double" -> number.doubleValue();
      case "char" -> (char) number.intValue();
      default -> value;
    };
  }
}
