package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Absence;
import io.github.errorhygiene.catalogue.Depends;
import io.github.errorhygiene.catalogue.Gives;
import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.catalogue.IdSource;
import io.github.errorhygiene.catalogue.LogLevel;
import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.catalogue.Runs;
import io.github.errorhygiene.catalogue.Shows;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Holders;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the catalogue's rows say of a call, the nearest owner first. */
final class Rows {
  private static final String MATCHER = "java.util.regex.Matcher";

  private final Engine engine;

  /** What decides which rows speak of a call. */
  private record Asked(List<String> owners, String name, List<String> erasures) {}

  /** Under which names rows speak of an owner. */
  private final Map<String, List<String>> names = new HashMap<>();

  private final Map<Asked, List<MethodRow>> rows = new HashMap<>();

  Rows(Engine engine) {
    this.engine = engine;
  }

  /**
   * What is known of a call.
   *
   * @param throwing the rows of the nearest owner that say what it throws; empty if none does
   * @param absence the row that says how it finds nothing; null if none does
   * @param running the row that says what it does with functions; null if none does
   * @param releasing the row that says that it throws what its receiver holds; null if none does
   * @param id where the id comes from that it returns; null if it returns none
   * @param log the level at which it writes to the log; null if it does not
   */
  record Facts(
      List<MethodRow> throwing,
      @Nullable MethodRow absence,
      @Nullable MethodRow running,
      @Nullable MethodRow releasing,
      @Nullable Gives gives,
      @Nullable Guard guard,
      @Nullable Cause data,
      @Nullable IdSource id,
      @Nullable Shows shows,
      @Nullable LogLevel log) {
    Facts {
      throwing = List.copyOf(throwing);
    }

    /** Whether any row speaks of the call. */
    boolean isAnything() {
      return !throwing.isEmpty()
          || absence != null
          || running != null
          || releasing != null
          || gives != null
          || guard != null
          || data != null
          || id != null
          || log != null;
    }

    @Nullable Runs runs() {
      return running == null ? null : running.runs();
    }

    @Nullable Absence absent() {
      return absence == null ? null : absence.absent();
    }
  }

  Facts about(LibraryCall call) {
    List<MethodRow> rows = ofMethod(call);
    rows.addAll(rows(call.owners(), call.name(), call.erasures()));
    List<MethodRow> throwing = new ArrayList<>(harmless(call));
    boolean told = !throwing.isEmpty();
    MethodRow absence = null;
    MethodRow running = null;
    MethodRow releasing = null;
    Gives gives = null;
    Guard guard = null;
    Cause data = null;
    IdSource id = null;
    Shows shows = null;
    LogLevel log = null;
    for (MethodRow row : rows) {
      boolean nearest = throwing.isEmpty() || throwing.get(0).owner().equals(row.owner());
      if (row.thrown() != null && nearest && !told) {
        throwing.add(row);
      }
      absence = absence == null && row.absent() != null ? row : absence;
      running = running == null && row.runs() != null ? row : running;
      releasing = releasing == null && row.releases() != null ? row : releasing;
      gives = gives == null ? row.gives() : gives;
      guard = guard == null ? row.guard() : guard;
      data = data == null ? row.data() : data;
      id = id == null ? row.id() : id;
      shows = shows == null ? row.shows() : shows;
      log = log == null ? row.log() : log;
    }
    guard =
        rows.isEmpty() && isUnknown(call)
            ? NamedGuards.of(call.name(), call.erasures().size())
            : guard;
    return new Facts(throwing, absence, running, releasing, gives, guard, data, id, shows, log);
  }

  /**
   * The rows that say that the object which is called throws nothing, though others throw that are
   * declared like it: an {@code InputStream} that reads from memory.
   */
  private List<MethodRow> harmless(LibraryCall call) {
    @Nullable String type = onlyClass(call.receiver());
    if (type == null || call.owners().contains(type)) {
      return List.of();
    }
    List<String> below = new ArrayList<>(engine.program().supertypes(type));
    if (!below.contains(call.owner())) {
      return List.of();
    }
    below.removeAll(call.owners());
    List<MethodRow> rows = rows(below, call.name(), call.erasures());
    return rows.stream().allMatch(row -> List.of().equals(row.thrown())) ? rows : List.of();
  }

  private static @Nullable String onlyClass(Value object) {
    return !object.open()
            && object.alternatives().size() == 1
            && object.alternatives().iterator().next() instanceof Known.Instance instance
        ? instance.type()
        : null;
  }

  List<Guard> guards(LibraryCall call) {
    return guards(call.owners(), call.name(), call.method(), call.argumentTypes());
  }

  List<Guard> guards(
      List<String> owners, String name, @Nullable MethodSymbol method, List<Type> types) {
    List<String> erasures =
        (method == null ? types : method.parameterTypes()).stream().map(Type::erasure).toList();
    List<Guard> guards = new ArrayList<>();
    for (MethodRow row : rows(owners, name, erasures)) {
      if (row.guard() != null) {
        guards.add(row.guard());
      }
    }
    @Nullable Guard named = NamedGuards.of(name, types.size());
    return guards.isEmpty() && named != null && (method == null || !method.hasBody())
        ? List.of(named)
        : guards;
  }

