package io.github.errorhygiene.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema and the reader say the same of a file. */
class PolicySchemaTest {
  private static final String TEXT = PolicyFile.schema();
  private static final JsonObject JSON = JsonParser.parseString(TEXT).getAsJsonObject();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

  @Test
  void theExampleOfTheDocumentationIsRight() throws IOException, PolicyException {
    String document = Files.readString(Path.of("../docs/policy.md"));
    String example = document.substring(document.indexOf("```yaml\n") + 8);
    example = example.substring(0, example.indexOf("```"));
    assertThat(errors(example)).isEmpty();
    assertThat(PolicyReader.read("policy.md", example).reasonDemanded()).isTrue();
    assertThat(keys("/properties")).allMatch(("\n" + example)::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{invalid-input: 422, envelope: wrong, suppressions: {reason: optional}}",
        "accepted: {rate-limited: 503, unexpected: [501, 502]}",
        "rules: {wrong-status: off, stolen-status: info, uncaught-exception: on}",
        "exceptions: {a.B: {super: a.C}, a.C: {mode: unexpected, request: malformed-input, inherit: false}}",
        "methods: {a.B: [{call: c, arity: 2, parameters: [int, String], throws: a.C, depends: [0, receiver, upstream]}]}",
        "methods: {\"@a.B\": [{call: \"*\", runs: in-result, data: request, absent: by-type}]}",
        "methods: {a.B: [{call: c, guard: {checks: receiver, holds: true, that: not-empty}, versions: {artifact: b, below: \"3\"}}]}",
        "names: [{words: A|B C, at: anywhere, mode: conflict, accepted: [412]}]",
        "boundaries: [{exception: a.B, status: 409, name: n, request-id: true, logs: false, content-type: text/plain, body-keys: a}]",
        "boundaries: [{call: a.B#c, status: 500, body-keys: [a, b]}]",
        "proxies: {a.B: [{order: 1, fallback: [x, y], recover: a.R, detached: true, except: z}]}",
      })
  void whatBothTake(String yaml) throws PolicyException {
    assertThat(errors(yaml)).isEmpty();
    assertThat(PolicyReader.read("p.yml", yaml)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid-imput: 400",
        "invalid-input: 404",
        "accepted: {mising: 410}",
        "accepted: {missing: 41}",
        "accepted: {unknown: 404}",
        "envelope: maybe",
        "rules: {wrong-satus: off}",
        "rules: {wrong-status: fatal}",
        "suppressions: {reason: always}",
        "leave-out: {source: a}",
        "request-ids: {header: X}",
        "exceptions: {a.B: {mode: lost}}",
        "exceptions: {a.B: {accepted: 404}}",
        "exceptions: {a.B: {mode: missing, status: 404}}",
        "methods: {a.B: [{throws: []}]}",
        "methods: {a.B: {call: c}}",
        "methods: {a.B: [{call: c, depends: [9, weather]}]}",
        "methods: {a.B: [{call: c, guard: {checks: 0}}]}",
        "names: [{words: A}]",
        "proxies: {a.B: [{ordr: 1}]}",
        "boundaries: [{exception: a.B}]",
        "boundaries: [{exception: a.B, call: a.C#d, status: 400}]",
        "boundaries: [{status: 400}]",
        "boundaries: [{call: a.C, status: 400}]",
        "boundaries: [{call: a.C#d, status: 400, logs: true}]",
        "boundaries: [{exception: a.B, status: 99}]",
        "boundaries: [{exception: a.B, status: 400, request-id: perhaps}]",
      })
  void whatNeitherTakes(String yaml) {
    assertThat(errors(yaml)).isNotEmpty();
    assertThatThrownBy(() -> PolicyReader.read("p.yml", yaml).off())
        .isInstanceOf(PolicyException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/properties; x: 1",
        "/properties/accepted/properties; accepted: {x: 1}",
        "/properties/leave-out/properties; leave-out: {x: 1}",
        "/properties/suppressions/properties; suppressions: {x: 1}",
        "/properties/request-ids/properties; request-ids: {x: 1}",
        "/$defs/exception/properties; exceptions: {a.B: {x: 1}}",
        "/$defs/method/properties; methods: {a.B: [{x: 1}]}",
        "/$defs/method/properties/guard/properties; methods: {a.B: [{call: c, guard: {x: 1}}]}",
        "/$defs/name/properties; names: [{x: 1}]",
        "/$defs/proxy/properties; proxies: {a.B: [{x: 1}]}",
        "/$defs/boundary/properties; boundaries: [{x: 1}]",
        "/$defs/versions/properties; proxies: {a.B: [{versions: {x: 1}}]}",
      })
  void bothKnowTheSameKeys(String pointer, String yaml) {
    assertThatThrownBy(() -> PolicyReader.read("p.yml", yaml).off())
        .message()
        .satisfies(
            message ->
                assertThat(message.replaceAll("(?s).*Known are ([^\n]*).*", "$1").split(", "))
                    .containsExactlyInAnyOrderElementsOf(keys(pointer)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/properties/envelope; envelope: x",
        "/properties/suppressions/properties/reason; suppressions: {reason: x}",
        "/$defs/rule; rules: {wrong-status: x}",
        "/$defs/mode; exceptions: {a.B: {mode: x}}",
        "/$defs/cause; methods: {a.B: [{call: c, data: x}]}",
        "/$defs/method/properties/likelihood; methods: {a.B: [{call: c, likelihood: x}]}",
        "/$defs/method/properties/absent; methods: {a.B: [{call: c, absent: x}]}",
        "/$defs/method/properties/id; methods: {a.B: [{call: c, id: x}]}",
        "/$defs/method/properties/runs; methods: {a.B: [{call: c, runs: x}]}",
        "/$defs/method/properties/shows; methods: {a.B: [{call: c, shows: x}]}",
        "/$defs/method/properties/gives; methods: {a.B: [{call: c, gives: x}]}",
        "/$defs/method/properties/log; methods: {a.B: [{call: c, log: x}]}",
        "/$defs/name/properties/at; names: [{words: A, mode: missing, at: x}]",
      })
  void bothKnowTheSameValues(String pointer, String yaml) {
    assertThatThrownBy(() -> PolicyReader.read("p.yml", yaml).off())
        .message()
        .satisfies(
            message ->
                assertThat(message.replaceAll("(?s).*known are ([^\n]*).*", "$1").split(", "))
                    .extracting(label -> label.replace(' ', '-'))
                    .containsExactlyInAnyOrderElementsOf(values(pointer)));
  }

  @Test
  void allRulesCanBeCompleted() {
    assertThat(keys("/properties/rules/properties"))
        .containsExactlyElementsOf(Rules.all().stream().map(Rule::id).toList());
  }

  private static Set<String> keys(String pointer) {
    return at(pointer).keySet();
  }

  private static List<String> values(String pointer) {
    return at(pointer).getAsJsonArray("enum").asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private static JsonObject at(String pointer) {
    JsonObject object = JSON;
    for (String name : pointer.substring(1).split("/")) {
      object = object.getAsJsonObject(name);
    }
    return object;
  }

  private static List<String> errors(String yaml) {
    Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(new Gson().toJson(value), InputFormat.JSON).stream()
        .map(Error::toString)
        .toList();
  }
}
