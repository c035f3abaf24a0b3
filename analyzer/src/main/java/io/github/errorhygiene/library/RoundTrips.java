package io.github.errorhygiene.library;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are read as what they were written from: {@code gson.fromJson(gson.toJson(order),
 * Order.class)}, {@code LocalDate.parse(date.toString())}.
 */
public final class RoundTrips {
  private static final String WRITTEN = "written from ";
  private static final String TEXT = "text of ";

  private static final Set<String> PRINTING = Set.of("toString", "valueOf");

  /** Calls that read an object of a class, or a tree, of a text that is their first argument. */
  private static final Set<String> READING =
      Set.of("fromJson", "parseObject", "readValue", "readTree");

  /** What any JSON can be read as. */
  private static final Set<String> ANYTHING =
      Set.of(
          "com.fasterxml.jackson.databind.JsonNode",
          "com.google.gson.JsonElement",
          "java.lang.Object",
          "tools.jackson.databind.JsonNode");

  /** What an object with members can be read as. */
  private static final Set<String> MEMBERS =
      Set.of(
          "com.fasterxml.jackson.databind.node.ObjectNode",
          "com.google.gson.JsonObject",
          "java.util.Map",
          "tools.jackson.databind.node.ObjectNode");

  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "double", "java.lang.Double",
          "float", "java.lang.Float",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "short", "java.lang.Short");

  /** Each can be read as itself, and as those after it. */
  private static final List<String> WIDENING =
      List.of(
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.math.BigInteger",
          "java.math.BigDecimal");

  /** Others whose text they read themselves; beside those of {@code java.time}. */
  private static final Set<String> READABLE =
      Set.of("java.lang.Boolean", "java.lang.Double", "java.lang.Float", "java.util.UUID");

  private RoundTrips() {}

  /**
   * The result of a call, with what it is known to have been written from.
   *
   * @param json whether the call writes JSON
   */
  public static Value noted(LibraryCall call, boolean json, Value result) {
    boolean ofNothing = call.arguments().stream().anyMatch(Value::mayBeAbsent);
    if (ofNothing || !result.data().varies()) {
      return result;
    }
    @Nullable String promise = json ? written(call) : printed(call);
    return promise == null ? result : result.withData(result.data().foundBy(Set.of(promise)));
  }

  private static @Nullable String written(LibraryCall call) {
    if (call.argumentTypes().isEmpty()) {
      return WRITTEN + call.owner();
    }
    Type type = call.argumentTypes().get(0);
    return type instanceof Type.Declared ? WRITTEN + name(type) : null;
  }

  private static @Nullable String printed(LibraryCall call) {
    if (!PRINTING.contains(call.name())
        || !call.returnType().erasure().equals("java.lang.String")
        || call.arguments().size() > 1) {
      return null;
    }
    String type =
        call.arguments().isEmpty() ? call.owner() : boxed(call.argumentTypes().get(0).erasure());
    return isReadable(type) ? TEXT + type : null;
  }

  private static boolean isReadable(String type) {
    return WIDENING.contains(type) || READABLE.contains(type) || type.startsWith("java.time.");
  }

  /** Whether a call reads its first argument as what that was written from. */
  public static boolean isOne(LibraryCall call, Program program) {
    Dependence read = call.argument(0).data();
    if (read.found().isEmpty()) {
      return false;
    }
    return READING.contains(call.name())
        ? readsWritten(call, read, program)
        : call.arguments().size() == 1 && readsPrinted(call, read);
  }

  private static boolean readsWritten(LibraryCall call, Dependence read, Program program) {
    List<String> named = call.argument(1).classes();
    boolean declared = named.isEmpty() && call.returnType() instanceof Type.Declared;
    List<String> wanted = declared ? List.of(name(call.returnType())) : named;
    return !wanted.isEmpty()
        && read.found().stream()
            .filter(promise -> promise.startsWith(WRITTEN))
            .map(promise -> promise.substring(WRITTEN.length()))
            .anyMatch(type -> wanted.stream().allMatch(each -> fits(type, each, program)));
  }

  private static boolean fits(String written, String read, Program program) {
    return written.equals(read)
        || ANYTHING.contains(read)
        || (MEMBERS.contains(erased(read)) && hasMembers(written, program));
  }

  private static boolean hasMembers(String written, Program program) {
    @Nullable TypeSymbol type = program.type(written);
    boolean object =
        type != null
            && type.isSource()
            && (type.kind() == TypeDecl.Kind.CLASS || type.kind() == TypeDecl.Kind.RECORD);
    return object || MEMBERS.contains(erased(written));
  }

  private static String erased(String type) {
    int arguments = type.indexOf('<');
    return arguments < 0 ? type : type.substring(0, arguments);
  }

  private static boolean readsPrinted(LibraryCall call, Dependence read) {
    boolean makes = call.isConstructor() || (call.method() != null && call.method().isStatic());
    String reader = call.owner();
    boolean own = makes && boxed(call.returnType().erasure()).equals(reader);
    return own
        && (read.found().contains(TEXT + reader)
            || WIDENING.stream()
                .limit(Math.max(0, WIDENING.indexOf(reader)))
                .anyMatch(type -> read.found().contains(TEXT + type)));
  }

  private static String boxed(String type) {
    return BOXES.getOrDefault(type, type);
  }

  /** With its arguments: a list of one thing is none of another. */
  private static String name(Type type) {
    return type.arguments().isEmpty()
        ? type.erasure()
        : type.erasure()
            + type.arguments().stream()
                .map(RoundTrips::name)
                .collect(Collectors.joining(", ", "<", ">"));
  }
}
