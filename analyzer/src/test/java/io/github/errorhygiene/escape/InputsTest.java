package io.github.errorhygiene.escape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client leaves out of a body is null: who trusts that it is there fails. */
class InputsTest {
  private static final Dependence BODY = Dependence.REQUEST.with(Trait.INPUT);
  private static final Dependence VALID_BODY = BODY.with(Trait.VALID);

  private static final String TYPES =
      """
      class BadRequest extends RuntimeException {}
      @Data class Line {
        String sku; Integer count;
        @jakarta.validation.constraints.NotNull String need;
      }
      @Data class Form {
        private String name;
        @jakarta.validation.constraints.NotBlank private String title;
        @jakarta.validation.constraints.Pattern(regexp = "[0-9]+") private String number;
        private Integer age; private int size; Boolean flag;
        private List<Line> lines; private Line line;
        @jakarta.validation.Valid private Line checked;
        private List<String> tags = new ArrayList<>();
        Map<String, String> extra;
      }
      record Rec(String a, String b) { Rec { Objects.requireNonNull(a); } }
      class Plain {
        private String name;
        public String getName() { return name; }
        public void setName(String n) { this.name = n; }
      }
      class Sub extends Plain {
        private String note;
        Sub() {}
        Sub(String note) { this.note = note; }
      }
      """;

  private static List<Escape> escapes(String code, Dependence body) {
    String[] parts = code.split(" // ", 2);
    String members =
        "void run(Form form, Rec rec, Plain plain, Sub sub) {"
            + parts[0]
            + "}"
            + (parts.length > 1 ? parts[1] : "");
    return List.copyOf(
        Evaluated.members(members, TYPES).summary(Value.unknown(body).sure()).escapes());
  }

