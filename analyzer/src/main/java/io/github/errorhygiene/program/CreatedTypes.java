package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeRef;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of which the sources make objects, by simple name: of several types with one name all
 * count as made.
 */
final class CreatedTypes {
  private final Set<String> names = new HashSet<>();

  CreatedTypes(Iterable<SourceType> types) {
    types.forEach(type -> collect(type.declaration()));
  }

  /** Whether an object of that type, a binary name, may be made somewhere. */
  boolean contains(String type) {
    return names.contains(simple(type));
  }

  private void collect(TypeDecl type) {
    type.enumConstants().forEach(constant -> constant.arguments().forEach(this::collect));
    type.fields().stream().map(FieldDecl::initializer).forEach(this::collect);
    type.methods().stream().map(MethodDecl::body).forEach(this::collect);
  }

  private void collect(@Nullable Object root) {
    if (root != null) {
      NestedNodes.walk(root, this::add);
    }
  }

  private void add(Object node) {
    if (node instanceof Expr.New creation) {
      names.add(simple(creation.type().name()));
    } else if (node instanceof Expr.MethodRef reference) {
      TypeRef type = reference.type();
      names.add(type == null ? last(reference.target()) : simple(type.name()));
    }
  }

  private static String last(@Nullable Expr target) {
    if (target instanceof Expr.Select select) {
      return select.name();
    }
    return target instanceof Expr.Name name ? name.name() : "";
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
