package io.github.errorhygiene.escape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints that are checked by hand hold from there on. */
class ValidationsTest {
  private static final Dependence BODY = Dependence.REQUEST.with(Trait.INPUT);
  private static final String NULL = "java.lang.NullPointerException";

  private static final String TYPES =
      """
      class Invalid extends RuntimeException {}
      @Data class Form {
        @jakarta.validation.constraints.NotBlank String name;
        String note;
      }
      @Getter @AllArgsConstructor class User {
        @jakarta.validation.constraints.NotNull String name;
        String note;
      }
      """;

  private static List<String> escapes(String code) {
    String[] parts = code.split(" // ", 2);
    String members =
        "jakarta.validation.Validator validator; org.springframework.validation.SmartValidator spring;"
            + "void run(Form form, org.springframework.validation.BindingResult result) {"
            + parts[0]
            + "}"
            + (parts.length > 1 ? parts[1] : "");
    return Evaluated.members(members, TYPES).summary(Value.unknown(BODY).sure()).escapes().stream()
        .map(Escape::type)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var v = validator.validate(form); if (!v.isEmpty()) throw new Invalid(); form.getName().trim();",
        "if (!validator.validate(form).isEmpty()) return; form.getName().trim();",
        "Set<jakarta.validation.ConstraintViolation<Form>> v = validator.validate(form);"
            + " if (v.size() > 0) throw new Invalid(); form.getName().trim();",
        "var v = validator.validate(form); if (v.isEmpty()) form.getName().trim();",
        "var first = validator.validate(form).stream().findFirst(); if (first.isPresent()) return;"
            + " form.getName().trim();",
        "var texts = validator.validate(form).stream().map(v -> v.getMessage()).toList();"
            + " if (!texts.isEmpty()) throw new Invalid(); form.getName().trim();",
        "var r = validate(form); if (r.hasErrors()) return; form.getName().trim(); //"
            + " org.springframework.validation.BindingResult validate(Object it) {"
            + " var r = new org.springframework.validation.BeanPropertyBindingResult(it, \"it\");"
            + " try { spring.validate(it, r); return r; } finally { it.hashCode(); } }",
        "check(form); form.getName().trim(); // <T> void check(T it) {"
            + " if (!validator.validate(it).isEmpty()) throw new Invalid(); }",
        "Form f = checked(form); f.getName().trim(); // <T> T checked(T it) {"
            + " var v = validator.validate(it); if (!v.isEmpty()) throw new Invalid(); return it; }",
        "fail(validator.validate(form)); form.getName().trim(); //"
            + " void fail(Set<jakarta.validation.ConstraintViolation<Form>> v) {"
            + " if (!v.isEmpty()) throw new Invalid(); }",
        "User u = new User(form.getName(), null); if (!validator.validate(u).isEmpty()) return;"
            + " u.getName().trim();",
        "spring.validate(form, result); if (result.hasErrors()) return; form.getName().trim();",
        "var errors = new org.springframework.validation.BeanPropertyBindingResult(form, \"form\");"
            + " spring.validate(form, errors); if (errors.getErrorCount() > 0) return;"
            + " form.getName().trim();",
        "spring.validate(form, result); fail(result); form.getName().trim(); //"
            + " void fail(org.springframework.validation.Errors e) { if (e.hasErrors()) throw new Invalid(); }"
      })
  void whatIsValidIsThere(String code) {
    assertThat(escapes(code)).doesNotContain(NULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validator.validate(form); form.getName().trim();",
        "var v = validator.validate(form); if (v.isEmpty()) return; form.getName().trim();",
        "if (!validator.validate(form).isEmpty()) return; form.getNote().trim();",
        "var v = validator.validate(result); if (!v.isEmpty()) return; form.getName().trim();",
        "var v = validator.validate(form).stream().filter(x -> x.hashCode() > 0).toList();"
            + " if (!v.isEmpty()) return; form.getName().trim();",
        "User u = new User(form.getName(), form.getNote());"
            + " if (!validator.validate(u).isEmpty()) return; u.getNote().trim();",
        "if (!result.hasErrors()) return; form.getName().trim();"
      })
  void whatNobodyLookedAtMayBeMissing(String code) {
    assertThat(escapes(code)).contains(NULL);
  }

  @Test
  void theAnswerToAnotherQuestionTellsNothing() {
    assertThat(escapes("if (!new ArrayList<>(3).isEmpty()) return; form.getName().trim();"))
        .contains(NULL);
  }
}
