package io.github.errorhygiene.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/**
 * What one call of the command did.
 *
 * @param out with {@code \n} as line end
 * @param err with {@code \n} as line end
 */
record Run(int exitCode, String out, String err) {
  /** Neither colours nor progress. */
  static Run of(Object... args) {
    return run(Analyzer.REAL, false, args);
  }

  static Run onTerminal(Object... args) {
    return run(Analyzer.REAL, true, args);
  }

  static Run with(Analyzer analyzer, Object... args) {
    return run(analyzer, false, args);
  }

  private static Run run(Analyzer analyzer, boolean interactive, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), interactive, interactive);
    int code =
        Main.run(analyzer, terminal, Stream.of(args).map(Object::toString).toArray(String[]::new));
    return new Run(code, normal(out), normal(err));
  }

  private static String normal(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
