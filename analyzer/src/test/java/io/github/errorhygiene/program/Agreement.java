package io.github.errorhygiene.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Our answers compared with those of an oracle, where it has one. An oracle that does not see a
 * generated member names what it overrides: that counts as agreement.
 */
final class Agreement {
  private static final int EXAMPLES = 8;

  private final SortedMap<String, List<String>> disagreements = new TreeMap<>();
  private int agreed;
  private int overridden;

  Agreement(Map<String, String> oracle, Map<String, String> ours) {
    oracle.forEach((place, method) -> compare(place, method, ours.get(place)));
  }

  private void compare(String place, String method, String given) {
    boolean generated = given != null && given.startsWith(OurCalls.GENERATED);
    String our = generated ? given.substring(OurCalls.GENERATED.length()) : given;
    if (method.equals(our)) {
      agreed++;
    } else if (generated && our.endsWith(signature(method))) {
      overridden++;
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
    if (our.endsWith(signature(method))) {
      return "same signature, of another type";
    }
    return owner(method).equals(owner(our)) ? "another overload" : "another type's method";
  }

  private static String signature(String method) {
    return method.substring(method.indexOf('#'));
  }

  private static String owner(String method) {
    return method.substring(0, method.indexOf('#'));
  }

  int compared() {
    return agreed + overridden + disagreements.values().stream().mapToInt(List::size).sum();
  }

  /** Between 0 and 1. */
  double share() {
    return compared() == 0 ? 1 : (double) (agreed + overridden) / compared();
  }

  /** All disagreements, by kind. */
  SortedMap<String, List<String>> disagreements() {
    return disagreements;
  }

  /** A summary for people, with examples of each kind. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d of %d calls agree, %d of them of a generated member: %.2f %%%n"
            .formatted(agreed + overridden, compared(), overridden, 100 * share()));
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
