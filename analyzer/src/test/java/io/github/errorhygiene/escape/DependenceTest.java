package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.escapesOfBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the cause of a failure depends on: it follows the data to the call that fails. */
class DependenceTest {
  private static final String OF_REQUEST = "NumberFormatException because REQUEST";

  @Test
  void parsingAConstantIsHarmless() {
    assertThat(escapesOfBody("Integer.parseInt(\"12\");")).isEmpty();
  }

  @Test
  void parsingTheRequestIsNot() {
    assertThat(escapesOfBody("Integer.parseInt(id);")).containsExactly(OF_REQUEST);
  }

  @Test
  void theSameHelperIsHarmlessForOneCallerAndNotForAnother() {
    String helper = "int parse(String text) { return Integer.parseInt(text.trim()); }\n";
    assertThat(escapesOf(helper + "void run(String id) { parse(\"12\"); }")).isEmpty();
    assertThat(escapesOf(helper + "void run(String id) { parse(id); }"))
        .containsExactly(OF_REQUEST);
  }

  @Test
  void configurationIsKnownByItsSource() {
    String expected = "NumberFormatException because CONFIGURATION";
    assertThat(escapesOfBody("Integer.parseInt(System.getenv(\"LIMIT\"));")).contains(expected);
    assertThat(escapesOfBody("Integer.parseInt(System.getProperty(\"limit\", \"1\"));"))
        .containsExactly(expected);
    assertThat(
            escapesOf(
                "@Value(\"${limit}\") String limit; void run(String id) { Integer.parseInt(limit);"
                    + " }"))
        .containsExactly(expected);
    assertThat(
            escapesOf(
                """
                private final String limit;
                Test(@Value("${limit}") String limit) { this.limit = limit; }
                org.springframework.core.env.Environment env;
                void run(String id) { Integer.parseInt(env.getRequiredProperty("x")); }
                """))
        .contains(expected);
  }

  @Test
  void staticMethodsOfInterfacesAreNotInherited() {
    assertThat(escapesOfBody("com.google.common.collect.ImmutableSet.of(id);")).isEmpty();
    assertThat(escapesOfBody("java.util.Set.of(id);")).isEmpty();
    assertThat(escapesOfBody("java.util.Set.of(\"x\", id);"))
        .containsExactly("IllegalArgumentException because REQUEST");
  }

  @Test
  void aKeyThatTheProgramMakesCannotBeTaken() {
    String store =
        """
        static class Tag {
          @jakarta.persistence.Id String id;
          String name;
          void setId(String id) { this.id = id; }
          void setName(String name) { this.name = name; }
        }
        jakarta.persistence.EntityManager em;
        void store(Tag tag) { em.persist(tag); }
        """;
    String named = "void run(String id) { Tag tag = new Tag(); tag.setName(id); ";

    assertThat(
            escapesOf(
                store + named + "tag.setId(java.util.UUID.randomUUID().toString()); store(tag); }"))
        .isEmpty();
    assertThat(escapesOf(store + named + "tag.setId(id); store(tag); }"))
        .containsExactly("EntityExistsException because REQUEST");
    String generated = store.replace("Id String", "Id @jakarta.persistence.GeneratedValue String");
    assertThat(escapesOf(generated + "void run(Tag tag) { store(tag); }")).isEmpty();
  }

  @Test
  void theStateOfTheApplicationIsNeitherRequestNorConstant() {
    assertThat(escapesOf("String last; void run(String id) { Integer.parseInt(last); }"))
        .containsExactly("NumberFormatException because STATE");
  }

  @Test
  void requestDataGoesThroughVariablesTextAndReturns() {
    assertThat(
            escapesOf(
                """
                void run(String id) { String text = clean("no-" + id); Integer.parseInt(text); }
                String clean(String text) { return new StringBuilder(text).reverse().toString(); }
                """))
        .containsExactly(OF_REQUEST);
  }

  @Test
  void requestDataGoesThroughTransferObjects() {
    assertThat(
            escapesOf(
                "void run(Form form) { Integer.parseInt(form.getAge()); }",
                "@Data class Form { private String age; }"))
        .containsExactly(OF_REQUEST);
    assertThat(
            escapesOf(
                "void run(Form form) { Integer.parseInt(form.age()); }",
                "record Form(String age) {}"))
        .containsExactly(OF_REQUEST);
    assertThat(
            escapesOf(
                "void run(Form form) { Integer.parseInt(form.inner.age); }",
                "class Form { Inner inner; } class Inner { String age; }"))
        .containsExactly(OF_REQUEST);
  }

  @Test
  void requestDataGoesThroughCollectionsAndStreams() {
    assertThat(escapesOf("void run(List<String> ids) { Integer.parseInt(ids.iterator().next()); }"))
        .contains(OF_REQUEST);
    assertThat(
            escapesOfBody(
                """
                List<String> ids = new ArrayList<>();
                ids.add(id);
                for (String one : ids) Integer.parseInt(one);
                """))
        .containsExactly(OF_REQUEST);
    assertThat(
            escapesOfBody(
                "Stream.of(id.split(\",\")).map(String::trim).forEach(s -> Integer.parseInt(s));"))
        .containsExactly(OF_REQUEST);
    assertThat(
            escapesOfBody(
                """
                StringBuilder text = new StringBuilder();
                text.append(id);
                Integer.parseInt(text.toString());
                """))
        .containsExactly(OF_REQUEST);
  }

