package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Value;
import java.util.List;

/** What is shown where code that is none of Java's prints a value: an expression in a page. */
public final class PrintedTexts {
  private PrintedTexts() {}

  /**
   * What is printed of a value shows.
   *
   * @param members names of the properties that are asked, {@code [cause, message]}; the value
   *     itself is printed if there are none
   */
  public static Dependence of(Engine engine, Value value, List<String> members) {
    ExceptionTexts texts = new ExceptionTexts(engine);
    Value at = value;
    for (String member : members) {
      if (isException(at)) {
        return ofException(texts, at, member);
      }
      at = at.field(member);
    }
    return at.data().exceptionTexts().and(texts.text(at));
  }

  private static boolean isException(Value value) {
    return !value.escapes().isEmpty() || value.data().has(Trait.ANY_EXCEPTION);
  }

  private static Dependence ofException(ExceptionTexts texts, Value exception, String member) {
    return switch (member) {
      case "localizedMessage", "message" -> texts.message(exception);
      case "printStackTrace", "stackTrace" -> Dependence.of(Trait.STACK_TRACE);
      case "class" -> Dependence.of(Trait.TYPE_NAME);
      case "cause" -> Dependence.of(Trait.MESSAGE).with(Trait.TYPE_NAME);
      default -> Dependence.NONE;
    };
  }
}
