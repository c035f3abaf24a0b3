package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.remedy.Mapping;
import io.github.errorhygiene.remedy.Remedies;
import io.github.errorhygiene.remedy.Subject;
import io.github.errorhygiene.rule.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one module lacks. */
final class Plan {
  private final Module module;
  private final Application application;
  private final Texts texts;
  private final Access access;
  private final Futile futile;
  private final SortedMap<String, Mapping> early = new TreeMap<>();
  private final SortedMap<String, Mapping> late = new TreeMap<>();
  private final SortedMap<String, Mapping> filtered = new TreeMap<>();
  private final SortedMap<Place, Integer> edits = new TreeMap<>();
  private final SortedMap<String, Set<Boundary>> takers = new TreeMap<>();
  private boolean requestId;

  /**
   * Plans for one module.
   *
   * @param futile exceptions for which a method has been tried and is never asked
   */
  Plan(Module module, Application application, Texts texts, Futile futile) {
    this.futile = futile;
    this.module = module;
    this.application = application;
    this.texts = texts;
    this.access = new Access(module, texts);
  }

  /** Answers that must go before those that exist. */
  List<Mapping> early() {
    return undisputed().filter(each -> early.containsKey(each.exception())).toList();
  }

  /** The boundaries that answer the exceptions of {@link #early} now. */
  Map<String, Set<Boundary>> takers() {
    return takers;
  }

  /** Answers for what nothing answers. */
  List<Mapping> late() {
    return undisputed().filter(each -> !early.containsKey(each.exception())).toList();
  }

  private Stream<Mapping> undisputed() {
    SortedMap<String, Mapping> planned = new TreeMap<>(late);
    planned.putAll(early);
    return new Dispute(new Lineage(module, texts), allFailures().toList())
        .settled(List.copyOf(planned.values())).stream()
            .sorted(Comparator.comparing(Mapping::exception));
  }

  /** Answers for what filters throw. */
  List<Mapping> filtered() {
    return List.copyOf(filtered.values());
  }

  /** Whether anything is to be written. */
  boolean isNeeded() {
    return requestId || undisputed().findAny().isPresent();
  }

  boolean requestId() {
    return requestId;
  }

  /** Plans request ids if answers that were added have none. */
  void addId(Finding finding) {
    List<String> labels = finding.endpoints().stream().map(Endpoint::label).toList();
    requestId |=
        module.contracts().stream()
            .anyMatch(contract -> labels.contains(contract.endpoint().label()));
  }

  /** Plans what mends a headline finding, or changes a text that does. */
  void add(Finding finding) {
    Subject subject = Subject.of(finding, application);
    if (subject.contracts().stream().noneMatch(module::has)) {
      return;
    }
    switch (finding.rule()) {
      case "missing-request-id" -> requestId = true;
      case "stolen-status" -> mine(subject).forEach(failure -> put(early, failure));
      case "uncaught-exception" ->
          mine(subject).filter(failure -> !Remedies.isMisuse(failure)).forEach(f -> put(late, f));
      case "wrong-status" -> {
        mine(subject).forEach(this::correct);
        narrow(finding);
      }
      default -> {}
    }
  }

  /**
   * Also takes the failures that nobody has thought of. What has a status of its own must keep it.
   */
  void takeEverything() {
    module
        .failures()
        .filter(failure -> failure.raisedBy() == RaisedBy.APPLICATION)
        .filter(failure -> failure.declaredStatus() != 0 && failure.known())
        .filter(failure -> failure.declaredStatus() == failure.answer().status())
        .filter(failure -> isDeclared(failure.boundary()))
        .forEach(
            failure ->
                put(late, new Mapping(failure.exception(), failure.declaredStatus(), true, false)));
  }

  private static boolean isDeclared(@Nullable Boundary boundary) {
    return boundary != null && boundary.kind() == Boundary.Kind.DECLARED_STATUS;
  }

  /**
   * Those of this module, without answers in envelopes, of which nobody but the application knows
   * how they are made; and those of every request if nobody else's boundary answers them.
   */
  private Stream<Failure> mine(Subject subject) {
    return subject.failures().stream()
        .filter(failure -> failure.answer().envelope() == null)
        .filter(failure -> module.has(failure) || application.failures().contains(failure))
        .filter(failure -> isMine(failure));
  }

  private boolean isMine(Failure failure) {
    Boundary boundary = failure.boundary();
    return boundary == null || failure.isUncaught() || isNear(boundary.place());
  }

  private boolean isNear(@Nullable Place place) {
    return place == null || module.has(place);
  }

