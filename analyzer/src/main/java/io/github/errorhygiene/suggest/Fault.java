package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.remedy.Remedies;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is to be mended where it arises, at one endpoint.
 *
 * @param endpoint label
 * @param place where it arises, or of the clause that answers it
 * @param line the text of the line there, by which it is known when lines have moved
 */
record Fault(Kind kind, String endpoint, Failure failure, Place place, String line) {
  /** How it may be mended. */
  enum Kind {
    /** By asking for what may be absent. */
    ABSENT,
    /** By throwing what says more. */
    VAGUE,
    /** By a clause of its own, before the one that answers everything alike. */
    ALIKE
  }

  private static final String NULL = "java.lang.NullPointerException";
  private static final String NOTHING = "java.util.NoSuchElementException";

  /** They say nothing about what happened. */
  private static final Set<String> VAGUE =
      Set.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Throwable");

  /** What may mean something else wherever it is thrown. */
  private static final Set<String> COMMON =
      Set.of(
          "java.lang.IllegalArgumentException",
          "java.lang.IllegalStateException",
          "java.lang.UnsupportedOperationException",
          NOTHING);

  /** They answer 500 wherever they are thrown without a status. */
  private static final Set<String> ONLY_500 =
      Set.of(
          "jakarta.ws.rs.InternalServerErrorException",
          "jakarta.ws.rs.WebApplicationException",
          "javax.ws.rs.InternalServerErrorException",
          "javax.ws.rs.WebApplicationException");

  private static final int UNEXPECTED = 500;

  /** Those of a module's endpoints, in the order of their places. */
  static List<Fault> of(Application application, Module module, Texts texts) {
    return application.contracts().stream()
        .filter(contract -> module.serves(contract.endpoint()))
        .flatMap(
            contract ->
                contract.failures().stream()
                    .filter(Fault::mayBeMended)
                    .flatMap(failure -> of(contract, failure, application, texts)))
        .filter(fault -> module.has(fault.place()))
        .sorted(Comparator.comparing(Fault::place))
        .toList();
  }

  private static Stream<Fault> of(
      Contract contract, Failure failure, Application application, Texts texts) {
    Kind kind = kind(failure, application);
    return kind == null
        ? Stream.of()
        : Stream.of(of(kind, contract.endpoint().label(), failure, texts));
  }

  private static Fault of(Kind kind, String endpoint, Failure failure, Texts texts) {
    Place place = Objects.requireNonNull(place(kind, failure));
    Optional<String> line =
        texts.get(place.file()).flatMap(text -> text.lines().skip(place.line() - 1L).findFirst());
    return new Fault(kind, endpoint, failure, place, line.orElse("").strip());
  }

  private static @Nullable Kind kind(Failure failure, Application application) {
    if (isAbsent(failure)) {
      return failure.origin() == null ? null : Kind.ABSENT;
    }
    if (isVague(failure, application)) {
      return failure.origin() == null ? null : Kind.VAGUE;
    }
    return isAlike(failure, application) ? Kind.ALIKE : null;
  }

  private static @Nullable Place place(Kind kind, Failure failure) {
    Boundary boundary = failure.boundary();
    return kind != Kind.ALIKE ? failure.origin() : boundary == null ? null : boundary.place();
  }

  private static boolean mayBeMended(Failure failure) {
    return failure.confident()
        && failure.verdict() == Verdict.WRONG
        && failure.fits() >= 400
        && failure.fits() != UNEXPECTED;
  }

  private static boolean isAbsent(Failure failure) {
    boolean absent =
        failure.exception().equals(NULL)
            || (failure.exception().equals(NOTHING) && failure.absent());
    return absent && failure.fits() < UNEXPECTED;
  }

  /**
   * No boundary can tell it from what else is thrown with the same type, and no clause on the way
   * answers it.
   */
  private static boolean isVague(Failure failure, Application application) {
    Boundary boundary = failure.boundary();
    if (boundary != null && boundary.kind() == Boundary.Kind.CATCH) {
      return false;
    }
    List<Failure> others =
        application.contracts().stream()
            .flatMap(contract -> contract.failures().stream())
            .filter(other -> isOtherwise(other, failure))
            .toList();
    boolean both =
        others.stream().anyMatch(other -> Objects.equals(other.origin(), failure.origin()));
    return !both
        && (VAGUE.contains(failure.exception())
            || saysTooLittle(failure)
            || (COMMON.contains(failure.exception()) && !others.isEmpty()));
  }

  /** Made where it is thrown, it says no more than that something went wrong. */
  private static boolean saysTooLittle(Failure failure) {
    Boundary boundary = failure.boundary();
    if (failure.answer().status() == UNEXPECTED && ONLY_500.contains(failure.exception())) {
      return true;
    }
    return failure.declaredStatus() == UNEXPECTED
        && boundary != null
        && boundary.kind() == Boundary.Kind.DECLARED_STATUS
        && Objects.equals(boundary.place(), failure.origin());
  }

  private static boolean isOtherwise(Failure other, Failure failure) {
    return other.exception().equals(failure.exception())
        && other.fits() != 0
        && other.fits() != failure.fits()
        && !other.accepted().contains(failure.fits());
  }

  /**
   * A clause that catches everything gives it the answer of everything, and nothing else of its
   * type another.
   */
  private static boolean isAlike(Failure failure, Application application) {
    Boundary boundary = failure.boundary();
    if (boundary == null
        || boundary.kind() != Boundary.Kind.CATCH
        || boundary.place() == null
        || boundary.catches().equals(failure.exception())) {
      return false;
    }
    return failure.answer().envelope() == null
        && !VAGUE.contains(failure.exception())
        && !Remedies.isFault(failure.exception())
        && application.contracts().stream()
            .flatMap(contract -> contract.failures().stream())
            .filter(other -> isAt(boundary.place(), other.boundary()))
            .noneMatch(other -> isOtherwise(other, failure));
  }

  private static boolean isAt(Place place, @Nullable Boundary boundary) {
    return boundary != null && place.equals(boundary.place());
  }

  /** Something that may be null is used. */
  boolean isNull() {
    return failure.exception().equals(NULL);
  }

  /** The calls that lead to it, from the endpoint, without its own place. */
  List<Place> calls() {
    return failure.trace().stream()
        .map(Step::place)
        .takeWhile(step -> !step.equals(place))
        .toList();
  }

  /** Whether it is the same, perhaps in another line. */
  private boolean isSame(Fault other) {
    return isLike(other) && line.equals(other.line) && place.column() == other.place.column();
  }

  /** Whether it may be the same, in a line that has been changed. */
  boolean isLike(Fault other) {
    return endpoint.equals(other.endpoint)
        && failure.exception().equals(other.failure.exception())
        && failure.fits() == other.failure.fits()
        && place.file().equals(other.place.file());
  }

  boolean isAmong(List<Fault> others) {
    return others.stream().anyMatch(this::isSame);
  }
}
