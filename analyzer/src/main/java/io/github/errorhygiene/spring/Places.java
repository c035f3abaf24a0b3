package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Where types stand in the sources. */
final class Places {
  private Places() {}

  /** The place of a type's name; null if it is not of the sources. */
  static @Nullable Place of(TypeSymbol type) {
    Unit unit = type.unit();
    TypeDecl declaration = type.declaration();
    return unit == null || declaration == null
        ? null
        : new Place(unit.path(), declaration.position().line(), declaration.position().column());
  }
}
