package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Reaction;
import io.github.errorhygiene.remedy.Code;
import io.github.errorhygiene.remedy.Code.Shape;
import io.github.errorhygiene.remedy.Mapping;
import io.github.errorhygiene.remedy.OwnPackages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes the classes of a module. */
final class Writer {
  private static final List<String> STATUS =
      List.of("jakarta.ws.rs.WebApplicationException", "javax.ws.rs.WebApplicationException");

  private static final Pattern HANDLERS =
      Pattern.compile("@ExceptionHandler\\b|\\w+ExceptionResolver\\b|\\bWebExceptionHandler\\b");

  /** Browsers expect pages of such controllers, and the container's error page is one. */
  private static final Pattern VIEWS =
      Pattern.compile("\\bimport org\\.springframework\\.stereotype\\.(?:Controller|\\*);");

  private static final Pattern NESTED =
      Pattern.compile("public static class (\\w+)\\s+implements \\w*ExceptionMapper\\b");

  private final Module module;
  private final Application application;
  private final Texts texts;
  private final List<String> files;

  /**
   * For one module.
   *
   * @param files of the project, whose names its classes must not have
   */
  Writer(Module module, Application application, Texts texts, List<String> files) {
    this.module = module;
    this.application = application;
    this.texts = texts;
    this.files = files;
  }

  /**
   * Whether nothing takes what nobody has thought of, and a class that does takes nothing from
   * others.
   */
  boolean mayTakeEverything() {
    if (!module.kit().answers().contains("{{#unexpected}}")) {
      return false;
    }
    boolean open =
        module.contracts().stream()
            .allMatch(
                contract -> contract.unexpected().stream().limit(1).allMatch(Reaction::isDefault));
    return open && (module.kit().closest() || isAlone());
  }

  /** Whether no file has handlers, for whatever exceptions, or answers with pages. */
  private boolean isAlone() {
    return !mentions(HANDLERS) && !mentions(VIEWS);
  }

  private boolean mentions(Pattern pattern) {
    return files.stream()
        .filter(module::has)
        .flatMap(file -> texts.get(file).stream())
        .anyMatch(text -> pattern.matcher(text).find());
  }

  /** Writes what is planned. */
  void write(Plan plan, boolean everything, boolean filter) {
    String unless = module.kit().unless();
    if (!unless.isEmpty() && mentions(Pattern.compile(unless))) {
      return;
    }
    Code code = new Code(module.kit(), traits(), OwnPackages.of(application));
    if (code.kit().spot() != null) {
      new Installation(module, texts, code, this::free).write(plan, files);
      return;
    }
    if (!code.kit().classes()) {
      new Placement(module, application, texts, code).write(plan, files);
      return;
    }
    List<String> classes = new ArrayList<>();
    // what goes before others needs a class of its own
    boolean ordered = code.kit().answers().contains("{{#first}}") && mentions(HANDLERS);
    Extension extension = new Extension(module, application, texts, files, code);
    List<Mapping> early = extension.corrected(plan.early(), plan.takers());
    List<Mapping> first = ordered ? early : List.of();
    List<Mapping> last = new ArrayList<>(ordered ? List.of() : early);
    last.addAll(extension.added(plan.late()));
    if (!first.isEmpty()) {
      String name = free("EarlyErrorAnswers");
      add(name, code.answers(shape(name, true, false, filter), first), classes);
    }
    if (!last.isEmpty() || everything) {
      String name = free("ErrorAnswers");
      List<Mapping> asked = new Lineage(module, texts).sorted(last);
      boolean inOrder = code.kit().answers().contains("instanceof {{type}}");
      List<Mapping> meant = inOrder ? asked : last;
      add(name, code.answers(shape(name, false, everything, filter), meant), classes);
    }
    if (filter) {
      String name = free("RequestIdFilter");
      add(name, code.requestId(module.packageName(), name), classes);
    }
    List<Mapping> filtered = plan.filtered().stream().filter(this::isAtHand).toList();
    if (!filtered.isEmpty() && !code.kit().filter().isEmpty()) {
      String name = free("FilterErrorAnswers");
      List<Mapping> asked = new Lineage(module, texts).sorted(filtered);
      add(name, code.filter(shape(name, true, false, filter), asked), classes);
    }
    register(classes);
  }

  /** Whether the module has the exception's library: filters may be another module's. */
  private boolean isAtHand(Mapping mapping) {
    String exception = mapping.exception();
    String owner = exception.replaceFirst("\\.[A-Z].*", "");
    String file = "/" + exception.replace('.', '/') + ".java";
    return owner.startsWith("java.")
        || files.stream().anyMatch(each -> ("/" + each).endsWith(file))
        || mentions(Pattern.compile("(?m)^import (?:static )?" + Pattern.quote(owner + ".")));
  }

  /** Those of the application; in addition whether it maps what has a status of its own. */
  private Set<String> traits() {
    Taken taken = new Taken(module, application, texts);
    boolean maps = STATUS.stream().anyMatch(taken::has);
    Set<String> traits = new TreeSet<>(application.traits());
    if (maps) {
      traits.add("status-mapper");
    }
    return traits;
  }

  private Shape shape(String name, boolean first, boolean everything, boolean filter) {
    return new Shape(module.packageName(), name, first, everything, filter);
  }

  /** A name that no file of the project has. */
  private String free(String wanted) {
    String name = module.suffix() + wanted;
    return files.stream().noneMatch(file -> ("/" + file).endsWith("/" + name + ".java"))
        ? name
        : "Suggested" + name;
  }

  private void add(String name, String text, List<String> classes) {
    texts.put(module.path(name), text);
    List<String> nested =
        NESTED.matcher(text).results().map(MatchResult::group).map(Writer::lastWord).toList();
    if (nested.isEmpty()) {
      classes.add(name);
    }
    nested.forEach(each -> classes.add(name + "." + each));
  }

  private static String lastWord(String declaration) {
    return NESTED.matcher(declaration).replaceAll("$1");
  }

  private void register(List<String> classes) {
    if (module.kit().answers().contains("@Provider")) {
      for (String file : files.stream().filter(module::has).toList()) {
        texts
            .get(file)
            .flatMap(text -> Registration.of(text, module, classes))
            .ifPresent(text -> texts.put(file, text));
      }
    }
  }
}
