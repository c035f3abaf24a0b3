package io.github.errorhygiene.yaml;

import io.github.errorhygiene.unit.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML mapping whose every complaint names file, line and column. */
public final class YamlRow {
  public static final YamlRow EMPTY =
      new YamlRow("", new Position(1, 1), new LinkedHashMap<>(), new LinkedHashMap<>());

  private static final Position START = new Position(1, 1);

  private final String file;
  private final Position position;
  private final Map<String, NodeTuple> members;

  /** Members whose key stands there before, by position: the first counts. */
  private final Map<Position, String> repeated;

  private YamlRow(
      String file,
      Position position,
      Map<String, NodeTuple> members,
      Map<Position, String> repeated) {
    this.file = file;
    this.position = position;
    this.members = members;
    this.repeated = repeated;
  }

  /**
   * Reads a document whose root is a mapping; an empty document is an empty mapping.
   *
   * @param file name for complaints
   */
  public static YamlRow parse(String file, String text) throws YamlException {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
      return root.isPresent() ? of(file, root.get()) : EMPTY;
    } catch (MarkedYamlEngineException e) {
      Position at =
          e.getProblemMark()
              .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
              .orElse(START);
      throw new YamlException(file, at, String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new YamlException(file, START, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new YamlException(file, START, "is nested too deeply");
    }
  }

  private static YamlRow of(String file, Node node) throws YamlException {
    if (!(node instanceof MappingNode mapping)) {
      throw new YamlException(file, position(node), "expected a mapping");
    }
    Map<String, NodeTuple> members = new LinkedHashMap<>();
    Map<Position, String> repeated = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(file, tuple.getKeyNode());
      if (members.putIfAbsent(key, tuple) != null) {
        repeated.put(position(tuple.getKeyNode()), key);
      }
    }
    return new YamlRow(file, position(node), members, repeated);
  }

  private static Position position(Node node) {
    return node.getStartMark()
        .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(START);
  }

