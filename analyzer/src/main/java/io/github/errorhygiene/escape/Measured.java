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

  private Measured() {}

  /** Remembers on both ways what is compared. */
  static void compared(Expr.Binary comparison, Split split, Frame frame) {
    compared(comparison.left(), comparison.right(), split, frame);
    compared(comparison.right(), comparison.left(), split, frame);
  }

  private static void compared(Expr side, Expr other, Split split, Frame frame) {
    if (frame.origin(side) instanceof Expr.Call call && MEASURES.contains(call.name())) {
      note(call, split, frame);
      if (call.name().equals("length") && !isNone(other) && call.receiver() != null) {
        noteAll(call.receiver(), Trait.BOUNDED, split, frame);
      }
    }
  }

  /** With which one asks whether there is any, rather than how long it is. */
  private static boolean isNone(Expr other) {
    return other instanceof Expr.Literal literal
        && literal.value() instanceof Integer number
        && number <= 1;
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
    noteAll(of, Trait.MEASURED, split, frame);
  }

  private static void noteAll(Expr of, Trait trait, Split split, Frame frame) {
    @Nullable Object key = Paths.key(of, frame.body());
    for (@Nullable State way : new State[] {split.whenTrue(), split.whenFalse()}) {
      if (key != null && way != null) {
        Refinement.promise(way, key, Dependence.of(trait));
      }
    }
  }
}
