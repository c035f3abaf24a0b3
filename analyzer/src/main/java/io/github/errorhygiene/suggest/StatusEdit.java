package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.remedy.Kit;
import io.github.errorhygiene.rule.Status;
import io.github.errorhygiene.source.Outline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another status in a boundary that names the status once. */
final class StatusEdit {
  /**
   * Methods that stand for a status, in Spring's {@code ResponseEntity} and JAX-RS's {@code
   * Response}.
   */
  private static final Map<Integer, String> METHODS =
      Map.of(
          400, "badRequest\\(\\)",
          404, "notFound\\(\\)",
          422, "unprocessableEntity\\(\\)",
          500, "(?:internalServerError|serverError)\\(\\)");

  private static final Pattern COMMENT = Pattern.compile("//.*");

  private static final Pattern SENT = Pattern.compile("([ \\t]*\\w+)\\.(?:sendError|setStatus)\\(");

  private StatusEdit() {}

  /**
   * The text with the other status.
   *
   * @param place in the boundary
   * @return empty if it is not clear what to change
   */
  static Optional<String> of(String text, Place place, int from, int to, Kit kit) {
    return Outline.around(text, place.line(), place.column())
        .flatMap(lines -> replaced(text, lines, from, to, kit));
  }

  /**
   * The same for a piece of a file that is a boundary.
   *
   * @return empty if it is not clear what to change
   */
  static Optional<String> in(String piece, int from, int to, Kit kit) {
    return replaced(piece, new Outline.Lines(1, (int) piece.lines().count()), from, to, kit);
  }

  private static Optional<String> replaced(
      String text, Outline.Lines lines, int from, int to, Kit kit) {
    int start = Lines.offset(text, lines.first() - 1);
    int end = Lines.offset(text, lines.last());
    // comments may name the status, too; strings with slashes lose their end, and nothing is found
    String piece =
        COMMENT.matcher(text.substring(start, end)).replaceAll(c -> " ".repeat(c.group().length()));
    List<Pattern> forms = forms(from, kit);
    List<MatchResult> found =
        forms.stream().flatMap(form -> form.matcher(piece).results()).toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    MatchResult only = found.get(0);
    String other = other(only.group(), to, kit);
    String changed =
        text.substring(0, start + only.start()) + other + text.substring(start + only.end());
    boolean later = (to == 503 || to == 429) && !piece.contains("Retry-After");
    return Optional.of(later ? retried(changed, start + only.start()) : changed);
  }

  /** Says when to come again, where the statement with the status is one of a servlet. */
  private static String retried(String text, int at) {
    int line = text.lastIndexOf('\n', at) + 1;
    Matcher statement = SENT.matcher(text).region(line, text.length());
    return statement.lookingAt()
        ? text.substring(0, line)
            + (statement.group(1) + ".setHeader(\"Retry-After\", \"5\");")
            + Indent.of(text, 1).end()
            + text.substring(line)
        : text;
  }

  private static List<Pattern> forms(int status, Kit kit) {
    String constant = kit.constant(status, Status.reason(status));
    String method = METHODS.getOrDefault(status, "(?!)");
    return List.of(
        Pattern.compile("(?<![\\w.])" + status + "(?![\\w.])"),
        Pattern.compile("\\b" + constant + "\\b"),
        Pattern.compile("\\bSC_" + constant + "\\b"),
        Pattern.compile("\\b" + method));
  }

  private static String other(String found, int to, Kit kit) {
    String constant = kit.constant(to, Status.reason(to));
    if (found.endsWith("()")) {
      return "status(" + to + ")";
    }
    if (found.startsWith("SC_")) {
      return "SC_" + constant;
    }
    return Character.isDigit(found.charAt(0)) ? String.valueOf(to) : constant;
  }
}
