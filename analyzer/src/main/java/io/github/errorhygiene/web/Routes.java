package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Registration;
import io.github.errorhygiene.domain.Registrations;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.openapi.OpenApi;
import io.github.errorhygiene.web.RouteRow.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program registers with one framework, and below which paths. */
public final class Routes {
  /** Routers mounted on each other in a circle, or honest depth that nobody has. */
  private static final int DEEPEST = 12;

  private final RouteRows rows;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Integer, Entry> byId = new HashMap<>();

  /** By the number of a call: what mounts the object that it makes, by place among the entries. */
  private final Map<Integer, SortedMap<Integer, Entry>> mountsOf = new HashMap<>();

  private final RouteDocuments documents;

  private Routes(RouteRows rows, Supplier<List<OpenApi>> documents) {
    this.documents = new RouteDocuments(this, documents);
    this.rows = rows;
  }

  /** Finds them: runs the methods of the program that register something. */
  public static Routes of(Project project, RouteRows rows) {
    Routes routes = new Routes(rows, project.documents());
    Setups.of(project, rows).forEach(registration -> routes.add(registration, null));
    routes.indexMounts();
    return routes;
  }

  /** Those entries alone, which stay registered on what they are registered on. */
  public Routes only(Predicate<Entry> wanted) {
    Routes some = new Routes(rows, documents.all());
    entries.stream().filter(wanted).forEach(some.entries::add);
    some.byId.putAll(byId);
    some.mountsOf.putAll(mountsOf);
    return some;
  }

  private void indexMounts() {
    for (int i = 0; i < entries.size(); i++) {
      Entry mount = entries.get(i);
      for (Entry maker : isRoute(mount) ? mounted(mount) : List.<Entry>of()) {
        int id = maker.registration().id();
        mountsOf.computeIfAbsent(id, made -> new TreeMap<>()).put(i, mount);
      }
    }
  }

  /** Whether an entry has others below it. */
  public boolean isAround(Entry entry) {
    return isRoute(entry) && !mounted(entry).isEmpty();
  }

  /** What makes the router, or that which a handler of the program's own is around. */
  private List<Entry> mounted(Entry mount) {
    Value router = mount.argument("router");
    List<Entry> makers = makers(router);
    return makers.isEmpty() ? makers(Registrations.idHeldBy(router)) : makers;
  }

  /**
   * A call that registers something.
   *
   * @param around the group whose function makes the call; null if none does
   */
  public record Entry(RouteRow row, Registration registration, @Nullable Entry around) {
    public Role role() {
      return row.role();
    }

    public LibraryCall call() {
      return registration.call();
    }

    /** The status that the code answers which it adds; 0 if it is not known. */
    public int status() {
      Object said = argument("status").constant();
      return said instanceof Integer number ? number : row.status();
    }

    /** Of what nearly always differs: the whole is long. */
    @Override
    public int hashCode() {
      return registration.id();
    }

    /** The argument with that meaning, see {@link RouteRow#arguments}. */
    public Value argument(String meaning) {
      return row.argument(call(), meaning);
    }
  }

  private void add(Registration registration, @Nullable Entry around) {
    RouteRow row = rows.row(registration.call());
    if (row == null) {
      registration.inside().forEach(inner -> add(inner, around));
      return;
    }
    Entry entry = new Entry(row, registration, around);
    entries.add(entry);
    byId.putIfAbsent(registration.id(), entry);
    registration.inside().forEach(inner -> add(inner, entry));
  }

  /** Everything, in the order of the calls. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** Everything that does this, in the order of the calls. */
  public List<Entry> entries(Role role) {
    return entries.stream().filter(entry -> entry.role() == role).toList();
  }

  /** The calls that may have made a value; not those that hand on their receiver. */
  public List<Entry> makers(Value value) {
    return makers(Registrations.idOf(value));
  }

  private List<Entry> makers(Set<Integer> ids) {
    return ids.stream()
        .map(byId::get)
        .filter(Objects::nonNull)
        .flatMap(
            entry ->
                entry.row().returnsReceiver()
                    ? makers(entry.call().receiver()).stream()
                    : Stream.of(entry))
        .distinct()
        .toList();
  }

