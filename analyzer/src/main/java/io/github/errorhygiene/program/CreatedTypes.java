package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeRef;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The types of which the sources make objects, by simple name: of several types with one name all
 * count as made.
 */
final class CreatedTypes {
  private final Set<String> names = new HashSet<>();

  CreatedTypes(Iterable<SourceType> types) {
    types.forEach(
        type -> forEachRoot(type.declaration(), root -> NestedNodes.walk(root, this::add)));
  }

  /** Whether an object of that type, a binary name, may be made somewhere. */
  boolean contains(String type) {
    return names.contains(simple(type));
  }

  /** Calls {@code found} with the bodies and initialisers of a type, not those of nested ones. */
  static void forEachRoot(TypeDecl type, Consumer<Object> found) {
    type.enumConstants().forEach(constant -> constant.arguments().forEach(found));
    type.fields().stream().map(FieldDecl::initializer).filter(Objects::nonNull).forEach(found);
    type.methods().stream().map(MethodDecl::body).filter(Objects::nonNull).forEach(found);
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
