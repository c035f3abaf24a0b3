package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text or collection has anything in it that was asked before, here or by a caller: the
 * answer is the same, as long as nothing was taken out of it.
 */
final class Emptiness {
  /** Questions of texts that are not blank are others. */
  private static final Pattern QUESTION =
      Pattern.compile("(is(not|non)?(nullor)?empty|haslength)", Pattern.CASE_INSENSITIVE);

  /** Names of calls that take elements out. */
  private static final Pattern TAKING =
      Pattern.compile(
          "(clear|delete|drain|next|poll|pop|remove|retain|setLength|take)([A-Z]\\w*)?");

  private Emptiness() {}

  /** What is answered; null if that is not known, or something else is asked. */
  static @Nullable Value result(LibraryCall call, List<Guard> guards) {
    if (!QUESTION.matcher(call.name()).matches()) {
      return null;
    }
    for (Guard guard : guards) {
      Value subject =
          guard.argument() == Guard.RECEIVER ? call.receiver() : call.argument(guard.argument());
      boolean known =
          guard.that() == Guard.That.NOT_EMPTY
              && subject.data().has(Trait.NOT_EMPTY)
              && subject.absence().isNone();
      if (known && guard.holds() == Guard.Holds.TRUE) {
        return Value.constant(true);
      }
      if (known && guard.holds() == Guard.Holds.FALSE) {
        return Value.constant(false);
      }
    }
    return null;
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
