package io.github.errorhygiene.openapi;

import java.util.Map;

/**
 * The Java types that generators make of schemas ({@code AbstractJavaCodegen} of OpenAPI
 * Generator), as source text with full names.
 */
final class SchemaType {
  /** By {@code type} and {@code format}, {@code type} alone if the format is no other. */
  private static final Map<String, String> SIMPLE =
      Map.ofEntries(
          Map.entry("boolean", "Boolean"),
          Map.entry("integer", "Integer"),
          Map.entry("integer int64", "Long"),
          Map.entry("number", "java.math.BigDecimal"),
          Map.entry("number double", "Double"),
          Map.entry("number float", "Float"),
          Map.entry("string", "String"),
          Map.entry("string binary", "org.springframework.core.io.Resource"),
          Map.entry("string byte", "byte[]"),
          Map.entry("string date", "java.time.LocalDate"),
          Map.entry("string date-time", "java.time.OffsetDateTime"),
          Map.entry("string uri", "java.net.URI"),
          Map.entry("string uuid", "java.util.UUID"));

  /** Types within types; circles end here. */
  private static final int DEEPEST = 16;

  private final ModelNames names;
  private final References references;

  SchemaType(ModelNames names, References references) {
    this.names = names;
    this.references = references;
  }

  /**
   * Of a property, an element or a whole body.
   *
   * @param inline the name of the type if the schema is an enumeration of its own
   */
  String of(Node schema, String inline) {
    return of(schema, inline, 0);
  }

  private String of(Node schema, String inline, int depth) {
    if (depth > DEEPEST) {
      return "Object";
    }
    String referred = referred(schema);
    Node at = references.follow(schema);
    if (!referred.isEmpty() && isModel(at)) {
      return names.type(referred);
    }
    if (at.child("allOf").items().size() == 1) {
      return of(at.child("allOf").items().get(0), inline, depth + 1);
    }
    if (at.has("enum")) {
      return referred.isEmpty() ? inline : names.type(referred);
    }
    if (at.text("type").equals("array")) {
      String container = at.isTrue("uniqueItems") ? "java.util.Set" : "java.util.List";
      return container + "<" + of(at.child("items"), inline, depth + 1) + ">";
    }
    if (at.has("additionalProperties")) {
      String value = of(at.child("additionalProperties"), inline, depth + 1);
      return "java.util.Map<String, " + value + ">";
    }
    String type = at.text("type");
    String simple = SIMPLE.get(type);
    return SIMPLE.getOrDefault(type + " " + at.text("format"), simple == null ? "Object" : simple);
  }

  /** Whether a schema becomes a class, an interface or an enumeration of its own. */
  static boolean isModel(Node schema) {
    return schema.has("properties")
        || schema.has("enum")
        || schema.has("oneOf")
        || schema.child("allOf").items().size() > 1;
  }

  /** The last step of a reference; empty if there is none. */
  static String referred(Node schema) {
    String reference = schema.text("$ref");
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
