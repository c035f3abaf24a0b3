package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.jaxrs.Implementation.Guard;
import io.github.errorhygiene.jaxrs.Implementation.Unreadable;
import io.github.errorhygiene.jaxrs.Input.Kind;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The runtimes that the tool knows: {@code implementations.yaml}. */
final class Implementations {
  private static final String FILE = "implementations.yaml";
  private static final List<Map<?, ?>> ROWS = read();

  private final Map<?, ?> row;
  private final Project project;
  private final boolean onClassPath;
  private final String namespace;

  private Implementations(Map<?, ?> row, Project project, boolean onClassPath, String namespace) {
    this.row = row;
    this.project = project;
    this.onClassPath = onClassPath;
    this.namespace = namespace;
  }

  /**
   * The one that a project runs on: by its class path, else by its build files, else by its
   * imports, else the last.
   *
   * @param namespace {@code jakarta} or {@code javax}
   */
  static Implementation of(Project project, String namespace) {
    for (Map<?, ?> row : ROWS) {
      if (strings(row.get("types")).stream().anyMatch(project.given())) {
        return new Implementations(row, project, true, namespace).implementation();
      }
    }
    Map<?, ?> found =
        first("artifacts", project.builds())
            .or(() -> first("imports", project::imports))
            .orElse(ROWS.get(ROWS.size() - 1));
    return new Implementations(found, project, false, namespace).implementation();
  }

