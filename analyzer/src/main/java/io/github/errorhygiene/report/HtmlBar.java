package io.github.errorhygiene.report;

import io.github.errorhygiene.report.html.HtmlWriter;
import java.util.ArrayList;
import java.util.List;

/** A stacked bar. Decoration: the numbers stand beside it. */
final class HtmlBar {
  /** Units across; fine enough that no part of a realistic count vanishes by rounding. */
  private static final long WIDTH = 10_000;

  private record Part(String kind, long count) {}

  private final long full;
  private final List<Part> parts = new ArrayList<>();

  /**
   * An empty bar.
   *
   * @param full the count that fills the whole width; at least 1
   */
  HtmlBar(long full) {
    this.full = full;
  }

  /** Adds a part at the right end; {@code kind} is its class in the style sheet. */
  void add(String kind, long count) {
    parts.add(new Part(kind, count));
  }

  void write(HtmlWriter html) {
    html.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        "0 0 " + WIDTH + " 10",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    long before = 0;
    for (Part part : parts) {
      long x = before * WIDTH / full;
      before += part.count();
      rect(html, part.kind(), x, before * WIDTH / full - x);
    }
    html.close("svg");
  }

  private static void rect(HtmlWriter html, String kind, long x, long width) {
    if (width > 0) {
      html.element(
          "rect",
          "",
          "class",
          "b-" + kind,
          "x",
          String.valueOf(x),
          "width",
          String.valueOf(width),
          "height",
          "10");
    }
  }
}
