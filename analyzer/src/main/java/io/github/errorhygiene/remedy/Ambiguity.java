package io.github.errorhygiene.remedy;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions by which nobody can tell what went wrong: they are thrown for whatever fails, or also
 * where another status fits.
 */
final class Ambiguity {
  private static final int SERVER = 500;

  /** What the packages of one organisation have in common: {@code com.acme}. */
  private static final Pattern ORGANISATION = Pattern.compile("\\w+\\.\\w+");

  private final Map<String, List<Failure>> known;
  private final String organisation;

  /**
   * Of an application.
   *
   * @param ownPackages what the packages of the application's handlers begin with
   */
  Ambiguity(Application application, String ownPackages) {
    Matcher organisation = ORGANISATION.matcher(ownPackages);
    this.organisation = organisation.lookingAt() ? organisation.group() : ownPackages;
    this.known =
        Stream.concat(
                application.contracts().stream().flatMap(each -> each.failures().stream()),
                application.failures().stream())
            .filter(failure -> failure.known() && failure.fits() != 0)
            .distinct()
            .collect(Collectors.groupingBy(Failure::exception, TreeMap::new, Collectors.toList()));
  }

  /**
   * Whether who answers the exception would answer others of its kind with a status for this.
   *
   * @param boundary that answers now; null if nothing does
   */
  boolean isAbout(Mapping mapping, @Nullable Boundary boundary) {
    boolean clause = boundary != null && boundary.kind() == Boundary.Kind.CATCH;
    return (mapping.isForEverything() && mapping.status() != SERVER)
        || known.getOrDefault(mapping.exception(), List.of()).stream()
            .filter(failure -> clause ? isAt(failure, boundary) : isOpen(failure))
            .anyMatch(failure -> isOther(failure, mapping));
  }

  private static boolean isAt(Failure failure, @Nullable Boundary clause) {
    return failure.boundary() != null
        && clause != null
        && Objects.equals(failure.boundary().place(), clause.place());
  }

  /**
   * Another party is to blame, or another status fits and the exception may be another one: what a
   * library throws cannot be changed, and a status that nearly fits is better than none.
   */
  private boolean isOther(Failure failure, Mapping mapping) {
    boolean same = failure.fits() / 100 == mapping.status() / 100;
    boolean chosen = mapping.broad() || isOwn(mapping.exception());
    return failure.fits() != mapping.status()
        && !failure.accepted().contains(mapping.status())
        && (!same || chosen);
  }

  private boolean isOwn(String exception) {
    return !organisation.isEmpty() && exception.startsWith(organisation + ".");
  }

  /** Whether a handler that is added would be asked. */
  private static boolean isOpen(Failure failure) {
    Boundary boundary = failure.boundary();
    boolean handled = boundary == null || boundary.kind() == Boundary.Kind.HANDLER;
    return failure.isUncaught() || handled;
  }
}
