package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.Progress;
import java.io.PrintWriter;

/** One line of a terminal that is overwritten as the analysis goes on, and wiped at its end. */
final class LiveProgress implements Progress, AutoCloseable {
  private final PrintWriter terminal;
  private String shown = "";

  LiveProgress(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(String stage, int done, int total) {
    show(total == 0 ? stage + " …" : stage + " … " + 100L * done / total + " %");
  }

  /** Wipes the line. */
  @Override
  public void close() {
    show("");
    terminal.print('\r');
    terminal.flush();
  }

  private void show(String text) {
    if (text.equals(shown)) {
      return;
    }
    terminal.print('\r' + text + " ".repeat(Math.max(0, shown.length() - text.length())));
    terminal.flush();
    shown = text;
  }
}
