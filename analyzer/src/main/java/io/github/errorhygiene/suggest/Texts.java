package io.github.errorhygiene.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The project's files as they are and as they shall be. */
final class Texts {
  private final Path root;
  private final SortedMap<String, String> changed;

  /**
   * Files below a root.
   *
   * @param changed those that shall be otherwise already
   */
  Texts(Path root, Map<String, String> changed) {
    this.root = root;
    this.changed = new TreeMap<>(changed);
  }

  /** As it shall be; empty if there is no such file or it is no UTF-8. */
  Optional<String> get(String path) {
    String text = changed.get(path);
    return text == null ? original(path) : Optional.of(text);
  }

  /** As it is. */
  Optional<String> original(String path) {
    try {
      return Optional.of(Files.readString(root.resolve(path)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean exists(String path) {
    return changed.containsKey(path) || Files.exists(root.resolve(path));
  }

  void put(String path, String text) {
    changed.put(path, text);
  }

  SortedMap<String, String> changed() {
    return changed;
  }
}
