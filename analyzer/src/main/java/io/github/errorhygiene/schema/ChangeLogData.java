package io.github.errorhygiene.schema;

import io.github.errorhygiene.source.XmlElement;
import io.github.errorhygiene.unit.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change log in YAML or JSON as the elements that XML would have: what is plain is an attribute,
 * and lists are left out around what they hold. An alias of YAML may name what it is part of, and a
 * few of them many things: there is an end to both.
 */
final class ChangeLogData {
  /** Elements within elements; change logs have a dozen. */
  private static final int DEEPEST = 100;

  /** Things of whatever kind in a file. */
  private static final int MOST = 1_000_000;

  /** What is not done when changes are: their lists belong to an element of that name. */
  private static final Set<String> APART = Set.of("preConditions", "rollback");

  private int read;

  /** The elements of a document; null if there is no end to them. */
  @Nullable XmlElement root(String name, @Nullable Object value) {
    XmlElement root = element(name, value, 0);
    return read > MOST ? null : root;
  }

  private XmlElement element(String name, @Nullable Object value, int depth) {
    Map<String, String> attributes = new LinkedHashMap<>();
    List<XmlElement> children = new ArrayList<>();
    fill(value, attributes, children, depth);
    String text =
        attributes.getOrDefault(ChangeLogFile.SQL, value instanceof String plain ? plain : "");
    return new XmlElement(name, attributes, text, children, Position.NONE);
  }

  private void fill(
      @Nullable Object value,
      Map<String, String> attributes,
      List<XmlElement> children,
      int depth) {
    if (read > MOST) {
      return;
    }
    read += depth > DEEPEST ? MOST : 1;
    if (value instanceof List<?> list) {
      list.forEach(each -> fill(each, attributes, children, depth + 1));
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        member(String.valueOf(entry.getKey()), entry.getValue(), attributes, children, depth + 1);
      }
    }
  }

  private void member(
      String key,
      @Nullable Object value,
      Map<String, String> attributes,
      List<XmlElement> children,
      int depth) {
    if (value instanceof List<?> && !APART.contains(key)) {
      fill(value, attributes, children, depth);
    } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
      children.add(element(key, value, depth));
    } else if (value != null) {
      attributes.put(key, value.toString());
    }
  }
}
