package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A catch clause for everything, narrowed to what it is there for. */
final class CatchEdit {
  private static final Pattern CLAUSE =
      Pattern.compile("\\bcatch\\s*\\(\\s*(?:final\\s+)?([\\w.]+)\\s+\\w+\\s*\\)");

  private CatchEdit() {}

  /**
   * The text with another exception in the clause.
   *
   * @param place of the clause
   * @param exception full name
   * @return empty if it is not clear what to change
   */
  static Optional<String> of(String text, Place place, String exception) {
    int start = Lines.offset(text, place.line() - 1);
    int end = Lines.offset(text, place.line());
    List<MatchResult> clauses = CLAUSE.matcher(text.substring(start, end)).results().toList();
    if (clauses.size() != 1) {
      return Optional.empty();
    }
    MatchResult clause = clauses.get(0);
    Imports imports = new Imports(text);
    return Optional.of(
        imports.in(
            text.substring(0, start + clause.start(1))
                + imports.shortened(exception)
                + text.substring(start + clause.end(1))));
  }
}
