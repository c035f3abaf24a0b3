package io.github.errorhygiene.suggest;

import io.github.errorhygiene.remedy.Kit;
import io.github.errorhygiene.rule.Status;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statuses of errors that a piece of code names. */
final class StatusWords {
  private static final int FIRST = 400;
  private static final int LAST = 599;

  /** Methods that stand for a status, in Spring's {@code ResponseEntity}. */
  private static final Map<String, Integer> METHODS =
      Map.of(
          "badRequest()", 400,
          "notFound()", 404,
          "unprocessableEntity()", 422,
          "internalServerError()", 500);

  private static final Pattern COMMENT = Pattern.compile("//.*|/\\*(?s:.*?)\\*/");

  private final Map<String, Integer> constants = new TreeMap<>();
  private final Pattern word;
  private final Kit kit;

  StatusWords(Kit kit) {
    this.kit = kit;
    for (int status = FIRST; status <= LAST; status++) {
      String reason = Status.reason(status);
      if (!reason.isEmpty()) {
        constants.put(kit.constant(status, reason), status);
      }
    }
    String names = constants.keySet().stream().collect(Collectors.joining("|"));
    String methods =
        METHODS.keySet().stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
    this.word =
        Pattern.compile(
            "(?<constant>(?<scope>\\b\\w+\\.)?\\b(?<name>"
                + names
                + ")\\b)"
                + "|(?<![\\w.])(?<number>[45]\\d\\d)(?![\\w.])"
                + "|\\b(?<method>"
                + methods
                + ")");
  }

  /** All that it names, without those in comments. */
  NavigableSet<Integer> in(String code) {
    NavigableSet<Integer> statuses = new TreeSet<>();
    Matcher matcher = word.matcher(COMMENT.matcher(code).replaceAll(""));
    while (matcher.find()) {
      statuses.add(status(matcher));
    }
    return statuses;
  }

  private int status(Matcher matcher) {
    if (matcher.group("number") != null) {
      return Integer.parseInt(matcher.group("number"));
    }
    String name = String.valueOf(matcher.group("name"));
    return constants.getOrDefault(name, METHODS.getOrDefault(matcher.group(), 0));
  }

  /**
   * The code with another status wherever it names one.
   *
   * @param owner full name of the type whose constants the file imports one by one; empty if it
   *     imports them all at once; null if it imports none, so that a bare name is the file's own
   */
  String replaced(String code, int status, @Nullable String owner) {
    String constant = kit.constant(status, Status.reason(status));
    return word.matcher(code)
        .replaceAll(
            found -> {
              Matcher matcher = (Matcher) found;
              if (matcher.group("number") != null) {
                return String.valueOf(status);
              }
              if (matcher.group("name") == null) {
                return "status(" + status + ")";
              }
              String scope = matcher.group("scope");
              if (scope != null) {
                return scope + constant;
              }
              if (owner == null) {
                return String.valueOf(status);
              }
              return (owner.isEmpty() ? "" : owner + ".") + constant;
            });
  }
}
