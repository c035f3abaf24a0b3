package io.github.errorhygiene.routed;

import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * How a framework behaves, which depends on its version.
 *
 * @param library a type without which the class path says nothing about the version; empty if there
 *     is but one
 * @param otherwise how it behaves where no version is known to be the application's
 */
record Versions(String library, List<Version> versions, Traits otherwise) {
  /**
   * One that differs.
   *
   * @param types that prove it if the class path has one
   * @param imports beginnings of imports that prove it where the class path says nothing
   * @param registers binary names of types that prove it if handlers are registered on one of them
   */
  record Version(
      SortedSet<String> types,
      SortedSet<String> imports,
      SortedSet<String> registers,
      Traits traits) {
    /** With what the description says of it in place of what it says of all. */
    static Version of(Map<?, ?> root, Map<?, ?> own) {
      Map<String, Object> all = new TreeMap<>();
      root.forEach((key, value) -> all.put(key.toString(), value));
      own.forEach((key, value) -> all.put(key.toString(), value));
      return new Version(
          Traits.names(own.get("types")),
          Traits.names(own.get("imports")),
          Traits.names(own.get("registers")),
          Traits.of(all));
    }
  }

  Versions {
    versions = List.copyOf(versions);
  }

  /**
   * Reads a bundled description.
   *
   * @throws IllegalStateException if there is none: a bug of this project
   */
  static Versions load(String resource) {
    Map<?, ?> root = read(resource);
    List<Version> versions = new ArrayList<>();
    if (root.get("versions") instanceof Collection<?> rows) {
      rows.forEach(row -> versions.add(Version.of(root, (Map<?, ?>) row)));
    }
    Object library = root.get("library");
    return new Versions(library == null ? "" : library.toString(), versions, Traits.of(root));
  }

  /** How it behaves in an application. */
  Traits in(Project project, Routes routes) {
    return versions.stream()
        .filter(version -> isOf(version, project, routes))
        .map(Version::traits)
        .findFirst()
        .orElse(otherwise);
  }

  private boolean isOf(Version version, Project project, Routes routes) {
    if (version.types().stream().anyMatch(project.given())) {
      return true;
    }
    if (!library.isEmpty() && project.given().test(library)) {
      return false;
    }
    return version.imports().stream().anyMatch(project::imports)
        || routes.entries().stream()
            .anyMatch(entry -> version.registers().contains(entry.call().owner()));
  }

  private static Map<?, ?> read(String resource) {
    try (InputStream in = Versions.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      LoadSettings settings = LoadSettings.builder().setLabel(resource).build();
      return (Map<?, ?>) new Load(settings).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
