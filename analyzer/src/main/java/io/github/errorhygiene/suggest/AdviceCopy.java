package io.github.errorhygiene.suggest;

import io.github.errorhygiene.remedy.Code;
import io.github.errorhygiene.remedy.Mapping;
import io.github.errorhygiene.rule.Status;
import io.github.errorhygiene.source.Advice;
import io.github.errorhygiene.source.AdviceForm;
import io.github.errorhygiene.source.Outline;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method of an advice, written once more for other exceptions and another status. */
final class AdviceCopy {
  /** The first status that takes the blame. */
  static final int SERVER = 500;

  /** As in the templates of the kits. */
  private static final String BROAD =
      "/** Wherever it arises now, the status fits; look again when it arises elsewhere. */";

  private static final Pattern BUILT =
      Pattern.compile("\\bResponseEntity\\s*\\.status\\((?:[^()]|\\([^()]*\\))*\\)");

  /** All constants of a type, without its name. */
  private static final Pattern ALL = Pattern.compile("(?m)^import static [\\w.]+\\.\\*;");

  private final String text;
  private final Advice advice;
  private final AdviceForm form;
  private final Code code;
  private final StatusWords words;

  AdviceCopy(String text, Advice advice, AdviceForm form, Code code, StatusWords words) {
    this.text = text;
    this.advice = advice;
    this.form = form;
    this.code = code;
    this.words = words;
  }

  static String slice(String text, Outline.Piece piece) {
    return text.substring(start(text, piece), end(text, piece));
  }

  private static int start(String text, Outline.Piece piece) {
    return Lines.offset(text, piece.line() - 1) + piece.column() - 1;
  }

  private static int end(String text, Outline.Piece piece) {
    return Lines.offset(text, piece.lastLine() - 1) + piece.lastColumn();
  }

  /**
   * The file with the copy below the method.
   *
   * @param mappings with one status
   * @return empty if the failure must be logged and the class has no logger
   */
  Optional<String> with(List<Mapping> mappings) {
    Mapping first = mappings.get(0);
    boolean server = first.status() >= SERVER;
    boolean logs = server && !form.traced();
    if (logs && advice.logger().isEmpty()) {
      return Optional.empty();
    }
    Imports imports = new Imports(text);
    List<String> types =
        mappings.stream().map(each -> imports.shortened(each.exception())).toList();
    SortedMap<Integer, Edit> edits = new TreeMap<>();
    Indent indent = Indent.of(text, form.whole().line());
    String old = slice(text, form.annotation());
    String annotation =
        old.contains("=")
            ? old.replaceFirst("[\\w.]+(?=\\.class)", Matcher.quoteReplacement(types.get(0)))
            : annotation(code.kit().handles(), types);
    edit(edits, form.annotation(), annotation);
    edit(edits, form.name(), name(types, first.status()));
    edit(edits, form.type(), types.size() == 1 ? types.get(0) : general());
    String said = code.message(first) ? form.parameter() + ".getMessage()" : "";
    form.texts().forEach(piece -> edit(edits, piece, said.isEmpty() ? words(piece, first) : said));
    if (said.isEmpty()) {
      form.messages().forEach(piece -> edit(edits, piece, quoted(first)));
    }
    form.logs().forEach(piece -> drop(edits, piece));
    if (logs) {
      String log = advice.logger() + ".error(" + quoted(first) + ", " + form.parameter() + ");";
      log(edits, log, indent);
    }
    String copied = inStatus(applied(edits), first.status());
    String note = first.broad() ? BROAD + indent.end() + indent.by(0) : "";
    String copy =
        indent.end() + indent.end() + indent.by(0) + note + retried(copied, first.status());
    int at = end(text, form.whole());
    return Optional.of(
        imports.in(text.substring(0, at) + imports.shortened(copy) + text.substring(at)));
  }

  /** The file with a method, below that piece, that lets others see the exceptions. */
  static String rethrowing(
      String text, Outline.Piece after, String handles, List<Mapping> mappings) {
    Imports imports = new Imports(text);
    List<String> types =
        mappings.stream().map(each -> imports.shortened(each.exception())).toList();
    Indent indent = Indent.of(text, after.line());
    String end = indent.end();
    String method =
        (end + end + indent.by(0) + "/** Spring Security answers these. */")
            + (end + indent.by(0) + annotation(handles, types))
            + (end + indent.by(0) + "public void refused(RuntimeException e) {")
            + (end + indent.by(1) + "throw e;")
            + (end + indent.by(0) + "}");
    int at = end(text, after);
    return imports.in(text.substring(0, at) + method + text.substring(at));
  }

