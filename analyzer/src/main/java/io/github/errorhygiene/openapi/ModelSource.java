package io.github.errorhygiene.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Source text of the classes that OpenAPI Generator makes of schemas (template {@code
 * JavaSpring/pojo.mustache}), as far as it matters to who calls them.
 */
final class ModelSource {
  private final ModelNames names;
  private final References references;
  private final SchemaType types;

  /** The package of Bean Validation. */
  private final String validation;

  ModelSource(ModelNames names, References references, boolean javax) {
    this.names = names;
    this.references = references;
    this.types = new SchemaType(names, references);
    this.validation = (javax ? "javax" : "jakarta") + ".validation.";
  }

  /**
   * The declaration of a type.
   *
   * @param schema one of which {@link SchemaType#isModel} is true
   */
  String of(String schemaName, Node schema) {
    String name = names.type(schemaName);
    if (schema.has("enum")) {
      return enumeration("public enum " + name, name, schema);
    }
    if (schema.has("oneOf") && !schema.has("properties")) {
      return "public interface " + name + " {}";
    }
    Map<String, Node> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    String parent = new Parts(properties, required).add(schema);
    StringBuilder body = new StringBuilder("public " + name + "() {}");
    properties.forEach((property, node) -> body.append(property(name, property, node, required)));
    if (schema.has("additionalProperties")) {
      body.append(additional(name, schema.child("additionalProperties")));
    }
    return "public class " + name + parent + " {" + body + "}";
  }

  /** The properties of a schema and of all its parts. */
  private final class Parts {
    private final Map<String, Node> properties;
    private final List<String> required;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Parts(Map<String, Node> properties, List<String> required) {
      this.properties = properties;
      this.required = required;
    }

    /** Gives what it extends: the one part that others are told from by a discriminator. */
    String add(Node schema) {
      String parent = "";
      if (schema.value() == null || !seen.add(schema.value())) {
        return parent;
      }
      for (Node part : schema.child("allOf").items()) {
        Node at = references.follow(part);
        boolean parental = at.has("discriminator") && !SchemaType.referred(part).isEmpty();
        String extended = parental ? " extends " + names.type(SchemaType.referred(part)) : add(at);
        parent = extended.isEmpty() ? parent : extended;
      }
      properties.putAll(schema.child("properties").children());
      schema.child("required").items().forEach(name -> required.add(name.text()));
      return parent;
    }
  }

  private String property(String owner, String name, Node schema, List<String> required) {
    String property = ModelNames.property(name);
    String accessor = ModelNames.camelized(name);
    String inline = accessor + "Enum";
    String type = types.of(schema, inline);
    Node at = references.follow(schema);
    Node element = at.has("items") ? references.follow(at.child("items")) : at;
    String nested =
        element.has("enum") && type.contains(inline)
            ? enumeration("public enum " + inline, inline, element)
            : "";
    return nested
        + "private %s %s%s;".formatted(type, property, initial(type, at.child("default")))
        + constraints(at, required.contains(name))
        + "public %s get%s() { return %s; }".formatted(type, accessor, property)
        + "public void set%s(%s %s) { this.%3$s = %3$s; }".formatted(accessor, type, property)
        + "public %s %s(%s %2$s) { this.%2$s = %2$s; return this; }"
            .formatted(owner, property, type)
        + adder(owner, accessor, type);
  }

  private static String initial(String type, Node given) {
    if (type.startsWith("java.util.List<")) {
      return " = new java.util.ArrayList<>()";
    }
    return switch (given.text().isEmpty() ? "" : type) {
      case "Boolean", "Integer" -> " = " + given.text();
      case "Long" -> " = " + given.text() + "L";
      case "String" -> " = " + quoted(given.text());
      default -> "";
    };
  }

  private String constraints(Node schema, boolean required) {
    List<String> constraints = new ArrayList<>();
    if (required) {
      constraints.add("constraints.NotNull");
    }
    if ((SchemaType.isModel(schema) && !schema.has("enum")) || schema.has("items")) {
      constraints.add("Valid");
    }
    Constraints.of(schema).forEach(constraint -> constraints.add("constraints." + constraint));
    return constraints.stream()
        .map(constraint -> "@" + validation + constraint + " ")
        .collect(Collectors.joining());
  }

  private static String adder(String owner, String accessor, String type) {
    int element = type.indexOf('<');
    if (!type.startsWith("java.util.List<") && !type.startsWith("java.util.Set<")) {
      return "";
    }
    return "public %s add%sItem(%s item) { return this; }"
        .formatted(owner, accessor, type.substring(element + 1, type.length() - 1));
  }

  private String additional(String owner, Node value) {
    String type = value.has("type") || value.has("$ref") ? types.of(value, "Object") : "Object";
    return """
        public %1$s putAdditionalProperty(String key, %2$s value) { return this; } \
        public java.util.Map<String, %2$s> getAdditionalProperties() { return java.util.Map.of(); } \
        public %2$s getAdditionalProperty(String key) { return null; }"""
        .formatted(owner, type);
  }

  /** Template {@code enumClass.mustache}. */
  private static String enumeration(String start, String name, Node schema) {
    String constants =
        schema.child("enum").items().stream()
            .map(value -> constant(value.text()) + "(" + quoted(value.text()) + ")")
            .collect(Collectors.joining(", "));
    return """
        %1$s { %2$s; private final String value; %3$s(String value) { this.value = value; } \
        public String getValue() { return value; } \
        public static %3$s fromValue(String value) { \
        for (%3$s each : %3$s.values()) { if (each.value.equals(value)) { return each; } } \
        throw new IllegalArgumentException("Unexpected value '" + value + "'"); } }"""
        .formatted(start, constants, name);
  }

  private static String constant(String value) {
    String constant =
        value
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .toUpperCase(Locale.ROOT);
    return constant.isEmpty()
        ? "EMPTY"
        : Character.isDigit(constant.charAt(0)) ? "_" + constant : constant;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
