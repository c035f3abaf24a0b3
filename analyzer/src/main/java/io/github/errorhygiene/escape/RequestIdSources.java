package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.IdSource;
import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls that give the id of a request. */
final class RequestIdSources {
  /** Methods of requests that give a header or an attribute by its name. */
  private static final Set<String> BY_NAME =
      Set.of("attribute", "getAttribute", "getHeader", "getHeaderString", "header");

  /** The same of what holds all headers. */
  private static final Set<String> OF_HEADERS = Set.of("first", "get", "getFirst", "value");

  private static final Pattern GIVES = Pattern.compile("(get|current)(?=[A-Z])");

  private RequestIdSources() {}

  /** What a library's call gives, if it is one. */
  static Dependence told(LibraryCall call, Rows.Facts facts, RequestIds ids, Dependence data) {
    Dependence told = data;
    if (facts.id() != null || isNamed(call, ids) || isHeld(call.method(), ids)) {
      told = told.and(Dependence.of(Trait.REQUEST_ID));
    }
    return facts.id() == IdSource.GENERATED ? told.and(Dependence.of(Trait.GENERATED)) : told;
  }

  /** What a method of the project gives, if it is one. */
  static Value told(MethodSymbol method, Value result, RequestIds ids) {
    boolean one = !result.isNothing() && !result.isNull() && isHeld(method, ids);
    return one ? result.withData(result.data().and(Dependence.of(Trait.REQUEST_ID))) : result;
  }

  /** The header or attribute of the request that has the name of one. */
  private static boolean isNamed(LibraryCall call, RequestIds ids) {
    boolean headers = OF_HEADERS.contains(call.name()) && call.owner().contains("Header");
    return (BY_NAME.contains(call.name()) || headers)
        && !call.returnType().erasure().equals("void")
        && call.argument(0).strings().stream().anyMatch(ids::isKey);
  }

  /** {@code RequestContext.getTraceId()}: what is given to whoever asks is that of the request. */
  private static boolean isHeld(@Nullable MethodSymbol method, RequestIds ids) {
    return method != null
        && method.isStatic()
        && method.parameterTypes().isEmpty()
        && ids.isKey(GIVES.matcher(method.name()).replaceFirst(""));
  }
}
