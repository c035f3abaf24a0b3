package io.github.errorhygiene.text;

import io.github.errorhygiene.catalogue.Messages;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the text says that the sources give an exception, or the constant of an enum of the
 * project's, as far as it is written at its place.
 */
public final class Wording {
  /** Calls that put texts together. */
  private static final Set<String> FORMATS =
      Set.of("append", "concat", "format", "formatted", "join", "toString", "valueOf");

  private Wording() {}

  /** The exception with the kind of failure that its text tells of; unchanged if it tells none. */
  public static Value added(
      Value exception, List<Expr> written, List<Value> arguments, Program program) {
    StringBuilder text = new StringBuilder();
    written.forEach(each -> collect(each, text));
    arguments.stream()
        .flatMap(argument -> argument.enumConstants().stream())
        .filter(constant -> isCode(constant, program))
        .forEach(constant -> text.append(constant.name().replace('_', ' ')).append(' '));
    arguments.forEach(
        argument -> argument.strings().forEach(each -> text.append(each).append(' ')));
    return Messages.mode(text.toString())
        .map(mode -> exception.withField(Escape.SAID, Value.constant(mode.name())))
        .orElse(exception);
  }

  /** {@code Status.USER_NOT_FOUND}: what the project itself calls its failures. */
  private static boolean isCode(EnumConstant constant, Program program) {
    @Nullable TypeSymbol type = program.type(constant.type());
    return type != null && type.isSource();
  }

  private static void collect(Expr written, StringBuilder text) {
    if (written instanceof Expr.Literal literal && literal.value() instanceof String said) {
      text.append(said).append(' ');
    } else if (written instanceof Expr.Binary binary) {
      collect(binary.left(), text);
      collect(binary.right(), text);
    } else if (written instanceof Expr.Call call && FORMATS.contains(call.name())) {
      if (call.receiver() != null) {
        collect(call.receiver(), text);
      }
      call.arguments().forEach(argument -> collect(argument, text));
    }
  }
}
