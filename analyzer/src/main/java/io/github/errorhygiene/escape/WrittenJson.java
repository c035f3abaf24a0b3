package io.github.errorhygiene.escape;

import java.util.Set;

/**
 * JSON that the program has written itself. It can be read again as a tree; whether it has the
 * members that a class asks for is another question.
 */
final class WrittenJson {
  /** In {@link Dependence#found}: the text is JSON. No lookup has such a name. */
  private static final Set<String> JSON = Set.of("#json");

  private static final Set<String> WRITERS =
      Set.of("toJSONString", "toJson", "toJsonString", "writeValueAsString");

  /** Types of objects and arrays whose {@code toString()} is JSON. */
  private static final Set<String> TREES =
      Set.of(
          "com.alibaba.fastjson.JSONArray",
          "com.alibaba.fastjson.JSONObject",
          "com.alibaba.fastjson2.JSONArray",
          "com.alibaba.fastjson2.JSONObject",
          "com.fasterxml.jackson.databind.JsonNode",
          "com.google.gson.JsonElement",
          "org.json.JSONArray",
          "org.json.JSONObject",
          "org.json.simple.JSONArray",
          "org.json.simple.JSONObject");

  /** Calls that make a tree of a text, whatever the tree is. */
  private static final Set<String> READERS =
      Set.of(
          "<init>", "parse", "parseArray", "parseObject", "parseReader", "parseString", "readTree");

  private WrittenJson() {}

  /** The value, known to be JSON if the call writes it. */
  static Value text(LibraryCall call, Value result) {
    boolean own =
        call.name().equals("toString")
            && call.arguments().isEmpty()
            && call.owners().stream().anyMatch(TREES::contains);
    boolean text = call.returnType().erasure().equals("java.lang.String");
    return text && (own || WRITERS.contains(call.name()))
        ? result.withData(result.data().foundBy(JSON))
        : result;
  }

  /** Whether the call reads such a text as a tree. */
  static boolean isRead(LibraryCall call) {
    return call.arguments().size() == 1
        && READERS.contains(call.name())
        && call.argument(0).data().found().containsAll(JSON);
  }
}
