package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Micronaut Security: who may call a route ({@code SecurityFilter}, {@code SecuredAnnotationRule}).
 */
final class Security {
  private static final String PACKAGE = "io.micronaut.security.";
  private static final String SECURED = PACKAGE + "annotation.Secured";
  private static final String SETTINGS = "micronaut.security.";

  private static final List<String> ARTIFACTS =
      List.of(
          "micronaut-security",
          "micronaut-security-jwt",
          "micronaut-security-oauth2",
          "micronaut-security-session");

  /** {@code SecurityRule}'s expressions, and the names of their constants. */
  private static final Set<String> EVERYBODY = Set.of("isAnonymous()", "IS_ANONYMOUS");

  private static final Set<String> KNOWN = Set.of("isAuthenticated()", "IS_AUTHENTICATED");

  private final Program program;
  private final Metadata metadata;
  private final boolean active;
  private final UrlMap urlMap;
  private final boolean otherRules;
  private final boolean rejectsUnknown;

  /** Who may call a route. */
  enum Access {
    ANYBODY,
    /** Who says who he is. */
    KNOWN,
    SOME,
    UNDECIDED
  }

  Security(Project project, Metadata metadata) {
    this.program = project.program();
    this.metadata = metadata;
    this.active = isThere(project) && !says(project, "enabled", "false");
    this.urlMap = new UrlMap(project.properties());
    this.otherRules = !project.sourceSubtypes(PACKAGE + "rules.SecurityRule").isEmpty();
    this.rejectsUnknown =
        active
            && !otherRules
            && !urlMap.opensUnknown()
            && !says(project, "reject-not-found", "false");
  }

  private static boolean isThere(Project project) {
    return project.given().test(PACKAGE + "filters.SecurityFilter")
        || project.imports(PACKAGE)
        || ARTIFACTS.stream().anyMatch(project.builds());
  }

  /** A placeholder decides nothing, but that somebody turns it off somewhere. */
  private static boolean says(Project project, String key, String value) {
    return project.properties().getOrDefault(SETTINGS + key, "").contains(value);
  }

  /** Whether what has no route is refused, as if it were there. */
  boolean rejectsUnknown() {
    return rejectsUnknown;
  }

  /** Whether what has no route for its media types is refused: settings speak of paths alone. */
  boolean rejectsUnrouted(Handler handler) {
    return rejectsUnknown()
        && handler.routes().stream()
            .anyMatch(route -> urlMap.to(route.method(), route.path()) == Access.UNDECIDED);
  }

  /** Who may call it; where no rule speaks of it, nobody. */
  Access to(Handler handler) {
    if (!active) {
      return Access.ANYBODY;
    }
    return Stream.concat(
            metadata.declarations(handler.method()).map(Annotated.class::cast), types(handler))
        .map(Security::says)
        .filter(access -> access != Access.UNDECIDED)
        .findFirst()
        .orElseGet(() -> byUrl(handler));
  }

  /** Annotations come first ({@code SecuredAnnotationRule.ORDER}). */
  private Access byUrl(Handler handler) {
    Handler.Route route = handler.routes().get(0);
    Access mapped = urlMap.to(route.method(), route.path());
    if (mapped != Access.UNDECIDED) {
      return mapped;
    }
    return otherRules ? Access.UNDECIDED : Access.SOME;
  }

  private Stream<Annotated> types(Handler handler) {
    List<Annotated> types = new ArrayList<>();
    for (String name : program.supertypes(handler.type().name())) {
      TypeSymbol type = program.type(name);
      if (type != null) {
        types.add(type);
      }
    }
    return types.stream();
  }

  private static Access says(Annotated element) {
    for (AnnotationSymbol annotation : element.annotations()) {
      Access said = says(annotation);
      if (said != Access.UNDECIDED) {
        return said;
      }
    }
    return Access.UNDECIDED;
  }

  private static Access says(AnnotationSymbol annotation) {
    if (annotation.type().equals(SECURED)) {
      return access(annotation);
    }
    String name = Names.simple(annotation.type());
    boolean standard = annotation.type().endsWith(".annotation.security." + name);
    if (standard && name.equals("PermitAll")) {
      return Access.ANYBODY;
    }
    boolean some = name.equals("RolesAllowed") || name.equals("DenyAll");
    return standard && some ? Access.SOME : Access.UNDECIDED;
  }

  private static Access access(AnnotationSymbol secured) {
    List<String> asked = new ArrayList<>(secured.strings("value"));
    asked.addAll(secured.constants("value"));
    return access(asked);
  }

  /** What a list of roles and expressions comes to. */
  static Access access(List<String> asked) {
    if (asked.stream().anyMatch(EVERYBODY::contains)) {
      return Access.ANYBODY;
    }
    return asked.stream().anyMatch(KNOWN::contains) ? Access.KNOWN : Access.SOME;
  }
}
