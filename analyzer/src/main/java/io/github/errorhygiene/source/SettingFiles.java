package io.github.errorhygiene.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (SourceFile file : files) {
        digest.update((file.path() + "\0").getBytes(StandardCharsets.UTF_8));
        digest.update(digest(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] digest(SourceFile file) throws NoSuchAlgorithmException {
    try {
      return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.location()));
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
