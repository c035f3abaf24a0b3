package io.github.errorhygiene.unit;

import java.util.List;

/** A type parameter of a class or method, with its bounds as written (empty: {@code Object}). */
public record TypeParameter(String name, List<TypeRef> bounds) {
  public TypeParameter {
    bounds = List.copyOf(bounds);
  }
}
