package io.github.errorhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDirectoryTest {
  @TempDir private Path directory;
  private Path root;

  @BeforeEach
  void setUp() throws Exception {
    root = Files.createDirectories(directory.resolve("root"));
    Files.createDirectories(root.resolve("a"));
    Files.writeString(root.resolve("a/A.java"), "one\r\ntwo\nthree");
    Files.writeString(directory.resolve("secret"), "secret");
  }

  @Test
  void readsLines() {
    assertThat(new SourceDirectory(root).lines("a/A.java")).containsExactly("one", "two", "three");
  }

  @Test
  void readsAFileOnce() throws Exception {
    SourceDirectory sources = new SourceDirectory(root);
    var first = sources.lines("a/A.java");
    Files.delete(root.resolve("a/A.java"));

    assertThat(sources.lines("a/A.java")).isEqualTo(first);
  }

  @Test
  void readsWhatIsNotUtf8AsFarAsItIs() throws Exception {
    Files.write(root.resolve("L.java"), new byte[] {'a', (byte) 0xE9, 'b'});

    assertThat(new SourceDirectory(root).lines("L.java")).containsExactly("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "a/../../secret", "missing", "a", "", "nul\0name"})
  void hasNothingElse(String file) {
    assertThat(new SourceDirectory(root).lines(file)).isEmpty();
  }

  @Test
  void doesNotLeaveTheRoot() throws Exception {
    Files.createSymbolicLink(root.resolve("Link.java"), directory.resolve("secret"));

    assertThat(new SourceDirectory(root).lines("Link.java")).isEmpty();
    assertThat(new SourceDirectory(root).lines(directory.resolve("secret").toString())).isEmpty();
  }
}
