package io.github.errorhygiene.suggest;

import io.github.errorhygiene.source.Outline;

/** An expression of a file with a call around it and another one behind that, laid out. */
record Wrapped(String text, Outline.Piece piece) {
  /** Characters of a line. */
  private static final int LONGEST = 100;

  private static final int CONTINUED = 2;

  /** The whole, on one line if it fits there. */
  String with(String before, String after, String call, String argument) {
    int start = Lines.offset(text, piece.line() - 1) + piece.column() - 1;
    int end = Lines.offset(text, piece.lastLine() - 1) + piece.lastColumn();
    Indent indent = Indent.of(text, piece.line());
    Imports imports = new Imports(text);
    String inner = before + text.substring(start, end) + after;
    int line = Lines.offset(text, piece.line()) - Lines.offset(text, piece.line() - 1);
    if (line + imports.shortened(before + after + call + argument + ")").length() <= LONGEST) {
      return inner + call + argument + ")";
    }
    String next = indent.end() + indent.by(CONTINUED);
    String second = imports.shortened(call + argument + ")");
    boolean fits = indent.by(CONTINUED).length() + second.length() < LONGEST;
    String broken = fits ? "" : indent.end() + indent.by(CONTINUED + CONTINUED);
    return inner + next + call + broken + argument + ")" + (text.startsWith(".", end) ? next : "");
  }
}