  /** Whether a method gives null if and only if its first argument is null. */
  boolean asGiven(List<String> owners, String name, MethodSymbol method) {
    List<String> erasures = method.parameterTypes().stream().map(Type::erasure).toList();
    return rows(owners, name, erasures).stream()
        .anyMatch(row -> row.absent() == Absence.AS_GIVEN && row.depends().argument(0));
  }

  /**
   * What a question about one thing, asked through a reference, is sure of if the answer is yes.
   */
  Dependence asked(MethodSymbol method) {
    List<String> owners = engine.program().supertypes(method.owner().name());
    Dependence sure = Dependence.NONE;
    for (Guard guard : guards(owners, method.name(), method, method.parameterTypes())) {
      boolean yes = guard.holds() == Guard.Holds.TRUE;
      sure = yes && guard.that() == Guard.That.NOT_EMPTY ? sure.with(Trait.NOT_EMPTY) : sure;
      boolean matches = guard.that() == Guard.That.PRESENT && owners.contains(MATCHER);
      sure =
          yes && (matches || guard.that() == Guard.That.PARSABLE) ? sure.with(Trait.CHECKED) : sure;
    }
    return sure;
  }

  /** Nobody can read what it does. */
  private static boolean isUnknown(LibraryCall call) {
    return call.method() == null || !call.method().hasBody();
  }

  private List<MethodRow> rows(List<String> owners, String name, List<String> erasures) {
    return rows.computeIfAbsent(new Asked(owners, name, erasures), this::findRows);
  }

  private List<MethodRow> findRows(Asked asked) {
    List<MethodRow> found = new ArrayList<>();
    for (String owner : asked.owners()) {
      for (String each : namesOf(owner)) {
        add(found, each, asked.name(), asked.erasures());
      }
    }
    return List.copyOf(found);
  }

  private List<String> namesOf(String owner) {
    List<String> known = names.get(owner);
    if (known == null) {
      known = findNames(owner);
      names.put(owner, known);
    }
    return known;
  }

  /** By its own name, and by what it is annotated with or scanned for; as far as rows have it. */
  private List<String> findNames(String owner) {
    List<String> found = new ArrayList<>(List.of(owner));
    TypeSymbol type = engine.program().type(owner);
    if (type != null) {
      type.annotations().forEach(annotation -> found.add("@" + annotation.type()));
      entity(type)
          .ifPresent(entity -> entity.annotations().forEach(a -> found.add("@" + a.type())));
      if (engine.mapperScan().covers(type)) {
        found.add("@" + MapperScan.MAPPER);
      }
    }
    found.removeIf(name -> !engine.catalogue().hasMethods(name));
    return found;
  }

  /** What annotations of a method say that something else implements at run time. */
  private List<MethodRow> ofMethod(LibraryCall call) {
    List<MethodRow> rows = new ArrayList<>();
    MethodSymbol method = call.method();
    if (method != null && method.isAbstract() && method.owner().isSource()) {
      for (AnnotationSymbol annotation : method.annotations()) {
        add(rows, "@" + annotation.type(), call.name(), call.erasures());
      }
    }
    return rows;
  }

  /** What a Spring Data repository stores. */
  Optional<TypeSymbol> entity(TypeSymbol repository) {
    for (Type above : repository.interfaces()) {
      boolean data = above.erasure().startsWith("org.springframework.data.");
      if (data && above instanceof Type.Declared type && !type.arguments().isEmpty()) {
        return Optional.ofNullable(engine.program().type(type.arguments().get(0).erasure()));
      }
    }
    return Optional.empty();
  }

  private void add(List<MethodRow> rows, String owner, String name, List<String> erasures) {
    for (MethodRow row : engine.catalogue().methods(owner, name)) {
      if (row.accepts(erasures)) {
        rows.add(row);
      }
    }
  }

  /** What decides whether the result is absent. */
  Dependence deciding(LibraryCall call, Facts facts) {
    MethodRow row = facts.absence();
    Dependence on = row == null ? Dependence.NONE : on(row.depends(), call, false);
    return (on.isNone() ? call.inputs() : on).decided();
  }

  /** On what it depends whether something that decides is absent; none if nothing that does is. */
  static Dependence onAbsence(Depends depends, LibraryCall call) {
    Dependence on = depends.receiver() ? call.receiver().absence() : Dependence.NONE;
    for (int i = 0; i < call.arguments().size(); i++) {
      if (depends.argument(i)) {
        on = on.and(Holders.nullness(call, i));
      }
    }
    return on;
  }

  /**
   * What a row's dependence comes to for a call; of an {@code Optional} receiver its absence
   * counts.
   */
  static Dependence on(Depends depends, LibraryCall call, boolean absenceOfReceiver) {
    Dependence on = Dependence.NONE;
    if (depends.receiver()) {
      on = on.and(absenceOfReceiver ? call.receiver().absence() : call.receiver().data());
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (depends.argument(i)) {
        on = on.and(call.arguments().get(i).data());
      }
    }
    for (Cause cause : depends.causes()) {
      on = on.and(Dependence.of(cause));
    }
    return on;
  }
}
