package io.github.errorhygiene.spring;

import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether an authentication survives the container's way to the error page. Spring Security's own
 * filters save it in the request; a filter of the service that only puts it into the {@code
 * SecurityContextHolder} is not asked again there, since {@code OncePerRequestFilter} leaves that
 * way out ({@code shouldNotFilterErrorDispatch}).
 */
final class Logins {
  private static final Set<String> SAVING =
      Set.of("formLogin", "httpBasic", "oauth2Login", "oauth2ResourceServer");
  private static final String ONCE = "org.springframework.web.filter.OncePerRequestFilter";
  private static final String SAVER =
      "org.springframework.security.web.context.SecurityContextRepository";

  private final Program program;

  Logins(Program program) {
    this.program = program;
  }

  /** Whether whoever has logged in by that chain is unknown on the way to the error page. */
  boolean areForgotten(List<Entry> chain) {
    return chain.stream().noneMatch(entry -> SAVING.contains(entry.call().name()))
        && chain.stream()
            .filter(entry -> entry.call().name().startsWith("addFilter"))
            .flatMap(entry -> added(entry.call()))
            .anyMatch(this::forgets);
  }

  private Stream<TypeSymbol> added(LibraryCall call) {
    Stream<String> made = call.argument(0).instances().stream().map(Instance::type);
    Stream<String> declared = call.argumentTypes().stream().limit(1).map(Type::erasure);
    return Stream.concat(made, declared)
        .distinct()
        .flatMap(name -> Stream.ofNullable(program.type(name)));
  }

  private boolean forgets(TypeSymbol filter) {
    return filter.isSource()
        && program.isSubtype(filter.name(), ONCE) == Certainty.YES
        && program.allMethods(filter).stream()
            .noneMatch(
                method ->
                    method.name().equals("shouldNotFilterErrorDispatch")
                        && method.owner().isSource())
        && filter.fields().stream().noneMatch(field -> isSaver(field.type().erasure()));
  }

  private boolean isSaver(String type) {
    return program.isSubtype(type, SAVER) == Certainty.YES;
  }
}
