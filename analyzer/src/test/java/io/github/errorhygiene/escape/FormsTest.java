package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.escapesOfBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and numbers that have their form, whoever sent what is in them. */
class FormsTest {
  @Test
  void aNumberBreaksNoUri() {
    assertThat(escapesOf("void run(UUID id) { java.net.URI.create(\"/orders/\" + id); }"))
        .isEmpty();
    assertThat(escapesOf("void run(String id) { java.net.URI.create(\"/orders/\" + id); }"))
        .containsExactly("IllegalArgumentException because REQUEST");
  }

  @Test
  void noMoreIfASettingIsBesideIt() {
    String base = "@Value(\"${base}\") String base;";
    assertThat(
            escapesOf(
                base
                    + "void run(UUID id) { java.net.URI.create(base + \"/orders/\" + id + \"/x\"); }"))
        .containsExactly("IllegalArgumentException because CONFIGURATION");
    assertThat(
            escapesOf(base + "void run(String id) { java.net.URI.create(base + \"/x/\" + id); }"))
        .containsExactly("IllegalArgumentException because REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new com.fasterxml.jackson.databind.ObjectMapper().readTree(tree.toString());",
        "new org.json.JSONObject(json.toString());",
        "new org.json.simple.parser.JSONParser().parse(simple.toJSONString());",
        "com.google.gson.JsonParser.parseString(new com.google.gson.Gson().toJson(tree));",
      })
  void jsonThatTheProgramWroteCanBeReadAsATree(String read) {
    assertThat(escapesOf(JSON.formatted(read))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new com.fasterxml.jackson.databind.ObjectMapper().readValue(tree.toString(), Order.class);",
        "new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);",
      })
  void whatAClassAsksForMayBeMissing(String read) {
    assertThat(escapesOf(JSON.formatted(read)))
        .containsExactly("JsonProcessingException because REQUEST");
  }

  private static final String JSON =
      """
      void run(com.fasterxml.jackson.databind.JsonNode tree, org.json.JSONObject json,
          org.json.simple.JSONObject simple, String text) throws Exception {
        %s
      }
      """;

