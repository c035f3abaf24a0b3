package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.library.EntityKeys;
import io.github.errorhygiene.library.Holders;
import io.github.errorhygiene.library.Lookup;
import io.github.errorhygiene.library.Ranges;
import io.github.errorhygiene.library.RowKinds;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** What rows say that a call may throw, and that cannot happen for what is known of this one. */
final class Harmless {
  /** With which a file that is there already is replaced. */
  private static final Set<String> REPLACING = Set.of("ATOMIC_MOVE", "REPLACE_EXISTING");

  private static final Set<String> TREES =
      Set.of(
          "com.fasterxml.jackson.databind.JsonNode",
          "java.lang.Object",
          "tools.jackson.databind.JsonNode");

  /** They ask for the scheme and the host alone, with which the text of a URI begins. */
  private static final Set<String> ADDRESSED =
      Set.of("java.net.http.HttpRequest.newBuilder", "java.net.http.HttpRequest$Builder.uri");

  private static final Set<String> ENDS = Set.of("getFirst", "getLast");

  private static final Set<String> NUMBERS =
      Set.of("int", "java.lang.Integer", "java.lang.Long", "long");

  private final Engine engine;
  private final RowKinds kinds;

  Harmless(Engine engine, RowKinds kinds) {
    this.engine = engine;
    this.kinds = kinds;
  }

  /**
   * Whether the call does not throw what the row says. That a text has its form does not mean that
   * it fits where it is stored, or that nobody else has it.
   *
   * @param on what decides whether it is thrown
   */
  boolean isIt(LibraryCall call, MethodRow row, Dependence on) {
    return !on.varies()
        || (on.has(Trait.CHECKED) && !(RowKinds.isTaken(row) && on.most() > 0))
        || excluded(call, row)
        || inRange(call, row)
        || mayReplace(call, row)
        || isTree(call)
        || isNumberSet(call, row, on)
        || (on.has(Trait.ADDRESS) && Parses.readsAddress(row))
        || Parses.resolvesPeer(call, row)
        || Parses.isOfText(call)
        || Ranges.isPageOfSome(call)
        || (RowKinds.isThere(row) && isKeyOwn(call))
        || (RowKinds.isOutOf(row) && isUnwrapped(call))
        || (RowKinds.isTaken(row) && call.argument(0).data().has(Trait.VOUCHED))
        || (on.has(Trait.BEGUN) && ADDRESSED.contains(call.owner() + "." + call.name()))
        || Queries.settleConflicts(call)
        || (kinds.isUnset(row) && Lookup.isFound(call))
        || (kinds.isMissing(row)
            && (Lookup.isFound(call) || isStored(row, on) || isThere(row, on)));
  }

  /** What can be written as JSON at all can be made a tree of, and an object of members a map. */
  private boolean isTree(LibraryCall call) {
    List<String> classes = call.argument(1).classes();
    return call.name().equals("convertValue")
        && ((!classes.isEmpty() && TREES.containsAll(classes)) || isMapOfMembers(call));
  }

  private boolean isMapOfMembers(LibraryCall call) {
    if (call.argumentTypes().isEmpty() || !isMapOfAnything(call)) {
      return false;
    }
    TypeSymbol converted = engine.program().type(call.argumentTypes().get(0).erasure());
    return converted != null
        && converted.isSource()
        && (converted.kind() == TypeDecl.Kind.CLASS || converted.kind() == TypeDecl.Kind.RECORD);
  }

  private static boolean isMapOfAnything(LibraryCall call) {
    List<Type> held = call.returnType().arguments();
    return call.argument(1).classes().contains("java.util.Map")
        || (call.returnType().erasure().equals("java.util.Map")
            && (held.isEmpty() || TREES.contains(held.get(held.size() - 1).erasure())));
  }

  /** A number that the settings hold: that it is one was found out when the application started. */
  private static boolean isNumberSet(LibraryCall call, MethodRow row, Dependence on) {
    List<String> given =
        IntStream.range(0, call.argumentTypes().size())
            .filter(row.depends()::argument)
            .mapToObj(i -> call.argumentTypes().get(i).erasure())
            .toList();
    return !given.isEmpty()
        && NUMBERS.containsAll(given)
        && !row.depends().receiver()
        && on.isOnly(Cause.CONFIGURATION);
  }

  /** {@code Files.copy} with options of {@code StandardCopyOption}. */
  private static boolean mayReplace(LibraryCall call, MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.contains("java.nio.file.FileAlreadyExistsException")
        && call.arguments().stream()
            .flatMap(argument -> argument.enumConstants().stream())
            .anyMatch(option -> REPLACING.contains(option.name()));
  }

  private boolean isKeyOwn(LibraryCall call) {
    List<Type> types = call.argumentTypes();
    return EntityKeys.areOwn(engine.program(), call.argument(0))
        || EntityKeys.areGenerated(engine.program(), call.argument(0))
        || (!types.isEmpty() && EntityKeys.areGenerated(engine.program(), types.get(0).erasure()));
  }

  /** {@code get()} of a holder that is known to hold something. */
  private static boolean isUnwrapped(LibraryCall call) {
    return call.name().equals("get")
        && call.arguments().isEmpty()
        && Optionals.isThere(call.receiver());
  }

  /** A file or entity is asked for that was there, or was written, before. */
  private static boolean isThere(MethodRow row, Dependence on) {
    return on.has(Trait.VOUCHED)
        && Objects.requireNonNull(row.thrown()).stream()
            .allMatch(type -> RowKinds.FILES.contains(type) || type.contains(".persistence."));
  }

  /** A store is asked for what something stored names. */
  private static boolean isStored(MethodRow row, Dependence on) {
    List<String> thrown = row.thrown();
    boolean ofJdk = thrown != null && thrown.stream().anyMatch(type -> type.startsWith("java."));
    return !ofJdk && on.first() == Cause.STATE;
  }

  /** The first character or element of what has at least one, or the text after a known prefix. */
  private static boolean inRange(LibraryCall call, MethodRow row) {
    boolean afterPrefix =
        call.name().equals("substring") && call.argument(0).data().has(Trait.CHECKED);
    return afterPrefix || isAfterFirst(call) || isOneOf(call, row) || isEnd(call, row);
  }

  /** What follows the first character of a text that has one. */
  private static boolean isAfterFirst(LibraryCall call) {
    return call.name().equals("substring")
        && call.arguments().size() == 1
        && Integer.valueOf(1).equals(call.argument(0).constant())
        && call.receiver().data().has(Trait.NOT_EMPTY);
  }

  /** {@code getFirst()} or {@code getLast()} of what has at least one. */
  private static boolean isEnd(LibraryCall call, MethodRow row) {
    return RowKinds.isOutOf(row)
        && ENDS.contains(call.name())
        && call.arguments().isEmpty()
        && call.receiver().data().has(Trait.NOT_EMPTY);
  }

  private static boolean isOneOf(LibraryCall call, MethodRow row) {
    boolean first =
        call.receiver().data().has(Trait.NOT_EMPTY)
            && Integer.valueOf(0).equals(call.argument(0).constant());
    return (first || Ranges.isCounted(call.argument(0)))
        && call.arguments().size() == 1
        && RowKinds.isOutOfRange(row);
  }

  /** A test made sure that what is asked for is there. */
  private boolean excluded(LibraryCall call, MethodRow row) {
    return row.depends().receiver()
        && call.receiver().absence().isNone()
        && Holders.isHolder(call.owner());
  }
}
