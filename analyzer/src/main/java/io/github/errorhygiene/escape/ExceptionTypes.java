package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.catalogue.ExceptionRow;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.idiom.Clauses;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;

/** What is asked of types, told by their binary names, that may be exceptions. */
final class ExceptionTypes {
  private final Program program;
  private final Catalogue catalogue;
  private final Translation translation;

  ExceptionTypes(Program program, Catalogue catalogue, Translation translation) {
    this.program = program;
    this.catalogue = catalogue;
    this.translation = translation;
  }

  /** Whether it is an exception or error. */
  boolean isThrowable(String type) {
    return program.supertypes(type).contains("java.lang.Throwable");
  }

  /** Whether the compiler makes callers heed it (JLS 11.1.1). */
  boolean isChecked(String type) {
    List<String> supertypes = program.supertypes(type);
    if (supertypes.contains("java.lang.RuntimeException")
        || supertypes.contains("java.lang.Error")) {
      return false;
    }
    boolean checkedRow = catalogue.exception(type).map(ExceptionRow::checked).orElse(false);
    return checkedRow || supertypes.contains("java.lang.Throwable");
  }

  /** The name that a library's exception has in the versions in use. */
  String inUse(String type) {
    return translation.inUse(type);
  }

  /** See {@link Clauses#takes}. */
  Certainty catches(String type, Escape escape) {
    return Clauses.takes(program, type, escape);
  }

  /** What a caller outside of {@code owner} sees of an escape that leaves it. */
  Escape seenOutside(TypeSymbol owner, Escape escape) {
    String seen = translation.seen(owner, escape.type());
    return seen.equals(escape.type()) ? escape : escape.wrappedIn(seen);
  }
}
