package io.github.errorhygiene.schema;

import io.github.errorhygiene.source.DataFile;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.TextFiles;
import io.github.errorhygiene.source.XmlElement;
import io.github.errorhygiene.source.XmlFile;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change log of Liquibase, in whatever format.
 *
 * @param root as XML has it; see {@link ChangeLogData} for YAML and JSON
 * @param sets what a file of SQL has instead of elements
 */
record ChangeLogFile(SourceFile file, XmlElement root, List<Sql> sets) {
  private static final String ROOT = "databaseChangeLog";

  private static final Pattern FORMATTED =
      Pattern.compile("(?i)^\\s*--\\s*liquibase\\s+formatted\\s+sql");

  /** Characters. */
  private static final int LIMIT = 4 * 1024 * 1024;

  private static final Pattern SET =
      Pattern.compile("(?im)^[ \\t]*--[ \\t]*changeset[ \\t].*?(?:dbms:[\"']?([^\\s\"']*).*)?$");

  /** The member or child of an element that holds statements. */
  static final String SQL = "sql";

  private static final XmlElement NO_ELEMENT =
      new XmlElement("", Map.of(), "", List.of(), Position.NONE);

  ChangeLogFile {
    sets = List.copyOf(sets);
  }

  /**
   * Some of the statements of a file of SQL.
   *
   * @param products which products of database they are for, see {@link Products}
   * @param line the number of the first line
   */
  record Sql(String products, String text, int line) {}

  /** Reads a file; null if it is no change log, or cannot be read. */
  static @Nullable ChangeLogFile read(SourceFile file, List<Gap> gaps) {
    @Nullable String text = TextFiles.read(file, LIMIT);
    if (text == null) {
      return null;
    }
    if (file.path().endsWith(".sql")) {
      return FORMATTED.matcher(text).find()
          ? new ChangeLogFile(file, NO_ELEMENT, sets(text))
          : null;
    }
    return text.contains(ROOT) ? parsed(file, gaps) : null;
  }

  /** A script that another change log includes. */
  static ChangeLogFile plain(SourceFile script) {
    String text = Objects.requireNonNullElse(TextFiles.read(script, LIMIT), "");
    return new ChangeLogFile(script, NO_ELEMENT, List.of(new Sql("", text, 1)));
  }

  private static List<Sql> sets(String text) {
    List<Sql> sets = new ArrayList<>();
    Matcher next = SET.matcher(text);
    int from = 0;
    int line = 1;
    String products = "";
    while (next.find()) {
      sets.add(new Sql(products, text.substring(from, next.start()), line));
      line += (int) text.substring(from, next.start()).chars().filter(c -> c == '\n').count();
      from = next.start();
      products = Objects.requireNonNullElse(next.group(1), "");
    }
    sets.add(new Sql(products, text.substring(from), line));
    return sets;
  }

  private static @Nullable ChangeLogFile parsed(SourceFile file, List<Gap> gaps) {
    if (file.path().endsWith(".xml")) {
      XmlFile xml = XmlFile.read(file);
      gaps.addAll(xml.gaps());
      @Nullable XmlElement root = xml.root();
      return root != null && root.name().equals(ROOT)
          ? new ChangeLogFile(file, root, List.of())
          : null;
    }
    DataFile data = DataFile.read(file);
    gaps.addAll(data.gaps());
    for (Object document : data.documents()) {
      if (document instanceof Map<?, ?> map && map.containsKey(ROOT)) {
        @Nullable XmlElement root = new ChangeLogData().root(ROOT, map.get(ROOT));
        if (root != null) {
          return new ChangeLogFile(file, root, List.of());
        }
        gaps.add(new Gap(Gap.Kind.INPUT, file.path(), Position.NONE, "is nested too deep"));
      }
    }
    return null;
  }
}