  @Test
  void whatIsOneOfThoseThatTheProgramKnowsHasTheirForm() {
    assertThat(
            escapesOf(
                """
                final Map<String, String> known = new HashMap<>();
                void run(String id) {
                  if (!known.containsKey(id)) return;
                  Integer.parseInt(id.substring(0, 4));
                }
                """))
        .isEmpty();
  }

  @Test
  void whatAPatternTakesOutOfATextHasItsForm() {
    assertThat(
            escapesOfBody(
                """
                java.util.regex.Matcher m = java.util.regex.Pattern.compile("(\\\\d+)").matcher(id);
                if (m.matches()) Integer.parseInt(m.group(1));
                """))
        .isEmpty();
  }

  @Test
  void constantsInCollectionsAreConstants() {
    assertThat(escapesOfBody("for (String one : List.of(\"1\", \"2\")) Integer.parseInt(one);"))
        .isEmpty();
  }

  @Test
  void anEnumIsAskedForAnUnknownName() {
    assertThat(escapesOf("enum Size { S, L } void run(String id) { Size.valueOf(id); }"))
        .containsExactly("IllegalArgumentException because REQUEST");
    assertThat(escapesOf("enum Size { S, L } void run(String id) { Size.valueOf(\"S\"); }"))
        .isEmpty();
  }

  @Test
  void aSearchThroughTheConstantsFindsNothingForTheRequest() {
    assertThat(
            escapesOf(
                """
                enum Size {
                  S("small"), L("large");
                  final String text;
                  Size(String text) { this.text = text; }
                  static Size of(String text) {
                    for (Size size : values()) if (size.text.equals(text)) return size;
                    throw new IllegalArgumentException(text);
                  }
                }
                void run(String id) { Size.of(id); }
                """))
        .containsExactly("IllegalArgumentException because REQUEST, absence");
  }

  @Test
  void whatATableHoldsIsNotTheClients() {
    assertThat(
            escapesOf(
                "static final Map<String, String> LIMITS = Map.of(\"a\", \"1\");"
                    + " void run(String id) { Integer.parseInt(LIMITS.get(id)); }"))
        .isEmpty();
    assertThat(
            escapesOf("void run(Map<String, String> form) { Integer.parseInt(form.get(\"a\")); }"))
        .contains(OF_REQUEST);
  }

  @Test
  void whatAnEnumHoldsIsNotTheClients() {
    assertThat(
            escapesOf(
                """
                enum Size {
                  S("1"), L("2");
                  String text;
                  Size(String text) { this.text = text; }
                  int number() { return Integer.parseInt(text); }
                }
                void run(Size size) { size.number(); }
                """))
        .isEmpty();
  }

  @Test
  void thePlatformSetsItsOwnProperties() {
    assertThat(escapesOfBody("System.getProperty(\"os.name\").trim();")).isEmpty();
    assertThat(escapesOfBody("System.getProperty(\"shop.name\").trim();"))
        .containsExactly("NullPointerException because CONFIGURATION, absence");
  }

  @Test
  void aTestedFormatIsHarmless() {
    assertThat(escapesOfBody("if (id.matches(\"[0-9]{1,9}\")) Integer.parseInt(id);")).isEmpty();
    assertThat(escapesOfBody("if (!id.matches(\"[0-9]{1,9}\")) return; Integer.parseInt(id);"))
        .isEmpty();
  }

  @Test
  void ofWhichOwnClassAnObjectIsTheCodeDecides() {
    String types =
        "interface Query {} class All implements Query {} class Some implements Query {} ";
    String test = "if (!(query instanceof All)) throw new Conflict(); }";
    assertThat(escapesOf("void run(Query query) { " + test, types))
        .containsExactly("Conflict because UNKNOWN");
    assertThat(escapesOf("void run(Object query) { " + test, types))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void howItStandsWithWhatATableHoldsIsNotTheClients() {
    String table =
        "class Shelf { boolean closed; boolean isClosed() { return closed; } }"
            + "class Shelves { Map<String, Shelf> all = new HashMap<>(); }";
    String run =
        "Shelves shelves; void run(String id) { Shelf shelf = shelves.all.get(id);"
            + " if (shelf == null) throw new OrderMissing();"
            + " if (shelf.isClosed()) throw new Conflict(); }";
    assertThat(escapesOf(run, table))
        .containsExactly("Conflict because STATE", "OrderMissing because REQUEST, absence");
  }

  @Test
  void whatDependsOnMoreThanSettingsIsNoMatterOfSettings() {
    String field = "@Value(\"${limit}\") String limit; String last; ";
    assertThat(escapesOf(field + "void run(String id) { Integer.parseInt(limit + last); }"))
        .containsExactly("NumberFormatException because STATE");
  }
}
