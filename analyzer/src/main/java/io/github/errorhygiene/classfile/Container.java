package io.github.errorhygiene.classfile;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A place where class files lie. Safe for use by several threads. */
interface Container extends Closeable {
  /**
   * Whether there are class files in a package or below it.
   *
   * @param name with slashes; empty for the unnamed package
   */
  boolean hasPackage(String name);

  /**
   * The class file, or null if there is none.
   *
   * @param name internal name, such as {@code java/util/Map$Entry}
   */
  byte @Nullable [] read(String name) throws IOException;

  @Override
  default void close() throws IOException {}
}
