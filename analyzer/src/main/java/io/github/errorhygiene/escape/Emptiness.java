package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text or collection has anything in it that was asked before, here or by a caller: the
 * answer is the same, as long as nothing was taken out of it.
 */
final class Emptiness {
  private static final Pattern QUESTION =
      Pattern.compile("(is(not|non)?(nullor)?empty|haslength)", Pattern.CASE_INSENSITIVE);

  /** A text that is not empty may be blank. */
  private static final Pattern OF_BLANKS =
      Pattern.compile(
          "(is(not|non)?((null|empty)or)?(blank|whitespace)|hastext)", Pattern.CASE_INSENSITIVE);

  /** Names of calls that take elements out. */
  private static final Pattern TAKING =
      Pattern.compile(
          "(clear|delete|drain|next|poll|pop|remove|retain|setLength|take)([A-Z]\\w*)?");

  private Emptiness() {}

  /** What is answered; null if that is not known, or something else is asked. */
  static @Nullable Value result(LibraryCall call, List<Guard> guards) {
    boolean ofBlanks = asksForBlanks(call.name());
    if (!ofBlanks && !QUESTION.matcher(call.name()).matches()) {
      return null;
    }
    Trait answering = ofBlanks ? Trait.NOT_BLANK : Trait.NOT_EMPTY;
    for (Guard guard : guards) {
      Value subject =
          guard.argument() == Guard.RECEIVER ? call.receiver() : call.argument(guard.argument());
      boolean known =
          guard.that() == Guard.That.NOT_EMPTY
              && subject.data().has(answering)
              && subject.absence().isNone()
              && subject.alternatives().stream().allMatch(each -> isFilled(each, ofBlanks));
      if (known && guard.holds() == Guard.Holds.TRUE) {
        return Value.constant(true);
      }
      if (known && guard.holds() == Guard.Holds.FALSE) {
        return Value.constant(false);
      }
    }
    return null;
  }

  /** Whether a question of that name is about more than white space. */
  static boolean asksForBlanks(String name) {
    return OF_BLANKS.matcher(name).matches();
  }

  /** What is sure of a text that the client sent says nothing of the one that stands in for it. */
  private static boolean isFilled(Known known, boolean ofBlanks) {
    return !(known instanceof Known.Constant constant)
        || (constant.value() instanceof String text
            && !(ofBlanks ? text.isBlank() : text.isEmpty()));
  }

  /**
   * Whether it is what a lookup for something that the client names has found: where it is empty,
   * there is none.
   */
  static boolean isOfFound(Value value, Type declared, Program program) {
    Dependence data = value.data();
    return data.first() == Cause.STATE
        && data.decided().first() == Cause.REQUEST
        && program.supertypes(declared.erasure()).contains("java.lang.Iterable");
  }

  /** Forgets that there is something in what something was taken out of. */
  static void taken(LibraryCall call, Expr.Call node, Calls calls) {
    boolean takes =
        call.receiver().data().has(Trait.NOT_EMPTY) && TAKING.matcher(call.name()).matches();
    if (takes && node.receiver() != null) {
      Dependence left = call.receiver().data().without(Trait.NOT_EMPTY);
      calls.write(node.receiver(), call.receiver().withData(left));
    }
  }
}
