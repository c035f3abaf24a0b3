package io.github.errorhygiene.cli;

import java.util.Comparator;
import java.util.List;

/** What somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /** The same names, most alike first. */
  static List<String> to(String typed, List<String> names) {
    return names.stream()
        .sorted(Comparator.comparingInt((String name) -> distance(name, typed)))
        .toList();
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
