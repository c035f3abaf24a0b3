package io.github.errorhygiene.analysis;

import io.github.errorhygiene.cache.UnitCache;
import io.github.errorhygiene.report.Tool;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.UUID;

/** Where the cache of a request is, and which builds of this tool may read it. */
final class Caches {
  private Caches() {}

  static UnitCache open(AnalysisRequest request) {
    Path directory = request.cache();
    if (directory == null) {
      return UnitCache.NONE;
    }
    String root = request.root().toAbsolutePath().normalize().toString();
    UUID name = UUID.nameUUIDFromBytes(root.getBytes(StandardCharsets.UTF_8));
    return UnitCache.open(directory.resolve(name + ".units"), build());
  }

  /** The version and, since snapshots share theirs, the jar. */
  private static String build() {
    CodeSource code = Caches.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = code == null ? Path.of("") : Path.of(code.getLocation().toURI());
      return Tool.version() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return Tool.version();
    }
  }
}
