package io.github.errorhygiene.cli;

import io.github.errorhygiene.rule.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
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
    PrintWriter out = new PrintWriter(System.out, true, charset("stdout.encoding"));
    PrintWriter err = new PrintWriter(System.err, true, charset("stderr.encoding"));
    return new Terminal(out, err, colours, isErrLive(colours));
  }

  /** What the terminal understands, which is not always Java's default. */
  private static Charset charset(String property) {
    String name = System.getProperty(property, System.getProperty("sun." + property));
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }

  /** Java knows whether standard output is a terminal, but nothing of errors; Linux does. */
  private static boolean isErrLive(boolean colours) {
    if (!Files.isSymbolicLink(LINUX_STDERR)) {
      return colours;
    }
    try {
      String target = Files.readSymbolicLink(LINUX_STDERR).toString();
      boolean terminal = target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      return terminal && !"dumb".equals(System.getenv("TERM"));
    } catch (IOException e) {
      return false;
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
