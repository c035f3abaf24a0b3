package io.github.errorhygiene.servlet;

import io.github.errorhygiene.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which servlet container runs the service, as far as what it throws differs. */
public final class ContainerVersion {
  private static final String JETTY = "org.eclipse.jetty.";

  /** Jetty 12 has servlets for several versions of Jakarta EE. */
  private static final List<String> OF_JETTY_12 =
      List.of(JETTY + "ee8.", JETTY + "ee9.", JETTY + "ee10.", JETTY + "ee11.");

  private ContainerVersion() {}

  /**
   * The container's artifact and its version: what the sources import tells, else the class path.
   * Empty if neither does, or if they tell of two.
   *
   * @param given whether the user's class path has the type with that binary name
   */
  public static Map<String, String> of(Predicate<String> given, List<Unit> units) {
    boolean jetty = imports(units, JETTY);
    boolean tomcat = imports(units, "org.apache.catalina.");
    if (jetty == tomcat) {
      jetty = given.test(JETTY + "server.Server");
      tomcat = given.test("org.apache.catalina.startup.Tomcat");
    }
    if (jetty == tomcat) {
      return Map.of();
    }
    return jetty ? jetty(given, units) : tomcat(given);
  }

  private static Map<String, String> jetty(Predicate<String> given, List<Unit> units) {
    boolean twelve =
        given.test(JETTY + "server.Handler$Abstract")
            || OF_JETTY_12.stream().anyMatch(name -> imports(units, name));
    return Map.of("jetty-server", twelve ? "12" : "11");
  }

  private static Map<String, String> tomcat(Predicate<String> given) {
    boolean eleven = given.test("org.apache.tomcat.util.http.InvalidParameterException");
    return Map.of("tomcat-embed-core", eleven ? "11" : "10.1");
  }

  private static boolean imports(List<Unit> units, String prefix) {
    return units.stream()
        .flatMap(unit -> unit.imports().stream())
        .anyMatch(imported -> imported.isBelow(prefix));
  }
}
