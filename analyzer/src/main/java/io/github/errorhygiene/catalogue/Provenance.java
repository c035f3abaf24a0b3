package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import org.jspecify.annotations.Nullable;

/** Where a row comes from. */
public enum Provenance {
  /** Read in the library's source or class files. */
  SOURCE,
  /** Seen when the library was run. */
  OBSERVED,
  /** Said by the library's documentation. */
  JAVADOC,
  /** Written by the user in the configuration. */
  USER;

  /** What {@code source} says, unless it is known already. */
  static Provenance of(YamlRow row, @Nullable Provenance known) throws YamlException {
    return known != null ? known : row.constant("source", row.required("source"), Provenance.class);
  }
}
