package io.github.errorhygiene.web;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What must be known of an application's libraries to write code for it.
 *
 * @param name as remedies name it
 * @param imports beginnings of imports that prove it
 * @param types that prove it if the class path has one
 * @param library a type without which the class path says nothing about it
 * @param newest whether it is so where nothing tells, because the newest versions are so
 * @param unless beginnings of imports that speak against it where nothing else tells
 */
record Traits(
    String name,
    List<String> imports,
    List<String> types,
    String library,
    boolean newest,
    List<String> unless) {
  private static final List<Traits> ALL =
      YamlRows.read(Traits.class, "traits.yaml").stream().map(Traits::read).toList();

  private static Traits read(Map<?, ?> row) {
    return new Traits(
        YamlRows.text(row, "trait", ""),
        YamlRows.strings(row.get("imports")),
        YamlRows.strings(row.get("types")),
        YamlRows.text(row, "library", ""),
        Boolean.TRUE.equals(row.get("newest")),
        YamlRows.strings(row.get("unless")));
  }

  /** The names of those that the application has. */
  static SortedSet<String> of(Project project) {
    SortedSet<String> names = new TreeSet<>();
    ALL.stream().filter(each -> each.isOf(project)).forEach(each -> names.add(each.name()));
    return names;
  }

  private boolean isOf(Project project) {
    if (types.stream().anyMatch(project.given())) {
      return true;
    }
    if (!library.isEmpty() && project.given().test(library)) {
      return false;
    }
    return imports.stream().anyMatch(project::imports)
        || (newest && unless.stream().noneMatch(project::imports));
  }
}
