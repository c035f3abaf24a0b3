package io.github.errorhygiene.analysis;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parts of a source tree in which a name means one type. Services of one repository often have
 * classes of the same name, each a copy for itself: linked together, all but one would be lost.
 * What nobody has twice stays together; what a module imports goes along with it, into several
 * parts if need be.
 */
final class Parts {
  private final SortedMapOfSets modulesOfType = new SortedMapOfSets();
  private final SortedMapOfSets typesOfModule = new SortedMapOfSets();
  private final SortedMapOfSets modulesOfPackage = new SortedMapOfSets();
  private final SortedMapOfSets needs = new SortedMapOfSets();

  private Parts(List<Unit> units) {
    for (Unit unit : units) {
      String module = module(unit);
      typesOfModule.at(module);
      modulesOfPackage.at(unit.packageName()).add(module);
      unit.types().forEach(type -> declare(type.name(), module));
    }
    for (Unit unit : units) {
      unit.imports().forEach(each -> need(module(unit), each));
    }
  }

  private static final class SortedMapOfSets extends TreeMap<String, SortedSet<String>> {
    private static final long serialVersionUID = 1L;

    @CanIgnoreReturnValue
    SortedSet<String> at(String key) {
      return computeIfAbsent(key, absent -> new TreeSet<>());
    }
  }

  /** One part with everything where nothing is there twice. */
  static List<List<Unit>> of(List<Unit> units) {
    Parts parts = new Parts(units);
    boolean twice = parts.modulesOfType.values().stream().anyMatch(modules -> modules.size() > 1);
    if (!twice) {
      return List.of(units);
    }
    return parts.divided().stream()
        .map(part -> units.stream().filter(unit -> part.contains(module(unit))).toList())
        .toList();
  }

  /** What a path has before the directories of the package and the source set. */
  private static String module(Unit unit) {
    String directory = unit.path().substring(0, unit.path().lastIndexOf('/') + 1);
    String packages = unit.packageName().replace('.', '/') + "/";
    String root =
        directory.endsWith(packages)
            ? directory.substring(0, directory.length() - packages.length())
            : directory;
    int sources = ("/" + root).lastIndexOf("/src/");
    return sources < 0 ? root : root.substring(0, sources);
  }

  private void declare(String type, String module) {
    modulesOfType.at(type).add(module);
    typesOfModule.at(module).add(type);
  }

  private void need(String module, Import imported) {
    SortedSet<String> declaring = new TreeSet<>();
    if (imported.wildcard() && !imported.isStatic()) {
      declaring = modulesOfPackage.getOrDefault(imported.name(), declaring);
    }
    for (String name = imported.name();
        declaring.isEmpty() && name.contains(".");
        name = name.substring(0, name.lastIndexOf('.'))) {
      declaring = modulesOfType.getOrDefault(name, declaring);
    }
    if (!declaring.isEmpty() && !declaring.contains(module)) {
      needs.at(module).add(declaring.first());
    }
  }

  private List<SortedSet<String>> divided() {
    List<SortedSet<String>> parts = new ArrayList<>();
    for (String module : typesOfModule.keySet()) {
      if (!isNeeded(module)) {
        SortedSet<String> together = closure(module);
        parts.stream()
            .filter(part -> fits(part, together))
            .findFirst()
            .ifPresentOrElse(part -> part.addAll(together), () -> parts.add(together));
      }
    }
    return parts;
  }

  /** Whether it comes along with another; of those that need each other the first counts. */
  private boolean isNeeded(String module) {
    return typesOfModule.keySet().stream()
        .filter(other -> !other.equals(module) && closure(other).contains(module))
        .anyMatch(other -> other.compareTo(module) < 0 || !closure(module).contains(other));
  }

  private SortedSet<String> closure(String module) {
    SortedSet<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(needs.getOrDefault(next, Collections.emptySortedSet()));
      }
    }
    return reached;
  }

  private boolean fits(SortedSet<String> part, SortedSet<String> added) {
    SortedSet<String> there = types(part, added);
    return types(added, part).stream().noneMatch(there::contains);
  }

  /** Of the modules that are not in both. */
  private SortedSet<String> types(SortedSet<String> modules, SortedSet<String> others) {
    SortedSet<String> types = new TreeSet<>();
    modules.stream()
        .filter(module -> !others.contains(module))
        .forEach(module -> types.addAll(typesOfModule.at(module)));
    return types;
  }
}
