package io.github.errorhygiene.classfile;

import java.util.HashSet;
import java.util.Set;

/** Names of packages, with slashes. A package's parents are packages as well. */
final class Packages {
  private final Set<String> names = new HashSet<>();

  /** The package of a type, given by internal name; empty for the unnamed package. */
  static String of(String type) {
    return type.substring(0, Math.max(type.lastIndexOf('/'), 0));
  }

  void add(String name) {
    names.add(name);
    String parent = of(name);
    while (!parent.isEmpty() && names.add(parent)) {
      parent = of(parent);
    }
  }

  boolean contains(String name) {
    return names.contains(name);
  }
}
