package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.ExceptionRow;
import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.program.Type;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls that make something of text. An object that is made of what the client sent – {@code
 * mapper.readValue(body, Order.class)} – is like a body that the framework reads: what the client
 * leaves out is null in it.
 */
final class Parses {
  private static final Set<String> HOLDERS =
      Set.of("java.util.Collection", "java.util.List", "java.util.Map", "java.util.Set");

  /** Methods of {@code Math} that keep a number in bounds. */
  private static final Set<String> LIMITING = Set.of("abs", "clamp", "floorMod", "max", "min");

  /** Methods of dates, whose year and month others may have as well. */
  private static final Set<String> OF_DATES =
      Set.of("getMonthValue", "getYear", "lengthOfMonth", "lengthOfYear");

  /** Of the servlet API, of Javalin and of Vert.x. */
  private static final Set<String> ADDRESSES =
      Set.of("absoluteURI", "fullUrl", "getRequestURI", "getRequestURL");

  /** Of the servlet API, and of Javalin and Spark: numbers, which nobody has to look up. */
  private static final Set<String> PEERS = Set.of("getRemoteAddr", "ip");

  private static final Set<String> UNREADABLE =
      Set.of("java.net.MalformedURLException", "java.net.URISyntaxException");

  /** Field of what converts a text: the type that is wanted, as long as nothing else is. */
  private static final String WANTED = "#wanted";

  private final Engine engine;

  Parses(Engine engine) {
    this.engine = engine;
  }

  /**
   * What the result depends on: parts of it may have been left out, and that the text could be read
   * says nothing of what is in them.
   */
  Dependence ofResult(LibraryCall call, Rows.Facts facts, Dependence data) {
    boolean object =
        data.isOnly(Cause.REQUEST)
            && isObject(call.returnType())
            && facts.throwing().stream().anyMatch(this::isParse);
    return object ? data.without(Trait.CHECKED).with(Trait.INPUT) : data;
  }

  /** A number within limits, a part of a date, or what a pattern takes out of a text. */
  static boolean isInForm(LibraryCall call) {
    return (LIMITING.contains(call.name()) && call.owner().equals("java.lang.Math"))
        || (OF_DATES.contains(call.name()) && call.owner().startsWith("java.time."))
        || (call.name().equals("group") && call.owner().startsWith("java.util.regex.Match"));
  }

  /** The whole address of a request, its path, or who sent it: a container has read it before. */
  static boolean isAddress(LibraryCall call) {
    return (ADDRESSES.contains(call.name()) || PEERS.contains(call.name()))
        && call.receiver().data().on(Cause.REQUEST);
  }

  /** The address of whoever sent the request is asked for as a host. */
  static boolean resolvesPeer(LibraryCall call, MethodRow row) {
    return List.of("java.net.UnknownHostException").equals(row.thrown())
        && call.argument(0).data().has(Trait.ADDRESS);
  }

  /** An address of the service's own, which the request says how to go on from. */
  static boolean isBegun(LibraryCall call) {
    Dependence base = call.receiver().data();
    return call.name().equals("resolve")
        && call.owner().equals("java.net.URI")
        && !base.on(Cause.REQUEST)
        && !base.on(Cause.UNKNOWN);
  }

  /** A method that reads an address, and nothing else. */
  static boolean readsAddress(MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null && !thrown.isEmpty() && UNREADABLE.containsAll(thrown);
  }

  private static boolean isObject(Type type) {
    String name = type.erasure();
    return type instanceof Type.Declared && (!name.startsWith("java.") || HOLDERS.contains(name));
  }

  /** A text is wanted as the text that it is, or a given one if there is none. */
  static boolean isOfText(LibraryCall call) {
    return call.name().equals("getOrDefault")
        && call.receiver().field(WANTED).classes().equals(List.of("java.lang.String"));
  }

  /** Whether all that the row says it throws is for malformed text. */
  boolean isParse(MethodRow row) {
    return throwsOnly(row, Set.of(FailureMode.MALFORMED_INPUT));
  }

  /** The same, also of a text that says who somebody is, such as a token. */
  boolean isReading(MethodRow row) {
    return throwsOnly(row, Set.of(FailureMode.MALFORMED_INPUT, FailureMode.UNAUTHENTICATED));
  }

  private boolean throwsOnly(MethodRow row, Set<FailureMode> modes) {
    List<String> thrown = row.thrown();
    return thrown != null
        && !thrown.isEmpty()
        && thrown.stream().allMatch(type -> modes.contains(mode(row, type)));
  }

  private @Nullable FailureMode mode(MethodRow row, String thrown) {
    FailureMode known =
        engine
            .catalogue()
            .exception(thrown)
            .map((ExceptionRow of) -> of.mode(Cause.REQUEST))
            .orElse(FailureMode.UNKNOWN);
    return row.mode() == null ? known : row.mode();
  }
}
