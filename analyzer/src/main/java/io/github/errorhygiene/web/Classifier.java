package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.catalogue.ExceptionRow;
import io.github.errorhygiene.catalogue.NameRow;
import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.Expectations;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what kind of failure an escape is. */
final class Classifier {
  /** What failures depend on that are no matter of callers or peers. */
  private static final Set<Cause> OWN =
      EnumSet.of(Cause.CONFIGURATION, Cause.CONSTANT, Cause.STATE, Cause.UNKNOWN);

  /** Methods that ask for no change, RFC 9110 section 9.2.1. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  /** What an exception claims that was given 400 or 422. */
  private static final Set<FailureMode> INPUTS =
      EnumSet.of(FailureMode.MALFORMED_INPUT, FailureMode.INVALID_INPUT);

  private static final Map<Integer, FailureMode> BY_STATUS = byStatus();

  /** What clients make of an answer of their peer's. */
  private static final Set<String> ANSWERED = Roles.of(Role.UPSTREAM_ANSWERED);

  private final Program program;
  private final Catalogue catalogue;
  private final Map<String, Optional<NameRow>> named = new HashMap<>();
  private final Expectations expectations;
  private final Stated stated;

  Classifier(Engine engine, Catalogue catalogue, Expectations expectations) {
    this.program = engine.program();
    this.catalogue = catalogue;
    this.expectations = expectations;
    this.stated = new Stated(engine);
  }

  /**
   * What kind of failure it is.
   *
   * @param fits status that fits; 0 if unknown
   * @param accepted further statuses that are defensible, ascending
   * @param known checked, of the project, or modelled
   * @param guessed if only the name of a type of the project and what it depends on tell: the type
   *     and its supertypes in the sources; else empty
   * @param sure whether something says that it is of that kind; false if it is only taken for it
   */
  record Kind(
      FailureMode mode,
      int fits,
      List<Integer> accepted,
      boolean known,
      List<String> guessed,
      boolean sure) {
    Kind {
      accepted = accepted.stream().filter(status -> status != fits).distinct().sorted().toList();
    }

    /** The same, of which it is not known what kind it is. */
    Kind unknown() {
      return new Kind(FailureMode.UNKNOWN, 0, List.of(), known, guessed, sure);
    }
  }

  /**
   * The kind: from the catalogue (exact type, then nearest supertype), the status that the type
   * carries or the exception was given, its name, that of a constant it was given, and what its
   * cause depends on.
   *
   * @param declaredStatus the status that the exception asks for by itself; 0 if none
   */
  Kind kind(Escape escape, int declaredStatus) {
    return kindOf(escape, declaredStatus > 0 ? declaredStatus : stated.status(escape));
  }

  /**
   * The same at an endpoint. Who only reads makes nothing that could be there already: what tells
   * all exceptions of a store apart tells of those too that other requests meet.
   */
  Kind kind(Handler handler, Escape escape, int declaredStatus) {
    Kind kind = kind(escape, declaredStatus);
    boolean reads =
        !handler.routes().isEmpty()
            && handler.routes().stream().allMatch(route -> SAFE.contains(route.method()));
    boolean guessed =
        !kind.guessed().isEmpty() && !isSaid(escape) && escape.cause() != Cause.REQUEST;
    return reads && guessed && kind.mode() == FailureMode.CONFLICT ? kind.unknown() : kind;
  }

  /** A row of the user's is for the type, or one above it in the sources: nobody has to guess. */
  private boolean isSaid(Escape escape) {
    return catalogue
        .nearest(program.supertypes(escape.type()))
        .filter(row -> isOfProject(row.name()))
        .isPresent();
  }

  private Kind kindOf(Escape escape, int declaredStatus) {
    Optional<ExceptionRow> row = catalogue.nearest(program.supertypes(escape.type()));
    if (row.isPresent() && row.get().wrapper() && escape.inner() != null) {
      return kind(escape.inner(), declaredStatus);
    }
    FailureMode mode = mode(escape, row, declaredStatus);
    if (isOpen(mode) && saysNothing(row) && escape.inner() != null) {
      return wrapped(escape, row, kind(escape.inner(), declaredStatus));
    }
    if (mode == FailureMode.UNEXPECTED && escape.reason() != null) {
      Kind reason = kind(escape.reason(), 0);
      if (!isOpen(reason.mode())) {
        return wrapped(escape, row, reason);
      }
    }
    boolean declares = declaredStatus >= 400;
    int fits =
        declares && BY_STATUS.getOrDefault(declaredStatus, FailureMode.UNKNOWN) == mode
            ? declaredStatus
            : expectations.fits(mode);
    List<Integer> accepted = new ArrayList<>(row.map(ExceptionRow::accepted).orElse(List.of()));
    accepted.addAll(expectations.accepted(mode));
    List<String> guessed =
        escape.mode() == null && !declares ? ofProject(escape.type()) : List.of();
    guessed.forEach(type -> accepted.addAll(claimed(catalogue.named(type), escape)));
    boolean sure = declares || !Doubts.isGuess(escape, mode);
    return new Kind(mode, fits, accepted, known(escape, row, mode), guessed, sure);
  }

