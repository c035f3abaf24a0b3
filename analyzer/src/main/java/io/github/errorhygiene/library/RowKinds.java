package io.github.errorhygiene.library;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import java.util.List;
import java.util.Set;

/** What kind of failure a row of the catalogue tells of. */
public final class RowKinds {
  /** That a file is not there. */
  public static final Set<String> FILES =
      Set.of("java.io.FileNotFoundException", "java.nio.file.NoSuchFileException");

  private final Catalogue catalogue;

  public RowKinds(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A constraint is violated, which what was saved before, and not changed since, has kept. */
  public static boolean isTaken(MethodRow row) {
    return List.of("org.springframework.dao.DataIntegrityViolationException").equals(row.thrown());
  }

  /** Something is stored under a key that may be taken. */
  public static boolean isThere(MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.stream().anyMatch(type -> type.endsWith(".EntityExistsException"));
  }

  /** It holds fewer than what was asked for. */
  public static boolean isOutOf(MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.stream()
            .allMatch(
                type ->
                    type.endsWith("NoSuchElementException")
                        || type.endsWith("IndexOutOfBoundsException"));
  }

  /** A lookup that says by an exception that it finds nothing. */
  public boolean isMissing(MethodRow row) {
    return throwsOnly(row, FailureMode.MISSING);
  }

  /** The same of something that the application was to be set up with, such as a bean. */
  public boolean isUnset(MethodRow row) {
    return throwsOnly(row, FailureMode.MISCONFIGURED);
  }

  private boolean throwsOnly(MethodRow row, FailureMode mode) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.stream()
            .allMatch(
                type ->
                    catalogue
                        .exception(type)
                        .map(known -> known.mode(Cause.REQUEST) == mode)
                        .orElse(false));
  }

  /**
   * The library's {@code NullPointerException} is for what is absent, whatever else it depends on.
   */
  public static boolean throwsOnAbsence(MethodRow row) {
    return List.of("java.lang.NullPointerException").equals(row.thrown());
  }

  public static boolean isOutOfRange(MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.stream().allMatch(type -> type.endsWith("IndexOutOfBoundsException"));
  }
}
