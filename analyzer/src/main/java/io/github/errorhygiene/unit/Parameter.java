package io.github.errorhygiene.unit;

import java.util.List;

/**
 * A parameter of a method, constructor, lambda or record header.
 *
 * @param type {@link TypeRef#VAR} for an untyped lambda parameter; for varargs the array type
 */
public record Parameter(
    String name, TypeRef type, boolean varargs, List<Annotation> annotations, Position position) {
  public Parameter {
    annotations = List.copyOf(annotations);
  }
}