  /** A database refuses what it is to keep. */
  boolean isOfStore(Escape escape) {
    return (escape.mode() == null || escape.mode() == FailureMode.INVALID_INPUT)
        && catalogue
            .nearest(program.supertypes(escape.type()))
            .filter(row -> row.statement() && row.mode(Cause.REQUEST) == FailureMode.CONFLICT)
            .isPresent();
  }

  /**
   * What it wraps says what happened, but that something stored names what is not there says
   * nothing; what is defensible for the type itself stays so.
   */
  private Kind wrapped(Escape escape, Optional<ExceptionRow> row, Kind inner) {
    Escape reason = Objects.requireNonNull(escape.reason());
    if (inner.mode() == FailureMode.MISSING && reason.cause() == Cause.STATE) {
      return inner.unknown();
    }
    List<Integer> accepted = new ArrayList<>(inner.accepted());
    row.ifPresent(own -> accepted.addAll(own.accepted()));
    List<String> guessed = new ArrayList<>(ofProject(escape.type()));
    guessed.addAll(inner.guessed());
    return new Kind(inner.mode(), inner.fits(), accepted, inner.known(), guessed, inner.sure());
  }

  /** The type and its supertypes in the sources, near ones first. */
  private List<String> ofProject(String type) {
    return program.supertypes(type).stream().filter(this::isOfProject).toList();
  }

  private boolean isOfProject(String type) {
    TypeSymbol symbol = program.type(type);
    return symbol != null && symbol.isSource();
  }

  /** A name that says something, of the type or of one above it, is a reason for its status. */
  private List<Integer> claimed(Optional<NameRow> named, Escape escape) {
    return named
        .map(row -> row.mode(Circumstances.asked(escape)))
        .filter(mode -> !isOpen(mode) && mode != FailureMode.MISCONFIGURED)
        .map(mode -> List.of(expectations.fits(mode)))
        .orElse(List.of());
  }

  /**
   * A type of the project whose name does not tell, one as general as {@code RuntimeException}, or
   * one that says no more than a status, such as 500: what it wraps does.
   */
  private static boolean saysNothing(Optional<ExceptionRow> row) {
    return row.isEmpty()
        || row.get().carriesStatus()
        || (!row.get().inherit() && !dependsOnCause(row.get()));
  }

  private boolean known(Escape escape, Optional<ExceptionRow> row, FailureMode mode) {
    boolean ofProject = isOfProject(escape.type()) && !isOfStoredConstant(escape);
    boolean modelled = row.isPresent() && row.get().name().equals(escape.type());
    boolean unclear = modelled && mode == FailureMode.UNKNOWN;
    return ofProject || (!unclear && (modelled || escape.source() != Source.THROWN));
  }

  private FailureMode mode(Escape escape, Optional<ExceptionRow> row, int declaredStatus) {
    if (escape.mode() != null) {
      return escape.mode();
    }
    if (Circumstances.isMisuse(escape)) {
      return FailureMode.UNEXPECTED;
    }
    FailureMode mode = told(escape, row, declaredStatus);
    if (isOfClient(escape, mode)) {
      return FailureMode.UPSTREAM_ERROR;
    }
    return isThrownByItself(escape, mode) || isOfProgram(escape, mode) ? FailureMode.UNKNOWN : mode;
  }

  /** Its text tells of the program, though its type or status blames what was sent. */
  private static boolean isOfProgram(Escape escape, FailureMode mode) {
    return INPUTS.contains(mode) && Circumstances.text(escape) == FailureMode.UNEXPECTED;
  }

  /** What a client of the project's declares, and its name does not tell. */
  private boolean isOfClient(Escape escape, FailureMode mode) {
    return mode == FailureMode.UNKNOWN
        && escape.source() == Source.DECLARED
        && escape.cause() == Cause.UPSTREAM
        && isOfProject(escape.type());
  }

  /**
   * Nothing but the author decides that it is thrown: neither a mistake of the service, if it is
   * thrown in any case, nor an upstream, if the service makes up the answer of one.
   */
  private boolean isThrownByItself(Escape escape, FailureMode mode) {
    boolean always = mode == FailureMode.UNEXPECTED && escape.cause() == Cause.CONSTANT;
    boolean borrowed =
        mode == FailureMode.UPSTREAM_ERROR
            && escape.cause() != Cause.UPSTREAM
            && program.supertypes(escape.type()).stream().anyMatch(ANSWERED::contains);
    return escape.source() == Source.THROWN && (always || borrowed);
  }

  /**
   * The author throws a library's exception that says that something is there already, for a reason
   * that is not in the request: an index of the service's own, a directory of its own.
   */
  private boolean isOwnConflict(Escape escape, FailureMode mode) {
    return mode == FailureMode.CONFLICT
        && escape.source() == Source.THROWN
        && escape.inner() == null
        && !isOfProject(escape.type())
        && OWN.contains(escape.cause());
  }

