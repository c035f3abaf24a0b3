package io.github.errorhygiene.rule;

import io.github.errorhygiene.unit.Suppression;

/**
 * A finding that the author of the source does not want to be told; it stays visible in reports and
 * fails no build.
 */
public record Suppressed(Finding finding, Suppression by) implements Comparable<Suppressed> {
  @Override
  public int compareTo(Suppressed other) {
    return finding.compareTo(other.finding);
  }
}
