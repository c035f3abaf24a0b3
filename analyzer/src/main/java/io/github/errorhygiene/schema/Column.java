package io.github.errorhygiene.schema;

import java.util.Set;

/**
 * A column of a table.
 *
 * @param name as {@link Names#plain} gives it
 * @param type its type's first word in lower case; empty if nobody knows
 * @param length how many characters a text in it may have; 0 if it may have any number
 * @param required whether it cannot be null
 */
public record Column(String name, String type, int length, boolean required) {
  private static final Set<String> TEXTS =
      Set.of(
          "bpchar",
          "char",
          "character",
          "nchar",
          "nvarchar",
          "nvarchar2",
          "varchar",
          "varchar2",
          "varchar_casesensitive",
          "varchar_ignorecase");

  /** Texts of any length, as far as requests go. */
  private static final Set<String> LONG_TEXTS =
      Set.of("citext", "clob", "longtext", "mediumtext", "nclob", "ntext", "text");

  /** The types of Java of which every value has room. */
  private static final Set<String> WHOLE = Set.of("bigint", "bigserial", "int8", "serial8");

  private static final Set<String> INTEGERS = Set.of("int", "int4", "integer", "serial");

  private static final Set<String> TRUTHS = Set.of("bool", "boolean");

  private static final Set<String> UNIQUE_IDS = Set.of("uuid");

  private static final Set<String> WHOLE_NUMBERS =
      Set.of("int", "java.lang.Integer", "java.lang.Long", "java.lang.Short", "long", "short");

  /** Whether it holds texts. */
  public boolean isText() {
    return TEXTS.contains(type) || LONG_TEXTS.contains(type);
  }

  static boolean isLimited(String type) {
    return TEXTS.contains(type);
  }

  /** Whether every value of a type of Java has room in it; texts are taken if it has no length. */
  public boolean holds(String javaType) {
    return switch (javaType) {
      case "java.lang.String" -> isText() && length == 0;
      case "boolean", "java.lang.Boolean" -> TRUTHS.contains(type);
      case "java.util.UUID" -> UNIQUE_IDS.contains(type);
      case "java.lang.Long", "long" -> WHOLE.contains(type);
      default ->
          WHOLE_NUMBERS.contains(javaType) && (WHOLE.contains(type) || INTEGERS.contains(type));
    };
  }

  Column named(String other) {
    return new Column(other, type, length, required);
  }

  Column required(boolean now) {
    return new Column(name, type, length, now);
  }

  Column typed(Column other) {
    return new Column(name, other.type, other.length, required);
  }
}
