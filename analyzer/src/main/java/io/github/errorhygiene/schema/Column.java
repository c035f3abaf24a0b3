package io.github.errorhygiene.schema;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param name as {@link Names#plain} gives it
 * @param type its type's first word in lower case; empty if nobody knows
 * @param length how many characters a text in it may have; 0 if it may have any number, {@link
 *     #UNKNOWN} if nobody knows
 * @param required whether it cannot be null
 * @param filled whether it has a value in a row that is inserted without it
 */
public record Column(String name, String type, int length, boolean required, boolean filled) {
  /** A length that a setting has, such as {@code varchar(${length})}. */
  public static final int UNKNOWN = -1;

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

  /** A text of MySQL's that is limited whatever it says. */
  private static final Map<String, Integer> SHORT_TEXTS = Map.of("tinytext", 255);

  /** Without a length they take one character; others take any number then. */
  private static final Set<String> SINGLE = Set.of("char", "character", "nchar");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** The types of Java of which every value has room. */
  private static final Set<String> WHOLE = Set.of("bigint", "bigserial", "int8", "serial8");

  private static final Set<String> INTEGERS = Set.of("int", "int4", "integer", "serial");

  private static final Set<String> TRUTHS = Set.of("bool", "boolean");

  private static final Set<String> UNIQUE_IDS = Set.of("uuid");

  private static final Set<String> WHOLE_NUMBERS =
      Set.of("int", "java.lang.Integer", "java.lang.Long", "java.lang.Short", "long", "short");

  /** Whether it holds texts. */
  public boolean isText() {
    return TEXTS.contains(type) || LONG_TEXTS.contains(type) || SHORT_TEXTS.containsKey(type);
  }

  /**
   * The length of a type.
   *
   * @param varying whether a word after the type says that any length will do
   * @param written what is in the type's parentheses; empty if it has none
   */
  static int length(String type, boolean varying, String written) {
    if (!isLimited(type)) {
      return SHORT_TEXTS.getOrDefault(type, 0);
    }
    if (NUMBER.matcher(written).matches()) {
      return Integer.parseInt(written);
    }
    if (written.isEmpty()) {
      return SINGLE.contains(type) && !varying ? 1 : 0;
    }
    return written.equalsIgnoreCase("max") ? 0 : UNKNOWN;
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
    return new Column(other, type, length, required, filled);
  }

  Column required(boolean now) {
    return new Column(name, type, length, now, filled);
  }

  Column filled(boolean now) {
    return new Column(name, type, length, required, now);
  }

  Column typed(Column other) {
    return new Column(name, other.type, other.length, required, filled);
  }
}
