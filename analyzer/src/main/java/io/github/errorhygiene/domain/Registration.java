package io.github.errorhygiene.domain;

import java.util.List;

/**
 * A call by which a program sets a framework up: it makes a router, adds a route, a filter, a
 * handler of exceptions.
 *
 * @param id of what it makes, see {@link Registrations#idOf}; equal for equal calls at one place
 * @param site where it is called
 * @param inside what the functions register that are given to it to be run at once
 */
public record Registration(int id, LibraryCall call, Site site, List<Registration> inside) {
  public Registration {
    inside = List.copyOf(inside);
  }

  /** Of what nearly always differs: the whole is long. */
  @Override
  public int hashCode() {
    return id;
  }
}
