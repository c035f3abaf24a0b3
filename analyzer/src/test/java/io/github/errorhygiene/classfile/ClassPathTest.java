package io.github.errorhygiene.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  private static final ClassPath JDK = ClassPath.of(List.of());

  @TempDir Path directory;

  @Test
  void findsTheJdksTypesWithoutAnyEntry() {
    assertThat(JDK.find("java.util.Map").typeParameters())
        .hasToString("[TypeParameter[name=K, bounds=[]], TypeParameter[name=V, bounds=[]]]");
    assertThat(JDK.find("java.util.Map$Entry").kind()).isEqualTo(TypeDecl.Kind.INTERFACE);
    assertThat(JDK.find("java.sql.Connection")).isNotNull();
    assertThat(JDK.origin("java.util.Map")).isEqualTo(ClassPath.Origin.JDK);
    assertThat(JDK.isGiven()).isFalse();
    assertThat(JDK.gaps()).isEmpty();
  }

  @Test
  void readsTheJdksMethods() {
    assertThat(method("java.lang.Integer", "parseInt").thrown())
        .hasToString("[java.lang.NumberFormatException]");
    assertThat(method("java.util.Optional", "orElseThrow", 1).thrown()).hasToString("[X]");
    MethodDecl map = method("java.util.stream.Stream", "map");
    assertThat(map.returnType()).hasToString("java.util.stream.Stream<R>");
    assertThat(map.parameters().get(0).type())
        .hasToString("java.util.function.Function<? super<T>, ? extends<R>>");
  }

  @Test
  void knowsPackagesFromTypes() {
    assertThat(JDK.hasPackage("java")).isTrue();
    assertThat(JDK.hasPackage("java.util")).isTrue();
    assertThat(JDK.hasPackage("java.util.Map")).isFalse();
    assertThat(JDK.hasPackage("java.utils")).isFalse();
    assertThat(JDK.hasPackage("")).isFalse();
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(JDK.find("java.util.Nothing")).isNull();
    assertThat(JDK.find("Nothing")).isNull();
    assertThat(JDK.find("java.util.map")).isNull();
    assertThat(JDK.find("java.util.\0")).isNull();
    assertThat(JDK.find("java.util.Map.Entry")).isNull();
    assertThat(JDK.find("")).isNull();
    assertThat(JDK.origin("Nothing")).isNull();
    assertThat(JDK.gaps()).isEmpty();
  }

  @Test
  void theFirstEntryThatHasATypeWins() throws IOException {
    Path first = jar("first.jar", "package com.acme; public class A { int one; }");
    Path second = jar("second.jar", "package com.acme; public class A { int two; } class B {}");

    try (ClassPath classPath = ClassPath.of(List.of(first, second))) {
      assertThat(fields(classPath, "com.acme.A")).containsExactly("one");
      assertThat(classPath.find("com.acme.B")).isNotNull();
      assertThat(classPath.origin("com.acme.A")).isEqualTo(ClassPath.Origin.GIVEN);
      assertThat(classPath.origin("java.lang.String")).isEqualTo(ClassPath.Origin.JDK);
      assertThat(classPath.hasPackage("com")).isTrue();
      assertThat(classPath.hasPackage("com.acme")).isTrue();
      assertThat(classPath.isGiven()).isTrue();
    }
  }

  @Test
  void aJarTellsNoPrivateMembers() throws IOException {
    Path jar = jar("a.jar", "class A { private int hidden; int seen; private void m() {} }");

    try (ClassPath classPath = ClassPath.of(List.of(jar))) {
      assertThat(fields(classPath, "A")).containsExactly("seen");
      assertThat(classPath.find("A").methods())
          .extracting(MethodDecl::name)
          .containsExactly("<init>");
    }
  }

  @Test
  void aDirectoryMayBeNamedLikeAJar() {
    Path classes = Compiled.directory(directory.resolve("classes.jar"), "class A {}");

    try (ClassPath classPath = ClassPath.of(List.of(classes))) {
      assertThat(classPath.find("A")).isNotNull();
      assertThat(classPath.hasPackage("")).isTrue();
      assertThat(classPath.gaps()).isEmpty();
    }
  }

  @Test
  void ofAMultiReleaseJarTheVersionForThisJavaIsRead() throws IOException {
    byte[] old = bytes("package com.acme; public class A { int old; }");
    byte[] now = bytes("package com.acme; public class A { int now; }");
    byte[] later = bytes("package com.acme; public class A { int later; }");
    byte[] added = bytes("package com.acme.more; public class A {}");
    Map<String, byte[]> files =
        new TreeMap<>(
            Map.of(
                "com/acme/A.class", old,
                "META-INF/versions/17/com/acme/A.class", now,
                "META-INF/versions/99/com/acme/A.class", later,
                "META-INF/versions/9/com/acme/more/A.class", added));
    Path multi = Compiled.multiReleaseJar(directory.resolve("multi.jar"), files);
    Path plain = Compiled.jar(directory.resolve("plain.jar"), files);

    try (ClassPath ofMulti = ClassPath.of(List.of(multi));
        ClassPath ofPlain = ClassPath.of(List.of(plain))) {
      assertThat(fields(ofMulti, "com.acme.A")).containsExactly("now");
      assertThat(ofMulti.find("com.acme.more.A")).isNotNull();
      assertThat(fields(ofPlain, "com.acme.A")).containsExactly("old");
    }
  }

  @Test
  void aClassFileOfAFutureJavaIsReadAllTheSame() throws IOException {
    byte[] bytes = bytes("class A { int field; }");
    bytes[7] = (byte) 200;
    Path jar = Compiled.jar(directory.resolve("future.jar"), Map.of("A.class", bytes));

    try (ClassPath classPath = ClassPath.of(List.of(jar))) {
      assertThat(fields(classPath, "A")).containsExactly("field");
      assertThat(classPath.gaps()).isEmpty();
    }
  }

  @Test
  void brokenClassFilesAreCountedOncePerJar() throws IOException {
    byte[] good = bytes("class A {}");
    Map<String, byte[]> files =
        new TreeMap<>(
            Map.of(
                "A.class",
                good,
                "Cut.class",
                Arrays.copyOf(good, 40),
                "Empty.class",
                new byte[0],
                "Text.class",
                "this is no class file at all".getBytes("UTF-8"),
                "Other.class",
                good));
    Path jar = Compiled.jar(directory.resolve("broken.jar"), files);

    try (ClassPath classPath = ClassPath.of(List.of(jar))) {
      for (String name : List.of("Cut", "Empty", "Text", "Other", "Cut")) {
        assertThat(classPath.find(name)).as(name).isNull();
      }
      assertThat(classPath.find("A")).isNotNull();
      assertThat(classPath.gaps()).hasSize(1);
      Gap gap = classPath.gaps().get(0);
      assertThat(gap.kind()).isEqualTo(Gap.Kind.CLASS_PATH);
      assertThat(gap.file()).isEqualTo("broken.jar");
      assertThat(gap.message()).startsWith("4 class files could not be read");
    }
  }

  @Test
  void entriesThatCannotBeReadAreGaps() throws IOException {
    Path text = Files.writeString(directory.resolve("text.jar"), "no jar");
    Path whole = jar("whole.jar", "class A {}");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(directory.resolve("cut.jar"), Arrays.copyOf(bytes, bytes.length / 2));
    Path empty = Files.write(directory.resolve("empty.jar"), new byte[0]);
    Path missing = directory.resolve("target/classes");

    try (ClassPath classPath = ClassPath.of(List.of(text, cut, empty, missing, whole))) {
      assertThat(classPath.find("A")).isNotNull();
      assertThat(classPath.gaps())
          .extracting(Gap::file)
          .containsExactly("text.jar", "cut.jar", "empty.jar", "target/classes");
      assertThat(classPath.gaps().get(3).message()).startsWith("no such file");
    }
  }

  @Test
  void anyDamageToAClassFileIsSurvived() throws IOException {
    byte[] whole =
        bytes(
            "class A<T extends Comparable<T>> { @Deprecated T[] m(int... a) throws Exception { return null; } }");
    Random random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try {
        assertThat(ClassFiles.read(damaged, i % 2 == 0).name()).isNotNull();
      } catch (MalformedClassException expected) {
        assertThat(expected).hasCauseInstanceOf(Throwable.class);
      }
    }
  }

  private Path jar(String name, String source) throws IOException {
    Path classes = Compiled.directory(directory.resolve(name + "-classes"), source);
    return Compiled.jar(directory.resolve(name), Compiled.files(classes));
  }

  /** The class file of the only class in a source. */
  private byte[] bytes(String source) throws IOException {
    Path classes = Files.createTempDirectory(directory, "one");
    return Compiled.files(Compiled.directory(classes, source)).values().iterator().next();
  }

  private static MethodDecl method(String type, String name) {
    return method(type, name, 1);
  }

  private static MethodDecl method(String type, String name, int parameters) {
    return JDK.find(type).methods().stream()
        .filter(method -> method.name().equals(name))
        .filter(method -> method.parameters().size() == parameters)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> fields(ClassPath classPath, String type) {
    return classPath.find(type).fields().stream().map(field -> field.name()).toList();
  }
}
