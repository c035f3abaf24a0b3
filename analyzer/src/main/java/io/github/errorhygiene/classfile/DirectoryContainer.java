package io.github.errorhygiene.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory of class files. Names are listed once, so that case matters on every file system. */
final class DirectoryContainer implements Container {
  private static final String SUFFIX = ".class";

  private final Map<String, Path> files = new HashMap<>();
  private final Packages packages = new Packages();

  static DirectoryContainer open(Path directory) throws IOException {
    DirectoryContainer container = new DirectoryContainer();
    Path root = directory.toRealPath();
    try (Stream<Path> all = Files.walk(root)) {
      all.forEach(file -> container.add(root, file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return container;
  }

  private void add(Path root, Path file) {
    String path = root.relativize(file).toString().replace('\\', '/');
    if (path.endsWith(SUFFIX)) {
      String name = path.substring(0, path.length() - SUFFIX.length());
      files.put(name, file);
      packages.add(Packages.of(name));
    }
  }

  @Override
  public boolean hasPackage(String name) {
    return packages.contains(name);
  }

  @Override
  public byte @Nullable [] read(String name) throws IOException {
    Path file = files.get(name);
    if (file == null) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ClassFiles.bytes(in);
    }
  }
}
