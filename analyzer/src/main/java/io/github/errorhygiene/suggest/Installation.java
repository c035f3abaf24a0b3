package io.github.errorhygiene.suggest;

import io.github.errorhygiene.remedy.Code;
import io.github.errorhygiene.remedy.Code.Shape;
import io.github.errorhygiene.remedy.Mapping;
import io.github.errorhygiene.remedy.Spot;
import io.github.errorhygiene.source.Anchors;
import io.github.errorhygiene.source.Anchors.Anchor;
import io.github.errorhygiene.source.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts handlers of exceptions and request ids in where a program puts its server together. */
final class Installation {
  /** Stands for what the code is put around, or called on. */
  private static final String HERE = "\u0001";

  private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+);\\n");
  private static final Pattern LOG = Pattern.compile("\\bLOG\\.");
  private static final Pattern SLF4J = Pattern.compile("\\borg\\.slf4j\\.|\\blombok\\.extern\\.");
  private static final int CONTINUED = 2;

  private final Module module;
  private final Texts texts;
  private final Code code;
  private final Spot spot;
  private final UnaryOperator<String> free;

  /**
   * For one module.
   *
   * @param free makes a name of a class one that no file has
   */
  Installation(Module module, Texts texts, Code code, UnaryOperator<String> free) {
    this.module = module;
    this.texts = texts;
    this.code = code;
    this.spot = Objects.requireNonNull(code.kit().spot());
    this.free = free;
  }

  /** Code, and the class that it uses; without one an empty name. */
  private record Part(String text, String className, String classText) {}

  /** Adds what is planned. What sets request ids is added last, and so goes before the rest. */
  void write(Plan plan, List<String> files) {
    List<Mapping> mappings = mappings(plan);
    if (!mappings.isEmpty()) {
      put(answers(mappings), files, true);
    }
    if (plan.requestId()) {
      put(requestId(), files, false);
    }
  }

  /** The general ones last: often the first one that fits answers. */
  private List<Mapping> mappings(Plan plan) {
    Access access = new Access(module, texts);
    List<Mapping> mappings = new ArrayList<>(plan.early());
    mappings.addAll(plan.late());
    mappings.removeIf(each -> !access.allows(each.exception()));
    return new Lineage(module, texts).sorted(mappings);
  }

  private Part answers(List<Mapping> mappings) {
    if (spot.answers().isEmpty()) {
      return new Part(code.at(HERE).answers(mappings), "", "");
    }
    String name = free.apply("ErrorAnswers");
    Shape shape = new Shape(module.packageName(), name, false, false, false);
    return new Part(used(spot.answers(), name), name, code.answers(shape, mappings));
  }

  private Part requestId() {
    if (spot.requestId().isEmpty()) {
      return new Part(code.at(HERE).requestId("", "RequestIds"), "", "");
    }
    String name = free.apply("RequestIdHandler");
    String text = code.requestId(module.packageName(), name);
    return new Part(used(spot.requestId(), name), name, text);
  }

  private String used(String template, String name) {
    String own = module.packageName();
    return code.at(HERE).use(template, own.isEmpty() ? name : own + "." + name);
  }

  private void put(Part part, List<String> files, boolean answering) {
    for (String file : files) {
      Optional<String> changed =
          texts
              .get(file)
              .filter(text -> module.has(file))
              .flatMap(text -> put(text, part, answering));
      if (changed.isPresent()) {
        texts.put(file, changed.get());
        if (!part.className().isEmpty()) {
          texts.put(module.path(part.className()), part.classText());
        }
        if (!spot.all()) {
          return;
        }
      }
    }
  }

  private Optional<String> put(String text, Part part, boolean answering) {
    if (!spot.kept().isEmpty()) {
      return Anchors.kept(text, spot.kept(), spot.last()).stream()
          .findFirst()
          .map(anchor -> changed(text, anchor, part, code -> after(text, anchor, code)));
    }
    boolean chained = answering || spot.handed().isEmpty();
    Optional<Anchor> link =
        chained
            ? Anchors.links(text, spot.link(), spot.type(), spot.lambda()).stream().findFirst()
            : Optional.empty();
    if (link.isPresent()) {
      Anchor anchor = link.get();
      return Optional.of(changed(text, anchor, part, code -> chained(text, anchor, code)));
    }
    return spot.handed().isEmpty() ? Optional.empty() : wrapped(text, part, answering);
  }

  private List<Anchor> handed(String text, boolean answering) {
    List<String> inner =
        spot.inner().stream()
            .map(each -> code.use(each, ""))
            .filter(each -> !each.isBlank())
            .toList();
    List<Anchor> inside = answering ? Anchors.handed(text, spot.handed(), inner) : List.of();
    return inside.isEmpty() ? Anchors.handed(text, spot.handed(), spot.on()) : inside;
  }

  /** The last ones first, so that the places of the others stay. */
  private Optional<String> wrapped(String text, Part part, boolean answering) {
    List<Anchor> handed = handed(text, answering);
    if (handed.isEmpty()) {
      return Optional.empty();
    }
    List<Anchor> meant = spot.all() ? handed : List.of(handed.get(handed.size() - 1));
    String changed = text;
    for (Anchor anchor :
        meant.stream()
            .sorted(Comparator.comparingInt((Anchor each) -> start(text, each)).reversed())
            .toList()) {
      String before = changed;
      changed = changed(before, anchor, part, code -> around(before, anchor, code));
    }
    return Optional.of(changed);
  }

  /** The text with the code, its imports, and a logger if it needs one. */
  private String changed(String text, Anchor anchor, Part part, UnaryOperator<String> insertion) {
    Imports imports = new Imports(text);
    IMPORT.matcher(part.text()).results().forEach(each -> imports.need(each.group(1)));
    String body = IMPORT.matcher(part.text()).replaceAll("").strip();
    String shortened = imports.shortened(body.replaceAll("\\n{2,}", "\n"));
    boolean logs = LOG.matcher(shortened).find();
    boolean slf4j = code.traits().contains("slf4j");
    boolean own = anchor.logger().isEmpty() || slf4j != SLF4J.matcher(text).find();
    String logger = own ? "LOG" : anchor.logger();
    String changed =
        insertion.apply(LOG.matcher(shortened).replaceAll(Matcher.quoteReplacement(logger + ".")));
    return imports.in(
        logs && own
            ? OwnLogger.in(changed, anchor.className(), anchor.body(), slf4j, imports)
            : changed);
  }

  /** Statements below the one that keeps what they are about. */
  private static String after(String text, Anchor anchor, String code) {
    int at = Lines.offset(text, anchor.piece().lastLine());
    Indent indent = Indent.of(text, anchor.piece().line());
    String statements = code.replace(HERE, anchor.target());
    return text.substring(0, at) + Placement.indented(statements, indent) + text.substring(at);
  }

  /** Further calls in a chain. */
  private static String chained(String text, Anchor anchor, String code) {
    int at = end(text, anchor.piece());
    String around = "(" + HERE + ")";
    String calls =
        code.contains(around)
            ? code.substring(code.indexOf(around) + around.length()).strip()
            : code.replaceAll("(?m)^" + HERE, "").replaceAll("(?m)^([^\\s].*)?;$", "$1");
    Indent indent = Indent.of(text, anchor.piece().line());
    boolean ends = !text.substring(at).stripLeading().startsWith(".");
    boolean sameLine = text.startsWith(".", at);
    String rest = ends || !sameLine ? "" : indent.end() + indent.by(CONTINUED);
    String added = Placement.indented(calls, indent.continued(CONTINUED)).stripTrailing();
    return text.substring(0, at) + indent.end() + added + rest + text.substring(at);
  }

  /** An expression around another. */
  private static String around(String text, Anchor anchor, String code) {
    int start = start(text, anchor);
    int end = end(text, anchor.piece());
    int here = code.indexOf(HERE);
    String before = code.substring(0, here);
    List<String> after = code.substring(here + HERE.length()).lines().toList();
    Indent indent = Indent.of(text, anchor.piece().line());
    String first = after.isEmpty() ? "" : after.get(0);
    String more =
        after.size() < 2
            ? ""
            : indent.end()
                + Placement.indented(
                        String.join("\n", after.subList(1, after.size())), indent.continued(1))
                    .stripTrailing();
    return text.substring(0, start)
        + before
        + text.substring(start, end)
        + first
        + more
        + text.substring(end);
  }

  private static int start(String text, Anchor anchor) {
    return Lines.offset(text, anchor.piece().line() - 1) + anchor.piece().column() - 1;
  }

  private static int end(String text, Outline.Piece piece) {
    return Lines.offset(text, piece.lastLine() - 1) + piece.lastColumn();
  }
}
