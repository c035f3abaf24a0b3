package io.github.errorhygiene.analysis;

import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.SettingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the result of an analysis depends on, beside the sources and the build of this tool.
 *
 * @param classPath its files in order, each with what changes when it does
 * @param java whose class library is read
 * @param settings all files that say how the application is set up
 * @param policy the text of its file; empty if there is none. Parameters are about rules alone,
 *     which judge anew
 * @param documentation whether a rule that is on asks what is documented
 */
record Given(
    List<String> classPath, String java, String settings, String policy, boolean documentation) {
  static Given of(AnalysisRequest request, Policy merged, FileTree tree) throws IOException {
    List<String> classPath = new ArrayList<>();
    for (Path entry : request.classPath()) {
      classPath.add(entry.toString());
      add(entry, classPath);
    }
    String java = System.getProperty("java.home") + " " + Runtime.version();
    Path policy = Policies.file(request);
    return new Given(
        classPath,
        java,
        SettingFiles.digest(tree),
        policy == null ? "" : Files.readString(policy),
        merged.asksForDocumentation());
  }

  private static void add(Path entry, List<String> files) throws IOException {
    if (Files.isDirectory(entry)) {
      try (Stream<Path> all = Files.walk(entry)) {
        for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
          files.add(state(file));
        }
      }
    } else if (Files.exists(entry)) {
      files.add(state(entry));
    }
  }

  private static String state(Path file) throws IOException {
    return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
  }
}
