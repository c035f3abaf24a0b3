package io.github.errorhygiene.escape;

import io.github.errorhygiene.idiom.Watched;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether indices into a text are in range, whatever the text is. */
final class Indices {
  private static final Set<String> SEARCHES = Set.of("indexOf", "lastIndexOf");

  private static final Set<String> TEXTS =
      Set.of(
          "java.lang.CharSequence",
          "java.lang.String",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder");

  private static final Set<String> INDEXED =
      Set.of("charAt", "codePointAt", "deleteCharAt", "setCharAt", "subSequence", "substring");

  private Indices() {}

  /** {@code text.substring(text.lastIndexOf('/') + 1, text.length())} and the like. */
  static boolean areInRange(Expr.Call call, Frame frame) {
    List<Expr> arguments = call.arguments();
    @Nullable Object text =
        call.receiver() == null ? null : Paths.key(call.receiver(), frame.body());
    if (call.receiver() != null
        && isOfText(call, frame)
        && Watched.areAll(arguments, frame.body())) {
      return true;
    }
    if (text == null || arguments.isEmpty() || !call.name().equals("substring")) {
      return false;
    }
    if (arguments.size() == 1 && isLengthOfOther(arguments.get(0), frame)) {
      return true;
    }
    boolean toEnd = arguments.size() == 1 || isLength(arguments.get(1), text, frame);
    boolean all =
        isZero(arguments.get(0)) && isWithin(arguments.get(arguments.size() - 1), text, frame);
    return (toEnd && isAfterMatch(arguments.get(0), text, frame)) || all;
  }

  private static boolean isOfText(Expr.Call call, Frame frame) {
    return call.receiver() != null
        && TEXTS.contains(frame.body().typeOf(call.receiver()).erasure())
        && INDEXED.contains(call.name());
  }

  /** Who leaves out as many characters as another text has knows that it begins with that text. */
  private static boolean isLengthOfOther(Expr begin, Frame frame) {
    return begin instanceof Expr.Call length
        && length.name().equals("length")
        && length.receiver() != null
        && !(length.receiver() instanceof Expr.Literal)
        && frame.body().typeOf(length.receiver()).erasure().equals("java.lang.String")
        && !isFixed(length.receiver(), frame);
  }

  private static boolean isFixed(Expr text, Frame frame) {
    return frame.body().symbolOf(text) instanceof FieldSymbol field
        && field.isStatic()
        && field.isFinal();
  }

  private static boolean isZero(Expr index) {
    return index instanceof Expr.Literal literal && Integer.valueOf(0).equals(literal.value());
  }

  /** At most the length. */
  private static boolean isWithin(Expr end, Object text, Frame frame) {
    boolean limited =
        end instanceof Expr.Call min
            && min.name().equals("min")
            && min.arguments().stream().anyMatch(argument -> isLength(argument, text, frame));
    return limited || isZero(end) || isLength(end, text, frame);
  }

  private static boolean isLength(Expr end, Object text, Frame frame) {
    return end instanceof Expr.Call length
        && length.name().equals("length")
        && isOf(length, text, frame);
  }

  /** One more than where something was found, or zero. */
  private static boolean isAfterMatch(Expr begin, Object text, Frame frame) {
    return begin instanceof Expr.Binary sum
        && sum.operator().equals("+")
        && sum.right() instanceof Expr.Literal one
        && Integer.valueOf(1).equals(one.value())
        && frame.origin(sum.left()) instanceof Expr.Call search
        && SEARCHES.contains(search.name())
        && search.arguments().size() == 1
        && isOf(search, text, frame);
  }

  private static boolean isOf(Expr.Call call, Object text, Frame frame) {
    return call.receiver() != null && text.equals(Paths.key(call.receiver(), frame.body()));
  }
}
