package io.github.errorhygiene.spring;

import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.web.YamlRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A library that answers exceptions: {@code libraries/*.yaml}.
 *
 * @param name its artifact
 * @param asked when it is asked, by web stack ({@code servlet}, {@code reactive})
 * @param trait binary name: an advice of the service below it has the library's handlers; empty if
 *     the library has an advice of its own only
 * @param types of the advice that the library brings if no advice is below {@code trait}
 * @param typesWithSecurity further ones with Spring Security
 * @param given a class that is on the class path where the library brings its advice
 * @param imports the library is used where something is imported whose name starts so
 * @param artifacts that bring its advice
 * @param properties start of its configuration's keys; empty if it has none
 * @param controllers annotation of the controllers that its advice is for; empty for all
 * @param handlers interface of the service's own parts that are asked first; empty if none
 * @param customizers interface of the service's own parts that add to bodies; empty if none
 * @param members annotation of an exception's members that bodies show; empty if none
 * @param entryPoints parts for Spring Security that answer whoever is not authenticated or not
 *     allowed: with an answer of the library's, or with that of the advices
 * @param hooks methods of the trait by which an advice changes every answer
 * @param unknownWith methods of the trait: with one of its own nobody knows what an advice adds
 * @param keys members of a body, where a row does not say otherwise
 * @param message the member that shows the exception's message, likewise
 * @param logged which answers' exceptions it logs with their stack trace
 */
record Library(
    String name,
    Map<?, ?> asked,
    String trait,
    List<String> types,
    List<String> typesWithSecurity,
    String given,
    List<String> imports,
    List<String> artifacts,
    String properties,
    String controllers,
    String handlers,
    String customizers,
    String members,
    Map<?, ?> entryPoints,
    List<String> hooks,
    List<String> unknownWith,
    String contentType,
    List<String> keys,
    String message,
    Logged logged,
    List<Row> rows) {
  private static final List<Library> ALL =
      Stream.of(
              "error-handling-spring-boot-starter", "problem-spring-web", "problem-spring-webflux")
          .flatMap(name -> read("libraries/" + name + ".yaml").stream())
          .toList();

  /** When a library logs an exception with its stack trace. */
  enum Logged {
    OF_SERVER,
    CONFIGURED
  }

  /** From where an answer's status comes. */
  enum StatusOf {
    /** The configuration names the exception. */
    CONFIGURED,
    /** The exception carries it. */
    CARRIED,
    /** The exception's own {@link Row#getter()}. */
    GETTER,
    /** {@code @ResponseStatus} on the class, or on one above. */
    RESPONSE_STATUS,
    /** {@code @ResponseStatus} on the very class. */
    OWN_RESPONSE_STATUS
  }

  /**
   * What is answered for one kind of exception.
   *
   * @param trait the advices that have it; empty for all
   * @param exception binary name
   * @param statusOf asked in this order; the first that knows a status wins
   * @param status if none does
   * @param own members of the body that the exception may have itself
   * @param message the member that shows the exception's message; empty if none does
   * @param exact only for the very class
   */
  record Row(
      String trait,
      String exception,
      List<StatusOf> statusOf,
      int status,
      String getter,
      List<String> own,
      String message,
      List<String> keys,
      boolean exact) {}

  static List<Library> all() {
    return ALL;
  }

  boolean isAsked(boolean reactive, String when) {
    return when.equals(asked.get(reactive ? "reactive" : "servlet"));
  }

  /** What is logged of an answer with that status. */
  Logs logs(int status, Map<String, String> settings) {
    boolean trace =
        logged == Logged.OF_SERVER
            ? status >= 500
            : new LibrarySettings(settings, properties).logsStackTrace(status);
    return new Logs(trace ? Set.of(Logs.Line.EXCEPTION, Logs.Line.TEXT) : Set.of(Logs.Line.TEXT));
  }

  /** A row for what has the library's usual body. */
  Row usual(int status) {
    return new Row("", "", List.of(), status, "", List.of(), message, keys, false);
  }

  /** The nearest for an exception with these supertypes; null if there is none. */
  @Nullable Row nearest(List<String> supertypes) {
    for (String type : supertypes) {
      for (Row row : rows) {
        boolean fits = row.exception().equals(type);
        if (fits && (!row.exact() || type.equals(supertypes.get(0)))) {
          return row;
        }
      }
    }
    return null;
  }

  /** A file has one library or several; each with its rows behind it. */
  private static List<Library> read(String resource) {
    List<Map<?, ?>> heads = new ArrayList<>();
    List<List<Row>> rows = new ArrayList<>();
    for (Map<?, ?> row : YamlRows.read(Library.class, resource)) {
      if (row.containsKey("library")) {
        heads.add(row);
        rows.add(new ArrayList<>());
      } else {
        rows.get(rows.size() - 1).add(row(row, heads.get(heads.size() - 1)));
      }
    }
    List<Library> libraries = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      libraries.add(library(heads.get(i), List.copyOf(rows.get(i))));
    }
    return libraries;
  }

  private static Library library(Map<?, ?> head, List<Row> rows) {
    boolean always = "configured".equals(head.get("logged"));
    return new Library(
        YamlRows.text(head, "library", ""),
        map(head, "asked"),
        YamlRows.text(head, "trait", ""),
        YamlRows.strings(head.get("types")),
        YamlRows.strings(head.get("types-with-security")),
        YamlRows.text(head, "given", ""),
        YamlRows.strings(head.get("imports")),
        YamlRows.strings(head.get("artifacts")),
        YamlRows.text(head, "properties", ""),
        YamlRows.text(head, "controllers", ""),
        YamlRows.text(head, "handlers", ""),
        YamlRows.text(head, "customizers", ""),
        YamlRows.text(head, "members", ""),
        map(head, "entry-points"),
        YamlRows.strings(head.get("hooks")),
        YamlRows.strings(head.get("unknown-with")),
        YamlRows.text(head, "content-type", ""),
        YamlRows.strings(head.get("keys")),
        YamlRows.text(head, "message", ""),
        always ? Logged.CONFIGURED : Logged.OF_SERVER,
        rows);
  }

  private static Map<?, ?> map(Map<?, ?> head, String key) {
    return head.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Row row(Map<?, ?> row, Map<?, ?> head) {
    String message = YamlRows.text(row, "message", YamlRows.text(head, "message", ""));
    return new Row(
        YamlRows.text(row, "trait", ""),
        YamlRows.text(row, "exception", ""),
        strings("status-of", row, head).stream()
            .map(name -> StatusOf.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
            .toList(),
        YamlRows.number(row, "status", 0),
        YamlRows.text(row, "getter", ""),
        YamlRows.strings(row.get("own")),
        message.equals("none") ? "" : message,
        strings("keys", row, head),
        Boolean.TRUE.equals(row.get("exact")));
  }

  private static List<String> strings(String key, Map<?, ?> row, Map<?, ?> head) {
    return YamlRows.strings(row.containsKey(key) ? row.get(key) : head.get(key));
  }
}
