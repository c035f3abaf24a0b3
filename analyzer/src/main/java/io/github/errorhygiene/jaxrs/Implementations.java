package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.jaxrs.Implementation.BuiltIn;
import io.github.errorhygiene.jaxrs.Implementation.Unreadable;
import io.github.errorhygiene.jaxrs.Input.Kind;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The runtimes that the tool knows: {@code implementations.yaml}. */
final class Implementations {
  private static final String FILE = "implementations.yaml";
  private static final List<Map<?, ?>> ROWS = read();

  private Implementations() {}

  /** The one that a project runs on: by its class path, else by its imports, else the first. */
  static Implementation of(Project project) {
    for (Map<?, ?> row : ROWS) {
      if (strings(row.get("types")).stream().anyMatch(project.given())) {
        return implementation(row, project, true);
      }
    }
    for (Map<?, ?> row : ROWS) {
      if (strings(row.get("imports")).stream().anyMatch(project::imports)) {
        return implementation(row, project, false);
      }
    }
    return implementation(ROWS.get(0), project, false);
  }

  private static Implementation implementation(
      Map<?, ?> row, Project project, boolean onClassPath) {
    Map<?, ?> unmapped = map(row.get("unmapped"));
    return new Implementation(
        String.valueOf(row.get("name")),
        new ErrorPage(
            String.valueOf(unmapped.get("content-type")),
            new TreeSet<>(strings(unmapped.get("keys"))),
            strings(unmapped.get("exposes"))),
        Boolean.TRUE.equals(unmapped.get("filtered")),
        strings(row.get("unwraps")),
        mappers(row, project, onClassPath),
        conversions(map(row.get("conversions"))),
        unreadable(row));
  }

  private static List<BuiltIn> mappers(Map<?, ?> row, Project project, boolean onClassPath) {
    List<BuiltIn> mappers = new ArrayList<>();
    for (Map<?, ?> mapper : maps(row.get("mappers"))) {
      Object needs = mapper.get("needs");
      if (!onClassPath || needs == null || project.given().test(needs.toString())) {
        mappers.add(builtIn(mapper));
      }
    }
    return mappers;
  }

  private static Map<Kind, BuiltIn> conversions(Map<?, ?> rows) {
    Map<Kind, BuiltIn> conversions = new EnumMap<>(Kind.class);
    rows.forEach(
        (kind, row) -> conversions.put(Kind.valueOf(String.valueOf(kind)), builtIn(map(row))));
    return conversions;
  }

  private static List<Unreadable> unreadable(Map<?, ?> row) {
    return maps(row.get("unreadable")).stream()
        .map(
            each ->
                new Unreadable(
                    String.valueOf(each.get("exception")), String.valueOf(each.get("summary"))))
        .toList();
  }

  private static BuiltIn builtIn(Map<?, ?> row) {
    Object contentType = row.get("content-type");
    return new BuiltIn(
        String.valueOf(row.get("exception")),
        row.get("status") instanceof Integer status ? status : 0,
        contentType == null ? null : contentType.toString(),
        strings(row.get("keys")),
        strings(row.get("exposes")));
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
