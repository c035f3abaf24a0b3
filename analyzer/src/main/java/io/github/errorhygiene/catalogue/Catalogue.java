package io.github.errorhygiene.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of libraries. Names are binary names with {@code $} for nested types. Immutable.
 *
 * <p>The callers walk the supertypes: the catalogue knows superclasses of the exceptions it names,
 * no class path.
 */
public final class Catalogue {
  private final CatalogueData data;

  Catalogue(CatalogueData data) {
    this.data = data;
  }

  /** The bundled rows, read on first use. */
  public static Catalogue bundled() {
    return Bundled.CATALOGUE;
  }

  /**
   * This catalogue with rows of the user, which win.
   *
   * @param file name for complaints
   * @param yaml a mapping with {@code exceptions}, {@code methods}, {@code names} and {@code
   *     request-ids}, each optional, in the form of the bundled files; {@code source} may be left
   *     out
   * @throws CatalogueException if a row cannot be read
   */
  public Catalogue with(String file, String yaml) throws CatalogueException {
    CatalogueData more = new CatalogueData(data);
    YamlRow root = YamlRow.parse(file, yaml);
    root.allow(CatalogueData.SECTIONS);
    more.read(List.of(root), Provenance.USER);
    return new Catalogue(more);
  }

  /** The type itself and its superclasses as far as they are known, nearest first. */
  public List<String> supertypes(String exception) {
    return Hierarchy.supertypes(data.superclasses, exception);
  }

  /** Whether the catalogue knows the superclass of that exception. */
  public boolean knows(String exception) {
    return data.superclasses.containsKey(exception) || data.exceptions.containsKey(exception);
  }

  /** The row of exactly that exception. */
  public Optional<ExceptionRow> exception(String name) {
    return Optional.ofNullable(data.exceptions.get(name));
  }

  /**
   * The row of the exception itself, else the nearest supertype's that speaks for subtypes.
   *
   * @param supertypes nearest first, the exception itself first
   */
  public Optional<ExceptionRow> nearest(List<String> supertypes) {
    for (int i = 0; i < supertypes.size(); i++) {
      ExceptionRow row = data.exceptions.get(supertypes.get(i));
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
    return supertypes.stream().map(data.exceptions::get).filter(Objects::nonNull).findFirst();
  }

  /**
   * What the words of an exception's name say; the last resort, meant for the project's own types.
   */
  public Optional<NameRow> named(String exception) {
    List<String> words = NameWords.of(exception);
    return data.names.stream().filter(row -> row.matches(words)).findFirst();
  }

  /**
   * The rows for a method as that owner has it: those that name it, else those with the longest
   * fitting pattern. Ask for each supertype of the receiver, nearest first, and for each of its
   * annotations.
   *
   * @param owner binary name, or {@code @} and the binary name of an annotation
   * @param name {@code <init>} for constructors
   */
  public List<MethodRow> methods(String owner, String name) {
    Map<String, List<MethodRow>> byName = data.methods.get(owner);
    if (byName == null) {
      return List.of();
    }
    List<MethodRow> rows = byName.get(name);
    for (int length = name.length(); rows == null && length >= 0; length--) {
      rows = byName.get(name.substring(0, length) + "*");
    }
    return rows == null ? List.of() : List.copyOf(rows);
  }

  /** Whether any row speaks of methods of that owner. */
  public boolean hasMethods(String owner) {
    return data.methods.containsKey(owner);
  }

  /** Names of headers and body members that carry a request id. */
  public RequestIds requestIds() {
    return new RequestIds(data.requestIdHeaders, data.requestIdKeys);
  }

  /** All exception rows in the order of their names. */
  List<ExceptionRow> exceptionRows() {
    return List.copyOf(data.exceptions.values());
  }

  /** All method rows, sorted by owner. */
  List<MethodRow> methodRows() {
    List<MethodRow> rows = new ArrayList<>();
    data.methods.values().forEach(byName -> byName.values().forEach(rows::addAll));
    return rows.stream().distinct().toList();
  }

  private static final class Bundled {
    static final Catalogue CATALOGUE = new Catalogue(BundledFiles.read());
  }
}
