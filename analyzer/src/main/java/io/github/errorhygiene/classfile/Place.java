package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One step of the search: a container, and how often it disappointed. */
final class Place {
  private final ClassPath.Origin origin;
  private final String label;
  private final Container container;
  private final boolean own;
  private final AtomicInteger unreadable = new AtomicInteger();

  /**
   * @param label what gaps call it
   * @param own whether it holds the class files of the analysed project
   */
  Place(ClassPath.Origin origin, String label, Container container, boolean own) {
    this.origin = origin;
    this.label = label;
    this.container = container;
    this.own = own;
  }

  ClassPath.Origin origin() {
    return origin;
  }

  boolean hasPackage(String name) {
    return container.hasPackage(name);
  }

  /**
   * The type with that internal name; null if it is not here or cannot be read, which is counted.
   */
  @Nullable TypeDecl find(String name) {
    if (!container.hasPackage(Packages.of(name))) {
      return null;
    }
    try {
      byte[] bytes = container.read(name);
      return bytes == null ? null : read(name, bytes);
    } catch (IOException | UncheckedIOException | MalformedClassException e) {
      unreadable.incrementAndGet();
      return null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private TypeDecl read(String name, byte[] bytes) throws MalformedClassException {
    TypeDecl type = ClassFiles.read(bytes, own);
    if (!type.name().equals(name.replace('/', '.'))) {
      throw new MalformedClassException("another class: " + type.name());
    }
    return type;
  }

  List<Gap> gaps() {
    int count = unreadable.get();
    if (count == 0) {
      return List.of();
    }
    String files = count == 1 ? "1 class file" : count + " class files";
    return List.of(
        gap(
            label,
            files
                + " could not be read: what they declare is taken as unknown; replace the jar or"
                + " compile anew"));
  }

  static Gap gap(String label, String message) {
    return new Gap(Gap.Kind.CLASS_PATH, label, Position.NONE, message);
  }

  void close() throws IOException {
    container.close();
  }
}
