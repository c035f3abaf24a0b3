package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The opened places of a class path, in the order of the search, and what could not be opened. */
final class Places {
  private final List<Place> all = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  private Places() {}

  static Places open(List<Path> entries) {
    Places places = new Places();
    entries.forEach(places::add);
    places.all.add(new Place(ClassPath.Origin.JDK, "jrt:/", new JdkContainer(), false));
    places.addBundle();
    return places;
  }

  List<Place> all() {
    return all;
  }

  List<Gap> gaps() {
    return gaps;
  }

  private void add(Path entry) {
    boolean directory = Files.isDirectory(entry);
    try {
      Container container =
          directory ? DirectoryContainer.open(entry) : JarContainer.open(entry.toFile());
      all.add(new Place(ClassPath.Origin.GIVEN, label(entry), container, directory));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      gaps.add(Place.gap(label(entry), reason(entry)));
    }
  }

  private void addBundle() {
    String label = "bundled signatures";
    try {
      all.add(new Place(ClassPath.Origin.BUNDLED, label, BundleContainer.open(), false));
    } catch (IOException e) {
      gaps.add(
          Place.gap(
              label, "not readable: types of libraries may be unknown; replace the tool's jar"));
    }
  }

  private static String reason(Path entry) {
    if (!Files.exists(entry)) {
      return "no such file or directory: its types are taken as unknown; name an existing class"
          + " path entry";
    }
    return "not a readable jar: its types are taken as unknown; replace the file";
  }

  /** The last names of the path, so that reports are the same on every machine. */
  private static String label(Path entry) {
    int count = entry.getNameCount();
    if (count == 0) {
      return "/";
    }
    boolean jar = entry.toString().endsWith(".jar");
    return entry.subpath(Math.max(0, count - (jar ? 1 : 2)), count).toString().replace('\\', '/');
  }

  void close() {
    for (Place place : all) {
      try {
        place.close();
      } catch (IOException e) {
        // it was read only: nothing is lost
      }
    }
  }
}
