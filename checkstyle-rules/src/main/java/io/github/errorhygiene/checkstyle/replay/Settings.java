package io.github.errorhygiene.checkstyle.replay;

import io.github.errorhygiene.policy.PolicyFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user configured.
 *
 * @param projectRoot what is analysed as a whole; null for the source root of each file
 * @param classPath jars and class directories
 * @param policyFile null for the one that lies in the analysed directory or above it
 */
record Settings(@Nullable Path projectRoot, List<Path> classPath, @Nullable Path policyFile) {
  static final Settings DEFAULT = new Settings(null, List.of(), null);

  Settings {
    classPath = List.copyOf(classPath);
  }

  /** The policy file that counts for a tree; null if there is none. */
  @Nullable Path policyFile(SourceTree tree) {
    return policyFile == null ? PolicyFile.find(tree.root()) : policyFile;
  }
}
