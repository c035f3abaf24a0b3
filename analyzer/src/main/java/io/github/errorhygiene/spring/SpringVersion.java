package io.github.errorhygiene.spring;

import io.github.errorhygiene.unit.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The version of the Spring Framework, as far as its behaviour differs. */
public record SpringVersion(int major, int minor) {
  /** What is assumed of a service that tells nothing else. */
  public static final SpringVersion NEWEST = new SpringVersion(6, 2);

  private static final SpringVersion OF_JAVAX = new SpringVersion(5, 3);
  private static final SpringVersion OF_BOOT_4 = new SpringVersion(7, 0);

  /** Types that came with a version, newest first. */
  private static final Map<String, SpringVersion> CAME_WITH = cameWith();

  private static final List<String> MOVED = List.of("servlet.", "validation.", "persistence.");

  private static Map<String, SpringVersion> cameWith() {
    Map<String, SpringVersion> types = new LinkedHashMap<>();
    types.put("org.springframework.web.accept.ApiVersionStrategy", OF_BOOT_4);
    types.put("org.springframework.web.ErrorResponse$Interceptor", new SpringVersion(6, 2));
    types.put(Names.NO_RESOURCE, new SpringVersion(6, 1));
    types.put(Names.PROBLEM_DETAIL, new SpringVersion(6, 0));
    types.put(Names.WEB + "RequestMapping", OF_JAVAX);
    return types;
  }

  /**
   * The version: by the types on the user's class path, else by what the sources import (Spring 6
   * went from {@code javax} to {@code jakarta}).
   *
   * @param given whether the user's class path has the type with that binary name
   */
  public static SpringVersion of(Predicate<String> given, List<Unit> units) {
    for (Map.Entry<String, SpringVersion> type : CAME_WITH.entrySet()) {
      if (given.test(type.getKey())) {
        return type.getValue();
      }
    }
    if (imports(units, "org.springframework.boot.webmvc.") || imports(units, "tools.jackson.")) {
      return OF_BOOT_4;
    }
    boolean jakarta = MOVED.stream().anyMatch(name -> imports(units, "jakarta." + name));
    boolean javax = MOVED.stream().anyMatch(name -> imports(units, "javax." + name));
    return javax && !jakarta ? OF_JAVAX : NEWEST;
  }

  private static boolean imports(List<Unit> units, String prefix) {
    return units.stream()
        .flatMap(unit -> unit.imports().stream())
        .anyMatch(imported -> imported.isBelow(prefix));
  }

  /**
   * The versions of libraries that come with it, by artifact, for what the catalogue knows of them.
   */
  public Map<String, String> libraries() {
    String data = major >= 6 ? (major - 3) + ".5" : "2.7";
    String web = major + "." + minor;
    return Map.of(
        "spring-data-commons", data,
        "spring-data-jpa", data,
        "spring-security-crypto", web,
        "spring-web", web);
  }

  /** First name of the packages of what once was Java EE. */
  String namespace() {
    return major >= 6 ? "jakarta" : "javax";
  }

  boolean isAtLeast(int otherMajor, int otherMinor) {
    return major > otherMajor || (major == otherMajor && minor >= otherMinor);
  }

  /** Spring 6 came with {@code ProblemDetail} and {@code ErrorResponse}, and with jakarta. */
  boolean hasProblemDetail() {
    return major >= 6;
  }
}
