package io.github.errorhygiene.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant. */
public final class Nearest {
  private Nearest() {}

  /** The same names, most alike first; those of which it is the beginning before all others. */
  public static List<String> to(String typed, Collection<String> names) {
    String small = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .sorted(
            Comparator.comparing((String name) -> !name.toLowerCase(Locale.ROOT).startsWith(small))
                .thenComparingInt(name -> distance(name.toLowerCase(Locale.ROOT), small))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** {@code ; did you mean wrong-status?} */
  public static String hint(String typed, Collection<String> names) {
    return names.isEmpty() ? "" : "; did you mean " + to(typed, names).get(0) + "?";
  }

  /** Of Levenshtein: how many letters are to be added, dropped or replaced. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(diagonal, row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
