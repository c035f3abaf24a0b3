package io.github.errorhygiene.catalogue;

/** Where a row comes from. */
public enum Provenance {
  /** Read in the library's source or class files. */
  SOURCE,
  /** Seen when the library was run. */
  OBSERVED,
  /** Said by the library's documentation. */
  JAVADOC,
  /** Written by the user in the configuration. */
  USER
}
