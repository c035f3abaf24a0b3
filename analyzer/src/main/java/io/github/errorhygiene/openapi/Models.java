package io.github.errorhygiene.openapi;

import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The classes that a build generates from the schemas of OpenAPI files, where neither generated
 * sources nor compiled classes are there: made of the schemas once more.
 */
final class Models {
  private final List<Unit> units;
  private final boolean javax;

  /** By package, the simple names of the classes that are imported and nowhere to be found. */
  private final SortedMap<String, SortedSet<String>> missing = new TreeMap<>();

  /** By package, a file that imports from it. */
  private final Map<String, String> importing = new HashMap<>();

  private Models(List<Unit> units, Predicate<String> exists) {
    this.units = units;
    this.javax = imports("javax.validation.") || imports("javax.persistence.");
    Set<String> implemented = new HashSet<>();
    units.stream()
        .flatMap(unit -> unit.types().stream())
        .forEach(type -> type.interfaces().forEach(each -> implemented.add(each.name())));
    for (Unit unit : units) {
      String home = home(unit.packageName());
      unit.imports().stream()
          .filter(each -> each.isBelow(home) && !each.isStatic() && !each.wildcard())
          .map(Import::name)
          .filter(name -> mayBeMissing(name) && !exists.test(name))
          .forEach(name -> need(name, implemented, unit));
    }
  }

  /**
   * One unit for each file and package, with the path of the OpenAPI file. Reads no file unless a
   * class is missing.
   *
   * @param units all sources
   * @param exists whether there is a class of that qualified name
   */
  static List<Unit> of(List<Unit> units, Predicate<String> exists, OpenApiFiles files) {
    Models models = new Models(units, exists);
    List<Unit> made = new ArrayList<>();
    models.missing.forEach((name, types) -> models.make(name, types, files).ifPresent(made::add));
    return made;
  }

  private boolean imports(String prefix) {
    return units.stream()
        .anyMatch(unit -> unit.imports().stream().anyMatch(each -> each.isBelow(prefix)));
  }

  /**
   * The first two names of a package, or all but the last: what a build generates is named like
   * what uses it.
   */
  private static String home(String packageName) {
    int first = packageName.indexOf('.') + 1;
    int second = packageName.indexOf('.', first) + 1;
    return first == 0 ? packageName + "." : packageName.substring(0, Math.max(first, second));
  }

  /** Those of a package, by the look of it: nested ones come with what they are nested in. */
  private static boolean mayBeMissing(String type) {
    String owner = type.substring(0, Math.max(type.lastIndexOf('.'), 0));
    return !owner.isEmpty() && !Character.isUpperCase(owner.charAt(owner.lastIndexOf('.') + 1));
  }

  private void need(String type, Set<String> implemented, Unit unit) {
    int dot = type.lastIndexOf('.');
    String owner = type.substring(0, dot);
    String simple = type.substring(dot + 1);
    if (!implemented.contains(simple)) {
      missing.computeIfAbsent(owner, none -> new TreeSet<>()).add(simple);
      importing.putIfAbsent(owner, unit.path());
    }
  }

  private Optional<Unit> make(String packageName, Set<String> types, OpenApiFiles files) {
    String importer = importing.getOrDefault(packageName, "");
    return files.schemas().stream()
        .filter(each -> ModelNames.explaining(types, each.models().keySet()).isPresent())
        .max(Comparator.comparingInt(each -> Near.common(each.file(), importer)))
        .flatMap(
            each ->
                ModelNames.explaining(types, each.models().keySet())
                    .map(names -> make(packageName, each, names)));
  }

  private Unit make(String packageName, OpenApiFiles.Schemas schemas, ModelNames names) {
    ModelSource source = new ModelSource(names, schemas.references(), javax);
    String types =
        schemas.models().entrySet().stream()
            .map(model -> source.of(model.getKey(), model.getValue()))
            .collect(Collectors.joining(" "));
    // on one line: it has no lines that a reader could look at
    return SourceReader.lower(schemas.file(), "package " + packageName + "; " + types);
  }
}
