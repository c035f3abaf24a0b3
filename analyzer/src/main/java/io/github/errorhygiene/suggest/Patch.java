package io.github.errorhygiene.suggest;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A unified diff as {@code git apply} and {@code patch -p1} take it. */
final class Patch {
  private static final int CONTEXT = 3;

  private Patch() {}

  /** A file that comes to be. */
  static String added(String path, String text) {
    List<String> lines = lines(text);
    StringBuilder patch = new StringBuilder("diff --git a/" + path + " b/" + path + "\n");
    patch.append("new file mode 100644\n--- /dev/null\n+++ b/").append(path).append('\n');
    patch.append("@@ -0,0 +1,").append(lines.size()).append(" @@\n");
    lines.forEach(line -> patch.append('+').append(line).append('\n'));
    return patch.toString();
  }

  /** A file that changes; empty if it does not. */
  static String changed(String path, String before, String after) {
    List<String> from = lines(before);
    List<String> diff =
        new ArrayList<>(
            UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + path, "b/" + path, from, DiffUtils.diff(from, lines(after)), CONTEXT));
    if (diff.isEmpty()) {
      return "";
    }
    if (!before.endsWith("\n") && reachesEnd(diff, from.size())) {
      diff.add("\\ No newline at end of file");
    }
    return "diff --git a/" + path + " b/" + path + "\n" + String.join("\n", diff) + "\n";
  }

  /** Whether the last hunk has the last line, which no suggestion changes. */
  private static boolean reachesEnd(List<String> diff, int lines) {
    String last = diff.stream().filter(line -> line.startsWith("@@ ")).reduce("", (a, b) -> b);
    String[] range = last.replaceAll("@@ -([0-9,]+) .*", "$1").split(",", -1);
    int first = Integer.parseInt(range[0]);
    int length = range.length > 1 ? Integer.parseInt(range[1]) : 1;
    return first + length > lines;
  }

  /** Without line ends; those of Windows stay with their line. */
  private static List<String> lines(String text) {
    String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return Arrays.asList(whole.split("\n", -1));
  }
}
