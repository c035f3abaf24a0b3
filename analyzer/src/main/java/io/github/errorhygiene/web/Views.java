package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.escape.PrintedTexts;
import io.github.errorhygiene.template.Template;
import io.github.errorhygiene.template.Templates;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Pages that the application renders for errors: what they show, and whether they have an id. */
public final class Views {
  /** Type of what handlers are given to put the attributes of a page into. */
  public static final String MODEL = "#model";

  private static final String HTML = "text/html";

  /** What JSP calls the failure that a page is for. */
  private static final String FAILURE = "exception";

  /** Attributes of a request that is sent to an error page (Servlet specification, 10.9.1). */
  private static final String OF_ERRORS = "servlet.error.";

  private final Templates templates;
  private final Engine engine;
  private final RequestIds ids;

  public Views(Project project) {
    this.templates = project.templates();
    this.engine = project.engine();
    this.ids = project.catalogue().requestIds();
  }

  /** The page that an answer names whose fields are the attributes. */
  public ErrorPage of(Instance answer) {
    List<Template> named =
        Parts.body(answer).strings().stream()
            .map(templates::view)
            .flatMap(Optional::stream)
            .toList();
    return named.size() == 1 ? page(named.get(0), answer.fields()) : unknown();
  }

  /**
   * The page at a path of the web application, for a failure if there is one.
   *
   * @param type its media type
   */
  public ErrorPage at(String path, String type, Optional<Escape> failure) {
    Optional<Template> found = templates.page(path);
    if (found.isEmpty() || !found.get().isJsp()) {
      return new ErrorPage(type, new TreeSet<>(), List.of());
    }
    Map<String, Value> model = new TreeMap<>();
    failure.ifPresent(escape -> model.put(FAILURE, Value.of(new Caught(escape))));
    return page(found.get(), model);
  }

  private static ErrorPage unknown() {
    return new ErrorPage(HTML, new TreeSet<>(), List.of(), false, Certainty.UNKNOWN, 0);
  }

  private ErrorPage page(Template template, Map<String, Value> model) {
    SortedSet<String> exposes = new TreeSet<>();
    for (List<String> path : template.paths()) {
      exposes.addAll(AnswerReader.exposed(shown(path, model)));
    }
    Stream<String> asked = template.isJsp() ? template.texts().stream() : Stream.of();
    List<String> ofErrors = asked.filter(text -> text.contains(OF_ERRORS)).toList();
    for (String attribute : ofErrors) {
      exposes.addAll(AnswerReader.exposed(attribute(attribute, model)));
    }
    boolean message = ofErrors.stream().anyMatch(text -> text.endsWith(".message"));
    return new ErrorPage(
        HTML, new TreeSet<>(), List.copyOf(exposes), message, id(template, model), 0);
  }

  private Dependence shown(List<String> path, Map<String, Value> model) {
    List<String> plain = ofFailure(path);
    Value root = model.getOrDefault(plain.get(0), Value.NOTHING);
    return PrintedTexts.of(engine, root, plain.subList(1, plain.size()));
  }

  /** {@code pageContext.errorData.throwable} is {@code exception}. */
  private static List<String> ofFailure(List<String> path) {
    int skipped =
        !path.get(0).equals("pageContext") || path.size() < 2
            ? 0
            : path.get(1).equals(FAILURE) ? 2 : path.get(1).equals("errorData") ? 3 : 0;
    return skipped == 0 || path.size() < skipped
        ? path
        : Stream.concat(Stream.of(FAILURE), path.stream().skip(skipped)).toList();
  }

  private Dependence attribute(String name, Map<String, Value> model) {
    Value failure = model.getOrDefault(FAILURE, Value.NOTHING);
    String member = name.substring(name.lastIndexOf('.') + 1);
    return switch (member) {
      case "exception" -> PrintedTexts.of(engine, failure, List.of());
      case "exception_type" -> PrintedTexts.of(engine, failure, List.of("class"));
      case "message" -> PrintedTexts.of(engine, failure, List.of("message"));
      default -> Dependence.NONE;
    };
  }

  /** An id that is printed and that somebody has put there. */
  private Certainty id(Template template, Map<String, Value> model) {
    boolean known =
        template.paths().stream().anyMatch(path -> model.containsKey(path.get(0)) && isId(path));
    boolean asked =
        Stream.concat(template.texts().stream(), template.paths().stream().flatMap(List::stream))
            .anyMatch(ids::isKey);
    return known ? Certainty.YES : asked || template.includes() ? Certainty.UNKNOWN : Certainty.NO;
  }

  private boolean isId(List<String> path) {
    return ids.isKey(path.get(path.size() - 1));
  }
}
