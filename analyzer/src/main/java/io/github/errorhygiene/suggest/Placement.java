package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.remedy.Code;
import io.github.errorhygiene.remedy.Mapping;
import io.github.errorhygiene.source.Sites;
import io.github.errorhygiene.source.Sites.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes handlers of exceptions where a program registers its other handlers. */
final class Placement {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+);\\n");
  private static final Pattern LOG = Pattern.compile("\\bLOG\\.");

  private final Module module;
  private final Application application;
  private final Texts texts;
  private final Code code;

  Placement(Module module, Application application, Texts texts, Code code) {
    this.module = module;
    this.application = application;
    this.texts = texts;
    this.code = code;
  }

  /**
   * Adds what is planned to the first file that registers handlers.
   *
   * @param files in their order
   */
  void write(Plan plan, List<String> files) {
    boolean id = plan.requestId();
    if (id && isGlobal()) {
      id = false;
      if (!isIdentified()) {
        put(inFrontOf(files), text -> written(text, List.of(), true));
      }
    }
    List<Mapping> mappings = new ArrayList<>(plan.early());
    mappings.addAll(plan.late());
    boolean withId = id;
    put(files.stream().filter(module::has).toList(), text -> written(text, mappings, withId));
  }

  private void put(List<String> files, Function<String, Optional<String>> written) {
    for (String file : files) {
      Optional<String> changed = texts.get(file).flatMap(written);
      if (changed.isPresent()) {
        texts.put(file, changed.get());
        return;
      }
    }
  }

  /** Handlers may be registered on no object: then one server has those of all modules. */
  private boolean isGlobal() {
    return Character.isUpperCase(code.kit().target().charAt(0));
  }

  /** Whether another module's files have got it already. */
  private boolean isIdentified() {
    String statement = code.requestId("", "RequestIds").strip().replaceFirst("(?s).*\\n", "");
    return texts.changed().values().stream().anyMatch(text -> text.contains(statement));
  }

  /** First where exceptions are handled, for all modules, then those of this one. */
  private List<String> inFrontOf(List<String> files) {
    Stream<String> handling =
        application.boundaries().stream()
            .filter(each -> each.kind() == Boundary.Kind.HANDLER && each.place() != null)
            .map(each -> Objects.requireNonNull(each.place()).file());
    return Stream.concat(handling, files.stream().filter(module::has)).distinct().toList();
  }

  private Optional<String> written(String text, List<Mapping> mappings, boolean id) {
    return text.contains(code.kit().sign())
        ? Sites.of(text, code.kit().verbs())
            .filter(site -> !site.target().isEmpty() || isGlobal())
            .map(site -> written(text, site, mappings, id))
            .filter(changed -> !changed.equals(text))
        : Optional.empty();
  }

  private String written(String text, Site site, List<Mapping> planned, boolean withId) {
    Imports imports = new Imports(text);
    Access access = new Access(module, texts);
    List<Mapping> mappings = new ArrayList<>(planned);
    Lineage lineage = new Lineage(module, texts);
    mappings.removeIf(each -> !access.allows(each.exception(), imports.packageName()));
    // exception(…) takes classes of exceptions alone
    mappings.removeIf(each -> lineage.isNoException(each.exception()));
    List<Mapping> ordered = lineage.sorted(mappings);
    Code placed = code.at(site.target());
    String id = withId ? placed.requestId("", "RequestIds") : "";
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
