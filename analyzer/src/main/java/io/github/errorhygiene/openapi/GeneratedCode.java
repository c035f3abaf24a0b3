package io.github.errorhygiene.openapi;

import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a build generates from OpenAPI files, where neither generated sources nor compiled classes
 * are there: made of the files once more.
 */
public final class GeneratedCode {
  private GeneratedCode() {}

  /**
   * Units with the paths of the OpenAPI files. Reads no file unless a class is missing.
   *
   * @param units all sources
   * @param compiled whether a class of that qualified name is on the class path
   */
  public static List<Unit> of(List<Unit> units, Predicate<String> compiled, OpenApiFiles files) {
    Set<String> own = new HashSet<>();
    units.forEach(unit -> unit.types().forEach(type -> own.add(type.name())));
    Predicate<String> exists = name -> own.contains(name) || compiled.test(name);
    List<Unit> made = new ArrayList<>(Models.of(units, exists, files));
    made.addAll(Interfaces.of(units, exists, files));
    return made;
  }
}
