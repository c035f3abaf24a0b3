package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.remedy.Kit;
import io.github.errorhygiene.source.CatchClauses;
import io.github.errorhygiene.source.CatchClauses.Clause;
import io.github.errorhygiene.source.Outline;
import java.util.Optional;

/**
 * Catch clauses before those that answer everything alike: the same block for one exception, with
 * the status that fits.
 */
final class ClauseCopies {
  private final Module module;
  private final Texts texts;
  private final Kit kit;

  ClauseCopies(Module module, Texts texts) {
    this.module = module;
    this.texts = texts;
    this.kit = module.kit();
  }

  /** The edit that should mend the fault; empty if the clause does not name its status once. */
  Optional<Edit> of(Fault fault) {
    Place place = fault.place();
    return texts
        .original(place.file())
        .flatMap(
            text ->
                CatchClauses.around(text, place.line(), place.column())
                    .flatMap(clause -> edit(fault, clause, text)));
  }

  private Optional<Edit> edit(Fault fault, Clause clause, String text) {
    Failure failure = fault.failure();
    String exception = failure.exception();
    if (!new Access(module, texts).allows(exception, new Imports(text).packageName())) {
      return Optional.empty();
    }
    int start = start(text, clause.whole());
    String head = text.substring(start, start(text, clause.type()));
    String rest = text.substring(end(text, clause.type()), end(text, clause.whole()));
    int special = -new Lineage(module, texts).depth(exception);
    return StatusEdit.in(rest, failure.answer().status(), failure.fits(), kit)
        .map(body -> head + exception + body + between(text, start))
        .map(added -> new Edit(fault.place().file(), start, 0, added, special));
  }

  /** What stands between the end of a clause and the next: a line of its own if it has one now. */
  private static String between(String text, int start) {
    String before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    return before.isBlank() ? end + before : " ";
  }

  private static int start(String text, Outline.Piece piece) {
    return Lines.offset(text, piece.line() - 1) + piece.column() - 1;
  }

  private static int end(String text, Outline.Piece piece) {
    return Lines.offset(text, piece.lastLine() - 1) + piece.lastColumn();
  }
}
