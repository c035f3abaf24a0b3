package io.github.errorhygiene.cli;

import io.github.errorhygiene.rule.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the command writes.
 *
 * @param out results
 * @param err mistakes and progress
 * @param colours whether {@code out} shows colours
 * @param live whether a line on {@code err} can be overwritten
 */
record Terminal(PrintWriter out, PrintWriter err, boolean colours, boolean live) {
  private static final Path LINUX_STDERR = Path.of("/proc/self/fd/2");

  /** The process's own streams. */
  static Terminal ofProcess() {
    // knows consoles of all JDKs, NO_COLOR, TERM=dumb and the terminals of Windows
    boolean colours = Ansi.AUTO.enabled();
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    return new Terminal(out, err, colours, isInteractive() && !isRedirected());
  }

  /** Colours that are unwanted do not say that there is no terminal. */
  private static boolean isInteractive() {
    boolean uncoloured = System.getenv("NO_COLOR") != null && System.console() != null;
    return uncoloured || Ansi.AUTO.enabled();
  }

  /** Java knows whether standard input and output are a terminal, but nothing of errors. */
  private static boolean isRedirected() {
    if (!Files.isSymbolicLink(LINUX_STDERR)) {
      return false;
    }
    try {
      Path target = Files.readSymbolicLink(LINUX_STDERR);
      return !target.startsWith("/dev/pts") && !target.toString().startsWith("/dev/tty");
    } catch (IOException e) {
      return true;
    }
  }

  Terminal withoutColours() {
    return new Terminal(out, err, false, live);
  }

  void error(String message) {
    err.println(AnalyzeCommand.NAME + ": " + message);
  }

  /** A line of the report behind its level, as build tools write it: IDEs make links of these. */
  void line(Severity severity, String text) {
    out.println("[" + label(severity) + "] " + text);
  }

  private String label(Severity severity) {
    String style =
        switch (severity) {
          case ERROR -> "bold,red";
          case WARNING -> "bold,yellow";
          case INFO -> "bold,blue";
        };
    Ansi ansi = colours ? Ansi.ON : Ansi.OFF;
    return ansi.string("@|" + style + " " + severity.name() + "|@");
  }
}
