package io.github.errorhygiene.analysis;

import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.unit.TypeDecl;
import org.jspecify.annotations.Nullable;

/** A class path as linking asks for it. */
record Classes(ClassPath classPath) implements ClassSource {
  @Override
  public @Nullable TypeDecl find(String binaryName) {
    return classPath.find(binaryName);
  }

  @Override
  public boolean hasPackage(String name) {
    return classPath.hasPackage(name);
  }
}
