package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of libraries. Names are binary names with {@code $} for nested types. Unchanging
 * and thread safe.
 *
 * <p>The callers walk the supertypes: the catalogue knows superclasses of the exceptions it names,
 * no class path.
 */
public final class Catalogue {
  private final Exceptions exceptions;
  private final Methods methods;
  private final List<NameRow> names;
  private final List<ProxyRow> proxies;
  private final RequestIds requestIds;
  private final List<OwnBoundary> boundaries;
  private final Map<String, String> versions;
  private final Map<String, Map<String, List<MethodRow>>> asked = new ConcurrentHashMap<>();
  private final Map<String, Optional<NameRow>> askedNames = new ConcurrentHashMap<>();
  private volatile @Nullable Set<String> libraries;

  Catalogue(
      Exceptions exceptions,
      Methods methods,
      List<NameRow> names,
      List<ProxyRow> proxies,
      RequestIds requestIds,
      List<OwnBoundary> boundaries,
      Map<String, String> versions) {
    this.exceptions = exceptions;
    this.methods = methods;
    this.names = List.copyOf(names);
    this.proxies = List.copyOf(proxies);
    this.requestIds = requestIds;
    this.boundaries = List.copyOf(boundaries);
    this.versions = Map.copyOf(versions);
  }

  /** The bundled rows, found on first use and read when they are asked for. */
  public static Catalogue bundled() {
    return Bundled.CATALOGUE;
  }

  /** This catalogue with rows of the user, which win. */
  public Catalogue with(OwnRows rows) {
    try {
      return with(rows.root());
    } catch (YamlException e) {
      throw new IllegalArgumentException("rows with faults must not be used", e);
    }
  }

  private Catalogue with(YamlRow root) throws YamlException {
    List<NameRow> allNames = new ArrayList<>(Names.read(root));
    allNames.addAll(names);
    List<ProxyRow> allProxies = new ArrayList<>(ProxyReader.read(root, Provenance.USER));
    proxies.stream()
        .filter(row -> allProxies.stream().noneMatch(own -> own.overrides(row)))
        .toList()
        .forEach(allProxies::add);
    return new Catalogue(
        exceptions.with(root.section("exceptions"), Provenance.USER),
        methods.with(root.section("methods"), Provenance.USER),
        allNames,
        allProxies,
        Names.readRequestIds(root).over(requestIds),
        OwnBoundary.read(root),
        versions);
  }

  /**
   * This catalogue for known versions of libraries; of a library that is not named the newest rows
   * hold.
   *
   * @param versionsByArtifact e.g. {@code spring-data-jpa} to {@code 2.7.18}
   */
  public Catalogue at(Map<String, String> versionsByArtifact) {
    return new Catalogue(
        exceptions, methods, names, proxies, requestIds, boundaries, versionsByArtifact);
  }

  /** The type itself and its superclasses as far as they are known, nearest first. */
  public List<String> supertypes(String exception) {
    return exceptions.supertypes(exception);
  }

  /** Whether the catalogue knows anything of that exception, be it only its superclass. */
  public boolean knows(String exception) {
    return exceptions.names().contains(exception);
  }

  /** The row of exactly that exception. */
  public Optional<ExceptionRow> exception(String name) {
    return Optional.ofNullable(exceptions.row(name));
  }

  /**
   * Whether an exception is a subtype of another that is not too general, and the same kind of
   * failure.
   *
   * @param cause what the failures depend on
   */
  public boolean isKind(String exception, String supertype, Cause cause) {
    ExceptionRow row = exceptions.row(exception);
    ExceptionRow above = exceptions.row(supertype);
    return row != null
        && above != null
        && above.inherit()
        && !exception.equals(supertype)
        && exceptions.supertypes(exception).contains(supertype)
        && row.mode(cause) == above.mode(cause);
  }

  /** Whether an exception is never thrown itself, but as one of these, see {@link ExceptionRow}. */
  public boolean isOneOf(String exception, Collection<String> kinds) {
    ExceptionRow row = exceptions.row(exception);
    return row != null && !row.kinds().isEmpty() && kinds.containsAll(row.kinds());
  }

