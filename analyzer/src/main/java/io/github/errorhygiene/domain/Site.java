package io.github.errorhygiene.domain;

import io.github.errorhygiene.contract.Place;

/**
 * A place in the sources where something happens.
 *
 * @param method signature of the method around it
 */
public record Site(Place place, String method) implements Comparable<Site> {
  @Override
  public int compareTo(Site other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : method.compareTo(other.method);
  }
}
