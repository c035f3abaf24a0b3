package io.github.errorhygiene.analysis;

import java.nio.file.Files;
import java.nio.file.Path;

/** Checks what the user named. */
final class Inputs {
  private Inputs() {}

  static void check(AnalysisRequest request) throws InputException {
    Path root = request.root();
    if (!Files.exists(root)) {
      throw new InputException(root + " does not exist; name an existing directory with sources");
    }
    if (!Files.isDirectory(root)) {
      throw new InputException(
          root + " is not a directory; name the directory that holds the sources");
    }
    for (Path source : request.sources()) {
      Path named = root.resolve(source);
      if (!Files.exists(named)) {
        throw new InputException(
            named + " does not exist; name existing directories or .java files");
      }
    }
  }
}
