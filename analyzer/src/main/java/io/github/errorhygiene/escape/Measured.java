package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.escape.Conditions.Split;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions about how long a text or collection is, or what is in it. Whoever asks one and then
 * takes a part knows why: that is remembered with the text, wherever it goes.
 */
final class Measured {
  private static final Set<String> MEASURES =
      Set.of("indexOf", "lastIndexOf", "length", "size", "getNameCount");

  private static final Set<String> QUESTIONS =
      Set.of("contains", "endsWith", "isBlank", "isEmpty", "matches", "startsWith");

  private static final int UNTOLD = -1;

  private Measured() {}

  /** Remembers on both ways what is compared. */
  static void compared(Expr.Binary comparison, Split split, Frame frame) {
    String operator = comparison.operator();
    compared(comparison.left(), operator, comparison.right(), split, frame);
    compared(comparison.right(), mirrored(operator), comparison.left(), split, frame);
  }

  private static void compared(Expr side, String operator, Expr other, Split split, Frame frame) {
    if (frame.origin(side) instanceof Expr.Call call && MEASURES.contains(call.name())) {
      note(call, split, frame);
      if (call.name().equals("length") && call.receiver() != null) {
        @Nullable Object key = Paths.key(call.receiver(), frame.body());
        bound(key, operator, number(other), split);
      }
    }
  }

  private static String mirrored(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }

  /** The number that is written there. */
  private static int number(Expr other) {
    return other instanceof Expr.Literal literal && literal.value() instanceof Integer number
        ? number
        : UNTOLD;
  }

  /**
   * What a comparison makes sure of the length of a text. Whoever asks whether it is too long does
   * so for a reason, and may note what is wrong and go on: that way counts too. Who asks whether it
   * is too short has not looked at the other end.
   */
  private static void bound(@Nullable Object key, String operator, int number, Split split) {
    int most = operator.equals("<") || operator.equals(">=") ? number - 1 : number;
    boolean any = number == 0 || number == 1;
    if (key == null || any) {
      return; // whether there is any
    }
    boolean small = operator.startsWith("<");
    bound(split.whenTrue(), key, small || operator.equals("==") ? most : 0);
    if (!small) {
      bound(split.whenFalse(), key, operator.equals("==") ? 0 : most);
    }
  }

  private static void bound(@Nullable State way, Object key, int most) {
    if (way != null) {
      Refinement.promise(way, key, Dependence.NONE.bounded(Math.max(0, most)));
    }
  }

  /** Remembers on both ways what is asked, also by a utility that is handed the collection. */
  static void asked(
      Expr.Call question, List<Guard> guards, Split split, Frame frame, Program program) {
    if (QUESTIONS.contains(question.name())) {
      note(question, split, frame);
    }
    for (Guard guard : guards) {
      boolean handed = guard.that() == Guard.That.NOT_EMPTY && guard.argument() != Guard.RECEIVER;
      Expr subject = handed ? Guards.subject(question, guard) : null;
      if (subject != null && isCollection(subject, frame, program)) {
        noteAll(subject, split, frame);
      }
    }
  }

  private static boolean isCollection(Expr subject, Frame frame, Program program) {
    String type = frame.body().typeOf(subject).erasure();
    return program.isSubtype(type, "java.util.Collection") == Certainty.YES;
  }

  private static void note(Expr.Call call, Split split, Frame frame) {
    if (call.receiver() != null) {
      noteAll(call.receiver(), split, frame);
    }
  }

  private static void noteAll(Expr of, Split split, Frame frame) {
    @Nullable Object key = Paths.key(of, frame.body());
    for (@Nullable State way : new State[] {split.whenTrue(), split.whenFalse()}) {
      if (key != null && way != null) {
        Refinement.promise(way, key, Dependence.of(Trait.MEASURED));
      }
    }
  }
}
