package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.escapesOfBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the program makes itself: what they let pass is safe. */
class OwnChecksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean isNumeric(String s) { return s != null && s.matches(\"[0-9]{1,9}\"); }",
        "boolean isNumeric(String s) { return !(s == null || !s.matches(\"[0-9]{1,9}\")); }",
        "boolean isNumeric(String s) { if (s == null) return false; return java.util.regex.Pattern"
            + ".matches(\"[0-9]+\", s); }",
        "boolean isNumeric(String s) { try { Integer.parseInt(s); return true; }"
            + " catch (NumberFormatException e) { return false; } }",
        "boolean isNumeric(String s) { for (char c : s.toCharArray())"
            + " if (!Character.isDigit(c)) return false; return true; }",
        "static final java.util.regex.Pattern DIGITS = java.util.regex.Pattern.compile(\"[0-9]+\");"
            + "boolean isNumeric(String s) { return DIGITS.matcher(s).matches(); }",
      })
  void aQuestionAboutTheFormatMakesTheParseSafe(String isNumeric) {
    assertThat(
            escapesOf(
                "void run(String id) { if (isNumeric(id)) Integer.parseInt(id); }" + isNumeric))
        .isEmpty();
    assertThat(
            escapesOf(
                "void run(String id) { if (!isNumeric(id)) return; Integer.parseInt(id); }"
                    + isNumeric))
        .isEmpty();
    assertThat(
            escapesOf(
                "void run(String id) { if (!isNumeric(id)) Integer.parseInt(id); }" + isNumeric))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aCheckThatThrowsMakesTheParseSafe() {
    assertThat(
            escapesOf(
                """
                void run(String id) { validate(id); Integer.parseInt(id); }
                void validate(String s) { if (!s.matches("[0-9]+")) throw new Conflict(); }
                """))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void aCheckOfSomethingElseDoesNot() {
    assertThat(
            escapesOf(
                """
                void run(String id, String other) { validate(other); Integer.parseInt(id); }
                void validate(String s) { if (!s.matches("[0-9]+")) throw new Conflict(); }
                """))
        .containsExactly("Conflict because REQUEST", "NumberFormatException because REQUEST");
    assertThat(
            escapesOf(
                """
                void run(String id) { validate(id); Integer.parseInt(id); }
                void validate(String s) { s = "1"; if (!s.matches("[0-9]+")) throw new Conflict(); }
                """))
        .contains("NumberFormatException because REQUEST");
  }

  @Test
  void whatWasParsedOnceCanBeParsedAgain() {
    assertThat(
            escapesOfBody(
                """
                try { Integer.parseInt(id); } catch (NumberFormatException e) { throw new Conflict(); }
                Integer.parseInt(id);
                """))
        .containsExactly("Conflict because REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void check(Order o) { if (o == null) throw new Conflict(); }",
        "void check(Order o) { Optional.ofNullable(o).orElseThrow(Conflict::new); }",
        "void check(Order o) { fail(o == null); }"
            + " void fail(boolean bad) { if (bad) throw new Conflict(); }",
      })
  void aCheckThatThrowsMakesTheDereferenceSafe(String check) {
    assertThat(
            escapesOf(
                "Orders orders; void run(String id) { Order o = orders.findFirstByCustomer(id);"
                    + " check(o); o.amount(); }"
                    + check))
        .allMatch(escape -> escape.startsWith("Conflict"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean isThere(Order o) { return o != null; }",
        "boolean isThere(Order o) { if (o == null) { return false; } return o.amount() > 1; }",
        "boolean isThere(Order o) { return Optional.ofNullable(o).isPresent(); }",
      })
  void aQuestionMakesTheDereferenceSafe(String isThere) {
    String run = "Orders orders; void run(String id) { Order o = orders.findFirstByCustomer(id);";
    assertThat(escapesOf(run + "if (isThere(o)) o.amount(); }" + isThere)).isEmpty();
    assertThat(escapesOf(run + "if (!isThere(o)) return; o.amount(); }" + isThere)).isEmpty();
  }

  @Test
  void anAssertionIsAsGoodAsATest() {
    assertThat(
            escapesOfBody(
                """
                Order o = orders.findFirstByCustomer(id);
                Assert.isTrue(o != null, "no order");
                o.amount();
                """))
        .containsExactly("IllegalArgumentException because REQUEST, absence");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Checks.notNull(o); o.amount();",
        "com.acme.Checks.requireNonNull(o, \"no order\"); o.amount();",
        "if (com.acme.Checks.isNull(o)) return; o.amount();",
        "if (com.acme.Checks.isNotNull(o)) o.amount();",
      })
  void whatForeignChecksSayByTheirNamesIsBelieved(String use) {
    assertThat(escapesOfBody("Order o = orders.findById(id).orElse(null);" + use)).isEmpty();
  }

  @Test
  void otherForeignMethodsMakeSureOfNothing() {
    assertThat(
            escapesOfBody(
                "Order o = orders.findById(id).orElse(null); com.acme.Checks.log(o); o.amount();"))
        .containsExactly("NullPointerException because REQUEST, absence");
  }

  @Test
  void whatPassesAFilterKeepsWhatItWasAskedFor() {
    assertThat(
            escapesOf(
                "void run(List<String> ids) {"
                    + " Optional.ofNullable(ids).filter(i -> !i.isEmpty()).map(i -> i.get(0)); }"))
        .isEmpty();
    assertThat(
            escapesOf(
                "void run(List<String> ids) { ids.stream().filter(i -> i.matches(\"[0-9]{1,9}\"))"
                    + ".map(Integer::parseInt).toList(); }"))
        .isEmpty();
    assertThat(
            escapesOf(
                "void run(List<String> ids) { ids.stream().filter(i -> i.length() < 9)"
                    + ".map(Integer::parseInt).toList(); }"))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id.substring(id.lastIndexOf('.') + 1);",
        "id.substring(id.indexOf('/') + 1, id.length());",
        "int slash = id.lastIndexOf('/'); id.substring(slash + 1);",
        "id.substring(0, Math.min(10, id.length()));",
        "String prefix = \"Bearer \"; id.substring(prefix.length());",
      })
  void indicesThatFitAnyTextAreInRange(String use) {
    assertThat(escapesOfBody(use)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id.substring(7);",
        "id.substring(id.lastIndexOf('.') + 2);",
        "id.substring(0, id.indexOf('/'));",
      })
  void otherIndicesMayBeOutOfRange(String use) {
    assertThat(escapesOfBody(use))
        .containsExactly("StringIndexOutOfBoundsException because REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String check(String s) { s = org.apache.commons.lang3.StringUtils.strip(s);"
            + " if (s == null) throw new Conflict(); return s; }",
        "void check(String s) { s = org.apache.commons.lang3.StringUtils.trim(s);"
            + " if (org.apache.commons.lang3.StringUtils.isEmpty(s)) throw new Conflict(); }",
        "void check(String s) { check(s, false); } void check(String s, boolean optional) {"
            + " s = org.apache.commons.lang3.StringUtils.strip(s);"
            + " if (optional && s == null) return; if (s == null) throw new Conflict(); }"
      })
  void aCheckOfTheTrimmedTextIsOneOfTheText(String check) {
    String missing =
        "void run(Map<String, String> in) { String id = in.get(\"id\"); %s id.length(); }";
    assertThat(escapesOf(missing.formatted("check(id);") + check))
        .containsExactly("Conflict because REQUEST, absence");
    assertThat(escapesOf(missing.formatted("") + check))
        .anyMatch(it -> it.startsWith("NullPointerException"));
  }

  @Test
  void aLibraryMethodThatGivesNullForNull() {
    assertThat(
            escapesOf(
                """
                void run(Map<String, String> in) {
                  String id = org.apache.commons.lang3.StringUtils.strip(in.get("id"));
                  id.length();
                }
                """))
        .anyMatch(it -> it.startsWith("NullPointerException"));
    assertThat(
            escapesOf(
                """
                void run(Map<String, String> in) {
                  org.apache.commons.lang3.StringUtils.defaultString(in.get("id")).length();
                  String id = in.get("id");
                  if (id != null) org.apache.commons.lang3.StringUtils.strip(id).length();
                }
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (Files.exists(path)) Files.readString(path);",
        "Files.writeString(path, \"x\"); Files.readString(path);",
        "try (OutputStream out = Files.newOutputStream(path)) { out.write(1); } Files.readString(path);",
        "write(path); Files.readString(path);",
        "Files.writeString(part, \"x\"); Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);"
            + " Files.readString(path);",
      })
  void aFileThatWasSeenOrWrittenIsThere(String body) {
    assertThat(
            escapesOf(
                """
                void run(String id) throws IOException {
                  java.nio.file.Path path = java.nio.file.Path.of("/data").resolve(id);
                  java.nio.file.Path part = java.nio.file.Path.of("/data").resolve(id + ".part");
                  %s
                }
                void write(java.nio.file.Path file) throws IOException { Files.write(file, new byte[0]); }
                """
                    .formatted(body)
                    .replace("Files.", "java.nio.file.Files.")
                    .replace("Standard", "java.nio.file.Standard")))
        .noneMatch(escape -> escape.startsWith("NoSuchFile"))
        .noneMatch(escape -> escape.startsWith("FileAlreadyExists"));
  }

  @Test
  void aFileOfWhichNothingIsKnownMayBeMissing() {
    assertThat(
            escapesOf(
                """
                void run(String id) throws IOException {
                  java.nio.file.Files.readString(java.nio.file.Path.of("/data").resolve(id));
                }
                """))
        .contains("NoSuchFileException because REQUEST");
  }

  @Test
  void whatAllClassesAreNoneIsNot() {
    String test =
        "void run(Query query) { if (!(query instanceof Condition)) throw new Conflict(); }";
    String closed =
        """
        interface Query {}
        interface Condition extends Query {}
        record Equal(String value) implements Condition {}
        """;

    assertThat(escapesOf(test, closed)).isEmpty();
    assertThat(escapesOf(test, closed + "record Raw(String sql) implements Query {}"))
        .containsExactly("Conflict because UNKNOWN");
  }

  @Test
  void whatIsNotThereUnderAFixedNameIsNobodysFault() {
    String find =
        """
        Map<String, String> indices = new HashMap<>();
        String find(String name) {
          String index = indices.get(name);
          if (index == null) throw new Conflict();
          return index;
        }
        """;

    assertThat(escapesOf(find + "void run(String id) { if (id.isEmpty()) return; find(id); }"))
        .containsExactly("Conflict because REQUEST, absence");
    assertThat(
            escapesOf(find + "void run(String id) { if (id.isEmpty()) return; find(\"name\"); }"))
        .doesNotContain("Conflict because REQUEST, absence", "Conflict because REQUEST");
  }

  @Test
  void aUriIsWrittenAsOne() {
    assertThat(escapesOf("void run(java.net.URI uri) { java.net.URI.create(uri.toString()); }"))
        .isEmpty();
    assertThat(
            escapesOf(
                """
                void run(String text) throws Exception {
                  java.net.URL url = java.net.URI.create(text).toURL();
                  url.toURI();
                }
                """))
        .doesNotContain("URISyntaxException because REQUEST")
        .contains("IllegalArgumentException because REQUEST");
    assertThat(
            escapesOf("void run(String text) throws Exception { new java.net.URL(text).toURI(); }"))
        .contains("URISyntaxException because REQUEST");
  }

  @Test
  void whichClassesAreRegisteredIsTheProgramsOwn() {
    assertThat(
            escapesOf(
                """
                Map<Class<?>, String> names = new HashMap<>();
                void run(Class<?> type) { if (names.get(type) == null) throw new Conflict(); }
                """))
        .containsExactly("Conflict because STATE, absence");
  }
}
