package io.github.errorhygiene.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML mapping whose every complaint names file and line. */
final class YamlRow {
  static final YamlRow EMPTY = new YamlRow("", 1, Map.of());

  private final String file;
  private final int line;
  private final Map<String, Node> members;

  private YamlRow(String file, int line, Map<String, Node> members) {
    this.file = file;
    this.line = line;
    this.members = members;
  }

  /** Reads a document whose root is a mapping; an empty document is an empty mapping. */
  static YamlRow parse(String file, String text) throws CatalogueException {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
      return root.isPresent() ? of(file, root.get()) : EMPTY;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new CatalogueException(file, line, String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new CatalogueException(file, 1, String.valueOf(e.getMessage()));
    }
  }

  private static YamlRow of(String file, Node node) throws CatalogueException {
    int line = line(node);
    if (!(node instanceof MappingNode mapping)) {
      throw new CatalogueException(file, line, "expected a mapping");
    }
    Map<String, Node> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(file, tuple.getKeyNode());
      if (members.put(key, tuple.getValueNode()) != null) {
        throw new CatalogueException(
            file, line(tuple.getKeyNode()), "'" + key + "' stands here twice");
      }
    }
    return new YamlRow(file, line, members);
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private static String scalar(String file, Node node) throws CatalogueException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new CatalogueException(file, line(node), "expected a single value");
  }

  CatalogueException problem(String text) {
    return new CatalogueException(file, line, text);
  }

  /** Keys in the order of the file. */
  Set<String> keys() {
    return members.keySet();
  }

  void allow(Set<String> keys) throws CatalogueException {
    for (Map.Entry<String, Node> member : members.entrySet()) {
      if (!keys.contains(member.getKey())) {
        String known = keys.stream().sorted().collect(Collectors.joining(", "));
        throw new CatalogueException(
            file,
            line(member.getValue()),
            "unknown key '" + member.getKey() + "', known are " + known);
      }
    }
  }

  /** What {@code source} says, unless it is known already. */
  Provenance provenance(@Nullable Provenance known) throws CatalogueException {
    return known != null ? known : constant("source", required("source"), Provenance.class);
  }

  @Nullable String text(String key) throws CatalogueException {
    Node node = members.get(key);
    return node == null ? null : scalar(file, node);
  }

  String required(String key) throws CatalogueException {
    String text = text(key);
    if (text == null) {
      throw problem("'" + key + "' is missing");
    }
    return text;
  }

  boolean flag(String key, boolean otherwise) throws CatalogueException {
    String text = text(key);
    return text == null
        ? otherwise
        : choice(key, text, Stream.of(true, false), value -> Boolean.toString(value));
  }

  int number(String key, int otherwise) throws CatalogueException {
    String text = text(key);
    return text == null ? otherwise : integer(key, text);
  }

  int integer(String key, String text) throws CatalogueException {
    if (!text.matches("\\d{1,9}")) {
      throw problem("'" + key + "' must be a number, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /** The constant written with small letters and spaces or dashes; null without the key. */
  <E extends Enum<E>> @Nullable E constant(String key, Class<E> type) throws CatalogueException {
    String text = text(key);
    return text == null ? null : constant(key, text, type);
  }

  <E extends Enum<E>> E constant(String key, String text, Class<E> type) throws CatalogueException {
    return choice(key, text.replace('-', ' '), Stream.of(type.getEnumConstants()), YamlRow::label);
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private <T> T choice(String key, String text, Stream<T> values, Function<T, String> label)
      throws CatalogueException {
    List<T> all = values.toList();
    for (T value : all) {
      if (label.apply(value).equals(text)) {
        return value;
      }
    }
    String known = all.stream().map(label).collect(Collectors.joining(", "));
    throw problem("'" + key + "' is '" + text + "', known are " + known);
  }

  /** The texts of a sequence, or of a single value; null without the key. */
  @Nullable List<String> texts(String key) throws CatalogueException {
    Node node = members.get(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(scalar(file, node));
    }
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      texts.add(scalar(file, item));
    }
    return texts;
  }

  List<Integer> numbers(String key) throws CatalogueException {
    List<String> texts = texts(key);
    List<Integer> numbers = new ArrayList<>();
    for (String text : texts == null ? List.<String>of() : texts) {
      numbers.add(integer(key, text));
    }
    return numbers;
  }

  /** The mapping under a key; null without the key. */
  @Nullable YamlRow row(String key) throws CatalogueException {
    Node node = members.get(key);
    return node == null ? null : of(file, node);
  }

  /** The mapping under a key; empty without the key. */
  YamlRow section(String key) throws CatalogueException {
    YamlRow section = row(key);
    return section == null ? EMPTY : section;
  }

  /** The mappings in the sequence under a key; none without the key. */
  List<YamlRow> rows(String key) throws CatalogueException {
    Node node = members.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw new CatalogueException(file, line(node), "expected a list of rows under '" + key + "'");
    }
    List<YamlRow> rows = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      rows.add(of(file, item));
    }
    return rows;
  }
}
