package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Gives;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.RoundTrips;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Set;

/**
 * Texts that writers make: JSON of objects, escaped parts of URIs. Whatever was written, reading it
 * back finds it well-formed; only into objects of another shape it may not fit.
 */
final class Written {
  /** Calls that make an object of a class of it, so that the shape matters. */
  private static final Set<String> TYPED =
      Set.of("convertValue", "fromJson", "mapTo", "readValue", "readValues", "treeToValue");

  /** What reads numbers, dates and the like, which are written otherwise. */
  private static final List<String> OTHERS =
      List.of("java.lang.", "java.math.", "java.text.", "java.time.");

  private static final Set<String> WRITING =
      Set.of("toJson", "writeValueAsBytes", "writeValueAsString");

  /** Types of trees that have nothing in them that cannot be written. */
  private static final List<String> TREES =
      List.of(
          "com.fasterxml.jackson.core.TreeNode",
          "com.google.gson.JsonElement",
          "java.lang.String",
          "tools.jackson.core.TreeNode");

  private static final Set<String> WRITERS =
      Set.of("toJSONString", "toJson", "toJsonString", "writeValueAsString");

  /** Types of objects and arrays whose {@code toString()} is JSON. */
  private static final Set<String> PRINTED =
      Set.of(
          "com.alibaba.fastjson.JSONArray",
          "com.alibaba.fastjson.JSONObject",
          "com.alibaba.fastjson2.JSONArray",
          "com.alibaba.fastjson2.JSONObject",
          "org.json.JSONArray",
          "org.json.simple.JSONArray",
          "org.json.simple.JSONObject");

  /** Calls that make a tree of a text, whatever the tree is. */
  private static final Set<String> READERS =
      Set.of(
          "<init>", "parse", "parseArray", "parseObject", "parseReader", "parseString", "readTree");

  private final Program program;

  Written(Program program) {
    this.program = program;
  }

  /** The value, known to be well-formed if the call writes it. */
  static Value marked(LibraryCall call, Rows.Facts facts, Value result) {
    boolean json = facts.gives() == Gives.WRITTEN || writesJson(call);
    Value noted = RoundTrips.noted(call, json, result);
    return json ? noted.withData(noted.data().with(Trait.WRITTEN)) : noted;
  }

  private static boolean writesJson(LibraryCall call) {
    boolean own =
        call.name().equals("toString")
            && call.arguments().isEmpty()
            && call.owners().stream().anyMatch(PRINTED::contains);
    return (own || WRITERS.contains(call.name()))
        && call.returnType().erasure().equals("java.lang.String");
  }

  /** Whether the call reads such a text as a tree, whatever is declared of it. */
  static boolean isReadAsTree(LibraryCall call) {
    return call.arguments().size() == 1
        && READERS.contains(call.name())
        && readsBack(call, call.argument(0).data());
  }

  /** Whether something is read as what a writer wrote. */
  static boolean readsBack(LibraryCall call, Dependence read) {
    boolean typed =
        TYPED.contains(call.name())
            || (call.name().equals("parseObject") && call.arguments().size() > 1);
    return read.has(Trait.WRITTEN) && !typed && OTHERS.stream().noneMatch(call.owner()::startsWith);
  }

  /** Whether a tree, or a text, is written: there is a form of each. */
  boolean isOfTree(LibraryCall call) {
    if (!WRITING.contains(call.name()) || call.argumentTypes().isEmpty()) {
      return false;
    }
    String type = call.argumentTypes().get(0).erasure();
    return TREES.stream().anyMatch(tree -> program.isSubtype(type, tree) == Certainty.YES);
  }
}
