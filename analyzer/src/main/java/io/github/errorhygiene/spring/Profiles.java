package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which beans are not there in the running application, as far as {@code @Profile} and the property
 * {@code spring.profiles.active} tell.
 */
public final class Profiles implements Predicate<TypeSymbol> {
  private static final String PROFILE = "org.springframework.context.annotation.Profile";

  private final Set<String> active;

  /**
   * Reads the property.
   *
   * @param properties of the application; without active profiles no bean is ruled out
   */
  public Profiles(Map<String, String> properties) {
    String value = properties.getOrDefault("spring.profiles.active", "");
    boolean decidedElsewhere = value.contains("${") || value.contains("@");
    this.active =
        decidedElsewhere
            ? Set.of()
            : Arrays.stream(value.split(",", -1))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the bean is ruled out. */
  @Override
  public boolean test(TypeSymbol type) {
    AnnotationSymbol profile = active.isEmpty() ? null : type.annotation(PROFILE);
    List<String> expressions = profile == null ? List.of() : profile.strings("value");
    return !expressions.isEmpty() && expressions.stream().noneMatch(this::mayHold);
  }

  /** Expressions with operators other than a leading {@code !} are taken to hold. */
  private boolean mayHold(String expression) {
    if (expression.matches(".*[&|()].*")) {
      return true;
    }
    return expression.startsWith("!")
        ? !active.contains(expression.substring(1).trim())
        : active.contains(expression.trim());
  }
}
