package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.Position;
import java.util.List;

/**
 * An element of an XML file, without attributes.
 *
 * @param name without prefix
 * @param text its own, stripped
 * @param position where its start tag ends
 */
public record XmlElement(String name, String text, List<XmlElement> children, Position position) {
  public XmlElement {
    children = List.copyOf(children);
  }

  /** Its children of that name, in order. */
  public List<XmlElement> children(String child) {
    return children.stream().filter(element -> element.name().equals(child)).toList();
  }

  /** The texts of its children of that name, in order. */
  public List<String> texts(String child) {
    return children(child).stream().map(XmlElement::text).toList();
  }

  /** The text of its first child of that name; empty if it has none. */
  public String text(String child) {
    return texts(child).stream().findFirst().orElse("");
  }
}