  /** What an entry is registered on: the groups around it and the makers of its receiver. */
  public List<Entry> holders(Entry entry) {
    if (entry.around() != null && isOn(entry, entry.around())) {
      return List.of(entry.around());
    }
    List<Entry> makers =
        makers(entry.call().receiver()).stream().filter(maker -> !isBeside(maker, entry)).toList();
    boolean ofOwn =
        makers.stream()
                .anyMatch(maker -> maker.role() == Role.ROUTER || isApart(maker, entry.around(), 0))
            || makers.stream()
                .anyMatch(maker -> maker.around() != null && maker.around().equals(entry.around()));
    boolean apart = entry.around() == null || ofOwn || areRouters(entry, entry.around());
    return apart ? makers : List.of(entry.around());
  }

  /** A router that is made where another one is at hand is not below it. */
  private static boolean areRouters(Entry one, Entry other) {
    return one.role() == Role.ROUTER && other.role() == Role.ROUTER;
  }

  /** It begins with a call of its own: a route that is built before it is added. */
  private boolean isApart(Entry maker, @Nullable Entry around, int depth) {
    if (maker.equals(around) || depth > DEEPEST) {
      return false;
    }
    List<Entry> before = makers(maker.call().receiver());
    return before.isEmpty()
        ? maker.role() == Role.GROUP && maker.call().receiver().isNothing()
        : before.stream().allMatch(each -> isApart(each, around, depth + 1));
  }

  /** It is called on what the group's function was given. */
  private static boolean isOn(Entry entry, Entry group) {
    return Registrations.idOf(entry.call().receiver()).contains(group.registration().id());
  }

  /** Routes that are added to routes stand beside them, not below. */
  private static boolean isBeside(Entry maker, Entry entry) {
    return isRoute(maker) && isRoute(entry);
  }

  private static boolean isRoute(Entry entry) {
    return entry.role() == Role.ROUTE || entry.role() == Role.MOUNT;
  }

  /**
   * The entry, what it is registered on, what that is registered on or mounted by, and so on, near
   * ones first.
   */
  public List<Entry> scope(Entry entry) {
    Set<Entry> scope = new LinkedHashSet<>();
    widen(entry, scope);
    return List.copyOf(scope);
  }

  /** The routers that an entry is registered on or mounted by; empty if nobody knows which. */
  public Set<Entry> routers(Entry entry) {
    Set<Entry> routers = new LinkedHashSet<>();
    scope(entry).stream().filter(each -> each.role() == Role.ROUTER).forEach(routers::add);
    return routers;
  }

  private void widen(Entry entry, Set<Entry> scope) {
    if (scope.add(entry)) {
      holders(entry).forEach(holder -> widen(holder, scope));
      mounts(entry).forEach(mount -> widen(mount, scope));
    }
  }

  /** The calls that mount what an entry makes. */
  private List<Entry> mounts(Entry made) {
    Set<Integer> ids = new TreeSet<>(Set.of(made.registration().id()));
    makers(made.call().receiver()).stream()
        .filter(maker -> isBeside(maker, made))
        .forEach(maker -> ids.add(maker.registration().id()));
    SortedMap<Integer, Entry> mounts = new TreeMap<>();
    ids.forEach(id -> mounts.putAll(mountsOf.getOrDefault(id, new TreeMap<>())));
    mounts.values().removeIf(mount -> mount.registration().id() == made.registration().id());
    mounts.values().removeIf(mount -> isOn(mount, made, DEEPEST));
    return List.copyOf(mounts.values());
  }

  /**
   * Whether it is registered, through others, on what an entry makes: a router mounted on itself.
   */
  private boolean isOn(Entry entry, Entry made, int depth) {
    return depth > 0
        && holders(entry).stream()
            .anyMatch(holder -> holder.equals(made) || isOn(holder, made, depth - 1));
  }

  /** The whole paths of an entry; several if it is mounted several times. */
  public SortedSet<String> paths(Entry entry) {
    return paths(entry, 0);
  }

