package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML file. Document types are skipped and entities are not replaced: nothing outside of the
 * file is read.
 *
 * @param root null if the file could not be read
 * @param gaps why it could not be read
 */
public record XmlFile(@Nullable XmlElement root, List<Gap> gaps) {
  /** Characters. */
  private static final int LIMIT = 4 * 1024 * 1024;

  /** Elements within elements. */
  private static final int DEEPEST = 200;

  public XmlFile {
    gaps = List.copyOf(gaps);
  }

  /** The files of a name in a tree, sorted by path. */
  public static List<SourceFile> list(FileTree tree, String name) {
    return tree.files(name::equals);
  }

  /** Reads a file. */
  public static XmlFile read(SourceFile file) {
    String text = DataFile.text(file, LIMIT);
    if (text == null || text.length() > LIMIT) {
      return unreadable(file, Position.NONE, DataFile.whyNot(file));
    }
    try {
      return new XmlFile(parse(text), List.of());
    } catch (XMLStreamException e) {
      return unreadable(file, position(e.getLocation()), "is not well-formed XML");
    }
  }

  private static XmlFile unreadable(SourceFile file, Position position, String why) {
    return new XmlFile(null, List.of(new Gap(Gap.Kind.INPUT, file.path(), position, why)));
  }

  private static Position position(@Nullable Location location) {
    return location == null || location.getLineNumber() < 1
        ? Position.NONE
        : new Position(location.getLineNumber(), Math.max(1, location.getColumnNumber()));
  }

  private static XmlElement parse(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open("", Map.of(), Position.NONE));
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> open.push(start(reader, open.size()));
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement element = open.pop().element();
          open.element().children.add(element);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().text.append(reader.getText());
        default -> {}
      }
    }
    return open.element().children.get(0);
  }

  private static Open start(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("nested too deep", reader.getLocation());
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return new Open(reader.getLocalName(), attributes, position(reader.getLocation()));
  }

  /** An element of which the end was not met yet. */
  private static final class Open {
    private final String name;
    private final Map<String, String> attributes;
    private final Position position;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlElement> children = new ArrayList<>();

    private Open(String name, Map<String, String> attributes, Position position) {
      this.name = name;
      this.attributes = attributes;
      this.position = position;
    }

    private XmlElement element() {
      return new XmlElement(name, attributes, text.toString().strip(), children, position);
    }
  }
}
