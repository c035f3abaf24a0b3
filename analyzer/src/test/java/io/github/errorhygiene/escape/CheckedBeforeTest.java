package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was looked at before is not refused again. */
class CheckedBeforeTest {
  private static final String COLOUR =
      """
      enum Colour {
        RED, BLUE;
        static Colour of(String name) {
          for (Colour each : values()) { if (each.name().equals(name)) return each; }
          throw new IllegalArgumentException("no colour " + name);
        }
        static boolean isColour(String name) {
          try { of(name); return true; } catch (IllegalArgumentException e) { return false; }
        }
      }
      """;

  private static final String FORM =
      """
      @jakarta.validation.Constraint(validatedBy = {}) @interface Hue {}
      @Data class Form {
        @Hue private String hue;
        @lib.checks.validation.OneOf({"a", "b"}) private String either;
        @jakarta.validation.constraints.Size(max = 3) private String shortText;
        private String first;
        private String second;
        private String third;
        @jakarta.validation.constraints.AssertTrue boolean isNumbered() {
          return first != null && first.startsWith("#");
        }
        @io.dropwizard.validation.ValidationMethod public boolean isKnown() {
          try { Colour.of(second); return true; } catch (IllegalArgumentException e) { return false; }
        }
        public Optional<String> getMaybe() { return Optional.ofNullable(third); }
        public int length() { return getMaybe().isPresent() ? third.length() : 0; }
      }
      """;

  private static List<String> ofForm(String code, Dependence body) {
    return Evaluated.members("void run(Form form) {" + code + "}", FORM, COLOUR)
        .escapes(Value.unknown(body).sure());
  }

