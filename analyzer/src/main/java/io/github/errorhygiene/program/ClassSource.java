package io.github.errorhygiene.program;

import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.unit.TypeDecl;
import org.jspecify.annotations.Nullable;

/**
 * Where types come from that no source declares: a class path.
 *
 * <p>The names of all type references in its declarations are binary names of classes, or names of
 * type variables in scope; methods have no bodies; constants are literal initialisers.
 */
public interface ClassSource {
  /** Knows nothing. */
  ClassSource EMPTY =
      new ClassSource() {
        @Override
        public @Nullable TypeDecl find(String binaryName) {
          return null;
        }

        @Override
        public boolean hasPackage(String name) {
          return false;
        }
      };

  /** The class files of a class path. */
  static ClassSource of(ClassPath classPath) {
    return new ClassSource() {
      @Override
      public @Nullable TypeDecl find(String binaryName) {
        return classPath.find(binaryName);
      }

      @Override
      public boolean hasPackage(String name) {
        return classPath.hasPackage(name);
      }
    };
  }

  /** The type with that binary name ({@code java.util.Map$Entry}), or null. */
  @Nullable TypeDecl find(String binaryName);

  /** Whether the package, named with dots, holds any type. */
  boolean hasPackage(String name);
}
