package io.github.errorhygiene.remedy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known about mending answers in one framework, or several that are alike.
 *
 * @param frameworks their names, as contracts have them
 * @param constants names of statuses in the framework's code where they are not the reason phrase
 * @param covered beginnings of names of exceptions whose own status the base class keeps; those
 *     after a {@code +} only with Spring's {@code ProblemDetail}
 * @param carries expressions for the status that an exception carries, by exception
 * @param refusals expressions for exceptions that have a status, by status or {@code other}
 * @param rethrown beginnings of names of exceptions that others must see
 * @param told exceptions whose message is for the caller
 * @param texts by rule, or by rule and kind of boundary as {@code wrong-status/catch}
 * @param answers template of the code that answers exceptions
 * @param requestId template of the code that gives each answer a request id
 * @param filter template of the code that answers what filters throw; empty if nothing but the
 *     handlers of exceptions sees it anyway
 * @param advices simple names of the annotations of classes whose methods answer exceptions
 * @param handles simple name of the annotation of such methods
 * @param verbs names of methods by which programs register handlers for paths; empty if the code is
 *     no statements for there
 * @param sign what a file that registers handlers says somewhere
 * @param target template of what such methods are called on if nothing is known of the program
 * @param classes the code is classes, which work where they are in the sources
 * @param unless what the sources of an application say, a regular expression, in which such classes
 *     do not work by themselves; empty if they always do
 * @param closest of several handlers the one for the closest type answers, and there is one for
 *     each
 * @param spot where else the code belongs; null if nothing is known
 */
public record Kit(
    List<String> frameworks,
    Map<String, String> constants,
    List<String> covered,
    Map<String, String> carries,
    Map<String, String> refusals,
    List<String> rethrown,
    List<String> told,
    Map<String, String> texts,
    String answers,
    String requestId,
    String filter,
    List<String> advices,
    String handles,
    Set<String> verbs,
    String sign,
    String target,
    boolean classes,
    String unless,
    boolean closest,
    @Nullable Spot spot) {
  private static final List<Kit> ALL =
      List.of(
          read("armeria"),
          read("helidon"),
          read("httpserver"),
          read("javalin"),
          read("jaxrs"),
          read("jetty"),
          read("micronaut"),
          read("servlet"),
          read("spark"),
          read("spring-mvc"),
          read("spring-webflux"),
          read("undertow"),
          read("vertx"));

  public Kit {
    frameworks = List.copyOf(frameworks);
    covered = List.copyOf(covered);
    rethrown = List.copyOf(rethrown);
    told = List.copyOf(told);
    advices = List.copyOf(advices);
    verbs = Collections.unmodifiableSet(verbs);
  }

  private static Kit read(String name) {
    Map<?, ?> file = Data.read(name);
    return new Kit(
        Data.list(file.get("frameworks")),
        Data.map(file.get("constants")),
        Data.list(file.get("covered")),
        Data.map(file.get("carries")),
        Data.map(file.get("refusals")),
        Data.list(file.get("rethrown")),
        Data.list(file.get("told")),
        Data.map(file.get("texts")),
        Data.text(file, "answers"),
        Data.text(file, "request-id"),
        Data.text(file, "filter"),
        Data.list(file.get("advices")),
        Data.text(file, "handles"),
        new TreeSet<>(Data.list(file.get("verbs"))),
        Data.text(file, "sign"),
        Data.text(file, "target"),
        Boolean.TRUE.equals(file.get("classes")),
        Data.text(file, "unless"),
        Boolean.TRUE.equals(file.get("closest")),
        file.get("place") instanceof Map<?, ?> place ? Spot.read(place) : null);
  }

  /** All, in the order of their files. */
  static List<Kit> all() {
    return ALL;
  }

  /**
   * The one for a framework; empty if none is known.
   *
   * @param framework as contracts name it
   */
  public static Optional<Kit> of(String framework) {
    return ALL.stream().filter(kit -> kit.frameworks().contains(framework)).findFirst();
  }

  /** Whether the base class keeps the status that the exception asks for. */
  boolean covers(String exception, Set<String> traits) {
    return covered.stream()
        .filter(prefix -> !prefix.startsWith("+") || traits.contains("problem-detail"))
        .map(prefix -> prefix.startsWith("+") ? prefix.substring(1) : prefix)
        .anyMatch(exception::startsWith);
  }

  boolean rethrows(String exception) {
    return rethrown.stream().anyMatch(exception::startsWith);
  }

  /** The template of an expression for an exception with that status; empty if there is none. */
  String refusal(int status) {
    return refusals.getOrDefault(String.valueOf(status), refusals.getOrDefault("other", ""));
  }

  /** {@code NOT_FOUND}, as the framework calls it. */
  public String constant(int status, String reason) {
    return constants.getOrDefault(
        String.valueOf(status),
        String.join("_", Arrays.asList(reason.split("\\W+"))).toUpperCase(Locale.ROOT));
  }
}
