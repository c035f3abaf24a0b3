package io.github.errorhygiene.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records come back as they were. */
class RecordsTest {
  private enum Color {
    RED,
    GREEN
  }

  private record Point(int x, int y) {}

  private record All(
      @Nullable String text,
      int number,
      boolean flag,
      Color color,
      @Nullable Point point,
      List<Point> points,
      Set<String> names,
      SortedSet<Integer> numbers,
      Map<String, Color> colors) {}

  private static final All ALL =
      new All(
          "ü\ud800",
          -7,
          true,
          Color.GREEN,
          new Point(1, Integer.MAX_VALUE),
          List.of(new Point(1, 2), new Point(3, 4), new Point(1, 2)),
          Set.of("b", "a", "c"),
          new TreeSet<>(Set.of(3, -1)),
          Map.of("x", Color.RED, "y", Color.GREEN));

  @Test
  void ofAllThatTheyMayHold() {
    assertThat(read(All.class, RecordWriter.bytes(ALL))).isEqualTo(ALL);
  }

  @Test
  void withNothingInThem() {
    All nothing =
        new All(null, 0, false, Color.RED, null, List.of(), Set.of(), new TreeSet<>(), Map.of());

    assertThat(read(All.class, RecordWriter.bytes(nothing))).isEqualTo(nothing);
  }

  @Test
  void equalOnesAreWrittenOnce() {
    record Two(Point one, Point other) {}
    Two read = read(Two.class, RecordWriter.bytes(new Two(new Point(1, 2), new Point(1, 2))));

    assertThat(read.one()).isSameAs(read.other());
  }

  @Test
  void whatIsNoRecordIsRefused() {
    record Other(Instant instant) {}

    assertThatThrownBy(() -> RecordWriter.bytes(new Other(Instant.EPOCH)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytesThatNobodyWroteAreRefused() {
    byte[] bytes = RecordWriter.bytes(ALL);
    for (int length = 0; length < bytes.length; length++) {
      int cut = length;
      assertThatThrownBy(() -> RecordReader.record(All.class, bytes, 0, cut, same -> same))
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static <T extends Record> T read(Class<T> type, byte[] bytes) {
    return RecordReader.record(type, bytes, 0, bytes.length, same -> same);
  }
}
