package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.Position;
import java.util.List;
import java.util.Map;

/**
 * An element of an XML file.
 *
 * @param name without prefix
 * @param attributes by name, without prefix
 * @param text its own, stripped
 * @param position where its start tag ends
 */
public record XmlElement(
    String name,
    Map<String, String> attributes,
    String text,
    List<XmlElement> children,
    Position position) {
  public XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** The value of an attribute; empty if it has none. */
  public String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
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
