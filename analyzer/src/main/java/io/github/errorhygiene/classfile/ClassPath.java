package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.TypeDecl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds types of class files by name, and reads them to the same form as sources.
 *
 * <p>They are looked for in the given jars and directories in order and then in the running Java,
 * and at last among the bundled signatures of widely used libraries. Nothing is opened before the
 * first question. Safe for use by several threads.
 *
 * <p>Names in the declarations are binary names ({@code java.util.Map$Entry}), those of type
 * variables excepted. What only compilers write – synthetic and bridge members, the outer instance
 * among a constructor's parameters – is left out, and so are private members of jars. Implicit
 * members are there as methods, unlike in sources: default constructors, accessors of records,
 * {@code values()}. {@link TypeDecl#types()} is empty: ask for {@code Outer$Inner}.
 */
public final class ClassPath implements AutoCloseable {
  /** Where a type was found, in the order of the search. */
  public enum Origin {
    /** On the class path that the user gave. */
    GIVEN,
    /** In the class library of the running Java. */
    JDK,
    /** Among the signatures of widely used libraries that come with the tool; of some version. */
    BUNDLED
  }

  private record Found(TypeDecl type, Origin origin) {}

  private final List<Path> entries;
  private final Map<String, Optional<Found>> found = new ConcurrentHashMap<>();
  private @Nullable Places places;

  private ClassPath(List<Path> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * A class path.
   *
   * @param entries jars and directories, in order; may be empty. What does not exist or cannot be
   *     read becomes a gap
   */
  public static ClassPath of(List<Path> entries) {
    return new ClassPath(entries);
  }

  /**
   * The type with that binary name; null if there is none, or if its class file cannot be read.
   *
   * @param binaryName such as {@code java.util.Map$Entry}
   */
  public @Nullable TypeDecl find(String binaryName) {
    Found result = lookUp(binaryName);
    return result == null ? null : result.type();
  }

  /** Where {@link #find} found the type; null if it did not. */
  public @Nullable Origin origin(String binaryName) {
    Found result = lookUp(binaryName);
    return result == null ? null : result.origin();
  }

  /** Whether there are types in a package or below it: {@code java}, {@code java.util}. */
  public boolean hasPackage(String name) {
    String path = name.replace('.', '/');
    return places().all().stream().anyMatch(place -> place.hasPackage(path));
  }

  /** Whether the user gave any entry, readable or not. */
  public boolean isGiven() {
    return !entries.isEmpty();
  }

  /** What could not be read so far, in the order of the class path; at most one gap an entry. */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>(places().gaps());
    places().all().forEach(place -> gaps.addAll(place.gaps()));
    return gaps;
  }

  /** Closes the jars; the class path is not to be asked any more. */
  @Override
  public synchronized void close() {
    if (places != null) {
      places.close();
    }
  }

  private @Nullable Found lookUp(String binaryName) {
    Optional<Found> known = found.get(binaryName);
    if (known == null) {
      known = search(binaryName);
      found.put(binaryName, known);
    }
    return known.orElse(null);
  }

  private Optional<Found> search(String binaryName) {
    String name = binaryName.replace('.', '/');
    for (Place place : places().all()) {
      TypeDecl type = place.find(name);
      if (type != null) {
        return Optional.of(new Found(type, place.origin()));
      }
    }
    return Optional.empty();
  }

  private synchronized Places places() {
    if (places == null) {
      places = Places.open(entries);
    }
    return places;
  }
}