  private FailureMode told(Escape escape, Optional<ExceptionRow> row, int declaredStatus) {
    FailureMode carried = BY_STATUS.getOrDefault(declaredStatus, FailureMode.UNKNOWN);
    boolean exact = row.isPresent() && row.get().name().equals(escape.type());
    if (carried != FailureMode.UNKNOWN && (!exact || row.get().carriesStatus())) {
      return carried;
    }
    boolean undecided = true;
    FailureMode mode = FailureMode.UNKNOWN;
    if (row.isPresent()) {
      mode = row.get().mode(escape.cause());
      undecided = isOpen(mode) || dependsOnCause(row.get());
    }
    if (escape.source() == Source.THROWN && Circumstances.isOfStored(escape, mode)) {
      return FailureMode.UNKNOWN;
    }
    Optional<NameRow> named =
        exact ? Optional.empty() : named(escape.type()).or(() -> stated.name(escape, catalogue));
    if (undecided && named.isPresent()) {
      FailureMode claimed = named.get().mode(Circumstances.asked(escape));
      boolean others =
          isBlameOfOthers(escape, claimed)
              || Circumstances.isOfStored(escape, claimed)
              || Circumstances.isOfEdited(escape, claimed);
      return others ? FailureMode.UNKNOWN : claimed;
    }
    FailureMode said = undecided ? Circumstances.said(escape) : FailureMode.UNKNOWN;
    if (said != FailureMode.UNKNOWN) {
      return said;
    }
    if (undecided && Circumstances.isSought(escape)) {
      return isOfEnum(escape) ? FailureMode.INVALID_INPUT : FailureMode.MISSING;
    }
    if (exact && isOwnConflict(escape, mode)) {
      return FailureMode.UNKNOWN;
    }
    if (undecided && exact) {
      boolean refuses = !row.get().inherit() && escape.cause() == Cause.REQUEST;
      return refuses && isOpen(mode) ? FailureMode.UNKNOWN : Circumstances.generic(escape, mode);
    }
    return undecided && row.isEmpty() ? general(escape) : mode;
  }

  /** A library complains of what it was given, and that was not the request. */
  private boolean isBlameOfOthers(Escape escape, FailureMode claimed) {
    boolean foreign = escape.source() == Source.DECLARED && !isOfProject(escape.type());
    return foreign && OWN.contains(escape.cause()) && claimed.status() / 100 == 4;
  }

  /** The type of a method's signature, which names it as sources do. */
  private @Nullable TypeSymbol owner(String method) {
    String name = method.substring(0, Math.max(0, method.indexOf('#')));
    TypeSymbol owner = program.type(name);
    while (owner == null && name.contains(".")) {
      int last = name.lastIndexOf('.');
      name = name.substring(0, last) + '$' + name.substring(last + 1);
      owner = program.type(name);
    }
    return owner;
  }

  /** An enum looks up what was stored, which the service has made of one of its constants. */
  private boolean isOfStoredConstant(Escape escape) {
    return escape.cause() == Cause.STATE && isOfEnum(escape);
  }

  /** An enum looks up one of its constants: a word that is none is no resource that is missing. */
  private boolean isOfEnum(Escape escape) {
    TypeSymbol owner = owner(escape.origin().method());
    return owner != null && owner.kind() == TypeDecl.Kind.ENUM && escape.source() == Source.THROWN;
  }

  /** What a supertype that is too general to decide before the name says. */
  private FailureMode general(Escape escape) {
    return catalogue
        .general(program.supertypes(escape.type()))
        .filter(Classifier::dependsOnCause)
        .map(row -> Circumstances.generic(escape, row.mode(escape.cause())))
        .orElse(FailureMode.UNKNOWN);
  }

  private static boolean isOpen(FailureMode mode) {
    return mode == FailureMode.UNKNOWN || mode == FailureMode.UNEXPECTED;
  }

  private static boolean dependsOnCause(ExceptionRow row) {
    return row.mode(Cause.REQUEST) != row.mode(Cause.STATE);
  }

  /** The first of the type and its supertypes in the sources whose name tells. */
  private Optional<NameRow> named(String type) {
    Optional<NameRow> known = named.get(type);
    if (known == null) {
      known = findNamed(type);
      named.put(type, known);
    }
    return known;
  }

  private Optional<NameRow> findNamed(String type) {
    for (String supertype : program.supertypes(type)) {
      TypeSymbol symbol = program.type(supertype);
      boolean foreign = symbol != null && !symbol.isSource() && !supertype.equals(type);
      Optional<NameRow> named = foreign ? Optional.empty() : catalogue.named(supertype);
      if (named.isPresent()) {
        return named;
      }
    }
    return Optional.empty();
  }

  private static Map<Integer, FailureMode> byStatus() {
    Map<Integer, FailureMode> modes = new TreeMap<>();
    for (FailureMode mode : FailureMode.values()) {
      if (mode.status() > 0) {
        modes.putIfAbsent(mode.status(), mode);
      }
    }
    modes.put(410, FailureMode.MISSING);
    modes.put(412, FailureMode.CONFLICT);
    modes.put(500, FailureMode.UNEXPECTED);
    return modes;
  }

  /** The mode that an answer with that status claims. */
  static FailureMode claimed(int status) {
    return BY_STATUS.getOrDefault(status, FailureMode.UNKNOWN);
  }
}
