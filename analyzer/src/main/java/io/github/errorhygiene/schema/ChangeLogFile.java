package io.github.errorhygiene.schema;

import io.github.errorhygiene.source.DataFile;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.TextFiles;
import io.github.errorhygiene.source.XmlElement;
import io.github.errorhygiene.source.XmlFile;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change log of Liquibase, in whatever format. YAML and JSON become the elements that XML would
 * have: what is plain is an attribute, and lists are left out around what they hold.
 */
record ChangeLogFile(SourceFile file, XmlElement root) {
  private static final String ROOT = "databaseChangeLog";

  private static final Pattern FORMATTED =
      Pattern.compile("(?i)^\\s*--\\s*liquibase\\s+formatted\\s+sql");

  /** Characters. */
  private static final int LIMIT = 4 * 1024 * 1024;

  /** The root of formatted SQL has the whole file as its text. */
  static final String SQL = "sql";

  /** Reads a file; null if it is no change log, or cannot be read. */
  static @Nullable ChangeLogFile read(SourceFile file, List<Gap> gaps) {
    @Nullable String text = TextFiles.read(file, LIMIT);
    if (text == null) {
      return null;
    }
    if (file.path().endsWith(".sql")) {
      return FORMATTED.matcher(text).find()
          ? new ChangeLogFile(file, new XmlElement(SQL, Map.of(), text, List.of(), Position.NONE))
          : null;
    }
    return text.contains(ROOT) ? parsed(file, gaps) : null;
  }

  private static @Nullable ChangeLogFile parsed(SourceFile file, List<Gap> gaps) {
    if (file.path().endsWith(".xml")) {
      XmlFile xml = XmlFile.read(file);
      gaps.addAll(xml.gaps());
      @Nullable XmlElement root = xml.root();
      return root != null && root.name().equals(ROOT) ? new ChangeLogFile(file, root) : null;
    }
    DataFile data = DataFile.read(file);
    gaps.addAll(data.gaps());
    for (Object document : data.documents()) {
      if (document instanceof Map<?, ?> map && map.containsKey(ROOT)) {
        return new ChangeLogFile(file, element(ROOT, map.get(ROOT)));
      }
    }
    return null;
  }

  private static XmlElement element(String name, @Nullable Object value) {
    Map<String, String> attributes = new LinkedHashMap<>();
    List<XmlElement> children = new ArrayList<>();
    fill(value, attributes, children);
    String text = attributes.getOrDefault(SQL, value instanceof String plain ? plain : "");
    return new XmlElement(name, attributes, text, children, Position.NONE);
  }

  private static void fill(
      @Nullable Object value, Map<String, String> attributes, List<XmlElement> children) {
    if (value instanceof List<?> list) {
      list.forEach(each -> fill(each, attributes, children));
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = String.valueOf(entry.getKey());
        if (entry.getValue() instanceof List<?> list) {
          list.forEach(each -> fill(each, attributes, children));
        } else if (entry.getValue() instanceof Map<?, ?> inner) {
          children.add(element(key, inner));
        } else {
          attributes.put(key, String.valueOf(entry.getValue()));
        }
      }
    }
  }
}
