package io.github.errorhygiene.cache;

import io.github.errorhygiene.unit.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bytes being written: numbers of as many bytes as they need, each text once. */
final class Output {
  private byte[] bytes = new byte[1 << 12];
  private int length;
  private final Map<String, Integer> texts = new HashMap<>();
  private final boolean positions;
  private final List<Position> leftOut = new ArrayList<>();
  private int line;

  Output() {
    this(true);
  }

  /** With or without positions; what is written without cannot be read. */
  Output(boolean positions) {
    this.positions = positions;
  }

  /** The positions that were not written, in order. */
  List<Position> leftOut() {
    return leftOut;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  @SuppressWarnings("EnumOrdinal" /* the format is bound to the build that wrote it */)
  void kind(Kind kind) {
    put(kind.ordinal());
  }

  @SuppressWarnings("EnumOrdinal" /* the format is bound to the build that wrote it */)
  void constant(Enum<?> constant) {
    put(constant.ordinal());
  }

  void flag(boolean value) {
    put(value ? 1 : 0);
  }

  /** Not negative, mostly small. */
  void number(int value) {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      put((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    put(rest);
  }

  void fixed(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      put((int) (value >>> shift));
    }
  }

  /** Null is told from the empty text. */
  void text(@Nullable String value) {
    if (value == null) {
      number(0);
      return;
    }
    Integer known = texts.putIfAbsent(value, texts.size());
    if (known != null) {
      number(known + 2);
      return;
    }
    number(1);
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    boolean exact = new String(encoded, StandardCharsets.UTF_8).equals(value);
    flag(exact);
    if (exact) {
      number(encoded.length);
      raw(encoded);
    } else {
      number(value.length());
      value.chars().forEach(this::number);
    }
  }

  /** The number of a line. */
  void line(int number) {
    if (positions) {
      number(number);
    }
  }

  /** Lines as the way from the last one: most nodes are near each other. */
  void position(Position position) {
    if (!positions) {
      leftOut.add(position);
      return;
    }
    int way = position.line() - line;
    number((way << 1) ^ (way >> 31));
    number(position.column());
    line = position.line();
  }

  <T> void all(List<T> list, Consumer<T> each) {
    number(list.size());
    list.forEach(each);
  }

  void raw(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void put(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
