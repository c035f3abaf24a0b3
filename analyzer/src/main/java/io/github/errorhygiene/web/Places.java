package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Where types and methods stand in the sources. */
public final class Places {
  private Places() {}

  /** The place of a method's name; null if it is not of the sources. */
  public static @Nullable Place of(MethodSymbol method) {
    Unit unit = method.owner().unit();
    Position position = method.position();
    return unit == null ? null : new Place(unit.path(), position.line(), position.column());
  }

  /** The place of a type's name; null if it is not of the sources. */
  public static @Nullable Place of(TypeSymbol type) {
    Unit unit = type.unit();
    Position position = type.position();
    return unit == null ? null : new Place(unit.path(), position.line(), position.column());
  }
}
