package io.github.errorhygiene.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which directories hold no sources of the application, by the conventions of Maven, Gradle, Ant,
 * Bazel and the IDEs.
 *
 * @param inPackages whether the directory lies below a source root, where {@code build} or {@code
 *     test} is a package
 */
record SourceLayout(boolean inPackages) {
  private static final Set<String> OUTPUT = Set.of("target", "build", "out", "bin");
  private static final Set<String> LANGUAGES = Set.of("java", "kotlin", "groovy", "scala");
  private static final Set<String> MODULE_FILES =
      Set.of("pom.xml", "build.gradle", "build.gradle.kts", "src");

  /** What makes a directory a project of its own that is no module of Maven's or Gradle's. */
  private static final Set<String> PROJECT_FILES =
      Set.of(".project", "BUILD", "BUILD.bazel", "build.sbt", "build.xml");

  private static final Set<String> APPLICATION_TREES = Set.of("src", "app");

  /** Names of source sets for tests, as directories below {@code src}. */
  private static final Pattern TEST_SET =
      Pattern.compile(
          "it|itest|inttest|jmh|tests?|test[-_A-Z].*|.*[a-z0-9]Tests?([-_A-Z].*)?|.*[-_](tests?|it)([-_].*)?");

  /** Names with the word for tests beside others, as of a plugin that tests load. */
  private static final Pattern TEST_WORD = Pattern.compile("(.+[-_])?tests?[-_].+|.+[-_]tests?");

  /** The layout at a directory where a search starts. */
  static SourceLayout of(Path root, Path start) {
    Path known = start.startsWith(root) ? root.relativize(start) : start.getFileName();
    return new SourceLayout(isSourceRoot(start) || hasSourceSegment(known));
  }

  private static boolean isSourceRoot(Path directory) {
    int names = directory.getNameCount();
    if (names == 0 || nameOf(directory).equals("src")) {
      return names != 0;
    }
    return names >= 3
        && LANGUAGES.contains(nameOf(directory))
        && directory.getName(names - 3).toString().equals("src");
  }

  private static boolean hasSourceSegment(Path path) {
    for (Path segment : path) {
      if (startsSources(segment.toString())) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsSources(String name) {
    return name.equals("src") || name.equals("generated-sources") || name.equals("generated");
  }

  /** The layout within a directory of this one. */
  SourceLayout below(Path directory) {
    return inPackages || !startsSources(nameOf(directory)) ? this : new SourceLayout(true);
  }

  /** Whether a directory is to be skipped. */
  boolean leavesOut(Path directory) {
    String name = nameOf(directory);
    if (name.startsWith(".") || name.equals("node_modules")) {
      return true;
    }
    if (isTestSet(directory, name)) {
      return true;
    }
    return !inPackages
        && (OUTPUT.contains(name) || isTestTree(directory, name) || isForTests(directory, name));
  }

  private static boolean isTestSet(Path directory, String name) {
    Path parent = directory.getParent();
    return parent != null && nameOf(parent).equals("src") && TEST_SET.matcher(name).matches();
  }

  /**
   * {@code test} beside {@code src} or {@code app} and {@code javatests}: trees of tests, unless
   * they are modules.
   */
  private static boolean isTestTree(Path directory, String name) {
    if (name.equals("javatests")) {
      return true;
    }
    Path parent = directory.getParent();
    return (name.equals("test") || name.equals("tests"))
        && parent != null
        && hasAny(parent, APPLICATION_TREES)
        && !hasAny(directory, MODULE_FILES);
  }

  /**
   * Sources that tests compile or load by themselves, such as a plugin: no build makes a module of
   * them.
   */
  private static boolean isForTests(Path directory, String name) {
    return TEST_WORD.matcher(name).matches()
        && !hasAny(directory, MODULE_FILES)
        && !hasAny(directory, PROJECT_FILES)
        && !hasAny(directory, Set.of(name + ".gradle", name + ".gradle.kts"));
  }

  private static boolean hasAny(Path directory, Set<String> names) {
    return names.stream().anyMatch(name -> Files.exists(directory.resolve(name)));
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