  private SortedSet<String> paths(Entry entry, int depth) {
    SortedSet<String> paths = new TreeSet<>();
    if (depth > DEEPEST) {
      return paths;
    }
    List<Entry> above = Stream.concat(holders(entry).stream(), mounts(entry).stream()).toList();
    for (Entry holder : above) {
      for (String prefix : paths(holder, depth + 1)) {
        own(entry).forEach(path -> paths.add(join(prefix, path)));
      }
    }
    return above.isEmpty() ? own(entry) : paths;
  }

  /** Whether an entry, or one of the groups that it is directly in, names a path. */
  public boolean isBelowPath(Entry entry) {
    return namesPath(entry)
        || holders(entry).stream()
            .anyMatch(group -> namesPath(group) || (namesMethod(group) && isBelowPath(group)));
  }

  private static boolean namesMethod(Entry entry) {
    return entry.role() == Role.GROUP && entry.row().index(entry.call(), "method") >= 0;
  }

  private static boolean namesPath(Entry entry) {
    return entry.row().index(entry.call(), "path") >= 0
        || entry.row().index(entry.call(), "operation") >= 0;
  }

  /**
   * Of overloads that nobody could tell apart a condition may stand where the path was expected.
   */
  private SortedSet<String> own(Entry entry) {
    SortedSet<String> paths = new TreeSet<>(entry.argument("path").paths());
    documents.operations(entry).forEach(operation -> paths.add(operation.path()));
    if (paths.isEmpty()) {
      predicates(entry).forEach(predicate -> paths.addAll(own(predicate)));
      paths.remove("");
    }
    if (paths.isEmpty()) {
      paths.add(namesPath(entry) ? "{?}" : "");
    }
    return paths;
  }

  /** The conditions of an entry, and those that they are made of. */
  private List<Entry> predicates(Entry entry) {
    List<Entry> predicates = new ArrayList<>(makers(entry.argument("predicate")));
    if (entry.role() == Role.PREDICATE) {
      predicates.addAll(makers(entry.call().receiver()));
    }
    return predicates;
  }

  /** The HTTP methods of a route; empty if nothing names one. */
  public SortedSet<String> methods(Entry entry) {
    SortedSet<String> methods = new TreeSet<>(entry.row().methods(entry.call()));
    predicates(entry).forEach(predicate -> methods.addAll(methods(predicate)));
    documents.operations(entry).forEach(operation -> methods.add(operation.method()));
    if (methods.isEmpty()) {
      holders(entry).stream()
          .filter(holder -> holder.role() == Role.GROUP)
          .forEach(group -> methods.addAll(methods(group)));
    }
    return methods.isEmpty() && isHandler(entry) ? methodsAround(entry) : methods;
  }

  /** A route by which something else may be mounted: a handler around handlers. */
  private static boolean isHandler(Entry entry) {
    return entry.role() == Role.ROUTE && entry.row().index(entry.call(), "router") >= 0;
  }

  /** Those for which a handler is registered that is around others. */
  private SortedSet<String> methodsAround(Entry entry) {
    SortedSet<String> methods = new TreeSet<>();
    scope(entry).stream()
        .skip(1) // the entry itself
        .filter(around -> around.role() == Role.ROUTE)
        .forEach(around -> methods.addAll(around.row().methods(around.call())));
    return methods;
  }

  /** Whether requests are checked by an OpenAPI file before they come to what an entry adds. */
  public boolean isOperation(Entry entry) {
    return scope(entry).stream().anyMatch(e -> e.row().index(e.call(), "operation") >= 0);
  }

  /** What OpenAPI files say of what is registered. */
  public RouteDocuments documents() {
    return documents;
  }

  /** Whether an entry is registered on a route, so that it is for that route alone. */
  public boolean isOnRoute(Entry entry) {
    return scope(entry).stream().skip(1).anyMatch(holder -> holder.role() == Role.ROUTE);
  }

  /** One slash between; {@code *} at the end of what something is mounted on is not part of it. */
  static String join(String prefix, String path) {
    if (path.isEmpty()) {
      return prefix;
    }
    String start = prefix.endsWith("*") ? prefix.substring(0, prefix.length() - 1) : prefix;
    String trimmed = start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
    return trimmed + (path.startsWith("/") ? path : "/" + path);
  }
}
