package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an annotation makes a container put around a method.
 *
 * @param annotation binary name
 * @param imports it holds only where a source imports something whose name starts so; null: it
 *     holds everywhere
 * @param order where it stands among others around the same method; the least is outermost
 * @param thrown what the container itself may throw, binary names
 * @param likelihood how often
 * @param mode what kind of failure that is; null: the exception's own row says it
 * @param depends what decides whether it is thrown; null: the arguments of the call
 * @param guard decides by the request whether the method may run at all; of a method that handles
 *     requests the web framework's adapter says so itself
 * @param parameters it throws only if an annotation of a parameter, or a meta-annotation of it, has
 *     one of these binary names; empty: it throws whatever the parameters are
 * @param fallback members that name a method of the same class which runs if the call fails
 * @param fallbackClass members that name a class with such a method; its methods have the names
 *     that {@code fallback} says, or any
 * @param awaits a fallback is also for what a future or publisher fails with that the call returns
 * @param recover annotation of methods of the same class of which the closest to the exception runs
 *     if the call fails; null if there is none
 * @param only member with the exceptions that a fallback is for; null: all
 * @param except members with the exceptions that a fallback is not for
 * @param detached the call runs in another thread: what it throws is in the future that it returns,
 *     or reaches nobody
 * @param onlyDeclared what wraps checked exceptions that the method does not declare; null: they
 *     pass
 * @param enabling what turns it on; null: it is on
 * @param repeats how it calls the method again that failed; null if it does not
 */
public record ProxyRow(
    String annotation,
    @Nullable String imports,
    int order,
    List<String> thrown,
    Likelihood likelihood,
    @Nullable FailureMode mode,
    @Nullable Cause depends,
    boolean guard,
    List<String> parameters,
    List<String> fallback,
    List<String> fallbackClass,
    boolean awaits,
    @Nullable String recover,
    @Nullable String only,
    List<String> except,
    boolean detached,
    @Nullable String onlyDeclared,
    @Nullable Enabling enabling,
    @Nullable Repeats repeats,
    @Nullable Versions versions,
    Provenance provenance) {
  public ProxyRow {
    thrown = List.copyOf(thrown);
    parameters = List.copyOf(parameters);
    fallback = List.copyOf(fallback);
    fallbackClass = List.copyOf(fallbackClass);
    except = List.copyOf(except);
  }

  /** Whether this row, which the user wrote, takes the place of another. */
  boolean overrides(ProxyRow other) {
    return annotation.equals(other.annotation);
  }

  /** Whether it speaks of the versions in use, by artifact. */
  boolean holdsAt(Map<String, String> inUse) {
    return versions == null || versions.holdAt(inUse.get(versions.artifact()));
  }
}
