package io.github.errorhygiene.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
  private @Nullable List<String> texts;

  /** Those of a tree; if there are none, those of the nearest directory above it that has any. */
  public BuildFiles(FileTree tree) {
    this.tree = tree;
  }

  /** Whether one of them has the name of that artifact, by itself and not as a part of another. */
  public boolean name(String artifact) {
    Pattern alone = Pattern.compile("(?<![\\w.-])" + Pattern.quote(artifact) + "(?![\\w.-])");
    return texts().stream().anyMatch(text -> text.contains(artifact) && alone.matcher(text).find());
  }

  private List<String> texts() {
    List<String> known = texts;
    if (known == null) {
      known = files().stream().map(DataFile::text).filter(Objects::nonNull).toList();
      texts = known;
    }
    return known;
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
