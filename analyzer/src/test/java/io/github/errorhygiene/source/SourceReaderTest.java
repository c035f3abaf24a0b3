package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
  @TempDir Path root;

  private SourceFile file(String name, byte[] content) throws IOException {
    return new SourceFile(name, Files.write(root.resolve(name), content));
  }

  private static Unit read(SourceFile file) {
    return SourceReader.read(List.of(file), 1, done -> {}).get(0);
  }

  @Test
  void units_come_in_the_order_of_the_files_whatever_the_number_of_threads() throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String body = "void m() { new B() {}; }\n".repeat(40 - i);
      files.add(
          file(
              "A" + i + ".java",
              ("class A" + i + " {" + body + "}").getBytes(StandardCharsets.UTF_8)));
    }

    List<Unit> alone = SourceReader.read(files, 1, done -> {});

    assertThat(alone)
        .extracting(Unit::path)
        .isEqualTo(files.stream().map(SourceFile::path).toList());
    assertThat(SourceReader.read(files, 4, done -> {})).isEqualTo(alone);
  }

  @Test
  void progress_is_told_after_each_file() throws IOException {
    List<Integer> told = new ArrayList<>();

    assertThat(
            SourceReader.read(
                List.of(file("A.java", new byte[0]), file("B.java", new byte[0])), 2, told::add))
        .hasSize(2);

    assertThat(told).containsExactly(1, 2);
  }

  @Test
  void names_that_are_equal_are_kept_once_for_all_files() throws IOException {
    List<Unit> units =
        SourceReader.read(
            List.of(
                file("A.java", "class A { int total; }".getBytes(StandardCharsets.UTF_8)),
                file("B.java", "class B { int total; }".getBytes(StandardCharsets.UTF_8))),
            2,
            done -> {});

    assertThat(field(units.get(0))).isEqualTo("total").isSameAs(field(units.get(1)));
  }

  private static String field(Unit unit) {
    return unit.types().get(0).fields().get(0).name();
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_text() throws IOException {
    Unit unit = read(file("A.java", "\uFEFFclass A {}".getBytes(StandardCharsets.UTF_8)));

    assertThat(unit.gaps()).isEmpty();
    assertThat(unit.types().get(0).position().column()).isEqualTo(7);
  }

  @Test
  void a_file_that_is_not_utf_8_is_read_with_a_gap() throws IOException {
    Unit unit =
        read(file("A.java", "class A { String s = \"é\"; }".getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(unit.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.INPUT);
    assertThat(UnitText.of(unit.types().get(0))).isEqualTo("class A {String s = \"é\";}");
  }

  @Test
  void a_file_that_vanished_is_a_gap() {
    Unit unit = read(new SourceFile("A.java", root.resolve("A.java")));

    assertThat(unit.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.INPUT);
    assertThat(unit.types()).isEmpty();
  }

  @Test
  void syntax_errors_cost_the_statement_not_the_file() {
    Unit unit =
        SourceReader.lower(
            "A.java",
            """
            class A {
              void a() { x(; }
              void b() { f(); }
            }
            """);

    assertThat(unit.gaps()).hasSize(1);
    assertThat(unit.gaps().get(0).kind()).isEqualTo(Gap.Kind.SYNTAX);
    assertThat(unit.gaps().get(0).position().line()).isEqualTo(2);
    assertThat(UnitText.of(unit.types().get(0))).endsWith("void b() {f();}}");
  }

  @Test
  void unicode_escapes_may_stand_anywhere() {
    Unit unit = SourceReader.lower("A.java", "cl\\u0061ss \\u00c4 { String s = \"\\\\u0041\"; }");

    assertThat(unit.gaps()).isEmpty();
    assertThat(unit.types()).extracting(TypeDecl::name).containsExactly("Ä");
    assertThat(UnitText.of(unit.types().get(0))).contains("s = \"\\u0041\"");
  }
}
