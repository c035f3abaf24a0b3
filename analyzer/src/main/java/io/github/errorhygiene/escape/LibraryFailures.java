package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.ExceptionRow;
import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.catalogue.Likelihood;
import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.escape.Dependence.Trait;
import io.github.errorhygiene.escape.Escape.Source;
import io.github.errorhygiene.program.Type;
import java.util.List;
import java.util.Map;

/** What calls of library methods throw. */
final class LibraryFailures {
  private final Engine engine;
  private final Frame frame;

  LibraryFailures(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  void raise(LibraryCall call, Rows.Facts facts, Site here) {
    MethodRow row = facts.throwing();
    if (row == null) {
      declared(call, here);
    } else if (facts.guard() != null && facts.guard().holds() == Guard.Holds.RETURN) {
      demanded(call, row, facts.guard(), here);
    } else {
      catalogued(call, row, here);
    }
  }

  /** A method such as {@code requireNonNull}: it throws if its subject is absent. */
  private void demanded(LibraryCall call, MethodRow row, Guard guard, Site here) {
    Value subject =
        guard.argument() == Guard.RECEIVER ? call.receiver() : call.argument(guard.argument());
    if (subject.mayBeAbsent()) {
      throwAll(call, row, subject.absence(), true, here);
    }
  }

  private void catalogued(LibraryCall call, MethodRow row, Site here) {
    boolean optional = LibraryCalls.holdsAbsence(call.owner());
    Dependence on = Rows.on(row.depends(), call, optional);
    boolean ofReceiver = optional && row.depends().receiver();
    boolean harmless = !on.varies() || on.has(Trait.CHECKED) || excluded(call);
    boolean exotic = row.likelihood() == Likelihood.POSSIBLE && !on.on(Cause.REQUEST);
    if (!harmless && !exotic && !isTested(row)) {
      throwAll(call, row, on, ofReceiver, here);
    }
  }

  /**
   * Bounds and the like, where the code looked at request data before: what it tested is not
   * followed into numbers, so nothing is claimed.
   */
  private boolean isTested(MethodRow row) {
    List<String> thrown = row.thrown();
    boolean ofJdk = thrown != null && thrown.stream().allMatch(type -> type.startsWith("java."));
    return row.likelihood() == Likelihood.POSSIBLE
        && ofJdk
        && frame.condition().asks(Cause.REQUEST);
  }

  /** A test made sure that what is asked for is there. */
  private boolean excluded(LibraryCall call) {
    return call.receiver().absence().isNone() && LibraryCalls.holdsAbsence(call.owner());
  }

  private void throwAll(
      LibraryCall call, MethodRow row, Dependence on, boolean absence, Site here) {
    List<String> thrown = row.thrown();
    if (thrown == null) {
      return;
    }
    for (String type : thrown) {
      frame.raise(
          new Escape(
              type,
              here,
              row.likelihood() == Likelihood.POSSIBLE ? Source.POSSIBLE : Source.CATALOGUE,
              call.label(),
              on.first(),
              absence,
              false,
              row.mode(),
              Map.of(),
              null),
          new Via(here, null, null));
    }
  }

  /** Without a row, the checked exceptions that the method declares. */
  private void declared(LibraryCall call, Site here) {
    if (call.method() == null) {
      return;
    }
    for (Type type : call.method().thrown()) {
      if (isChecked(type.erasure())) {
        Dependence on = call.inputs();
        Cause cause = on.varies() ? on.first() : Cause.UNKNOWN;
        frame.raise(
            new Escape(
                type.erasure(),
                here,
                Source.DECLARED,
                call.label(),
                cause,
                false,
                false,
                null,
                Map.of(),
                null),
            new Via(here, null, null));
      }
    }
  }

  private boolean isChecked(String type) {
    List<String> supertypes = engine.program().supertypes(type);
    if (supertypes.contains("java.lang.RuntimeException")
        || supertypes.contains("java.lang.Error")) {
      return false;
    }
    boolean checkedRow =
        engine.catalogue().exception(type).map(ExceptionRow::checked).orElse(false);
    return checkedRow || supertypes.contains("java.lang.Throwable");
  }
}
