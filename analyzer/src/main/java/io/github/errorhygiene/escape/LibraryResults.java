package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.idiom.Getters;
import io.github.errorhygiene.library.Chosen;
import io.github.errorhygiene.library.Elements;
import io.github.errorhygiene.library.EnumEquality;
import io.github.errorhygiene.library.Ranges;
import io.github.errorhygiene.text.ConstantText;
import io.github.errorhygiene.text.Lengths;
import io.github.errorhygiene.text.Pieces;
import io.github.errorhygiene.text.Texts;
import io.github.errorhygiene.unit.Expr;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What calls of library methods give. */
final class LibraryResults {
  private final Engine engine;
  private final Calls calls;
  private final Rows rows;
  private final ExceptionTexts texts;
  private final Tables tables;
  private final Parses parses;
  private final Absences absences;
  private final CarrierValues carrierValues;
  private final Reflection reflection;

  LibraryResults(
      Engine engine, Calls calls, LibraryFunctions functions, ExceptionTexts texts, Tables tables) {
    this.engine = engine;
    this.calls = calls;
    this.rows = engine.rows();
    this.texts = texts;
    this.tables = tables;
    this.parses = new Parses(engine);
    this.absences = new Absences(engine, rows);
    this.carrierValues = new CarrierValues(engine.carrierTypes(), functions);
    this.reflection = new Reflection(engine);
  }

  /**
   * What a call gives.
   *
   * @param fromFunctions what the functions give that it runs
   * @param node null if no call in the sources is evaluated
   */
  Value of(LibraryCall call, Rows.Facts facts, Value fromFunctions, Expr.@Nullable Call node) {
    return call.isConstructor() ? created(call, facts) : result(call, facts, fromFunctions, node);
  }

  private Value created(LibraryCall call, Rows.Facts facts) {
    String type = call.returnType().erasure();
    Dependence made = facts.data() == null ? Chosen.made(call) : Dependence.of(facts.data());
    Value object =
        Value.of(new Instance(type, Map.of())).dependingOn(parses.ofResult(call, facts, made));
    return engine.exceptions().isThrowable(type)
        ? withCause(call, object)
        : Pieces.built(call, object);
  }

  /** An exception that is given another one wraps it. */
  Value withCause(LibraryCall call, Value object) {
    for (Value argument : call.arguments()) {
      if (!argument.escapes().isEmpty()
          || argument.instances().stream()
              .anyMatch(i -> engine.exceptions().isThrowable(i.type()))) {
        return object.withField(Throws.CAUSE, argument);
      }
    }
    return object;
  }

  private Value result(
      LibraryCall call, Rows.Facts facts, Value fromFunctions, Expr.@Nullable Call node) {
    String returned = call.returnType().erasure();
    if (returned.equals("void")) {
      return Value.GIVEN;
    }
    Value special = Optionals.result(call, fromFunctions);
    special = special == null ? Ranges.result(call, node) : special;
    special = special == null ? Texts.result(call) : special;
    special = special == null ? Identifiers.text(call) : special;
    special = special == null ? Emptiness.result(call, rows.guards(call)) : special;
    if (special != null) {
      return special;
    }
    Value constant = ConstantText.result(call);
    constant = constant == null ? EnumEquality.result(call) : constant;
    constant = constant == null ? Sequences.result(call, calls.functions()) : constant;
    if (constant != null) {
      return constant;
    }
    Value found = Tables.isTable(call.receiver()) ? found(call, facts, fromFunctions) : null;
    if (found != null) {
      return found;
    }
    Value exceptionText = ExceptionMembers.result(call, texts);
    if (exceptionText != null) {
      return exceptionText;
    }
    Value reflected = reflection.result(call);
    if (reflected != null) {
      return reflected;
    }
    Value carried = carrierValues.result(call, facts, fromFunctions);
    if (carried != null) {
      return carried;
    }
    Dependence data = data(call, facts, fromFunctions);
    if (Parses.isAddress(call)) {
      data = data.with(Trait.ADDRESS);
    }
    if (Parses.isBegun(call)) {
      data = data.with(Trait.BEGUN);
    }
    if (Parses.isInForm(call)) {
      data = data.and(Dependence.of(Trait.CHECKED));
    }
    if (Ranges.countsSome(call)) {
      data = data.with(Trait.NOT_EMPTY);
    }
    data = RequestIdSources.told(call, facts, engine.catalogue().requestIds(), data);
    data = Lengths.ofResult(call, data);
    data = parses.ofResult(call, facts, texts.shown(call, facts, data));
    Value result = Value.unknown(data).absentBy(absences.of(call, facts, data));
    result = Pieces.built(call, Elements.isCollected(call) ? result.sure() : result);
    return engine.carrierTypes().mayHold(returned)
        ? result.failing(held(call, fromFunctions))
        : result;
  }

  private @Nullable Value found(LibraryCall call, Rows.Facts facts, Value fromFunctions) {
    return tables.result(call, absences.of(call, facts, data(call, facts, fromFunctions)));
  }

  /** What the futures fail with that are in what the call is given. */
  private static Failures held(LibraryCall call, Value fromFunctions) {
    Failures held = call.receiver().failures().and(fromFunctions.failures());
    for (Value argument : call.arguments()) {
      held = held.and(argument.failures());
    }
    return held;
  }

  /** Of a method that is not known it is not known either what its result depends on. */
  private static Dependence data(LibraryCall call, Rows.Facts facts, Value fromFunctions) {
    if (facts.data() != null) {
      return Chosen.out(call, Elements.read(call, Dependence.of(facts.data())));
    }
    if (call.method() == null) {
      return Getters.isRead(call) ? call.receiver().data().apart() : Dependence.UNKNOWN;
    }
    Dependence data = Chosen.data(call, fromFunctions).computed();
    return Elements.given(call, data, fromFunctions);
  }
}
