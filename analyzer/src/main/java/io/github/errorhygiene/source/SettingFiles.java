package io.github.errorhygiene.source;

import io.github.errorhygiene.cache.CheckSum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The files beside the sources that an analysis may read. */
public final class SettingFiles {
  private static final List<String> ENDINGS =
      List.of(
          ".ftl",
          ".ftlh",
          ".gradle",
          ".hbs",
          ".html",
          ".json",
          ".jsp",
          ".jspx",
          ".kts",
          ".mustache",
          ".peb",
          ".pebble",
          ".properties",
          ".sql",
          ".toml",
          ".xml",
          ".yaml",
          ".yml");

  private SettingFiles() {}

  /**
   * Equal as long as their paths and contents in a tree are, and those of the build files that
   * count for it.
   */
  public static String digest(FileTree tree) {
    List<SourceFile> files =
        new ArrayList<>(tree.files(name -> ENDINGS.stream().anyMatch(name::endsWith)));
    files.addAll(new BuildFiles(tree).files());
    ByteArrayOutputStream digest = new ByteArrayOutputStream();
    for (SourceFile file : files) {
      digest.writeBytes((file.path() + "\0").getBytes(StandardCharsets.UTF_8));
      digest.writeBytes(digest(file));
    }
    return HexFormat.of().formatHex(CheckSum.of(digest.toByteArray()));
  }

  private static byte[] digest(SourceFile file) {
    try (InputStream content = Files.newInputStream(file.location())) {
      return CheckSum.of(content);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
