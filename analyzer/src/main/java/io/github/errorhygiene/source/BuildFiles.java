package io.github.errorhygiene.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Maven and Gradle are told to build a project with, as far as names of artifacts go: read
 * when first asked for.
 */
public final class BuildFiles {
  private static final Set<String> NAMES =
      Set.of("pom.xml", "build.gradle", "build.gradle.kts", "libs.versions.toml");

  private final FileTree tree;

  /** Text by directory, relative to the root. */
  private @Nullable Map<String, List<String>> texts;

  /** Those of a tree; if there are none, those of the nearest directory above it that has any. */
  public BuildFiles(FileTree tree) {
    this.tree = tree;
  }

  /**
   * The directories of those that have the name of that artifact, by itself and not as a part of
   * another; empty for the root, or for what is above it.
   */
  public SortedSet<String> naming(String artifact) {
    Pattern alone = Pattern.compile("(?<![\\w.-])" + Pattern.quote(artifact) + "(?![\\w.-])");
    SortedSet<String> directories = new TreeSet<>();
    texts()
        .forEach(
            (directory, all) -> {
              if (all.stream()
                  .anyMatch(text -> text.contains(artifact) && alone.matcher(text).find())) {
                directories.add(directory);
              }
            });
    return directories;
  }

  private Map<String, List<String>> texts() {
    Map<String, List<String>> known = texts;
    if (known == null) {
      known = new TreeMap<>();
      for (SourceFile file : files()) {
        @Nullable String text = DataFile.text(file);
        if (text != null) {
          known.computeIfAbsent(directory(file.path()), key -> new ArrayList<>()).add(text);
        }
      }
      texts = known;
    }
    return known;
  }

  private static String directory(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  List<SourceFile> files() {
    List<SourceFile> found = tree.files(NAMES::contains);
    @Nullable Path above = tree.root().toAbsolutePath().getParent();
    while (found.isEmpty() && above != null) {
      Path directory = above;
      found =
          NAMES.stream()
              .sorted()
              .map(directory::resolve)
              .filter(Files::isRegularFile)
              .map(file -> new SourceFile(file.getFileName().toString(), file))
              .toList();
      above = above.getParent();
    }
    return found;
  }
}
