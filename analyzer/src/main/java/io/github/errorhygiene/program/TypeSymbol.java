package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declared type, from the sources or from a class file. One symbol per type; members are resolved
 * on first use.
 */
public final class TypeSymbol implements Symbol, Annotated {
  // SKELETON: the linking stage fills this in
  @Override
  public String name() {
    throw new IllegalStateException();
  }

  public TypeDecl.Kind kind() {
    throw new IllegalStateException();
  }

  public int modifiers() {
    throw new IllegalStateException();
  }

  public boolean isAbstract() {
    throw new IllegalStateException();
  }

  public List<Type.Variable> typeParameters() {
    throw new IllegalStateException();
  }

  /** Null for {@code Object} and interfaces. */
  public @Nullable Type superclass() {
    throw new IllegalStateException();
  }

  public List<Type> interfaces() {
    throw new IllegalStateException();
  }

  /** Declared methods and constructors, implicit ones included, without initialiser blocks. */
  public List<MethodSymbol> methods() {
    throw new IllegalStateException();
  }

  /** Initialiser blocks, {@code <clinit>} and {@code <instance>}, in source order. */
  public List<MethodSymbol> initializers() {
    throw new IllegalStateException();
  }

  /** Declared fields, record components and enum constants included. */
  public List<FieldSymbol> fields() {
    throw new IllegalStateException();
  }

  @Override
  public List<AnnotationSymbol> annotations() {
    throw new IllegalStateException();
  }

  /** Null for top-level types. */
  public @Nullable TypeSymbol enclosing() {
    throw new IllegalStateException();
  }

  /** Null for types of class files. */
  public @Nullable TypeDecl declaration() {
    throw new IllegalStateException();
  }

  /** The file that declares it; null for types of class files. */
  public @Nullable Unit unit() {
    throw new IllegalStateException();
  }

  public boolean isSource() {
    return declaration() != null;
  }
}
