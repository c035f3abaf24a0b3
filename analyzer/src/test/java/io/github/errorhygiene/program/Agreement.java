package io.github.errorhygiene.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Our answers compared with those of an oracle, where it has one. */
final class Agreement {
  private static final int EXAMPLES = 8;

  private final SortedMap<String, List<String>> disagreements = new TreeMap<>();
  private int agreed;

  Agreement(Map<String, String> oracle, Map<String, String> ours) {
    oracle.forEach((place, method) -> compare(place, method, ours.get(place)));
  }

  private void compare(String place, String method, String our) {
    if (method.equals(our)) {
      agreed++;
    } else {
      disagreements
          .computeIfAbsent(kind(method, our), k -> new ArrayList<>())
          .add(place + "  " + our + "  instead of  " + method);
    }
  }

  private static String kind(String method, String our) {
    if (our == null) {
      return "no call in our eyes";
    }
    if (our.startsWith(OurCalls.UNRESOLVED)) {
      return our.replaceAll("(type|in|type:) [\\w.$]+$", "$1 …");
    }
    String same = method.substring(method.indexOf('#'));
    if (our.endsWith(same)) {
      return "same signature, of another type";
    }
    return owner(method).equals(owner(our)) ? "another overload" : "another type's method";
  }

  private static String owner(String method) {
    return method.substring(0, method.indexOf('#'));
  }

  int compared() {
    return agreed + disagreements.values().stream().mapToInt(List::size).sum();
  }

  /** Between 0 and 1. */
  double share() {
    return compared() == 0 ? 1 : (double) agreed / compared();
  }

  /** All disagreements, by kind. */
  SortedMap<String, List<String>> disagreements() {
    return disagreements;
  }

  /** A summary for people, with examples of each kind. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append("%d of %d calls agree: %.2f %%%n".formatted(agreed, compared(), 100 * share()));
    disagreements.forEach(
        (kind, all) -> {
          text.append("%6d  %s%n".formatted(all.size(), kind));
          all.stream()
              .limit(EXAMPLES)
              .forEach(one -> text.append("        ").append(one).append('\n'));
        });
    return text.toString();
  }
}
