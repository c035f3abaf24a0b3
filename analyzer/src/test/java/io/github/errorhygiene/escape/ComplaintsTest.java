package io.github.errorhygiene.escape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for complaints about a request, and finds none, knows what was checked. */
class ComplaintsTest {
  private static final Dependence BODY = Dependence.REQUEST.with(Trait.INPUT);

  private static final String FORM =
      """
      @Data class Form { private String name; private String day; private Form inner; }
      class Verdict {
        private final boolean valid;
        Verdict(boolean valid) { this.valid = valid; }
        static Verdict ok() { return new Verdict(true); }
        static Verdict failure(String why) { return new Verdict(false); }
        boolean isValid() { return valid; }
      }
      class Complaints {
        private final java.util.List<String> texts = new java.util.ArrayList<>();
        void add(String text) { texts.add(text); }
        boolean hasErrors() { return !texts.isEmpty(); }
      }
      """;

  private static List<String> of(String members) {
    return Evaluated.members(members, FORM).escapes(Value.unknown(BODY).sure());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List<String> errors = new ArrayList<>(); if (form.getName() == null) errors.add(\"name\");"
            + " if (!errors.isEmpty()) return; form.getName().trim();",
        "List<String> errors = new ArrayList<>(); if (form.getName() == null) { errors.add(\"a\"); }"
            + " else if (form.getInner() == null) { errors.add(\"b\"); }"
            + " if (errors.size() > 0) { throw new Conflict(); }"
            + " form.getName().trim(); form.getInner().toString();",
        "List<String> errors = new ArrayList<>(); if (form.getName() == null) errors.add(\"name\");"
            + " if (errors.isEmpty()) { form.getName().trim(); } else { errors.clear(); }",
        "Map<String, String> errors = new HashMap<>();"
            + " if (form.getName() == null || form.getInner() == null) errors.put(\"a\", \"b\");"
            + " if (errors.isEmpty()) { form.getInner().toString(); }",
        "String error = null; if (form.getName() == null) error = \"name\";"
            + " if (error != null) return; form.getName().trim();",
        "String error = \"\"; if (form.getName() == null) error = \"name\";"
            + " if (!error.isEmpty()) return; form.getName().trim();",
        "boolean valid = true; if (form.getName() == null) { valid = false; }"
            + " if (!valid) return; form.getName().trim();",
        "boolean wrong = false; if (form.getName() == null) { wrong = true; }"
            + " if (wrong) return; form.getName().trim();",
        "Complaints errors = new Complaints(); if (form.getName() == null) errors.add(\"name\");"
            + " if (errors.hasErrors()) return; form.getName().trim();",
      })
  void errorsThatAreCollected(String code) {
    assertThat(of("void run(Form form) {" + code + "}")).doesNotContain(NULL);
  }