  private static boolean isLeftOut(Escape escape) {
    return escape.mode() == FailureMode.INVALID_INPUT;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sub.getName().trim();", "sub.setName(plain.getName()); sub.note.trim();"})
  void whatAClassInheritsMayBeLeftOutToo(String code) {
    assertThat(escapes(code, BODY)).hasSize(1).allMatch(InputsTest::isLeftOut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form.getName().trim();",
        "form.getTitle().trim();",
        "int x = form.getAge();",
        "if (form.getAge() > 3) return;",
        "form.getLine().getSku();",
        "form.getLine().getSku().trim();",
        "for (Line l : form.getLines()) l.getSku().trim();",
        "if (form.getLines() != null) for (Line l : form.getLines()) l.getSku().trim();",
        "if (form.getLines() != null) form.getLines().stream().map(l -> l.getSku().trim()).toList();",
        "if (form.getLines() != null) form.getLines().forEach(l -> use(l.getCount())); // void use(int n) {}",
        "if (form.flag) return;",
        "rec.b().trim();",
        "plain.getName().trim();",
        "helper(form.getName()); // void helper(String s) { s.trim(); }",
        "Line l = form.getLine(); l.getSku();",
        "form.extra.get(\"x\").trim();",
        "Optional.ofNullable(form.getName()).get();",
        "switch (form.getName()) { case \"a\": break; default: }"
      })
  void whatNobodyDemandsMayBeMissing(String code) {
    assertThat(escapes(code, BODY)).isNotEmpty().allMatch(InputsTest::isLeftOut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form.getName().trim();",
        "form.getLine().getNeed();",
        "if (form.getLine() != null) form.getLine().getNeed().trim();"
      })
  void aValidBodyMayMissWhatNoConstraintDemands(String code) {
    assertThat(escapes(code, VALID_BODY)).isNotEmpty().allMatch(InputsTest::isLeftOut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form.getSize();",
        "form.getTags().size();",
        "rec.a().trim();",
        "if (form.getName() != null) form.getName().trim();",
        "if (form.getName() == null) throw new BadRequest(); form.getName().trim();",
        "if (form.getAge() != null && form.getAge() > 3) return;",
        "\"x\".equals(form.getName());",
        "Objects.requireNonNullElse(form.getName(), \"x\").trim();",
        "String n = form.getName() == null ? \"\" : form.getName(); n.trim();",
        "form.setName(\"x\"); form.getName().trim();",
        "plain.setName(\"x\"); plain.getName().trim();",
        "if (form.getName() == null) form.setName(\"d\"); form.getName().trim();",
        "if (plain.getName() == null) plain.setName(\"d\"); plain.getName().trim();",
        "check(form); form.getName().trim(); // void check(Form f) { if (f.getName() == null) throw new BadRequest(); }",
        "check(form); form.getName().trim(); // void check(Form f) { if (f.getName() == null || f.getName().isBlank()) { throw new BadRequest(); } }",
        "if (!ok(form)) return; form.getName().trim(); // boolean ok(Form f) { return f.getName() != null; }",
        "Optional.ofNullable(form.getName()).map(String::trim).orElse(\"\");",
        "if (org.springframework.util.StringUtils.hasText(form.getName())) form.getName().trim();",
        "if (form.getLines() != null && !form.getLines().isEmpty()) form.getLines().get(0).setSku(\"\");"
      })
  void whatWasTestedOrSetIsThere(String code) {
    assertThat(escapes(code, BODY)).noneMatch(InputsTest::isLeftOut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form.getTitle().trim();",
        "if (form.getChecked() != null) form.getChecked().getNeed().trim();"
      })
  void whatAConstraintDemandsIsThere(String code) {
    assertThat(escapes(code, VALID_BODY)).isEmpty();
  }

  @Test
  void aCheckedFormatCanBeParsed() {
    String parse = "Integer.parseInt(form.getNumber());";
    assertThat(escapes(parse, VALID_BODY)).isEmpty();
    assertThat(escapes(parse, BODY)).extracting(Escape::cause).hasSize(1);
  }

  @Test
  void whatIsRejectedWasNotMissing() {
    assertThat(
            escapes("if (form.getName() == null) throw new BadRequest();", BODY).get(0).absence())
        .isFalse();
  }

  @Test
  void whatIsMadeOfABodyIsNoBody() {
    assertThat(
            escapes(
                "Form copy = convert(form); copy.getName().trim(); // native Form convert(Form f);",
                BODY))
        .isEmpty();
  }

  @Test
  void whatAnEnumConstantHoldsIsNotTheClients() {
    String unit =
        " enum Unit { DAY(\"1\"), YEAR(\"365\"); final String days;"
            + " Unit(String days) { this.days = days; }"
            + " int days() { return Integer.parseInt(days); } }";
    assertThat(
            Evaluated.members(
                    "void run(Box box) { box.unit.days(); }", "class Box { Unit unit; }" + unit)
                .summary(Value.unknown(VALID_BODY).sure())
                .escapes())
        .extracting(Escape::type)
        .doesNotContain("java.lang.NumberFormatException");
  }

  @Test
  void collectionsCannotBeCopiedFromWhatWasLeftOut() {
    assertThat(escapes("new HashSet<>(form.getLines());", BODY))
        .hasSize(1)
        .allMatch(InputsTest::isLeftOut);
    assertThat(escapes("new ArrayList<>(form.getTags());", BODY)).isEmpty();
  }

  @Test
  void whatTheCodeItselfValidatedIsTrusted() {
    String checks = " // void validateForm(Form f) {} void register(Form f) {} void check() {}";

    assertThat(escapes("validateForm(form); form.getName().trim();" + checks, BODY)).isEmpty();
    assertThat(escapes("validateForm(form); form.getLines().get(0);" + checks, BODY)).isEmpty();
    assertThat(escapes("register(form); form.getName().trim();" + checks, BODY)).hasSize(1);
    assertThat(escapes("check(); form.getName().trim();" + checks, BODY)).hasSize(1);
    assertThat(escapes("form.getName().trim(); validateForm(form);" + checks, BODY)).hasSize(1);
  }

  @Test
  void anOptionalOfWhatWasLeftOutIsNoLookup() {
    assertThat(
            escapes("Optional.ofNullable(form.getName()).orElseThrow(BadRequest::new);", BODY)
                .get(0)
                .absence())
        .isFalse();
  }

  @Test
  void partsOfABodyOfAGeneratedTypeAreTheClients() {
    String members =
        "void run(com.acme.gen.FormDto dto) { if (dto.getAge() > 7) throw new BadRequest(); }";
    assertThat(
            Evaluated.members(members, TYPES).summary(Value.unknown(VALID_BODY).sure()).escapes())
        .extracting(Escape::cause)
        .containsExactly(io.github.errorhygiene.contract.Failure.Cause.REQUEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mapper.readValue(text, Form.class).getName().trim();",
        "Form form = mapper.readValue(text, Form.class); form.getLine().getSku();",
        "List<Line> all = mapper.readValue(text, new com.fasterxml.jackson.core.type.TypeReference<List<Line>>() {});"
            + " for (Line l : all) l.getSku().trim();",
        "mapper.readTree(text).get(\"name\").asText();",
        "new com.google.gson.Gson().fromJson(text, Form.class).getName().trim();",
        "new io.vertx.core.json.JsonObject(text).mapTo(Form.class).getName().trim();"
      })
  void anObjectThatIsMadeOfSentTextIsLikeABody(String code) {
    assertThat(made(code, Dependence.REQUEST)).anyMatch(InputsTest::isMissing);
    assertThat(made(code, Dependence.STATE)).noneMatch(InputsTest::isMissing);
    assertThat(made(code, Dependence.of(io.github.errorhygiene.contract.Failure.Cause.UPSTREAM)))
        .noneMatch(InputsTest::isMissing);
  }

  @Test
  void whatAConstructorDemandsIsThereInItToo() {
    assertThat(made("mapper.readValue(text, Rec.class).a().trim();", Dependence.REQUEST))
        .noneMatch(InputsTest::isMissing);
  }

  private static boolean isMissing(Escape escape) {
    return isLeftOut(escape) && escape.type().equals("java.lang.NullPointerException");
  }

  private static List<Escape> made(String code, Dependence text) {
    String members =
        "com.fasterxml.jackson.databind.ObjectMapper mapper;"
            + " void run(String text) throws Exception {"
            + code
            + "}";
    return List.copyOf(
        Evaluated.members(members, TYPES).summary(Value.unknown(text).sure()).escapes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (form.getName() == null) return; use(form); // void use(Form f) { f.getName().trim(); }",
        "check(form); use(form); // void check(Form f) { if (f.getName() == null) throw new BadRequest(); }"
            + " void use(Form f) { f.getName().trim(); }",
        "check(form); use(form); // void check(Form f) { if (CollectionUtils.isEmpty(f.getLines())"
            + " || f.getLines().contains(\" \")) throw new BadRequest(); }"
            + " void use(Form f) { f.getLines().size(); }",
        "if (form.getLine() == null || form.getLine().getSku() == null) return; use(form); //"
            + " void use(Form f) { f.getLine().getSku().trim(); }",
        "String n = form.getName(); if (form.getName() == null) return; n.trim();",
        "String[] all = new String[] {form.getName()}; if (all.length == 0) return;"
      })
  void aPartThatWasLookedAtIsThereWhereverTheObjectGoes(String code) {
    assertThat(escapes(code, BODY)).noneMatch(InputsTest::isMissing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (form.getTitle() == null) return; use(form); // void use(Form f) { f.getName().trim(); }",
        "if (form.getLine() == null) return; use(form); //"
            + " void use(Form f) { f.getLine().getSku().trim(); }",
        "Form other = mapped(form); if (form.getName() == null) return; use(other); //"
            + " Form mapped(Form f) { return f.getSize() > 3 ? f : null; }"
            + " void use(Form f) { f.getName().trim(); }"
      })
  void anotherPartMayBeMissing(String code) {
    assertThat(escapes(code, BODY)).anyMatch(InputsTest::isMissing);
  }

  @Test
  void nothingIsStoredUnderNoId() {
    assertThat(escapes("lines.findById(form.getName()); // " + LINES, BODY))
        .singleElement()
        .matches(InputsTest::isLeftOut)
        .extracting(Escape::type)
        .isEqualTo("org.springframework.dao.InvalidDataAccessApiUsageException");
    assertThat(escapes("lines.findById(form.getTitle()); // " + LINES, VALID_BODY)).isEmpty();
  }

  private static final String LINES =
      "Lines lines; interface Lines extends"
          + " org.springframework.data.repository.CrudRepository<Line, String> {}";

  @Test
  void whatEqualsSomethingIsThere() {
    String use = ") form.getName().trim(); // ";
    assertThat(escapes("if (Objects.equals(form.getName(), rec)" + use, BODY)).isEmpty();
    assertThat(escapes("if (rec.equals(form.getName())" + use, BODY)).isEmpty();
    assertThat(escapes("if (!Objects.equals(form.getName(), rec)" + use, BODY)).isNotEmpty();
  }
}
