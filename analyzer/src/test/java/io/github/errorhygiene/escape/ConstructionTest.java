package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import org.junit.jupiter.api.Test;

/** What happens when objects are made, and what is known of their fields afterwards. */
class ConstructionTest {
  private static final String PARSES = "NumberFormatException because REQUEST";

  @Test
  void aConstructorThrows() {
    assertThat(
            escapesOf(
                """
                record Id(String text) { Id { if (text.isEmpty()) throw new OrderMissing(); } }
                static class Name { Name(String text) { if (text.isEmpty()) throw new Conflict(); } }
                void run(String id) { new Id(id); new Name(id); }
                """))
        .containsExactly("Conflict because REQUEST", "OrderMissing because REQUEST");
  }

  @Test
  void aConstructorCallsAnotherAndItsSuperclass() {
    assertThat(
            escapesOf(
                """
                static class Base { Base(String text) { if (text.isEmpty()) throw new OrderMissing(); } }
                static class Sub extends Base {
                  Sub(String text) { super(text); }
                  Sub(int number) { this("" + number); if (number < 0) throw new Conflict(); }
                }
                void run(int id) { new Sub(id); }
                """))
        .containsExactly("Conflict because REQUEST", "OrderMissing because REQUEST");
  }

  @Test
  void theSuperclassIsConstructedEvenIfNobodySaysSo() {
    assertThat(
            escapesOf(
                """
                static class Base { Base() { throw new OrderMissing(); } }
                static class Sub extends Base {}
                static class Explicit extends Base { Explicit(int n) {} }
                void run(int id) { if (id > 0) new Sub(); else new Explicit(id); }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void initialisersRunWhenAnObjectIsMade() {
    assertThat(
            escapesOf(
                """
                static class Job { final int n = load(); static int load() { throw new OrderMissing(); } }
                static class Other { { if (Math.random() > 2) throw new Conflict(); } Other() {} }
                void run(int id) { if (id > 1) new Job(); new Other(); }
                """))
        .contains("OrderMissing because REQUEST")
        .anyMatch(text -> text.startsWith("Conflict"));
  }

  @Test
  void theFirstUseOfAClassFailsIfItsStaticInitialisersDo() {
    assertThat(
            escapesOf(
                """
                static class Limits {
                  static final int MOST = Integer.parseInt(System.getenv("MOST"));
                  static int most() { return MOST; }
                }
                static class Keys {
                  static { if (System.getenv("KEY") == null) throw new Conflict(); }
                }
                void run(int id) { Limits.most(); new Keys(); }
                """))
        .containsExactly(
            "ExceptionInInitializerError because CONFIGURATION, absence, wrapping Conflict",
            "ExceptionInInitializerError because CONFIGURATION, wrapping NumberFormatException");
  }

  @Test
  void staticInitialisersThatCannotFailClaimNothing() {
    assertThat(
            escapesOf(
                """
                static class Limits {
                  static final int MOST = Integer.parseInt("10");
                  static int most() { return MOST; }
                }
                void run(int id) { Limits.most(); }
                """))
        .isEmpty();
  }

  @Test
  void anAnonymousClassConstructsItsSuperclass() {
    assertThat(
            escapesOf(
                """
                static abstract class Base { Base(String s) { Integer.parseInt(s); } }
                void run(String id) { new Base(id) {}; }
                """))
        .containsExactly(PARSES);
  }

  @Test
  void fieldsHoldWhatTheConstructorPutThere() {
    String holder =
        """
        static class Holder {
          private final String raw;
          private String fixed = "12";
          Holder(String raw) { this.raw = raw; }
          String raw() { return raw; }
          String fixed() { return fixed; }
        }
        """;
    assertThat(
            escapesOf(holder + "void run(String id) { Integer.parseInt(new Holder(id).raw()); }"))
        .containsExactly(PARSES);
    assertThat(
            escapesOf(holder + "void run(String id) { Integer.parseInt(new Holder(id).fixed()); }"))
        .isEmpty();
  }

  @Test
  void fieldsOfSuperclassesAreInitialised() {
    assertThat(
            escapesOf(
                """
                static class Base { protected String code = "12"; }
                static class Sub extends Base { final String raw; Sub(String raw) { this.raw = raw; } }
                void run(String id) { Integer.parseInt(new Sub(id).code); }
                """))
        .isEmpty();
  }

  @Test
  void recordsKnowTheirComponents() {
    assertThat(
            escapesOf(
                """
                record Pair(String left, String right) {}
                void run(String id) { Integer.parseInt(new Pair("1", id).left()); }
                """))
        .isEmpty();
    assertThat(
            escapesOf(
                """
                record Pair(String left, String right) { Pair { right = right.trim(); } }
                void run(String id) { Integer.parseInt(new Pair("1", id).right()); }
                """))
        .containsExactly(PARSES);
  }

  @Test
  void lombokConstructorsAndBuildersKnowTheirFields() {
    String dto =
        """
        @Getter @Builder @AllArgsConstructor class Dto { private final String left; private final String right; }
        """;
    assertThat(
            escapesOf(
                "void run(String id) { Integer.parseInt(new Dto(\"1\", id).getLeft()); }", dto))
        .isEmpty();
    assertThat(
            escapesOf(
                "void run(String id) { Integer.parseInt(new Dto(\"1\", id).getRight()); }", dto))
        .containsExactly(PARSES);
    assertThat(
            escapesOf(
                "void run(String id) {"
                    + " Integer.parseInt(Dto.builder().left(\"1\").right(id).build().getLeft()); }",
                dto))
        .isEmpty();
    assertThat(
            escapesOf(
                "void run(String id) {"
                    + " Integer.parseInt(Dto.builder().left(\"1\").right(id).build().getRight());"
                    + " }",
                dto))
        .containsExactly(PARSES);
  }

  @Test
  void settersChangeWhatGettersGive() {
    assertThat(
            escapesOf(
                """
                void run(String id) {
                  Dto dto = new Dto();
                  dto.setLeft("1");
                  dto.setRight(id);
                  Integer.parseInt(dto.getLeft());
                }
                """,
                "@Data class Dto { private String left; private String right; }"))
        .isEmpty();
  }

  @Test
  void constantsOfEnumsKnowTheirFields() {
    String code =
        """
        enum Code {
          NUMBER("12"), TEXT("x");
          private final String text;
          Code(String text) { this.text = text; }
          String text() { return text; }
        }
        """;
    assertThat(
            escapesOf(
                """
                int run(String id) {
                  return switch (Code.NUMBER.text()) { case "12" -> 1; default -> throw new Conflict(); };
                }
                """,
                code))
        .isEmpty();
    assertThat(
            escapesOf(
                """
                int run(String id) {
                  return switch (Code.TEXT.text()) { case "12" -> 1; default -> throw new Conflict(); };
                }
                """,
                code))
        .containsExactly("Conflict always");
  }

  @Test
  void constantsAreKnownAcrossClasses() {
    assertThat(
            escapesOf(
                """
                int run(String id) {
                  switch (Limits.MODE) { case "strict": throw new Conflict(); default: return 1; }
                }
                """,
                "class Limits { static final String MODE = Base.PREFIX + \"ict\"; }",
                "class Base { static final String PREFIX = \"str\"; }"))
        .containsExactly("Conflict always");
  }

  @Test
  void anExceptionCarriesItsFields() {
    Evaluated failing =
        Evaluated.members(
            "void run(String id) { throw new Coded(Code.GONE, \"gone\"); }",
            "enum Code { GONE(410); final int status; Code(int status) { this.status = status; } }",
            """
            class Coded extends RuntimeException {
              private final Code code;
              Coded(Code code, String text) { super(text); this.code = code; }
            }
            """);
    Escape escape = failing.summary().escapes().first();
    assertThat(escape.fields().get("code").enumConstants())
        .containsExactly(new Known.EnumConstant("Code", "GONE"));
  }

  @Test
  void aCaughtExceptionStillCarriesItsFields() {
    assertThat(
            escapesOf(
                """
                static class Coded extends RuntimeException {
                  final String code;
                  Coded(String code) { this.code = code; }
                  String code() { return code; }
                }
                void run(String id) {
                  try { throw new Coded("gone"); }
                  catch (Coded e) {
                    switch (e.code()) { case "gone": return; default: throw new Conflict(); }
                  }
                }
                """))
        .isEmpty();
  }
}
