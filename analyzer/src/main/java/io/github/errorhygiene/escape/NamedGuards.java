package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.catalogue.Guard.Holds;
import io.github.errorhygiene.catalogue.Guard.That;
import io.github.errorhygiene.library.Lookup;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What methods make sure of whose code nobody has read, by their names: utilities are many, and all
 * say {@code notNull} and {@code isEmpty}. That nothing is claimed about what they checked matters
 * more than that they might do something else.
 */
final class NamedGuards {
  private static final Pattern CHECK =
      Pattern.compile(
          "(arg|argument|assert|check|ensure|require|validate|verify)?(not|non)"
              + "(null|empty|blank|nullorempty|nullorblank)(s|arg|argument|else)?");

  private static final Pattern QUESTION =
      Pattern.compile("(is|has)(not|non)(null|empty|blank)|has(text|length)");

  /** Says that a text has its form, {@code IbanValidator.isValid(iban)}. */
  private static final Pattern VALID = Pattern.compile("is(well)?(valid|formed)\\w*");

  private static final Pattern DENIAL =
      Pattern.compile("is(null|empty|blank|absent)(or(null|empty|blank))?");

  private NamedGuards() {}

  /** Null if the name says nothing. */
  static @Nullable Guard of(String method, int arguments) {
    String name = method.toLowerCase(Locale.ROOT);
    if (arguments == 1 && DENIAL.matcher(name).matches()) {
      return new Guard(0, Holds.FALSE, That.NOT_EMPTY);
    }
    if (arguments == 1 && QUESTION.matcher(name).matches()) {
      return new Guard(0, Holds.TRUE, That.NOT_EMPTY);
    }
    if (arguments >= 1 && VALID.matcher(name).matches()) {
      return new Guard(0, Holds.TRUE, That.PARSABLE);
    }
    if (arguments >= 1 && method.equals(Lookup.EXISTS)) {
      return new Guard(0, Holds.TRUE, That.CONTAINED);
    }
    boolean checks = arguments >= 1 && CHECK.matcher(name).matches();
    return checks ? new Guard(0, Holds.RETURN, That.PRESENT) : null;
  }
}