  private static Optional<Map<?, ?>> first(String member, Predicate<String> used) {
    for (Map<?, ?> row : ROWS) {
      if (strings(row.get(member)).stream().anyMatch(used)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private Implementation implementation() {
    boolean bare = isBare();
    Object stages = row.get("stages");
    return new Implementation(
        String.valueOf(row.get("name")),
        builtIn(map(row.get("unmapped"))),
        perhaps(row.get("late")),
        builtIns("otherwise"),
        perhaps(row.get("unknown")),
        builtIn(map(row.get("failing"))),
        page(),
        unwraps(),
        Boolean.TRUE.equals(row.get("causes")),
        stages == null ? null : stages.toString(),
        bare ? bareMappers() : builtIns("mappers"),
        byKind("conversions"),
        ofTypes(),
        bare ? bareViolations() : byKind("violations"),
        unreadable(),
        guards(),
        Boolean.TRUE.equals(row.get("permit-all-asks")),
        Boolean.TRUE.equals(row.get("textual")),
        row.get("absent") instanceof Integer absent ? absent : 0,
        Boolean.TRUE.equals(row.get("implied")),
        Boolean.TRUE.equals(row.get("foreign")),
        ownMappers(),
        setting("root"),
        setting("path"));
  }

  /** Those that stay, and those that the program registers itself. */
  private List<BuiltIn> bareMappers() {
    List<BuiltIn> mappers = builtIns("bare-mappers");
    for (Map<?, ?> answer : maps(row.get("mappers"))) {
      if (answer.get("mapper") instanceof String type && isRegistered(type)) {
        mappers.add(builtIn(answer));
      }
    }
    return mappers;
  }

  private boolean isRegistered(String mapper) {
    return project.imports(mapper)
        && (project.program().isCreated(mapper)
            || !project.program().sourceSubtypes(mapper).isEmpty()
            || project.program().isUsed(Ws.simple(mapper) + ".class"));
  }

  private Set<String> ownMappers() {
    Set<String> types = new TreeSet<>();
    for (Map<?, ?> answer : maps(row.get("mappers"))) {
      if (answer.get("mapper") instanceof String type) {
        types.add(type);
      }
    }
    return types;
  }

  /** With those that the program marks, each by itself or by a list. */
  private List<String> unwraps() {
    List<String> unwraps = new ArrayList<>(strings(row.get("unwraps")));
    if (row.get("unwrapped-by") instanceof String annotation) {
      for (TypeSymbol type : project.sourceTypes()) {
        @Nullable AnnotationSymbol found = type.annotation(annotation);
        if (found != null) {
          List<Type> named = found.types("value");
          named.forEach(each -> unwraps.add(each.erasure()));
          unwraps.addAll(named.isEmpty() ? List.of(type.name()) : List.of());
        }
      }
    }
    return unwraps;
  }

  private @Nullable Page page() {
    Map<?, ?> empty = map(row.get("empty"));
    return empty.isEmpty()
        ? null
        : new Page(
            String.valueOf(empty.get("content-type")), Set.copyOf(strings(empty.get("methods"))));
  }

  private List<BuiltIn> builtIns(String member) {
    List<BuiltIn> answers = new ArrayList<>();
    for (Map<?, ?> answer : maps(row.get(member))) {
      if (holds(answer)) {
        answers.add(builtIn(answer));
      }
    }
    return answers;
  }

  private List<Guard> guards() {
    return maps(row.get("guard")).stream()
        .filter(this::holds)
        .map(guard -> new Guard(builtIn(guard), strings(guard.get("asked-by"))))
        .toList();
  }

  /**
   * What the application's settings say of one of these keys; a value with a placeholder nothing.
   */
  private String setting(String member) {
    return strings(row.get(member)).stream()
        .map(key -> project.properties().getOrDefault(key, ""))
        .filter(value -> !value.isEmpty() && !value.contains("${"))
        .findFirst()
        .orElse("");
  }

  private boolean holds(Map<?, ?> answer) {
    Object registered = answer.get("registered");
    if (registered != null && !project.imports(registered.toString())) {
      return false;
    }
    if (onClassPath) {
      Object needs = answer.get("needs");
      return needs == null || project.given().test(needs.toString());
    }
    Object imported = answer.get("if");
    Object foreign = answer.get("unless");
    boolean built = strings(answer.get("built")).stream().anyMatch(project.builds());
    return (imported == null || built || project.imports(imported.toString()))
        && (foreign == null || !project.imports(foreign.toString()));
  }

  private Map<Kind, BuiltIn> byKind(String member) {
    Map<Kind, BuiltIn> byKind = new EnumMap<>(Kind.class);
    map(row.get(member))
        .forEach(
            (kind, each) -> {
              if (holds(map(each))) {
                byKind.put(Kind.valueOf(kind.toString()), builtIn(map(each)));
              }
            });
    return byKind;
  }

  private Map<String, BuiltIn> ofTypes() {
    Map<String, BuiltIn> ofTypes = new TreeMap<>();
    map(row.get("conversions-of"))
        .forEach((type, answer) -> ofTypes.put(type.toString(), builtIn(map(answer))));
    return ofTypes;
  }

  /** Whether the application turns off what the runtime maps by itself. */
  private boolean isBare() {
    String setting = String.valueOf(row.get("bare-if-false"));
    return project.settings().apply(setting).contains("false")
        || strings(row.get("bare-by")).stream().anyMatch(project.program()::isUsed);
  }

  private Map<Kind, BuiltIn> bareViolations() {
    BuiltIn answer = builtIn(map(row.get("bare-violations")));
    Map<Kind, BuiltIn> byKind = byKind("violations");
    byKind.replaceAll((kind, thrown) -> thrown.answeredAs(answer));
    return byKind;
  }

  private List<Unreadable> unreadable() {
    return maps(row.get("unreadable")).stream()
        .filter(this::holds)
        .map(
            each ->
                new Unreadable(
                    exception(each),
                    number(each, "status"),
                    String.valueOf(each.get("summary")),
                    perhaps(each.get("unmapped"))))
        .toList();
  }

  private @Nullable BuiltIn perhaps(@Nullable Object answer) {
    return answer == null ? null : builtIn(map(answer));
  }

  private BuiltIn builtIn(Map<?, ?> answer) {
    Object contentType = answer.get("content-type");
    Object by = answer.get("by");
    return new BuiltIn(
        exception(answer),
        answer.get("mapped") == null ? exception(answer) : String.valueOf(answer.get("mapped")),
        number(answer, "status"),
        contentType == null ? null : contentType.toString(),
        strings(answer.get("keys")),
        strings(answer.get("exposes")),
        Boolean.TRUE.equals(answer.get("id")),
        !Boolean.FALSE.equals(answer.get("filtered")),
        by == null
            ? BuiltIn.By.MAPPER
            : BuiltIn.By.valueOf(by.toString().toUpperCase(Locale.ROOT)));
  }

  /** The name that it has in the version of the API in use. */
  private String exception(Map<?, ?> answer) {
    Object name = answer.get("exception");
    String written = name == null ? "" : name.toString();
    if (written.startsWith("ws.")) {
      return namespace + ".ws.rs." + written.substring("ws.".length());
    }
    return written.startsWith("validation.") ? namespace + "." + written : written;
  }

  private static int number(Map<?, ?> row, String key) {
    return row.get(key) instanceof Integer number ? number : 0;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<Map<?, ?>> maps(@Nullable Object value) {
    List<Map<?, ?>> maps = new ArrayList<>();
    for (Object each : value instanceof List<?> list ? list : List.of()) {
      maps.add((Map<?, ?>) each);
    }
    return maps;
  }

  private static List<String> strings(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static List<Map<?, ?>> read() {
    try (InputStream in = Implementations.class.getResourceAsStream(FILE)) {
      LoadSettings settings = LoadSettings.builder().setLabel(FILE).build();
      return maps(new Load(settings).loadFromInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