  /**
   * The row of the exception itself, else the nearest supertype's that speaks for subtypes.
   *
   * @param supertypes nearest first, the exception itself first
   */
  public Optional<ExceptionRow> nearest(List<String> supertypes) {
    for (int i = 0; i < supertypes.size(); i++) {
      ExceptionRow row = exceptions.row(supertypes.get(i));
      if (row != null && (i == 0 || row.inherit())) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /**
   * The nearest row of all, however general; for an exception of which nothing else says anything.
   *
   * @param supertypes nearest first, the exception itself first
   */
  public Optional<ExceptionRow> general(List<String> supertypes) {
    return supertypes.stream().map(exceptions::row).filter(Objects::nonNull).findFirst();
  }

  /**
   * Whether one of these exceptions carries the status of the answer.
   *
   * @param supertypes binary names
   */
  public boolean carriesStatus(List<String> supertypes) {
    return supertypes.stream()
        .map(exceptions::row)
        .anyMatch(row -> row != null && row.carriesStatus());
  }

  /**
   * Whether the message tells of statements, tables and constraints of a database.
   *
   * @param supertypes nearest first, the exception itself first
   */
  public boolean showsStatement(List<String> supertypes) {
    return supertypes.stream().map(exceptions::row).anyMatch(row -> row != null && row.statement());
  }

  /**
   * What the words of an exception's name say; the last resort, meant for the project's own types.
   */
  public Optional<NameRow> named(String exception) {
    return askedNames.computeIfAbsent(
        exception,
        name -> {
          List<String> words = NameWords.of(name);
          return names.stream().filter(row -> row.matches(words)).findFirst();
        });
  }

  /**
   * The rows for a method as that owner has it: those that name it, else those with the longest
   * fitting pattern; several may say what it throws. Ask for each supertype of the receiver,
   * nearest first, and for each of its annotations.
   *
   * @param owner binary name, or {@code @} and the binary name of an annotation
   * @param name {@code <init>} for constructors
   */
  public List<MethodRow> methods(String owner, String name) {
    if (!methods.hasOwner(owner)) {
      return List.of();
    }
    Map<String, List<MethodRow>> known =
        asked.computeIfAbsent(owner, o -> new ConcurrentHashMap<>());
    List<MethodRow> rows = known.get(name);
    if (rows == null) {
      rows = holding(owner, name);
      known.put(name, rows);
    }
    return rows;
  }

  private List<MethodRow> holding(String owner, String name) {
    return methods.rows(owner, name).stream().filter(row -> row.holdsAt(versions)).toList();
  }

  /** Whether any row speaks of methods of that owner. */
  public boolean hasMethods(String owner) {
    return methods.hasOwner(owner);
  }

  /**
   * Whether rows speak of the type's library, which is told by the first two parts of its name:
   * what it throws that matters is written down.
   */
  public boolean knowsLibrary(String type) {
    return type.startsWith("java.") || libraries().contains(library(type));
  }

  private Set<String> libraries() {
    Set<String> known = libraries;
    if (known == null) {
      known = methods.libraries();
      libraries = known;
    }
    return known;
  }

  /** {@code org.springframework} of {@code org.springframework.web.client.RestTemplate}. */
  static String library(String type) {
    int second = type.indexOf('.', type.indexOf('.') + 1);
    return second < 0 ? "" : type.substring(0, second);
  }

  /** Names of headers and body members that carry a request id. */
  public RequestIds requestIds() {
    return requestIds;
  }

  /** Boundaries outside of the sources that the user tells of, in the order of the file. */
  public List<OwnBoundary> boundaries() {
    return boundaries;
  }

  /** What annotations make containers put around methods, in the order of the file. */
  public List<ProxyRow> proxies() {
    return proxies.stream().filter(row -> row.holdsAt(versions)).toList();
  }

  /** All exception rows in the order of their names. */
  List<ExceptionRow> exceptionRows() {
    return exceptions.names().stream().map(exceptions::row).filter(Objects::nonNull).toList();
  }

  /** All method rows, whatever the version, sorted by owner. */
  List<MethodRow> methodRows() {
    List<MethodRow> rows = new ArrayList<>();
    for (String owner : methods.owners()) {
      methods.byName(owner).values().forEach(rows::addAll);
    }
    return rows.stream().distinct().toList();
  }

  private static final class Bundled {
    static final Catalogue CATALOGUE = BundledFiles.read();
  }
}
