package io.github.errorhygiene.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Jackson names the members of JSON objects after properties ({@code
 * PropertyNamingStrategies}).
 */
enum PropertyNaming implements UnaryOperator<String> {
  LOWER_CAMEL_CASE(name -> name),
  UPPER_CAMEL_CASE(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)),
  SNAKE_CASE(name -> separated(name, "_")),
  UPPER_SNAKE_CASE(name -> separated(name, "_").toUpperCase(Locale.ROOT)),
  LOWER_CASE(name -> name.toLowerCase(Locale.ROOT)),
  KEBAB_CASE(name -> separated(name, "-")),
  LOWER_DOT_CASE(name -> separated(name, "."));

  /**
   * The settings that name one for all objects: Spring Boot's ({@code JacksonProperties}),
   * Quarkus's ({@code JacksonBuildTimeConfig}), Micronaut's ({@code JacksonConfiguration}).
   */
  private static final List<String> SETTINGS =
      List.of(
          "spring.jackson.property-naming-strategy",
          "quarkus.jackson.property-naming-strategy",
          "jackson.property-naming-strategy");

  @SuppressWarnings("ImmutableEnumChecker") // Functions of the text alone.
  private final UnaryOperator<String> name;

  PropertyNaming(UnaryOperator<String> name) {
    this.name = name;
  }

  @Override
  public String apply(String property) {
    return property.isEmpty() ? property : name.apply(property);
  }

  /** The one that the application's properties ask for. */
  static PropertyNaming of(Map<String, String> properties) {
    return SETTINGS.stream()
        .map(properties::get)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(PropertyNaming::named)
        .orElse(LOWER_CAMEL_CASE);
  }

  /** The one with that name, or that a class with that name is. */
  static PropertyNaming named(String name) {
    String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    String words = letters(simple).replaceFirst("strategy$", "");
    for (PropertyNaming naming : values()) {
      if (letters(naming.name()).equals(words)) {
        return naming;
      }
    }
    return LOWER_CAMEL_CASE;
  }

  private static String letters(String name) {
    return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  /** {@code NamingBase.translateLowerCaseWithSeparator}: a row of capitals is one word. */
  private static String separated(String name, String separator) {
    return Stream.of(name.split("(?<=[^A-Z_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(separator));
  }
}
