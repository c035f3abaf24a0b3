package io.github.errorhygiene.cache;

import io.github.errorhygiene.unit.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being read, the counterpart of {@link Output}. Throws an unchecked exception of any kind
 * for bytes that no {@link Output} wrote; never asks for more memory than the bytes account for.
 */
final class Input {
  private final byte[] bytes;
  private final int end;
  private int at;
  private final List<String> texts = new ArrayList<>();
  private final UnaryOperator<String> shared;
  private int line;

  Input(byte[] bytes, int start, int length, UnaryOperator<String> shared) {
    this.shared = shared;
    this.bytes = bytes;
    this.at = start;
    this.end = Math.addExact(start, length);
  }

  Kind kind() {
    return Kind.ALL[get()];
  }

  <E> E constant(E[] constants) {
    return constants[get()];
  }

  boolean flag() {
    return get() != 0;
  }

  int number() {
    int value = 0;
    int shift = 0;
    int next = get();
    while (next < 0) {
      value |= (next & 0x7F) << shift;
      shift += 7;
      next = get();
    }
    return value | (next << shift);
  }

  /** A number of things that follow, each of which takes a byte at least. */
  int count() {
    int count = number();
    if (count < 0 || count > end - at) {
      throw new IndexOutOfBoundsException(count);
    }
    return count;
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << 8) | (get() & 0xFF);
    }
    return value;
  }

  @Nullable String textOrNull() {
    int known = number();
    return switch (known) {
      case 0 -> null;
      case 1 -> newText();
      default -> texts.get(known - 2);
    };
  }

  String text() {
    String text = textOrNull();
    if (text == null) {
      throw new IllegalStateException("a text is missing");
    }
    return text;
  }

  private String newText() {
    boolean exact = flag();
    int length = count();
    String text;
    if (exact) {
      text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
    } else {
      char[] characters = new char[length];
      for (int i = 0; i < length; i++) {
        characters[i] = (char) number();
      }
      text = new String(characters);
    }
    String known = shared.apply(text);
    texts.add(known);
    return known;
  }

  Position position() {
    int way = number();
    line += (way >>> 1) ^ -(way & 1);
    int column = number();
    return line == 0 && column == 0 ? Position.NONE : new Position(line, column);
  }

  <T> List<T> all(Supplier<T> each) {
    int count = count();
    if (count == 0) {
      return List.of();
    }
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(each.get());
    }
    return list;
  }

  private byte get() {
    if (at >= end) {
      throw new IndexOutOfBoundsException(at);
    }
    return bytes[at++];
  }
}
