package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Place;
import java.util.Comparator;

/**
 * A place in the sources where something happens.
 *
 * @param method signature of the method around it
 */
public record Site(Place place, String method) implements Comparable<Site> {
  private static final Comparator<Site> ORDER =
      Comparator.comparing(Site::place).thenComparing(Site::method);

  @Override
  public int compareTo(Site other) {
    return ORDER.compare(this, other);
  }
}