  private static String scalar(String file, Node node) throws YamlException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new YamlException(file, position(node), "expected a single value");
  }

  private @Nullable Node value(String key) {
    NodeTuple member = members.get(key);
    return member == null ? null : member.getValueNode();
  }

  /** A complaint about the mapping as a whole. */
  public YamlException problem(String text) {
    return new YamlException(file, position, true, text);
  }

  /** A complaint about the value of a key that is there. */
  public YamlException problem(String key, String text) {
    Node value = value(key);
    return new YamlException(file, value == null ? position : position(value), text);
  }

  /** A complaint about a key. */
  public YamlException problemAt(String key, String text) {
    return new YamlException(file, position(key), text);
  }

  /**
   * The mapping without the member that was complained about; null if it was the mapping as a
   * whole.
   */
  @Nullable YamlRow without(YamlException fault) {
    Map<Position, String> otherRepeated = new LinkedHashMap<>(repeated);
    if (otherRepeated.remove(fault.position()) != null) {
      return new YamlRow(file, position, members, otherRepeated);
    }
    String concerned = fault.isOf(position) ? null : lastBefore(fault.position());
    if (concerned == null) {
      return null;
    }
    Map<String, NodeTuple> others = new LinkedHashMap<>(members);
    others.remove(concerned);
    return new YamlRow(file, position, others, repeated);
  }

  private @Nullable String lastBefore(Position limit) {
    String last = null;
    for (String key : members.keySet()) {
      last = position(key).compareTo(limit) <= 0 ? key : last;
    }
    return last;
  }

  /** Keys in the order of the file. */
  public Set<String> keys() {
    return members.keySet();
  }

  /** Where a key of this mapping stands. */
  public Position position(String key) {
    NodeTuple member = members.get(key);
    return member == null ? position : position(member.getKeyNode());
  }

  /** Complains about the first key that is not among those, or that stands twice. */
  public void allow(Set<String> keys) throws YamlException {
    once();
    for (String key : members.keySet()) {
      if (!keys.contains(key)) {
        throw unknown(key, keys);
      }
    }
  }

  /** A complaint about a key; names the one that was probably meant. */
  public YamlException unknown(String key, Set<String> keys) {
    String known = " Known are " + String.join(", ", new TreeSet<>(keys));
    String problem = "unknown key '" + key + "'" + Nearest.hint(key, keys) + known;
    return problemAt(key, problem);
  }

  /** Complains about the first key that stands twice. */
  public void once() throws YamlException {
    if (!repeated.isEmpty()) {
      Map.Entry<Position, String> first = repeated.entrySet().iterator().next();
      throw new YamlException(file, first.getKey(), "'" + first.getValue() + "' stands here twice");
    }
  }

  public @Nullable String text(String key) throws YamlException {
    Node node = value(key);
    return node == null ? null : scalar(file, node);
  }

  public String required(String key) throws YamlException {
    String text = text(key);
    if (text == null) {
      throw problem("'" + key + "' is missing");
    }
    return text;
  }

  public boolean flag(String key, boolean otherwise) throws YamlException {
    String text = text(key);
    return text == null
        ? otherwise
        : choice(key, text, Stream.of(true, false), value -> Boolean.toString(value));
  }

  public int number(String key, int otherwise) throws YamlException {
    String text = text(key);
    return text == null ? otherwise : integer(key, text);
  }

  /** A text under the key as a number. */
  public int integer(String key, String text) throws YamlException {
    if (!text.matches("\\d{1,9}")) {
      throw problem(key, "'" + key + "' must be a number, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /** The constant written with small letters and spaces or dashes; null without the key. */
  public <E extends Enum<E>> @Nullable E constant(String key, Class<E> type) throws YamlException {
    String text = text(key);
    return text == null ? null : constant(key, text, type);
  }

  /** A text under the key as the constant written with small letters and spaces or dashes. */
  public <E extends Enum<E>> E constant(String key, String text, Class<E> type)
      throws YamlException {
    return choice(key, text.replace('-', ' '), Stream.of(type.getEnumConstants()), YamlRow::label);
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private <T> T choice(String key, String text, Stream<T> values, Function<T, String> label)
      throws YamlException {
    List<T> all = values.toList();
    for (T value : all) {
      if (label.apply(value).equals(text)) {
        return value;
      }
    }
    String known = all.stream().map(label).collect(Collectors.joining(", "));
    throw problem(key, "'" + key + "' is '" + text + "', known are " + known);
  }

  /** The texts of a sequence, or of a single value; null without the key. */
  public @Nullable List<String> texts(String key) throws YamlException {
    Node node = value(key);
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

  /** As {@link #texts}; none without the key. */
  public List<String> anyTexts(String key) throws YamlException {
    List<String> texts = texts(key);
    return texts == null ? List.of() : texts;
  }

  public List<Integer> numbers(String key) throws YamlException {
    List<Integer> numbers = new ArrayList<>();
    for (String text : anyTexts(key)) {
      numbers.add(integer(key, text));
    }
    return numbers;
  }

  /** The numbers of a sequence, or a single one, each within bounds; none without the key. */
  public List<Integer> numbers(String key, int least, int greatest) throws YamlException {
    List<Integer> numbers = numbers(key);
    for (int number : numbers) {
      if (number < least || number > greatest) {
        throw problem(
            key, "'" + key + "' must be from " + least + " to " + greatest + ", not " + number);
      }
    }
    return numbers;
  }

  /** The mapping under a key; null without the key. */
  public @Nullable YamlRow row(String key) throws YamlException {
    Node node = value(key);
    return node == null ? null : of(file, node);
  }

  /** The mapping under a key; empty without the key, or if nothing stands there. */
  public YamlRow section(String key) throws YamlException {
    Node node = value(key);
    return node == null || isNothing(node) ? EMPTY : of(file, node);
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  /** The mappings in the sequence under a key; none without the key, or if nothing stands there. */
  public List<YamlRow> rows(String key) throws YamlException {
    Node node = value(key);
    if (node == null || isNothing(node)) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw new YamlException(file, position(node), "expected a list of rows under '" + key + "'");
    }
    List<YamlRow> rows = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      rows.add(of(file, item));
    }
    return rows;
  }
}
