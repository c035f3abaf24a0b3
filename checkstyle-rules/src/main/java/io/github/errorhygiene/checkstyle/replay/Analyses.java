package io.github.errorhygiene.checkstyle.replay;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Policy;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.report.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /** What is found in a tree as it is now. A fault of the analysis is logged, once. */
  synchronized Findings of(SourceTree tree, List<Path> classPath) {
    List<Path> files = tree.files();
    List<Stamp> stamps = Stream.concat(files.stream(), classPath.stream()).map(Stamp::of).toList();
    Done latest = done.remove(tree);
    if (latest == null || !latest.stamps().equals(stamps)) {
      latest = new Done(stamps, analyse(tree, files, classPath));
    }
    done.put(tree, latest);
    forgetOldest();
    return latest.findings();
  }

  private void forgetOldest() {
    if (done.size() > KEPT) {
      done.remove(done.keySet().iterator().next());
    }
  }

  private Findings analyse(SourceTree tree, List<Path> files, List<Path> classPath) {
    try {
      AnalysisRequest request =
          new AnalysisRequest(
              String.valueOf(tree.root().getFileName()),
              tree.root(),
              files,
              classPath,
              THREADS,
              Policy.DEFAULT);
      return Findings.of(engine.run(request, Progress.SILENT));
    } catch (InputException | RuntimeException | LinkageError | StackOverflowError e) {
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
