package io.github.errorhygiene.domain;

import io.github.errorhygiene.contract.Place;
import org.jspecify.annotations.Nullable;

/**
 * A place in the sources where something happens.
 *
 * @param method signature of the method around it
 */
public record Site(Place place, String method) implements Comparable<Site> {
  /** Written out: the generated one is slow, and sites are compared all the time. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Site that && place.equals(that.place) && method.equals(that.method));
  }

  @Override
  public int hashCode() {
    return 31 * place.hashCode() + method.hashCode();
  }

  @Override
  @SuppressWarnings("ReferenceEquality" /* the very same is equal, and long */)
  public int compareTo(Site other) {
    if (this == other) {
      return 0;
    }
    int byPlace = place.compareTo(other.place);
    if (byPlace != 0) {
      return byPlace;
    }
    return method == other.method ? 0 : method.compareTo(other.method);
  }
}
