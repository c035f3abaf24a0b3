package io.github.errorhygiene.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.SharedTexts;
import io.github.errorhygiene.unit.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units come back as they were, or not at all. */
class UnitCacheTest {
  private static final String SOURCE =
      """
      package shop;

      import static java.util.Objects.requireNonNull;
      import java.util.*;

      @Deprecated(since = "1", forRemoval = true)
      public sealed interface Shape<T extends Comparable<T> & java.io.Serializable> permits Circle {
        long BIG = 1L << 40, NEGATIVE = -5L;
        double HALF = 0.5; float THIRD = .3f; char LETTER = 'ü'; boolean ON = true; Object NONE = null;
        String TEXT = "lone \\uD800 surrogate", BLOCK = \"""
            text
            \""";

        default <E extends Exception> int size(final List<? super T>[] all, int... more) throws E {
          int[][] table = new int[3][], given = {{1}, {2}};
          label:
          for (int i = 0, j = 1; i < all.length; i++, --j) {
            do { if (i == 2) continue label; else break; } while (true);
          }
          for (var each : all) { each.forEach(Shape.this::toString); }
          try (var in = open(); in) { throw new IllegalStateException("x" + table[0][1]); }
          catch (IllegalStateException | Error e) { return e instanceof RuntimeException r && r != null ? 1 : 2; }
          finally { synchronized (this) { Runnable run = () -> { class Local {} new Local() {}; }; } }
        }

        private static Object pick(Object o) {
          return switch (o) {
            case null -> (Object) int[].class;
            case Point(int x, var y) when x > 1 -> { yield x; }
            case String s -> s;
            default -> throw new AssertionError();
          };
        }

        record Point(@Deprecated int x, int y) { Point { x = -x; } }

        enum Color { RED(1) { int code() { return 2; } }, GREEN(2); Color(int code) {} int code() { return 1; } }
      }
      """;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("some/where/shop.units");
  }

  @Test
  void aUnitComesBackAsItWas() {
    Unit unit = kept("Shape.java", SOURCE);

    assertThat(unit.gaps()).isEmpty();
    assertThat(found("Shape.java", SOURCE)).isEqualTo(unit);
  }

  @Test
  void soDoesWhatCouldNotBeRead() {
    Unit unit = kept("Broken.java", "class Broken { void m( }");

    assertThat(unit.gaps()).isNotEmpty();
    assertThat(found("Broken.java", "class Broken { void m( }")).isEqualTo(unit);
  }

  @ParameterizedTest
  @MethodSource("own")
  void soDoesEveryFileOfThisProject(Path source) throws IOException {
    String text = Files.readString(source);

    assertThat(found(source.toString(), text)).isNull();
    Unit unit = kept(source.toString(), text);
    assertThat(found(source.toString(), text)).isEqualTo(unit);
  }

  static Stream<Path> own() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java/io/github/errorhygiene/escape"))) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    }
  }

  @Test
  void anotherContentOrPathIsNotFound() {
    Unit unit = kept("A.java", "class A {}");

    assertThat(found("A.java", "class A { }")).isNull();
    assertThat(found("b/A.java", "class A {}")).isNull();
    assertThat(found("A.java", "class A {}")).isEqualTo(unit);
  }

  @Test
  void anotherBuildFindsNothing() {
    Unit unit = kept("A.java", "class A {}");

    assertThat(unit.types()).hasSize(1);
    assertThat(UnitCache.open(file, "2").find("A.java", bytes("class A {}"))).isNull();
  }

  @Test
  void whatWasNotAskedForIsDropped() {
    UnitCache first = UnitCache.open(file, "1");
    first.keep(SourceReader.lower("A.java", "class A {}"), bytes("class A {}"));
    first.keep(SourceReader.lower("B.java", "class B {}"), bytes("class B {}"));
    first.save();
    UnitCache second = UnitCache.open(file, "1");

    assertThat(second.find("A.java", bytes("class A {}"))).isNotNull();
    second.save();

    assertThat(found("A.java", "class A {}")).isNotNull();
    assertThat(found("B.java", "class B {}")).isNull();
  }

  @Test
  void anUnchangedFileIsNotWrittenAgain() throws IOException {
    Unit unit = kept("A.java", "class A {}");
    FileTime longAgo = FileTime.fromMillis(0);
    assertThat(Files.setLastModifiedTime(file, longAgo)).isEqualTo(file);
    UnitCache second = UnitCache.open(file, "1");

    assertThat(second.find("A.java", bytes("class A {}"))).isEqualTo(unit);
    assertThat(second.save()).isTrue();

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
  }

  @Test
  void aTruncatedFileIsIgnoredWhereverItEnds() throws IOException {
    Unit unit = kept("Shape.java", SOURCE);
    byte[] whole = Files.readAllBytes(file);

    assertThat(unit.types()).isNotEmpty();
    for (int length = 0; length < whole.length; length += 1 + length / 16) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(found("Shape.java", SOURCE)).isNull();
    }
  }

  @Test
  void aFileWithOneOtherBitIsIgnored() throws IOException {
    Unit unit = kept("Shape.java", SOURCE);
    byte[] whole = Files.readAllBytes(file);

    assertThat(unit.types()).isNotEmpty();
    for (int at = 0; at < whole.length; at += 7) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      Files.write(file, changed);
      assertThat(found("Shape.java", SOURCE)).isNull();
    }
  }

  /** As a cache would be that another tool wrote in the same form. */
  @Test
  void bytesThatAreNoUnitAreIgnored() {
    byte[] unit = DeclarationWriter.bytes(SourceReader.lower("Shape.java", SOURCE));
    int ended = 0;
    for (int at = 0; at < unit.length; at++) {
      byte[] changed = unit.clone();
      changed[at] = (byte) ~changed[at];
      try {
        Unit read =
            DeclarationReader.unit("Shape.java", changed, 0, changed.length, new SharedTexts());
        ended += read.path().length();
      } catch (RuntimeException e) {
        ended++;
      }
    }
    assertThat(ended).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not ours", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"})
  void aForeignFileIsIgnoredAndWrittenAnew(String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);

    assertThat(found("A.java", "class A {}")).isNull();
    Unit unit = kept("A.java", "class A {}");
    assertThat(found("A.java", "class A {}")).isEqualTo(unit);
  }

  @Test
  void aPlaceThatCannotBeWrittenDoesNoHarm() throws IOException {
    Path blocked = Files.writeString(directory.resolve("a file"), "").resolve("units");
    UnitCache cache = UnitCache.open(blocked, "1");
    cache.keep(SourceReader.lower("A.java", "class A {}"), bytes("class A {}"));

    assertThat(cache.save()).isFalse();
  }

  @Test
  void noPartsAreLeftBehind() throws IOException {
    Unit unit = kept("A.java", "class A {}");

    assertThat(unit.types()).hasSize(1);
    try (Stream<Path> all = Files.list(file.getParent())) {
      assertThat(all.toList()).isEqualTo(List.of(file));
    }
  }

  private Unit kept(String path, String text) {
    Unit unit = SourceReader.lower(path, text);
    UnitCache cache = UnitCache.open(file, "1");
    cache.keep(unit, bytes(text));
    assertThat(cache.save()).isTrue();
    return unit;
  }

  private Unit found(String path, String text) {
    return UnitCache.open(file, "1").find(path, bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
