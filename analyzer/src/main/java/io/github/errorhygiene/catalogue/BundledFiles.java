package io.github.errorhygiene.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The catalogue's resources. {@code index.yaml} lists them because a jar's directories cannot be.
 */
final class BundledFiles {
  private BundledFiles() {}

  static CatalogueData read() {
    CatalogueData data = new CatalogueData();
    try {
      List<YamlRow> rows = new ArrayList<>();
      for (String file : files()) {
        rows.add(YamlRow.parse(file, text(file)));
      }
      data.read(rows, null);
    } catch (CatalogueException e) {
      throw new IllegalStateException("the bundled catalogue is broken: " + e.getMessage(), e);
    }
    return data;
  }

  /** Names relative to the catalogue's directory, in the order of the index. */
  static List<String> files() throws CatalogueException {
    return Objects.requireNonNull(YamlRow.parse("index.yaml", text("index.yaml")).texts("files"));
  }

  static String text(String file) {
    try (InputStream stream = BundledFiles.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the bundled catalogue cannot be read", e);
    }
  }
}
