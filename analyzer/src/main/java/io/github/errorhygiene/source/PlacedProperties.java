package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What Spring Boot's {@code application*.properties}, {@code .yml} and {@code .yaml} say, and
 * where; those of profiles as well. What cannot be read is left out: {@link ApplicationProperties}
 * tells.
 */
public final class PlacedProperties {
  private static final Pattern NAME =
      Pattern.compile("application(?:-([\\w.-]+))?\\.(?:properties|ya?ml)");

  private static final Pattern LINE =
      Pattern.compile("(?m)^[ \\t]*([\\w.\\[\\]-]+)[ \\t]*[=:][ \\t]*(.*?)[ \\t]*$");

  private static final Set<String> CONDITIONS =
      Set.of("spring.config.activate.on-profile", "spring.profiles");

  private PlacedProperties() {}

  /**
   * One of them.
   *
   * @param key as written, with dots
   * @param profile for which alone it holds, or an expression of them; empty if there is none
   * @param file relative to the root
   */
  public record Property(
      String key, String value, String profile, String file, Position position) {}

  /** The properties of all files of a tree, in order. */
  public static List<Property> find(FileTree tree) {
    List<Property> found = new ArrayList<>();
    tree.files(name -> NAME.matcher(name).matches()).forEach(file -> read(file, found));
    return List.copyOf(found);
  }

  private static void read(SourceFile file, List<Property> found) {
    String text = DataFile.text(file);
    String profile = profile(file.path());
    if (text == null) {
      return;
    }
    if (file.path().endsWith(".properties")) {
      int start = 0;
      for (String document : text.split("(?m)^[#!]---[ \\t]*$", -1)) {
        addDocument(lines(file, document, start, profile), found);
        start += (int) document.chars().filter(c -> c == '\n').count();
      }
    } else {
      documents(file, text, profile, found);
    }
  }

  private static String profile(String path) {
    Matcher name = NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
    return name.matches() && name.group(1) != null ? name.group(1) : "";
  }

  private static List<Property> lines(SourceFile file, String text, int start, String profile) {
    List<Property> lines = new ArrayList<>();
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      String before = text.substring(0, line.start(1));
      int number = start + 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = line.start(1) - before.lastIndexOf('\n');
      lines.add(
          new Property(
              line.group(1), line.group(2), profile, file.path(), new Position(number, column)));
    }
    return lines;
  }

  private static void documents(
      SourceFile file, String text, String profile, List<Property> found) {
    Compose compose = new Compose(LoadSettings.builder().setAllowDuplicateKeys(true).build());
    try {
      for (Node document : compose.composeAllFromString(text)) {
        List<Property> properties = new ArrayList<>();
        flatten(
            "", document, new Property("", "", profile, file.path(), Position.NONE), properties);
        addDocument(properties, found);
      }
    } catch (YamlEngineException | StackOverflowError e) {
      // told by ApplicationProperties; what came before the mistake is kept
      return;
    }
  }

  private static void flatten(String key, Node node, Property like, List<Property> properties) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode name) {
          String inner = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
          Property at =
              new Property(inner, "", like.profile(), like.file(), position(name, like.position()));
          flatten(inner, entry.getValueNode(), at, properties);
        }
      }
    } else if (node instanceof ScalarNode scalar) {
      properties.add(
          new Property(key, scalar.getValue(), like.profile(), like.file(), like.position()));
    }
  }

  private static Position position(Node node, Position otherwise) {
    return node.getStartMark()
        .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(otherwise);
  }

  /** A document may say for which profile it holds. */
  private static void addDocument(List<Property> document, List<Property> found) {
    String condition =
        document.stream()
            .filter(property -> CONDITIONS.contains(property.key()))
            .map(Property::value)
            .findFirst()
            .orElse("");
    for (Property each : document) {
      String profile = condition.isEmpty() ? each.profile() : condition;
      found.add(new Property(each.key(), each.value(), profile, each.file(), each.position()));
    }
  }
}
