package io.github.errorhygiene.source;

import java.nio.file.Path;

/**
 * A Java source file to be read.
 *
 * @param path relative to the analysed root, with {@code /}
 * @param location where to read it
 */
public record SourceFile(String path, Path location) implements Comparable<SourceFile> {
  @Override
  public int compareTo(SourceFile other) {
    return path.compareTo(other.path);
  }
}