  @Test
  void aClauseIsNotRunForWhatCannotFail() {
    String json =
        """
        static final com.fasterxml.jackson.databind.ObjectMapper MAPPER =
            new com.fasterxml.jackson.databind.ObjectMapper();
        com.fasterxml.jackson.databind.JsonNode read(byte[] json) {
          try {
            return MAPPER.readTree(json);
          } catch (java.io.IOException e) {
            throw new Conflict();
          }
        }
        byte[] write(com.fasterxml.jackson.databind.JsonNode tree) {
          try {
            return MAPPER.writeValueAsBytes(tree);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }
        """;
    assertThat(
            escapesOf(
                json + "void run(com.fasterxml.jackson.databind.JsonNode t) { read(write(t)); }"))
        .isEmpty();
    assertThat(escapesOf(json + "void run(String text) { read(text.getBytes()); }"))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void whatWasEscapedBreaksNoUri() {
    String uri = "void run(String id) throws Exception { new java.net.URI(\"/orders/\" + %s); }";
    assertThat(
            escapesOf(
                uri.formatted(
                    "java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)")))
        .isEmpty();
    assertThat(escapesOf(uri.formatted("id")))
        .containsExactly("URISyntaxException because REQUEST");
  }

  @Test
  void aMemberThatIsNotMissingIsThere() {
    String member =
        """
        String run(com.fasterxml.jackson.databind.JsonNode tree, String name) {
          return tree.path(name).isMissingNode() ? %s;
        }
        """;
    assertThat(escapesOf(member.formatted("null : tree.get(name).asText()"))).isEmpty();
    assertThat(escapesOf(member.formatted("tree.get(name).asText() : null"))).isNotEmpty();
  }

  @Test
  void anIndexThatIsComparedIsNotFollowed() {
    assertThat(
            escapesOf(
                """
                String run(String text) {
                  StringBuilder made = new StringBuilder();
                  int done = 0;
                  int at = text.indexOf(".");
                  while (at >= 0) {
                    made.append(text.substring(done, at));
                    done = at + 1;
                    at = text.indexOf(".", done);
                  }
                  return made.append(text.substring(done)).toString();
                }
                """))
        .isEmpty();
    assertThat(
            escapesOf(
                "String run(String text) { int at = text.indexOf(\".\"); return text.substring(at);"
                    + " }"))
        .containsExactly("StringIndexOutOfBoundsException because REQUEST");
  }

  @Test
  void aTextHasACharacterIfItsLengthIsNotZero() {
    String first = "char first(String text) { return text.charAt(0); }";
    assertThat(
            escapesOf(
                first
                    + "void run(String text) { int length = text.length();"
                    + " if (length == 0) throw new Conflict(); first(text); }"))
        .containsExactly("Conflict because REQUEST");
    assertThat(escapesOf(first + "void run(String text) { first(text); }"))
        .containsExactly("StringIndexOutOfBoundsException because REQUEST");
  }

  @Test
  void whatTheProgramAloneNotesDependsOnNoRequest() {
    String call =
        """
        static class Call {
          boolean executed;
          final String what;
          Call(String what) { this.what = what; }
          void execute(boolean done) {
            if (executed) throw new IllegalStateException();
            executed = %s;
          }
        }
        void run(String what, boolean done) { new Call(what).execute(done); }
        """;
    assertThat(escapesOf(call.formatted("true"))).noneMatch(text -> text.contains("REQUEST"));
  }

  @Test
  void aTreeCanBeMadeOfAnythingThatIsWritten() {
    assertThat(
            escapesOfBody(
                """
                var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
                mapper.convertValue(id, com.fasterxml.jackson.databind.JsonNode.class);
                """))
        .isEmpty();
  }

  @Test
  void aTokenThatWasReadOnceCanBeReadAgain() {
    assertThat(
            escapesOf(
                """
                io.jsonwebtoken.JwtParser parser;
                void run(String token) { if (isGood(token)) parser.parseSignedClaims(token); }
                boolean isGood(String token) {
                  try {
                    parser.parseSignedClaims(token);
                    return true;
                  } catch (io.jsonwebtoken.JwtException e) {
                    return false;
                  }
                }
                """))
        .isEmpty();
  }

  @Test
  void whatIsSureOfWhatIsThereIsSureOfItIfItMayBeNull() {
    assertThat(
            escapesOf(
                """
                void run(Order order) {
                  if (order.id() != null) {
                    try {
                      UUID.fromString(order.id());
                    } catch (IllegalArgumentException e) {
                      throw new Conflict();
                    }
                  }
                  if (order.id() != null) {
                    UUID.fromString(order.id());
                  }
                }
                """))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void aCountedIndexIsInRange() {
    assertThat(
            escapesOf(
                """
                void run(List<String> names) {
                  IntStream.range(0, names.size()).forEach(i -> names.get(i));
                }
                """))
        .isEmpty();
    assertThat(escapesOf("void run(List<String> names, int i) { names.get(i); }"))
        .containsExactly("IndexOutOfBoundsException because REQUEST");
  }

  @Test
  void whatPassedTheFilterMatches() {
    assertThat(
            escapesOf(
                """
                String run(String id) {
                  return Stream.of("[a-z]+").map(java.util.regex.Pattern::compile)
                      .map(p -> p.matcher(id)).filter(java.util.regex.Matcher::find)
                      .map(m -> m.group(1)).findFirst().orElse("");
                }
                """))
        .isEmpty();
  }

  @Test
  void aValidatorThatNobodyHasReadMakesSureOfTheForm() {
    assertThat(
            escapesOfBody(
                """
                boolean valid = org.apache.commons.validator.routines.IBANValidator.getInstance()
                    .isValid(id);
                if (valid && id.substring(5, 10).equals("07601")) { orders.count(); }
                """))
        .isEmpty();
    assertThat(
            escapesOfBody(
                "if (org.bson.types.ObjectId.isValid(id)) new org.bson.types.ObjectId(id);"))
        .isEmpty();
  }

  @Test
  void anOrderOfConstantPropertiesIsKnown() {
    String page = "org.springframework.data.domain.PageRequest.of(page, 10, ";
    String sort = "org.springframework.data.domain.Sort.by(";
    String rows =
        """
        interface Rows extends
            org.springframework.data.repository.PagingAndSortingRepository<Order, String> {}
        """;
    String run = "Rows rows; void run(int page, String by) { if (page < 0) return; rows.findAll(";
    assertThat(escapesOf(run + page + sort + "\"id\"))); }", rows)).isEmpty();
    assertThat(escapesOf(run + page + sort + "by))); }", rows))
        .contains("PropertyReferenceException because REQUEST");
  }

  @Test
  void aMemberOfAnotherShapeCannotBeCast() {
    assertThat(
            escapesOf(
                "void run(com.google.gson.JsonObject o) { o.getAsJsonObject(\"customer\"); }"))
        .containsExactly("ClassCastException because REQUEST");
  }

  @Test
  void aMethodThatIsReferredToIsThatOfTheTypeItIsAskedOf() {
    String rows =
        """
        @org.springframework.data.mongodb.core.mapping.Document class Page { String text; }
        interface Pages extends org.springframework.data.repository.CrudRepository<Page, String> {}
        """;
    assertThat(
            escapesOf(
                """
                Pages pages;
                void run(Optional<Page> page) { page.map(this.pages::save); }
                """,
                rows))
        .isEmpty();
  }
}
