package io.github.errorhygiene.analysis;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.escape.Site;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;

/** Calls whose method is not known, as gaps. */
final class Unresolved {
  private Unresolved() {}

  static Gap gap(Site site, String name) {
    Place place = site.place();
    return new Gap(
        Gap.Kind.UNRESOLVED,
        place.file(),
        new Position(place.line(), place.column()),
        "call of " + name + " could not be resolved; a class path may help");
  }
}