  private void correct(Failure failure) {
    Boundary boundary = Objects.requireNonNull(failure.boundary());
    boolean handler = boundary.kind() == Boundary.Kind.HANDLER;
    if (boundary.place() == null) {
      put(late, failure);
    } else if (handler && boundary.catchesAll()) {
      put(early, failure);
    } else if (!edit(failure, boundary.place()) && handler) {
      put(early, failure);
    }
  }

  /** Changes the status where the boundary is written, if that is right for all that it answers. */
  private boolean edit(Failure failure, Place place) {
    int from = failure.answer().status();
    int to = failure.fits();
    if (Objects.requireNonNull(failure.boundary()).catchesAll() && from >= 500 && to < 500) {
      return false; // whatever nobody has thought of would be the caller's fault
    }
    boolean right =
        allFailures()
            .filter(each -> each.boundary() != null && place.equals(each.boundary().place()))
            .filter(each -> each.answer().status() == from)
            .allMatch(each -> each.verdict() == Verdict.WRONG && accepts(each, to));
    if (!right || edited(place, to)) {
      return right;
    }
    Optional<String> text =
        texts.get(place.file()).flatMap(old -> StatusEdit.of(old, place, from, to, module.kit()));
    text.ifPresent(
        changed -> {
          texts.put(place.file(), changed);
          edits.put(place, to);
        });
    return text.isPresent();
  }

  /** A clause that blames the caller for everything is left the one thing that it is right for. */
  private void narrow(Finding finding) {
    Place place = finding.place();
    if (!finding.exception().isEmpty() || !module.has(place)) {
      return;
    }
    List<Failure> caught = allFailures().filter(failure -> isCaught(failure, place)).toList();
    List<String> exceptions = caught.stream().map(Failure::exception).distinct().toList();
    boolean right = caught.stream().allMatch(failure -> failure.verdict() == Verdict.RIGHT);
    if (right && exceptions.size() == 1 && !Remedies.isFault(exceptions.get(0))) {
      texts
          .get(place.file())
          .flatMap(text -> CatchEdit.of(text, place, exceptions.get(0)))
          .ifPresent(changed -> texts.put(place.file(), changed));
    }
  }

  private static boolean isCaught(Failure failure, Place place) {
    Boundary boundary = failure.boundary();
    return boundary != null
        && boundary.kind() == Boundary.Kind.CATCH
        && place.equals(boundary.place());
  }

  private boolean edited(Place place, int to) {
    return Objects.equals(edits.get(place), to);
  }

  private void put(SortedMap<String, Mapping> where, Failure failure) {
    put(where, Mapping.of(failure));
    if (failure.boundary() != null) {
      takers
          .computeIfAbsent(failure.exception(), exception -> new TreeSet<>())
          .add(failure.boundary());
    }
  }

  private void put(SortedMap<String, Mapping> where, Mapping mapping) {
    boolean possible =
        !mapping.exception().isEmpty()
            && !tooMuch(mapping)
            && !new Taken(module, application, texts).has(mapping.exception())
            && !Remedies.isFault(mapping.exception())
            && access.allows(mapping.exception())
            && allFailures().noneMatch(failure -> contradicts(failure, mapping));
    if (possible && !futile.inHandlers().contains(mapping.exception())) {
      where.putIfAbsent(mapping.exception(), mapping);
    } else if (possible
        && !mapping.isForEverything()
        && !futile.inFilters().contains(mapping.exception())) {
      filtered.putIfAbsent(mapping.exception(), mapping);
    }
  }

  /** The caller would be blamed for whatever else goes wrong. */
  private static boolean tooMuch(Mapping mapping) {
    return mapping.isForEverything() && mapping.status() < 500;
  }

  /**
   * Something else throws it, or what it stands for, and there another status is right, which the
   * default gives or a handler, perhaps for its cause.
   */
  private static boolean contradicts(Failure failure, Mapping mapping) {
    Boundary boundary = failure.boundary();
    boolean meant =
        failure.exception().equals(mapping.exception())
            || (mapping.isForEverything() && boundary != null && boundary.catchesAll());
    return meant
        && (boundary == null || boundary.kind() == Boundary.Kind.HANDLER)
        && failure.verdict() == Verdict.RIGHT
        && !accepts(failure, mapping.status());
  }

  /** Whether the status would be right for it. */
  static boolean accepts(Failure failure, int status) {
    return failure.fits() == status || failure.accepted().contains(status);
  }

  private Stream<Failure> allFailures() {
    return Stream.concat(
        application.contracts().stream().flatMap(contract -> contract.failures().stream()),
        application.failures().stream());
  }
}
