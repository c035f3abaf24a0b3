package io.github.errorhygiene.checkstyle.replay;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.report.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest analyses of this process. The checks of one run share them, and so do runs of an IDE
 * between which no file changed.
 */
final class Analyses {
  /** Does the work; tests put another in place of {@code Analysis::run}. */
  @FunctionalInterface
  interface Engine {
    Report run(AnalysisRequest request, Progress progress) throws InputException;
  }

  /** A file as it was read. */
  private record Stamp(Path file, long modified, long size) {
    static Stamp of(Path file) {
      try {
        return new Stamp(file, Files.getLastModifiedTime(file).toMillis(), Files.size(file));
      } catch (IOException e) {
        return new Stamp(file, -1, -1); // the analysis tells what cannot be read
      }
    }
  }

  private record Done(List<Stamp> stamps, Findings findings) {}

  private static final int KEPT = 8;
  private static final int THREADS = 2;
  private static final System.Logger LOG = System.getLogger(Analyses.class.getPackageName());

  static final Analyses SHARED = new Analyses(Analysis::run);

  private final Engine engine;
  private final Map<SourceTree, Done> done = new LinkedHashMap<>();

  Analyses(Engine engine) {
    this.engine = engine;
  }

  /**
   * What is found in a tree as it is now. A fault of the analysis is logged, once.
   *
   * @throws InputException if the user made a mistake, such as in the policy file
   */
  synchronized Findings of(SourceTree tree, Settings settings) throws InputException {
    List<Path> files = tree.files();
    List<Stamp> stamps = stamps(files, settings.classPath(), settings.policyFile(tree));
    Done latest = done.remove(tree);
    if (latest == null || !latest.stamps().equals(stamps)) {
      latest = new Done(stamps, analyse(tree, files, settings));
    }
    done.put(tree, latest);
    forgetOldest();
    return latest.findings();
  }

  private static List<Stamp> stamps(
      List<Path> files, List<Path> classPath, @Nullable Path policyFile) {
    Stream<Path> read = Stream.concat(files.stream(), classPath.stream());
    return Stream.concat(read, Stream.ofNullable(policyFile)).map(Stamp::of).toList();
  }

  private void forgetOldest() {
    if (done.size() > KEPT) {
      done.remove(done.keySet().iterator().next());
    }
  }

  private Findings analyse(SourceTree tree, List<Path> files, Settings settings)
      throws InputException {
    try {
      AnalysisRequest request =
          new AnalysisRequest(
              String.valueOf(tree.root().getFileName()),
              tree.root(),
              files,
              settings.classPath(),
              THREADS,
              Policy.DEFAULT,
              null,
              settings.policyFile());
      return Findings.of(engine.run(request, Progress.SILENT));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.log(System.Logger.Level.WARNING, complaint(tree, e), e);
      return Findings.NONE;
    }
  }

  private static String complaint(SourceTree tree, Throwable fault) {
    return Tool.NAME
        + " says nothing about "
        + tree.root()
        + " because it failed: "
        + fault
        + ". Please report it: "
        + Tool.ISSUES;
  }
}