  private void edit(SortedMap<Integer, Edit> edits, Outline.Piece piece, String other) {
    int start = start(text, piece);
    edits.put(start, new Edit("", start, end(text, piece) - start, other));
  }

  /** The statement goes with its line. */
  private void drop(SortedMap<Integer, Edit> edits, Outline.Piece piece) {
    int start = Lines.offset(text, piece.line() - 1);
    int end = Lines.offset(text, piece.lastLine());
    edits.put(start, new Edit("", start, end - start, ""));
  }

  /** In place of what was logged, or before all else. */
  private void log(SortedMap<Integer, Edit> edits, String log, Indent indent) {
    if (form.logs().isEmpty()) {
      int start = start(text, form.body());
      edits.put(start, new Edit("", start, 0, log + indent.end() + indent.by(1)));
      return;
    }
    int start = Lines.offset(text, form.logs().get(0).line() - 1);
    int length = Lines.offset(text, form.logs().get(0).lastLine()) - start;
    edits.put(start, new Edit("", start, length, indent.by(1) + log + indent.end()));
  }

  private String applied(SortedMap<Integer, Edit> edits) {
    StringBuilder copy = new StringBuilder();
    int from = start(text, form.whole());
    for (Edit edit : edits.values()) {
      copy.append(text, from, edit.offset()).append(edit.text());
      from = edit.offset() + edit.length();
    }
    return copy.append(text, from, end(text, form.whole())).toString();
  }

  private static String annotation(String handles, List<String> types) {
    String all =
        types.stream().map(type -> type + ".class").reduce((a, b) -> a + ", " + b).orElse("");
    return "@" + handles + "(" + (types.size() == 1 ? all : "{" + all + "}") + ")";
  }

  private String general() {
    return slice(text, form.type()).equals("Throwable") ? "Throwable" : "Exception";
  }

  /** Like the others: all the same, with {@code handle} before, or as the exception is called. */
  private String name(List<String> types, int status) {
    String own = slice(text, form.name());
    if (advice.forms().size() > 1 && sameName() && types.size() == 1) {
      return own;
    }
    String simple = types.get(0).replaceFirst(".*\\.", "");
    String subject = types.size() == 1 ? simple : Status.reason(status).replaceAll("\\W+", "");
    boolean handle = own.matches("handle[A-Z]\\w*");
    boolean bare = !own.endsWith("Exception") && types.size() == 1;
    String shorter = bare ? subject.replaceFirst("(?<=.)Exception$", "") : subject;
    String name =
        handle
            ? "handle" + shorter
            : shorter.substring(0, 1).toLowerCase(Locale.ROOT) + shorter.substring(1);
    return advice.methods().contains(name) ? name + "Answer" : name;
  }

  private boolean sameName() {
    return advice.forms().stream().map(each -> slice(text, each.name())).distinct().count() == 1;
  }

  private static String reason(Mapping mapping) {
    return Status.reason(mapping.status());
  }

  private static String quoted(Mapping mapping) {
    return '"' + reason(mapping) + '"';
  }

  /** A code stays a code. */
  private String words(Outline.Piece piece, Mapping mapping) {
    String before = slice(text, piece);
    String reason = reason(mapping);
    if (before.matches("\"[A-Z][A-Z0-9_]+\"")) {
      return '"' + reason.toUpperCase(Locale.ROOT).replaceAll("\\W+", "_") + '"';
    }
    return before.matches("\"[a-z][a-z0-9_.-]*\"")
        ? '"'
            + reason.toLowerCase(Locale.ROOT).replaceAll("\\W+", before.contains("_") ? "_" : "-")
            + '"'
        : quoted(mapping);
  }

  private String inStatus(String copy, int status) {
    String old = code.kit().constant(old(), Status.reason(old()));
    Matcher single = Pattern.compile("(?m)^import static ([\\w.]+)\\." + old + ";").matcher(text);
    String all = ALL.matcher(text).find() ? "" : null;
    return words.replaced(copy, status, single.find() ? single.group(1) : all);
  }

  private int old() {
    return words.in(slice(text, form.whole())).first();
  }

  private static String retried(String copy, int status) {
    boolean later = status == 503 || status == 429;
    return later && !copy.contains("Retry-After")
        ? BUILT
            .matcher(copy)
            .replaceFirst(
                built ->
                    Matcher.quoteReplacement(built.group() + ".header(\"Retry-After\", \"5\")"))
        : copy;
  }
}
