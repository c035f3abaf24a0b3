package io.github.errorhygiene.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources below a directory, each file read once. Files outside it are not shown, neither by
 * {@code ..} nor by a symbolic link: a report is passed on to others. Not for several threads.
 */
public final class SourceDirectory implements SourceText {
  private final Path root;
  private final Map<String, List<String>> read = new HashMap<>();

  /** The sources below {@code root}. */
  public SourceDirectory(Path root) {
    this.root = root;
  }

  @Override
  public List<String> lines(String relativeFile) {
    return read.computeIfAbsent(relativeFile, this::read);
  }

  private List<String> read(String relativeFile) {
    try {
      Path realRoot = root.toRealPath();
      Path file = realRoot.resolve(relativeFile).toRealPath();
      if (!file.startsWith(realRoot) || !Files.isRegularFile(file)) {
        return List.of();
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException | InvalidPathException e) {
      return List
          .of(); // the report is complete without the text, and the analysis has already reported
      // the file
    }
  }
}
