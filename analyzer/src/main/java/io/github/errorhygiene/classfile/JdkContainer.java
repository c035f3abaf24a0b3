package io.github.errorhygiene.classfile;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The class library of the running Java, all modules (JEP 220: {@code jrt:/packages}, {@code
 * jrt:/modules}).
 */
final class JdkContainer implements Container {
  private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
  private final Map<String, List<Path>> modules = new ConcurrentHashMap<>();
  private final Map<Path, Set<String>> files = new ConcurrentHashMap<>();

  @Override
  public boolean hasPackage(String name) {
    return !modulesOf(name).isEmpty();
  }

  @Override
  public byte @Nullable [] read(String name) throws IOException {
    String folder = Packages.of(name);
    String file = name.substring(folder.length() + 1) + ".class";
    for (Path module : modulesOf(folder)) {
      Path directory = module.resolve(folder);
      if (files.computeIfAbsent(directory, JdkContainer::names).contains(file)) {
        return Files.readAllBytes(directory.resolve(file));
      }
    }
    return null;
  }

  /** Most questions are for types that are not there: one listing is cheaper than all of them. */
  private static Set<String> names(Path directory) {
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      all.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException unreadable) {
      return Set.of();
    }
    return names;
  }

  /** The roots of the modules that have a package of that name, or one below it. */
  private List<Path> modulesOf(String name) {
    return modules.computeIfAbsent(name, this::list);
  }

  private List<Path> list(String name) {
    Path links = image.getPath("/packages", name.replace('/', '.'));
    List<Path> roots = new ArrayList<>();
    if (name.isEmpty() || !Files.isDirectory(links)) {
      return roots;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(links)) {
      all.forEach(link -> roots.add(image.getPath("/modules", link.getFileName().toString())));
    } catch (IOException unreadable) {
      return List.of();
    }
    return roots;
  }
}
