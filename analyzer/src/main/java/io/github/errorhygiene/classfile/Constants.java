package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.Type;

/** Constants of class files as expressions. */
final class Constants {
  private Constants() {}

  /**
   * A value of an annotation member.
   *
   * @param value a string, boxed primitive, array of primitives or {@link Type}, as ASM gives them
   */
  static Expr ofAnnotation(Object value) {
    if (value instanceof Type type) {
      return new Expr.ClassLiteral(TypeRefs.of(type), Position.NONE);
    }
    if (value.getClass().isArray()) {
      return new Expr.ArrayLiteral(elements(value), Position.NONE);
    }
    return literal(value);
  }

  private static List<Expr> elements(Object array) {
    return IntStream.range(0, Array.getLength(array))
        .mapToObj(i -> literal(Array.get(array, i)))
        .toList();
  }

  /** The ConstantValue of a field: booleans and characters are integers there (JVMS 4.7.2). */
  static Expr ofField(String descriptor, Object value) {
    if (!(value instanceof Integer number)) {
      return literal(value);
    }
    return switch (descriptor) {
      case "Z" -> literal(number != 0);
      case "C" -> literal((char) number.intValue());
      default -> literal(number);
    };
  }

  private static Expr literal(Object value) {
    boolean small = value instanceof Byte || value instanceof Short;
    return new Expr.Literal(small ? ((Number) value).intValue() : value, Position.NONE);
  }
}
