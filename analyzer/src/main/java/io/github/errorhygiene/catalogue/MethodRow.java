package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of some methods of a type. Several rows may speak of one method; what a row does
 * not say is null or {@link Depends#NONE}, and then another row, or nobody, says it.
 *
 * @param owner binary name of the declaring type or of a supertype of the receiver; {@code @} and a
 *     name for all types that carry that annotation
 * @param names method names, {@code <init>} for constructors; a name that ends in {@code *} stands
 *     for all that start so and that no other row of the owner names
 * @param parameters simple names of the erased parameter types; null if they do not matter
 * @param arity number of parameters; -1 if it does not matter
 * @param thrown binary names of what it throws, in place of its declaration; empty if it throws
 *     nothing that matters to a client; null if the row does not say
 * @param cause binary name of the exception that is the cause of what it throws; null if none is
 *     known
 * @param depends what decides whether it throws, or whether the result is absent
 * @param likelihood of the failure
 * @param mode of the failure, where the exception's own row would be wrong; null if that one
 *     decides
 * @param when it throws, for people; may be empty
 * @param absent how it says that it found nothing; null if the row does not say
 * @param data where the returned data come from; null if the row does not say
 * @param id where the id comes from that it returns, which leads to the log lines of the request;
 *     null if it returns none
 * @param runs what it does with functions; null if the row does not say
 * @param releases set if it throws the failure that its receiver, a future or publisher, holds: the
 *     binary name of the exception that it wraps it in, or {@link #ITSELF}; null if it does not
 * @param wraps binary name of the exception in which the failures that the result holds are
 *     wrapped, unless they are of that type; for a method that releases failures as they are, what
 *     it wraps checked ones in; null if there is none
 * @param gives what the result is, where the declaration does not tell; null otherwise
 * @param guard what it makes sure of; null if nothing
 * @param shows what its result shows of an exception that it is given; null if nothing
 * @param log its level if it writes to the log; null if it does not
 * @param versions for which the row holds; null for all
 */
public record MethodRow(
    String owner,
    List<String> names,
    @Nullable List<String> parameters,
    int arity,
    @Nullable List<String> thrown,
    @Nullable String cause,
    Depends depends,
    Likelihood likelihood,
    @Nullable FailureMode mode,
    String when,
    @Nullable Absence absent,
    @Nullable Cause data,
    @Nullable IdSource id,
    @Nullable Runs runs,
    @Nullable String releases,
    @Nullable String wraps,
    @Nullable Gives gives,
    @Nullable Guard guard,
    @Nullable Shows shows,
    @Nullable LogLevel log,
    @Nullable Versions versions,
    Provenance provenance) {
  /** In {@link #releases}: the failure as it is. */
  public static final String ITSELF = "itself";

  public MethodRow {
    names = List.copyOf(names);
    parameters = parameters == null ? null : List.copyOf(parameters);
    thrown = thrown == null ? null : List.copyOf(thrown);
  }

  /**
   * Whether the row speaks of the overload with these parameters.
   *
   * @param erasures binary names of the erased parameter types, or what is known of them; only
   *     simple names are compared
   */
  public boolean accepts(List<String> erasures) {
    if (arity >= 0 && arity != erasures.size()) {
      return false;
    }
    return parameters == null
        || parameters.equals(erasures.stream().map(MethodRow::simple).toList());
  }

  /** Whether the row holds for these versions by artifact. */
  boolean holdsAt(Map<String, String> versionsByArtifact) {
    return versions == null || versions.holdAt(versionsByArtifact.get(versions.artifact()));
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
