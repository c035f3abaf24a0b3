package io.github.errorhygiene.checkstyle.replay;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user configured.
 *
 * @param projectRoot what is analysed as a whole; null for the source root of each file
 * @param classPath jars and class directories
 */
record Settings(@Nullable Path projectRoot, List<Path> classPath) {
  static final Settings DEFAULT = new Settings(null, List.of());

  Settings {
    classPath = List.copyOf(classPath);
  }
}
