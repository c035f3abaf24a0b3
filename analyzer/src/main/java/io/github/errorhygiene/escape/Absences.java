package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Absence;
import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Elements;
import io.github.errorhygiene.library.Holders;
import io.github.errorhygiene.library.Lookup;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether calls of library methods may find nothing, and what that depends on. */
final class Absences {
  private static final Set<String> NEVER_ABSENT = Roles.of(Role.NEVER_ABSENT);

  /** Of {@link System#getProperties()}. */
  private static final List<String> PLATFORM =
      List.of("file.separator", "java.", "line.separator", "os.", "path.separator", "user.");

  private final Engine engine;
  private final Rows rows;

  Absences(Engine engine, Rows rows) {
    this.engine = engine;
    this.rows = rows;
  }

  /** What decides whether the result is absent; none if it never is. */
  Dependence of(LibraryCall call, Rows.Facts facts, Dependence data) {
    Dependence on = decided(call, facts, data);
    boolean sent =
        facts.absence() != null && facts.absence().depends().causes().contains(Cause.REQUEST);
    boolean leftOut = sent || parses(facts.absence()) || call.receiver().data().has(Trait.INPUT);
    return leftOut && !on.isNone() && facts.absence() != null ? on.with(Trait.LEFT_OUT) : on;
  }

  /** Of a parse that finds nothing there was nothing to parse. */
  private boolean parses(@Nullable MethodRow row) {
    return row != null
        && row.thrown() != null
        && row.thrown().stream().anyMatch(type -> isMalformed(type));
  }

  private boolean isMalformed(String exception) {
    return engine
        .catalogue()
        .exception(exception)
        .map(row -> row.mode(Cause.REQUEST) == FailureMode.MALFORMED_INPUT)
        .orElse(false);
  }

  private Dependence decided(LibraryCall call, Rows.Facts facts, Dependence data) {
    String returned = call.returnType().erasure();
    Absence how = facts.absent();
    if (facts.guard() != null && facts.guard().that() == Guard.That.CONTAINED) {
      return rows.deciding(call, facts);
    }
    if (how == null && !Holders.isHolder(returned)) {
      return predicate(returned, call);
    }
    if (how == Absence.AS_GIVEN) {
      return Rows.onAbsence(Objects.requireNonNull(facts.absence()).depends(), call);
    }
    if (isStandard(call)) {
      return Dependence.NONE;
    }
    if (Lookup.isFound(call) || Elements.hasSome(call) || Optionals.isMapped(call)) {
      return Dependence.NONE;
    }
    if (isVouchedFor(call) || isByClass(call)) {
      return Dependence.STATE;
    }
    if (how == null) {
      return call.receiver().data().varies() ? data.decided() : named(call, data);
    }
    if (how == Absence.NEVER
        || how == Absence.IMPOSSIBLE
        || (how == Absence.BY_TYPE && neverAbsent(call.returnType()))) {
      return Dependence.NONE;
    }
    return rows.deciding(call, facts);
  }

  /** Of something that was chosen by the client it is the store's what else it names. */
  private static Dependence named(LibraryCall call, Dependence data) {
    Dependence keys = Dependence.NONE;
    for (Value argument : call.arguments()) {
      keys = keys.and(argument.data().apart());
    }
    return keys.varies() ? keys : data.decided();
  }

  /** All keys are of what is there; objects of the program's own are no keys. */
  private boolean isVouchedFor(LibraryCall call) {
    Dependence keys = Dependence.NONE;
    Dependence all = Dependence.NONE;
    for (int i = 0; i < call.arguments().size(); i++) {
      Dependence data = call.arguments().get(i).data();
      all = all.and(data);
      keys = isObject(call, i) ? keys : keys.and(data);
    }
    return all.has(Trait.VOUCHED) || keys.has(Trait.VOUCHED);
  }

  /** No client names a class: what is registered for which is the program's. */
  private static boolean isByClass(LibraryCall call) {
    return call.owners().contains("java.util.Map")
        && call.argumentTypes().size() == 1
        && call.argumentTypes().get(0).erasure().equals("java.lang.Class");
  }

  private boolean isObject(LibraryCall call, int index) {
    String type =
        index < call.argumentTypes().size() ? call.argumentTypes().get(index).erasure() : "";
    TypeSymbol symbol = type.isEmpty() ? null : engine.program().type(type);
    return symbol != null && symbol.isSource() && symbol.kind() == TypeDecl.Kind.CLASS;
  }

  /** A property that every Java platform sets. */
  private static boolean isStandard(LibraryCall call) {
    return call.name().equals("getProperty")
        && call.owner().equals("java.lang.System")
        && call.argument(0).constant() instanceof String key
        && PLATFORM.stream().anyMatch(key::startsWith);
  }

  /** A question about something that may be absent is a question about absence. */
  private static Dependence predicate(String returned, LibraryCall call) {
    boolean question =
        returned.equals("boolean") || returned.equals("int") || returned.equals("long");
    if (!question) {
      return Dependence.NONE;
    }
    Dependence absence = call.receiver().absence();
    for (Value argument : call.arguments()) {
      absence = absence.and(argument.absence());
    }
    return absence;
  }

  private boolean neverAbsent(Type type) {
    if (type instanceof Type.Primitive || type instanceof Type.Array) {
      return true;
    }
    List<String> supertypes = new ArrayList<>(engine.program().supertypes(type.erasure()));
    return supertypes.stream().anyMatch(NEVER_ABSENT::contains);
  }
}
