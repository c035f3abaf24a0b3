package io.github.errorhygiene.spring;

import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code authorizeHttpRequests} demands of requests, rule by rule: the first that matches
 * counts (RequestMatcherDelegatingAuthorizationManager).
 */
final class SecurityRules {
  private static final Set<String> MATCHERS =
      Set.of(
          "antMatchers",
          "anyExchange",
          "anyRequest",
          "matchers",
          "mvcMatchers",
          "pathMatchers",
          "regexMatchers",
          "requestMatchers");
  private static final Set<String> LOGGED_IN =
      Set.of("authenticated", "fullyAuthenticated", "rememberMe");

  private final List<Rule> rules = new ArrayList<>();
  private boolean errorsPass;

  /**
   * One of them.
   *
   * @param patterns of paths; empty for all
   * @param methods HTTP methods; empty for all
   * @param known whether the patterns are all there are
   * @param demand {@code permitAll}, {@code hasRole}, …
   */
  private record Rule(List<String> patterns, List<String> methods, boolean known, String demand) {}

  /** The rules that calls set up, in their order. */
  SecurityRules(List<Entry> calls) {
    LibraryCall matcher = null;
    for (Entry entry : calls) {
      LibraryCall call = entry.call();
      if (isIgnored(call)) {
        add(call, "permitAll");
      } else if (MATCHERS.contains(call.name()) || call.name().equals("dispatcherTypeMatchers")) {
        matcher = call;
      } else if (call.name().equals("shouldFilterAllDispatcherTypes")) {
        errorsPass |= Boolean.FALSE.equals(call.argument(0).constant());
      } else if (matcher != null && isDemand(call)) {
        add(matcher, call.name());
        matcher = null;
      }
    }
  }

  /** {@code web.ignoring().requestMatchers("/error")}. */
  static boolean isIgnored(LibraryCall call) {
    return MATCHERS.contains(call.name()) && call.owner().endsWith("$IgnoredRequestConfigurer");
  }

  private static boolean isDemand(LibraryCall call) {
    return call.owner().endsWith("$AuthorizedUrl") || call.owner().endsWith("$Access");
  }

  private void add(LibraryCall matcher, String demand) {
    if (matcher.name().equals("dispatcherTypeMatchers")) {
      errorsPass |=
          demand.equals("permitAll")
              && matcher.arguments().stream()
                  .flatMap(argument -> argument.enumConstants().stream())
                  .anyMatch(constant -> constant.name().equals("ERROR"));
      return;
    }
    List<String> patterns = new ArrayList<>();
    List<String> methods = new ArrayList<>();
    boolean known = !matcher.name().equals("regexMatchers");
    for (Value argument : matcher.arguments()) {
      patterns.addAll(argument.strings());
      argument.enumConstants().forEach(constant -> methods.add(constant.name()));
      boolean method =
          argument.strings().isEmpty() && isMethod(matcher, matcher.arguments().indexOf(argument));
      known &= method || (!argument.strings().isEmpty() && !argument.open());
    }
    rules.add(new Rule(patterns, methods, known, demand));
  }

  private static boolean isMethod(LibraryCall call, int index) {
    return index < call.argumentTypes().size()
        && call.argumentTypes().get(index).erasure().equals("org.springframework.http.HttpMethod");
  }

  /** Whether any request must be authenticated. */
  boolean guards() {
    return rules.stream().anyMatch(rule -> !rule.demand().equals("permitAll"));
  }

  /** Whether some requests must have more than an authentication. */
  boolean demandsMore() {
    return rules.stream()
        .anyMatch(
            rule ->
                !rule.demand().equals("permitAll")
                    && !rule.demand().equals("anonymous")
                    && !LOGGED_IN.contains(rule.demand()));
  }

  /** Whether whoever is not authenticated may ask for it. */
  Certainty permits(Handler.Route route) {
    for (Rule rule : rules) {
      boolean method =
          rule.methods().isEmpty()
              || route.method().equals("ANY")
              || rule.methods().contains(route.method());
      boolean everything = rule.patterns().isEmpty() && rule.known();
      boolean covers =
          method
              && (everything
                  || rule.patterns().stream()
                      .anyMatch(pattern -> PathPattern.covers(pattern, route.path())));
      if (covers) {
        return Certainty.of(rule.demand().equals("permitAll"));
      }
      if (method && !rule.known()) {
        return Certainty.UNKNOWN;
      }
    }
    return rules.isEmpty() ? Certainty.UNKNOWN : Certainty.NO;
  }

  /** Whether the error page may be seen by whoever is not authenticated. */
  Certainty permitsErrors() {
    return errorsPass
        ? Certainty.YES
        : Stream.of(new Handler.Route("GET", "/error"))
            .map(this::permits)
            .findFirst()
            .orElseThrow();
  }
}