  private static final Dependence BODY = Dependence.REQUEST.with(Trait.INPUT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (form.getHue() != null) Colour.valueOf(form.getHue());",
        "Colour.valueOf(form.getEither());",
        "if (form.getFirst() != null) Integer.parseInt(form.getFirst());",
        "if (form.getSecond() != null) Colour.of(form.getSecond());"
      })
  void whatAConstraintOfAnySortHasAcceptedIsNotRefused(String code) {
    assertThat(ofForm(code, BODY.with(Trait.VALID))).noneMatch(each -> each.contains("REQUEST"));
    assertThat(ofForm(code, BODY)).anyMatch(each -> each.contains("because REQUEST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (form.getShortText() != null) Integer.parseInt(form.getShortText());",
        "if (form.getThird() != null) Colour.of(form.getThird());",
        "form.getHue().trim();"
      })
  void whatNoConstraintLooksAtMayBeAnything(String code) {
    assertThat(ofForm(code, BODY.with(Trait.VALID)))
        .anyMatch(each -> each.contains("because REQUEST"));
  }

  @Test
  void aTextThatAConstantSaysOfItselfFindsIt() {
    assertThat(Evaluated.escapesOf(COLOUR + "Colour run(Colour c) { return Colour.of(c.name()); }"))
        .isEmpty();
    assertThat(
            Evaluated.escapesOf(
                COLOUR + "Colour run(Colour c) { return Colour.valueOf(c.name()); }"))
        .isEmpty();
    assertThat(Evaluated.escapesOf(COLOUR + "Colour run(String c) { return Colour.of(c); }"))
        .containsExactly("IllegalArgumentException because REQUEST, absence");
  }

  @Test
  void aFieldIsThereIfTheOptionalIsThatWrapsIt() {
    assertThat(ofForm("form.length();", BODY)).isEmpty();
    assertThat(ofForm("form.getThird().length();", BODY))
        .containsExactly("NullPointerException because REQUEST, absence");
  }

  @Test
  void aFunctionReturnsAgainForWhatItHasReturnedFor() {
    String use = " void use(String name) { Colour.of(name); }";
    assertThat(escapesOf("void run(String id) { use(id); }" + use, COLOUR))
        .containsExactly("IllegalArgumentException because REQUEST, absence");
    assertThat(escapesOf("void run(String id) { if (Colour.isColour(id)) use(id); }" + use, COLOUR))
        .isEmpty();
    assertThat(
            escapesOf(
                "void run(String id) { try { Colour.of(id); } catch (RuntimeException e) { return; } use(id); }"
                    + use,
                COLOUR))
        .isEmpty();
  }

  @Test
  void whatIsAmongTheKnownNamesCanBeParsed() {
    String run =
        "static final Set<String> NAMES = Set.of(\"RED\");"
            + " void run(String id) { if (NAMES.contains(id)) Colour.valueOf(id.toUpperCase()); }";
    assertThat(escapesOf(run, COLOUR)).isEmpty();
    assertThat(escapesOf("void run(String id) { Colour.valueOf(id.toUpperCase()); }", COLOUR))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (id.length() >= 12) part(id);",
        "if (id.length() >= 12) Optional.of(1).ifPresent(n -> id.substring(0, 6));",
        "int at = id.indexOf(':'); if (at > 0) part(id);",
        "if (id.startsWith(\"v1-\")) part(id);"
      })
  void whoMeasuresATextKnowsHowToCutIt(String code) {
    String part = "String part(String text) { return text.substring(3); }";
    assertThat(escapesOf("void run(String id) {" + code + "}" + part)).isEmpty();
    assertThat(escapesOf("void run(String id) { part(id); }" + part))
        .containsExactly("StringIndexOutOfBoundsException because REQUEST");
  }

  private static final String FIRST =
      """
      void first(List<String> ids) {
        if (ids.isEmpty()) throw new IllegalStateException("none");
        ids.get(0);
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (ids.isEmpty()) return; first(ids);",
        "if (CollectionUtils.isEmpty(ids)) return; first(ids);",
        "if (!ids.isEmpty()) { ids.add(\"more\"); first(ids); }"
      })
  void whoAskedWhetherThereIsAnythingIsAnsweredTheSameAgain(String code) {
    assertThat(escapesOf("void run(List<String> ids) {" + code + "}" + FIRST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first(ids);",
        "if (ids.isEmpty()) return; ids.removeIf(id -> id.length() > 3); first(ids);",
        "if (ids.isEmpty()) return; ids.remove(0); first(ids);"
      })
  void untilSomethingIsTakenOut(String code) {
    assertThat(escapesOf("void run(List<String> ids) {" + code + "}" + FIRST))
        .contains("IllegalStateException because REQUEST");
  }

  @Test
  void aTextThatIsNotEmptyMayBeBlank() {
    String code = "if (id.isEmpty()) return; if (id.isBlank()) throw new OrderMissing();";
    assertThat(escapesOf("void run(String id) {" + code + "}"))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void theLastDayOfAMonthIsADayOfIt() {
    assertThat(escapesOf("void run(LocalDate day) { day.withDayOfMonth(day.lengthOfMonth()); }"))
        .isEmpty();
    assertThat(escapesOf("void run(int day) { LocalDate.MIN.withDayOfMonth(day); }"))
        .containsExactly("DateTimeException because REQUEST");
  }

  @Test
  void anArgumentThatOnlyConstantsDecideIsNoFaultOfTheCaller() {
    assertThat(escapesOf("void run(String id) { if (id.isEmpty()) Colour.of(\"RED\"); }", COLOUR))
        .noneMatch(each -> each.contains("IllegalArgumentException because REQUEST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "em.createQuery(\"select count(o) from Order o where o.id = :id\").setParameter(\"id\", id).getSingleResult();",
        "String q = \"SELECT COUNT(o)\" + \" FROM Order o WHERE o.id = :id\"; Object n = em.createQuery(q).setParameter(\"id\", id).getSingleResult();",
        "jakarta.persistence.Query q = em.createNativeQuery(\" select max(x) from t where id = ?1\"); q.setParameter(1, id); q.getSingleResult();"
      })
  void aCountIsAlwaysThere(String code) {
    assertThat(
            escapesOf("jakarta.persistence.EntityManager em; void run(String id) {" + code + "}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select o from Order o where o.id = :id",
        "select count(o) from Order o where o.id = :id group by o.name"
      })
  void anyOtherRowMayBeMissing(String query) {
    String run =
        "void run(String id) { em.createQuery(\"%s\").setParameter(\"id\", id).getSingleResult(); }";
    assertThat(escapesOf("jakarta.persistence.EntityManager em; " + run.formatted(query)))
        .containsExactly("NoResultException because REQUEST");
  }

  @Test
  void whatIsStoredUnderAKeyOfTheStoresIsNotThereYetAndIsThereAfterwards() {
    String dao =
        """
        abstract class Dao<T> {
          jakarta.persistence.EntityManager em;
          void persist(T object) { em.persist(object); }
          void refresh(T object) { em.refresh(object); }
        }
        class Notes extends Dao<Note> {}
        class Note { @jakarta.persistence.Id @jakarta.persistence.GeneratedValue Long id; String text;
          Note(String text) { this.text = text; } }
        """;
    String run = "Notes notes; void run(String id) { Note note = new Note(id); ";
    assertThat(escapesOf(run + "notes.persist(note); notes.refresh(note); }", dao)).isEmpty();
    assertThat(escapesOf(run + "notes.refresh(note); }", dao))
        .containsExactly("EntityNotFoundException because REQUEST");
  }

  @Test
  void whatTheProgramSetsInWhatItSavesIsNotTheCallers() {
    String note =
        "class Note { String id; String colour; Note(String id) { this.id = id; this.colour = \"RED\"; } }"
            + " interface Notes extends org.springframework.data.repository.CrudRepository<Note, String> {}";
    assertThat(
            escapesOf(
                "Notes notes; void run(String id) { Note n = new Note(id); notes.save(n); Colour.of(n.colour); }",
                note,
                COLOUR))
        .noneMatch(each -> each.contains("IllegalArgumentException because REQUEST"));
  }
}
