package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The catalogue's resources. {@code index.yaml} lists them because a jar's directories cannot be.
 */
final class BundledFiles {
  private BundledFiles() {}

  static Catalogue read() {
    try {
      Map<String, Map<String, Chunk>> sections = new TreeMap<>();
      for (String file : files()) {
        Chunk.split(file, text(file), sections);
      }
      return new Catalogue(
          new Exceptions(sections.getOrDefault("exceptions", Map.of())),
          new Methods(sections.getOrDefault("methods", Map.of())),
          Names.read(YamlRow.parse("names.yaml", text("names.yaml"))),
          ProxyReader.read(YamlRow.parse("proxies.yaml", text("proxies.yaml")), null),
          Names.readRequestIds(YamlRow.parse("request-ids.yaml", text("request-ids.yaml"))),
          List.of(),
          Map.of());
    } catch (YamlException e) {
      throw broken(e);
    }
  }

  /** A mistake in the bundled files, which only a change of them can bring and the tests find. */
  static IllegalStateException broken(YamlException e) {
    return new IllegalStateException("the bundled catalogue is broken: " + e.getMessage(), e);
  }

  /**
   * Names of the files with exceptions and methods, relative to the catalogue's directory, in the
   * order of the index.
   */
  static List<String> files() throws YamlException {
    return Objects.requireNonNull(YamlRow.parse("index.yaml", text("index.yaml")).texts("files"));
  }

  static String text(String file) {
    try (InputStream stream = BundledFiles.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled catalogue cannot be read", e);
    }
  }
}
