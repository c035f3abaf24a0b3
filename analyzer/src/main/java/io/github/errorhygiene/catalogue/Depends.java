package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a failure, or the absence of a result, depends on.
 *
 * @param receiver on what the receiver depends on
 * @param allArguments on what any argument depends on
 * @param arguments indexes of the arguments that decide; empty if all or none do
 * @param causes decided outside the call: a peer, the configuration, stored state
 */
public record Depends(
    boolean receiver, boolean allArguments, SortedSet<Integer> arguments, SortedSet<Cause> causes) {
  /** On nothing that is known. */
  public static final Depends NONE = new Depends(false, false, new TreeSet<>(), new TreeSet<>());

  public Depends {
    arguments = Collections.unmodifiableSortedSet(new TreeSet<>(arguments));
    causes = Collections.unmodifiableSortedSet(new TreeSet<>(causes));
  }

  /** Whether the argument with that index, from 0, decides. */
  public boolean argument(int index) {
    return allArguments || arguments.contains(index);
  }
}
