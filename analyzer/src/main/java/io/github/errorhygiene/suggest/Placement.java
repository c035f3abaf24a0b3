package io.github.errorhygiene.suggest;

import io.github.errorhygiene.remedy.Code;
import io.github.errorhygiene.remedy.Mapping;
import io.github.errorhygiene.source.Sites;
import io.github.errorhygiene.source.Sites.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes handlers of exceptions where a program registers its other handlers. */
final class Placement {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+);\\n");
  private static final Pattern LOG = Pattern.compile("\\bLOG\\.");

  private final Module module;
  private final Texts texts;
  private final Code code;

  Placement(Module module, Texts texts, Code code) {
    this.module = module;
    this.texts = texts;
    this.code = code;
  }

  /**
   * Adds what is planned to the first file that registers handlers.
   *
   * @param files in their order
   */
  void write(Plan plan, List<String> files) {
    for (String file : files) {
      Optional<String> changed = texts.get(file).flatMap(text -> written(file, text, plan));
      if (changed.isPresent()) {
        texts.put(file, changed.get());
        return;
      }
    }
  }

  private Optional<String> written(String file, String text, Plan plan) {
    if (!module.has(file) || !text.contains(code.kit().sign())) {
      return Optional.empty();
    }
    return Sites.of(text, code.kit().verbs())
        .filter(site -> !site.target().isEmpty() || isType(code.kit().target()))
        .map(site -> written(text, site, plan))
        .filter(changed -> !changed.equals(text));
  }

  /** Handlers may be registered on no object. */
  private static boolean isType(String target) {
    return Character.isUpperCase(target.charAt(0));
  }

  private String written(String text, Site site, Plan plan) {
    Imports imports = new Imports(text);
    Access access = new Access(module, texts);
    List<Mapping> mappings = new ArrayList<>(plan.early());
    mappings.addAll(plan.late());
    mappings.removeIf(each -> !access.allows(each.exception(), imports.packageName()));
    List<Mapping> ordered = new Lineage(module, texts).sorted(mappings);
    Code placed = code.at(site.target());
    String id = plan.requestId() ? placed.requestId("", "RequestIds") : "";
    String answers = ordered.isEmpty() ? "" : placed.answers(ordered);
    String statements = id + answers;
    IMPORT.matcher(statements).results().forEach(each -> imports.need(each.group(1)));
    String body = IMPORT.matcher(statements).replaceAll("").replaceAll("\\n{2,}", "\n").strip();
    if (body.isEmpty()) {
      return text;
    }
    boolean logs = LOG.matcher(body).find();
    String logger = site.logger().isEmpty() ? "LOG" : site.logger();
    String named = LOG.matcher(body).replaceAll(Matcher.quoteReplacement(logger + "."));
    int at = Lines.offset(text, site.line() - 1);
    String changed =
        text.substring(0, at) + indented(named, Indent.of(text, site.line())) + text.substring(at);
    return imports.in(
        logs && site.logger().isEmpty()
            ? OwnLogger.in(changed, site.className(), site.body(), true, imports)
            : changed);
  }

  static String indented(String code, Indent indent) {
    StringBuilder lines = new StringBuilder();
    for (String line : code.lines().toList()) {
      int levels = (line.length() - line.stripLeading().length()) / 2;
      lines.append(indent.by(levels)).append(line.stripLeading()).append(indent.end());
    }
    return lines.toString();
  }
}
