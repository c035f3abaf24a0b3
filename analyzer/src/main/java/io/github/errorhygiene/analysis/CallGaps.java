package io.github.errorhygiene.analysis;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.escape.Census;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.util.ArrayList;
import java.util.List;

/** Calls that were not, or not all, followed, as gaps. */
final class CallGaps {
  private CallGaps() {}

  static List<Gap> of(Census census) {
    List<Gap> gaps = new ArrayList<>();
    census.unresolved().forEach((site, name) -> gaps.add(unresolved(site, name)));
    census.capped().forEach((site, capped) -> gaps.add(capped(site, capped)));
    return gaps;
  }

  private static Gap unresolved(Site site, String name) {
    String message = "call of " + name + " could not be resolved; a class path may help";
    return gap(Gap.Kind.UNRESOLVED, site, message);
  }

  private static Gap capped(Site site, Census.Capped capped) {
    String more = capped.left() == 1 ? "one more method" : capped.left() + " more methods";
    String message = "call of " + capped.name() + " may run " + more + " than were followed";
    return gap(Gap.Kind.LIMIT, site, message);
  }

  private static Gap gap(Gap.Kind kind, Site site, String message) {
    Place place = site.place();
    return new Gap(kind, place.file(), new Position(place.line(), place.column()), message);
  }
}
