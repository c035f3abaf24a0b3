package io.github.errorhygiene.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file in which a project keeps its policy. */
public final class PolicyFile {
  /** How it is called where nobody says otherwise. */
  public static final String NAME = "error-hygiene.yml";

  /** A directory with one of these is the root of a project: nothing above it speaks of it. */
  private static final List<String> MARKS = List.of(".git", ".hg", ".svn", ".mvn");

  private PolicyFile() {}

  /**
   * The file that counts where none is named: {@value #NAME} in the directory, else in the nearest
   * one above it within the same project, whose root has {@code .git}, {@code .hg}, {@code .svn} or
   * {@code .mvn}; null if there is none.
   */
  public static @Nullable Path find(Path directory) {
    Path start = directory.toAbsolutePath().normalize();
    Path root = root(start);
    for (Path each = start; each != null; each = each.getParent()) {
      Path file = each.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return file;
      }
      if (each.equals(root)) {
        return null;
      }
    }
    return null;
  }

  /** The directory itself if nothing marks a root. */
  private static Path root(Path start) {
    for (Path each = start; each != null; each = each.getParent()) {
      Path directory = each;
      if (MARKS.stream().anyMatch(mark -> Files.exists(directory.resolve(mark)))) {
        return each;
      }
    }
    return start;
  }

  /**
   * The policy that a file holds.
   *
   * @throws PolicyException if the file cannot be read, with all that is wrong in it
   */
  public static Policy read(Path file) throws PolicyException {
    try {
      return PolicyReader.read(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new PolicyException(List.of(file + " is not UTF-8; convert it"));
    } catch (IOException e) {
      String way = Files.exists(file) ? "cannot be read; check its permissions" : "does not exist";
      throw new PolicyException(List.of(file + " " + way));
    }
  }

  /** The JSON Schema (draft 2020-12) of the file. */
  public static String schema() {
    try (InputStream stream = PolicyFile.class.getResourceAsStream("error-hygiene.schema.json")) {
      return new String(
          Objects.requireNonNull(stream, "the schema is in the jar").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the schema cannot be read", e);
    }
  }
}
