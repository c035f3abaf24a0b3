package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.remedy.Code;
import io.github.errorhygiene.source.Outline;
import io.github.errorhygiene.source.Throws;
import io.github.errorhygiene.source.Throws.Thrown;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exceptions with a status in place of those that say so little that no boundary can tell them from
 * others. What they said and what caused them is kept.
 */
final class Rethrows {
  /** Text that others have written, perhaps about what is inside. */
  private static final Pattern FOREIGN = Pattern.compile("get\\w*Message\\(|toString\\(");

  private static final int UNEXPECTED = 500;

  /** Characters of a line. */
  private static final int LONGEST = 100;

  private static final int CONTINUED = 2;

  /** Where these are caught, the caller would be blamed for whatever goes wrong. */
  private static final Set<String> ANYTHING = Set.of("Exception", "RuntimeException", "Throwable");

  private final Texts texts;
  private final Code code;

  Rethrows(Texts texts, Code code) {
    this.texts = texts;
    this.code = code;
  }

  /** The edit that should mend the fault; empty if it is not clear what is thrown. */
  Optional<Edit> of(Fault fault) {
    Place place = fault.place();
    return texts
        .original(place.file())
        .flatMap(
            text ->
                Throws.at(text, place.line(), place.column(), fault.failure().exception())
                    .flatMap(thrown -> edit(fault, thrown, text)));
  }

  private Optional<Edit> edit(Fault fault, Thrown thrown, String text) {
    int status = fault.failure().fits();
    if (status < UNEXPECTED && thrown.caught().stream().anyMatch(ANYTHING::contains)) {
      return Optional.empty();
    }
    boolean tells = status < UNEXPECTED || !FOREIGN.matcher(thrown.detail()).find();
    String other = code.refusal(status, tells ? thrown.detail() : "", thrown.cause());
    if (other.isEmpty() || !other.contains(thrown.cause())) {
      return Optional.empty();
    }
    Outline.Piece piece = thrown.piece();
    int start = Lines.offset(text, piece.line() - 1) + piece.column() - 1;
    int end = Lines.offset(text, piece.lastLine() - 1) + piece.lastColumn();
    Indent indent = Indent.of(text, piece.line());
    boolean fits = piece.column() + new Imports(text).shortened(other).length() < LONGEST;
    String broken = "(" + indent.end() + indent.by(CONTINUED);
    String laidOut = fits ? other : other.replaceFirst("\\(", Matcher.quoteReplacement(broken));
    return Optional.of(new Edit(fault.place().file(), start, end - start, laidOut));
  }
}
