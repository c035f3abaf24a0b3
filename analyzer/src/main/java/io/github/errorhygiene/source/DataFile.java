package io.github.errorhygiene.source;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML or JSON file as plain maps, lists, strings, numbers and booleans.
 *
 * @param documents in order; JSON has one; those before a mistake are kept
 * @param gaps why the rest could not be read
 */
public record DataFile(List<Object> documents, List<Gap> gaps) {
  /** Characters. Larger files are data rather than descriptions of an interface. */
  private static final int LIMIT = 16 * 1024 * 1024;

  /** Of a character: in UTF-8 three make one, or four make two. */
  private static final int MOST_BYTES = 3;

  private static final List<String> ENDINGS = List.of(".yml", ".yaml", ".json");

  public DataFile {
    documents = List.copyOf(documents);
    gaps = List.copyOf(gaps);
  }

  /** The YAML and JSON files of a tree, sorted by path. */
  public static List<SourceFile> list(FileTree tree) {
    return tree.files(name -> ENDINGS.stream().anyMatch(name::endsWith));
  }

  /** Reads a file; by its name it is JSON, or else YAML. */
  public static DataFile read(SourceFile file) {
    String text = text(file, LIMIT);
    if (text == null || text.length() > LIMIT) {
      return unreadable(file, whyNot(file));
    }
    return parse(file, text);
  }

  static DataFile parse(SourceFile file, String text) {
    return file.path().endsWith(".json") ? json(file, text) : yaml(file, text);
  }

  /** The characters of a file; null if it cannot be read, or is far too large. */
  static @Nullable String text(SourceFile file) {
    return text(file, LIMIT);
  }

  /**
   * The characters of a file; null if it cannot be read.
   *
   * @param limit a file that has more characters for sure is not read either
   */
  static @Nullable String text(SourceFile file, int limit) {
    try {
      boolean small = Files.size(file.location()) <= (long) limit * MOST_BYTES;
      return small ? SourceText.decode(Files.readAllBytes(file.location())).text() : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Why a file has no text, or too much of it. */
  static String whyNot(SourceFile file) {
    return Files.isReadable(file.location()) ? "is too large to be read" : "cannot be read";
  }

  static DataFile unreadable(SourceFile file, String why) {
    return new DataFile(
        List.of(), List.of(new Gap(Gap.Kind.INPUT, file.path(), Position.NONE, why)));
  }

  private static DataFile json(SourceFile file, String text) {
    try {
      Object document = new Gson().fromJson(text, Object.class);
      return new DataFile(document == null ? List.of() : List.of(document), List.of());
    } catch (JsonParseException | StackOverflowError e) {
      return unreadable(file, "is not well-formed JSON");
    }
  }

  private static DataFile yaml(SourceFile file, String text) {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(true).setCodePointLimit(LIMIT).build();
    List<Object> documents = new ArrayList<>();
    try {
      for (Object document : new Load(settings).loadAllFromString(text)) {
        if (document != null) {
          documents.add(document);
        }
      }
      return new DataFile(documents, List.of());
    } catch (MarkedYamlEngineException e) {
      Position position =
          e.getProblemMark()
              .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
              .orElse(Position.NONE);
      return new DataFile(documents, List.of(malformed(file, position)));
    } catch (YamlEngineException | StackOverflowError e) {
      return new DataFile(documents, List.of(malformed(file, Position.NONE)));
    }
  }

  private static Gap malformed(SourceFile file, Position position) {
    return new Gap(Gap.Kind.INPUT, file.path(), position, "is not well-formed YAML");
  }
}
