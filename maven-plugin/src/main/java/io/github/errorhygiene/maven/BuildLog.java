package io.github.errorhygiene.maven;

import io.github.errorhygiene.report.ConsoleReport;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** A report's lines on the levels of the build's log. */
final class BuildLog {
  private final Log log;

  BuildLog(Log log) {
    this.log = log;
  }

  void lines(List<ConsoleReport.Line> lines) {
    lines.forEach(this::line);
  }

  void files(List<Path> files) {
    files.forEach(file -> log.info("Report: " + file));
  }

  private void line(ConsoleReport.Line line) {
    switch (line.severity()) {
      case ERROR -> log.error(line.text());
      case WARNING -> log.warn(line.text());
      case INFO -> log.info(line.text());
    }
  }
}
