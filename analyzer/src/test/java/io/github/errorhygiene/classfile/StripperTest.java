package io.github.errorhygiene.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is bundled of a library, and what is not. */
class StripperTest {
  @TempDir Path directory;

  @Test
  void publicAndProtectedMembersStay() throws Exception {
    TypeDecl type =
        stripped(
            """
            public class A<T> {
              public static final int LIMIT = 3;
              protected T kept;
              int dropped;
              private int hidden;
              @Deprecated public <X extends Exception> T run(T value) throws X { return value; }
              protected void inherited() {}
              void packagePrivate() {}
              private void own() {}
            }
            """);

    assertThat(type.fields()).extracting(FieldDecl::name).containsExactly("LIMIT", "kept");
    assertThat(type.fields().get(0).initializer()).isNotNull();
    assertThat(type.methods())
        .extracting(MethodDecl::name)
        .containsExactly("<init>", "run", "inherited");
    assertThat(type.methods().get(1).thrown()).hasToString("[X]");
    assertThat(type.methods().get(1).annotations()).hasSize(1);
  }

  @Test
  void strippingIsRepeatable() throws IOException {
    byte[] bytes = compile("public class A { public void a() {} public int b; }").get("A");

    assertThat(Stripper.strip(bytes)).isEqualTo(Stripper.strip(bytes));
    assertThat(Stripper.strip(Stripper.strip(bytes))).isEqualTo(Stripper.strip(bytes));
  }

  @Test
  void ofSeveralVersionsAllMembersAreKept() throws Exception {
    byte[] older =
        Stripper.strip(compile("public class A { public Object a() { return 0; } }").get("A"));
    byte[] newer =
        Stripper.strip(
            compile(
                    "public class A { public int b; public String a() { return \"\"; } public void c() {} }")
                .get("A"));

    TypeDecl type = ClassFiles.read(Merger.merge(older, newer), true);

    assertThat(type.fields()).extracting(FieldDecl::name).containsExactly("b");
    assertThat(type.methods()).extracting(MethodDecl::name).containsExactly("<init>", "a", "c");
    assertThat(type.methods().get(1).returnType()).hasToString("java.lang.Object");
  }

  @Test
  void typesThatOtherCodeSeesAndTheirSupertypesStay() throws IOException {
    Map<String, byte[]> files =
        compile(
            """
            public class A extends Base {
              public static class Open {}
              protected static class Inherited {}
              static class Own {}
              private static class Hidden { public static class Deep {} }
              Object anonymous = new Object() {};
            }
            class Base implements Part {}
            interface Part {}
            class Unseen {}
            """);

    assertThat(seen(files, "none")).containsExactly("A", "A$Inherited", "A$Open", "Base", "Part");
    assertThat(seen(files, "A.*")).isEmpty();
    assertThat(seen(files, "A\\$.*|Part")).containsExactly("A", "Base", "Part");
  }

  private static Set<String> seen(Map<String, byte[]> files, String leftOut) {
    return SeenTypes.of(files.keySet(), files::get, name -> name.matches(leftOut));
  }

  private TypeDecl stripped(String source) throws IOException, MalformedClassException {
    return ClassFiles.read(Stripper.strip(compile(source).get("A")), true);
  }

  private Map<String, byte[]> compile(String source) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Compiled.files(Compiled.directory(directory, source))
        .forEach((name, bytes) -> files.put(name.replace(".class", ""), bytes));
    return files;
  }
}
