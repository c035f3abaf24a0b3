package io.github.errorhygiene.catalogue;

import java.lang.module.ModuleDescriptor.Version;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an artifact for which a row holds.
 *
 * @param artifact its name without the group, as in the name of its jar: {@code spring-data-jpa}
 * @param from the first version; null for no lower bound
 * @param below the first version for which it no longer holds; null for no upper bound
 * @param others whether it holds for all but these: other versions, other artifacts
 */
public record Versions(
    String artifact, @Nullable String from, @Nullable String below, boolean others) {
  /**
   * Whether the row holds.
   *
   * @param version null if the artifact is not used, or nobody knows in which version: then only
   *     rows without an upper bound hold
   */
  public boolean holdAt(@Nullable String version) {
    if (version == null) {
      return others || below == null;
    }
    return contains(version) != others;
  }

  private boolean contains(String version) {
    return (from == null || compare(version, from) >= 0)
        && (below == null || compare(version, below) < 0);
  }

  private static int compare(String left, String right) {
    try {
      return Version.parse(left).compareTo(Version.parse(right));
    } catch (IllegalArgumentException e) {
      return left.compareTo(right);
    }
  }
}