  private static final String NULL = "NullPointerException because REQUEST, absence";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String check(Form form) { if (form.getName() == null) return \"name\"; return null; }",
        "String check(Form form) { String error = null; if (form.getName() == null) error = \"a\";"
            + " return error; }",
        "String check(Form form) { return form.getName() == null ? \"name\" : null; }",
        "String check(Form form) { return check(form, \"name\"); }"
            + " String check(Form form, String text) {"
            + " if (form.getName() == null) return text + 1; return null; }",
      })
  void aTextOrNull(String check) {
    assertThat(
            of(
                "void run(Form form) { String error = check(form); if (error != null) return;"
                    + " form.getName().trim(); }"
                    + check))
        .isEmpty();
    assertThat(
            of(
                "void run(Form form) { if (check(form) != null) throw new Conflict();"
                    + " form.getName().trim(); }"
                    + check))
        .doesNotContain(NULL);
    assertThat(
            of(
                "void run(Form form) { String error = check(form); if (error == null) return;"
                    + " form.getName().trim(); }"
                    + check))
        .containsExactly(NULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Optional<String> check(Form form) { if (form.getName() == null) return"
            + " Optional.of(\"name\"); return Optional.empty(); }",
        "Optional<String> check(Form form) { List<String> errors = new ArrayList<>();"
            + " if (form.getName() == null) errors.add(\"a\");"
            + " return errors.isEmpty() ? Optional.empty() : Optional.of(errors.get(0)); }",
      })
  void anOptional(String check) {
    assertThat(
            of(
                "void run(Form form) { Optional<String> error = check(form);"
                    + " if (error.isPresent()) return; form.getName().trim(); }"
                    + check))
        .isEmpty();
    assertThat(
            of(
                "void run(Form form) { if (check(form).isEmpty()) { form.getName().trim(); } }"
                    + check))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List<String> check(Form form) { List<String> errors = new ArrayList<>();"
            + " if (form.getName() == null) { errors.add(\"name\"); } return errors; }",
        "List<String> check(Form form) { if (form.getName() == null) { return List.of(\"name\"); }"
            + " return List.of(); }",
        "List<String> check(Form form) { List<String> errors = new ArrayList<>(); named(form,"
            + " errors); return errors; } void named(Form form, List<String> errors) {"
            + " if (form.getName() == null) { errors.add(\"name\"); } }",
        "List<String> check(Form form) { List<String> errors = new ArrayList<>();"
            + " if (form.getName() == null) { complain(errors); } return errors; }"
            + " void complain(List<String> errors) { errors.add(\"name\"); }",
        "List<String> check(Form form) { List<String> errors = new ArrayList<>();"
            + " errors.addAll(named(form)); return errors; } List<String> named(Form form) {"
            + " List<String> errors = new ArrayList<>();"
            + " if (form.getName() == null) { errors.add(\"name\"); } return errors; }",
      })
  void aList(String check) {
    assertThat(
            of(
                "void run(Form form) { List<String> errors = check(form);"
                    + " if (!errors.isEmpty()) return; form.getName().trim(); }"
                    + check))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Verdict check(Form form) { if (form.getName() == null) return Verdict.failure(\"name\");"
            + " return Verdict.ok(); }",
        "Verdict check(Form form) { if (form.getName() == null) return new Verdict(false);"
            + " return new Verdict(true); }",
      })
  void anObjectThatTells(String check) {
    assertThat(
            of(
                "void run(Form form) { Verdict verdict = check(form);"
                    + " if (!verdict.isValid()) return; form.getName().trim(); }"
                    + check))
        .isEmpty();
  }

  @Test
  void whatIsOnlySometimesAskedIsTakenForSure() {
    assertThat(
            of(
                """
                void run(Form form, boolean strict) {
                  List<String> errors = new ArrayList<>();
                  if (strict) { if (form.getName() == null) errors.add("name"); }
                  if (!errors.isEmpty()) return;
                  form.getName().trim();
                }
                """))
        .isEmpty();
  }

  @Test
  void whatIsAskedOfWhatIsThereMayBeNull() {
    assertThat(
            of(
                """
                void run(Form form) {
                  List<String> errors = new ArrayList<>();
                  if (form.getName() != null) { if (form.getName().length() > 9) errors.add("name"); }
                  if (form.getDay() != null && form.getDay().length() > 9) errors.add("day");
                  if (!errors.isEmpty()) return;
                  form.getName().trim();
                }
                """))
        .containsExactly(NULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "try { LocalDate.parse(form.getDay()); }"
            + " catch (java.time.format.DateTimeParseException e) { return \"day\"; } return null;",
        "try { LocalDate.parse(form.getDay()); }"
            + " catch (java.time.format.DateTimeParseException | NullPointerException e)"
            + " { return \"day\"; } return null;",
        "if (form.getName() == null) { return \"name\"; } try { LocalDate.parse(form.getDay()); }"
            + " catch (java.time.format.DateTimeParseException e) { return \"day\"; } return null;",
      })
  void aTextThatWasParsed(String check) {
    assertThat(
            of(
                "void run(Form form) { String error = check(form); if (error != null) return;"
                    + " LocalDate.parse(form.getDay()); } String check(Form form) {"
                    + check
                    + "}"))
        .isEmpty();
  }

  @Test
  void aResponseOfTheFramework() {
    String check =
        """
        jakarta.ws.rs.core.Response check(Form form, Optional<String> number) {
          if (form.getName() == null) {
            return jakarta.ws.rs.core.Response.status(400).build();
          }
          if (number.isPresent()) {
            try { asNumber(number.get()); }
            catch (Conflict e) { return jakarta.ws.rs.core.Response.status(400).build(); }
          }
          return null;
        }
        static int asNumber(String text) {
          try { return Integer.parseInt(text); } catch (NumberFormatException e) {
            throw new Conflict(); }
        }
        """;
    assertThat(
            of(
                """
                void run(Form form, Optional<String> number) {
                  jakarta.ws.rs.core.Response refused = check(form, number);
                  if (null != refused) return;
                  form.getName().trim();
                  if (number.isPresent()) { Integer.parseInt(number.get()); }
                }
                """
                    + check))
        .isEmpty();
  }

  @Test
  void whatWasChangedSinceIsNotSure() {
    assertThat(
            of(
                """
                void run(Form form) {
                  List<String> errors = new ArrayList<>();
                  if (form.getName() == null) errors.add("name");
                  form = form.getInner();
                  if (!errors.isEmpty()) return;
                  form.getName().trim();
                }
                """))
        .contains(NULL);
  }

  @Test
  void aFormatThatWasComplainedOf() {
    assertThat(
            of(
                """
                void run(Form form) {
                  List<String> errors = new ArrayList<>();
                  if (form.getDay() == null || !form.getDay().matches("[0-9]+")) errors.add("day");
                  if (!errors.isEmpty()) throw new Conflict();
                  Integer.parseInt(form.getDay());
                }
                """))
        .containsExactly("Conflict always");
    assertThat(
            of(
                """
                void run(Form form) {
                  List<String> errors = new ArrayList<>();
                  try { Integer.parseInt(form.getDay()); }
                  catch (NumberFormatException e) { errors.add("day"); }
                  if (!errors.isEmpty()) return;
                  Integer.parseInt(form.getDay());
                }
                """))
        .isEmpty();
  }
}
