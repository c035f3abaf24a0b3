package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import java.util.Map;
import java.util.Set;

/**
 * What Java itself throws for what the request says: a part that a text does not have (JLS
 * 15.10.4), a division by zero (JLS 15.17.2). Numbers are not followed, so nothing is claimed once
 * the code has looked at request data.
 */
final class Machine {
  private static final Set<String> WHOLE = Set.of("int", "long");

  private static final Set<String> COUNTS = Set.of("length", "ordinal", "size");

  private static final Set<String> ENTRIES = Set.of("get", "getOrDefault", "remove");

  private static final Set<String> MAPS =
      Set.of("java.util.HashMap", "java.util.LinkedHashMap", "java.util.Map");

  private final Frame frame;

  Machine(Frame frame) {
    this.frame = frame;
  }

  /**
   * An element of an array: {@code header.split(" ")[1]}, {@code THEMES[form.getTheme()]}. The
   * first part is there nearly always.
   */
  void element(Expr.Index e, Value array, Value index) {
    boolean later = index.constant() instanceof Integer number && number > 0;
    boolean parts =
        frame.origin(e.array()) instanceof Expr.Call call && call.name().equals("split");
    if (later && parts) {
      raise("java.lang.ArrayIndexOutOfBoundsException", array, e.position());
    } else if (!array.data().on(Cause.REQUEST) && isTaken(e.index()) && !isCount(e.index())) {
      raise("java.lang.ArrayIndexOutOfBoundsException", index, e.position());
    }
  }

  /** Of what an enum or a collection has, of which the array mostly is a table. */
  private boolean isCount(Expr index) {
    return frame.origin(index) instanceof Expr.Call call && COUNTS.contains(call.name());
  }

  /** Whole numbers only: others have an infinity. */
  void divided(Expr.Binary e, Value divisor, Body body) {
    boolean divides = e.operator().equals("/") || e.operator().equals("%");
    if (divides && isWhole(body.typeOf(e)) && isTaken(e.right())) {
      raise("java.lang.ArithmeticException", divisor, e.position());
    }
  }

  /**
   * What is in a map that the client sent is of whatever type it was sent as: {@code (Integer)
   * body.get("count")} (JLS 15.16).
   */
  void cast(Expr.Cast e, Value operand, Body body) {
    boolean entry =
        frame.origin(e.operand()) instanceof Expr.Call call
            && ENTRIES.contains(call.name())
            && call.receiver() != null
            && MAPS.contains(body.typeOf(call.receiver()).erasure());
    if (entry
        && operand.data().has(Trait.INPUT)
        && body.typeOf(e.operand()).erasure().equals("java.lang.Object")) {
      raise("java.lang.ClassCastException", operand, e.position());
    }
  }

  private static boolean isWhole(Type type) {
    return type instanceof Type.Primitive && WHOLE.contains(type.erasure());
  }

  /** A number as it was sent, rather than one that was computed. */
  private boolean isTaken(Expr number) {
    Expr origin = frame.origin(number);
    return origin instanceof Expr.Name
        || origin instanceof Expr.Select
        || (origin instanceof Expr.Call getter && getter.arguments().isEmpty());
  }

  private void raise(String type, Value of, Position position) {
    Dependence on = of.data();
    boolean tested = frame.condition().asks(Cause.REQUEST);
    if (on.first() != Cause.REQUEST || on.has(Trait.CHECKED) || tested) {
      return;
    }
    Escape escape =
        new Escape(
            type,
            frame.site(position),
            Source.POSSIBLE,
            "",
            Cause.REQUEST,
            false,
            false,
            null,
            Map.of(),
            null);
    frame.raise(escape, new Via(frame.site(position), null, null));
  }
}
