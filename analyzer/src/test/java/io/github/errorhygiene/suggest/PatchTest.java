package io.github.errorhygiene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchTest {
  @Test
  void aNewFileComesFromNowhere() {
    assertThat(Patch.added("a/B.java", "class B {\n}\n"))
        .isEqualTo(
            """
            diff --git a/a/B.java b/a/B.java
            new file mode 100644
            --- /dev/null
            +++ b/a/B.java
            @@ -0,0 +1,2 @@
            +class B {
            +}
            """);
  }

  @Test
  void aChangeHasItsSurroundings() {
    assertThat(Patch.changed("B.java", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n"))
        .isEqualTo(
            """
            diff --git a/B.java b/B.java
            --- a/B.java
            +++ b/B.java
            @@ -2,5 +2,5 @@
             2
             3
             4
            -5
            +five
             6
            """);
  }

  @Test
  void aFileWithoutALastLineEndSaysSo() {
    assertThat(Patch.changed("B.java", "1\n2", "one\n2"))
        .endsWith("\n 2\n\\ No newline at end of file\n");
    assertThat(Patch.changed("B.java", "1\n2\n3\n4\n5\n6", "one\n2\n3\n4\n5\n6"))
        .doesNotContain("No newline");
  }

  @Test
  void lineEndsOfWindowsStay() {
    assertThat(Patch.changed("B.java", "1\r\n2\r\n", "one\r\n2\r\n"))
        .contains("-1\r\n", "+one\r\n", " 2\r\n");
  }

  @Test
  void noChangeIsNoPatch() {
    assertThat(Patch.changed("B.java", "1\n", "1\n")).isEmpty();
  }
}
