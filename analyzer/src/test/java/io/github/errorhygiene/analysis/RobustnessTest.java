package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and hostile sources: the analysis ends, with gaps and without an exception. */
class RobustnessTest {
  private static final Path SERVICE = Path.of("src/test/resources/sample-shop");

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyFileIsCutOffSomewhere(long seed) throws Exception {
    Random random = new Random(seed);
    for (Path file : files()) {
      String text = Files.readString(file);
      write(file.getFileName().toString(), text.substring(0, random.nextInt(text.length())));
    }

    assertThat(analysed().health().files()).isEqualTo(files().size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyFileLosesAStretchOfText(long seed) throws Exception {
    Random random = new Random(seed);
    for (Path file : files()) {
      String text = Files.readString(file);
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(60));
      write(file.getFileName().toString(), text.substring(0, from) + text.substring(to));
    }

    assertThat(analysed().health().files()).isEqualTo(files().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void halfOfTheFilesAreMissing(int part) throws Exception {
    List<Path> files = files();
    for (int i = 0; i < files.size(); i++) {
      if (i % 3 != part) {
        write(files.get(i).getFileName().toString(), Files.readString(files.get(i)));
      }
    }

    assertThat(analysed().health().files()).isPositive();
  }

  @Test
  void wordsAreSwapped() throws Exception {
    for (Path file : files()) {
      String text = Files.readString(file);
      write(
          file.getFileName().toString(),
          text.replace("class ", "interface ").replace("static ", "").replace("new ", "(int) "));
    }

    assertThat(analysed()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A extends A {}",
        "class A extends B {} class B extends A {}",
        "interface A extends B {} interface B extends A {}",
        "class A<T extends A<T>> extends A<A<T>> {}",
        "class A { int x = this.run(); int run() { return x + run(); } }",
        "class A { A next = new A(); }",
        "class A { B b = new B(); } class B { A a = new A(); }",
        "class A { static final int X = B.Y; } class B { static final int Y = A.X; }",
        "enum A { ONE(TWO), TWO(ONE); final A other; A(A other) { this.other = other; } }",
        "enum A { ONE; final A self = ONE; }",
        "record A(A a) { A { a = new A(new A(a)); } }",
        "class A { A() { this(1); } A(int i) { this(); } }",
        "class A { void m() { m(m(m())); } }",
        "class A { int m(int... n) { return m() + m(1) + m(1, 2) + m(null); } }",
        "class A { Runnable r = () -> this.r.run(); }",
        "class A { Object m() { return new Object() { Object o = m(); }; } }",
        "class A { void m() { break; continue; yield 1; } }",
        "class A { void m() { throw null; } void n() { throw m(); } }",
        "class A { int m() { return switch (m()) { }; } }",
        "class A { void m() { try { m(); } finally { return; } } }",
        "class A { void m(Missing a) { a.b().c.d(e -> e.f(a)).g(); } }",
        "class A extends Missing<A> implements Gone { Object m() { return super.m(); } }",
        "class A {} class A { void twice() {} } interface A {}",
        "class A { void m() {} void m() {} int m; int m; }",
        "@A @interface A { A value() default @A; }",
      })
  void nonsense(String types) throws Exception {
    write("Nonsense.java", types);
    write(
        "Web.java",
        """
        @org.springframework.web.bind.annotation.RestController
        class Web {
          A a;
          @org.springframework.web.bind.annotation.GetMapping("/{id}")
          Object get(String id) throws Exception {
            Object made = new A();
            a.m();
            for (A one : A.values()) one.run();
            return a.r + a.next + A.X + A.ONE.self + a.twice() + made;
          }
        }
        """);

    assertThat(analysed().application().contracts()).hasSize(1);
  }

  private Report analysed() throws InputException {
    return Analysis.run(
        new AnalysisRequest("hostile", root, List.of(root), List.of(), 1, Policy.DEFAULT),
        Progress.SILENT);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(SERVICE)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
