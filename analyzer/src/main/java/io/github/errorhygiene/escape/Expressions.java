package io.github.errorhygiene.escape;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Stored;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Symbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates the expressions of one frame, except calls. */
final class Expressions implements Expr.Visitor<Value> {
  private final Engine engine;
  private final Frame frame;
  private final Statements statements;
  private final Conditions conditions;
  private final Calls calls;
  private final ExceptionTexts texts;
  private final Machine machine;
  private final Binaries binaries;

  Expressions(Engine engine, Frame frame, Statements statements) {
    this.engine = engine;
    this.frame = frame;
    this.statements = statements;
    this.conditions = new Conditions(engine, frame, this);
    this.calls = new Calls(engine, frame, this);
    this.texts = new ExceptionTexts(engine);
    this.machine = new Machine(frame);
    this.binaries = new Binaries(frame, this, machine, texts);
  }

  Statements statements() {
    return statements;
  }

  Conditions conditions() {
    return conditions;
  }

  Calls calls() {
    return calls;
  }

  /** The value; nothing if control cannot come here. */
  Value eval(Expr expr) {
    return frame.isReachable() ? expr.accept(this) : Value.NOTHING;
  }

  @CanIgnoreReturnValue
  Value discard(Expr expr) {
    return eval(expr);
  }

  @Override
  public Value literal(Expr.Literal e) {
    return e.value() == null ? Value.NULL : Value.constant(e.value());
  }

  @Override
  public Value name(Expr.Name e) {
    Symbol symbol = frame.body().symbolOf(e);
    if (symbol instanceof LocalSymbol local) {
      return variable(local);
    }
    if (symbol instanceof FieldSymbol field) {
      return read(self(field), field, Paths.key(e, frame.body()));
    }
    return symbol instanceof TypeSymbol ? Value.GIVEN : Value.UNKNOWN;
  }

  private Value variable(LocalSymbol local) {
    frame.noted().read(local);
    State state = frame.state();
    Value value = state == null ? Value.NOTHING : state.get(local);
    return value == null ? Enclosing.variable(frame.get(State.SELF, Value.GIVEN), local) : value;
  }

  private Value self(FieldSymbol field) {
    return field.isStatic() ? Value.GIVEN : self(field.owner());
  }

  /** The object, this one or one around it, that has the members of a type. */
  Value self(TypeSymbol owner) {
    return Enclosing.having(frame.get(State.SELF, Value.GIVEN), owner.name(), engine.program());
  }

  private Value read(Value target, FieldSymbol field, @Nullable Object path) {
    Value refined = path == null ? Value.NOTHING : frame.get(path, Value.NOTHING);
    return Refinement.refined(engine.fields().read(target, field), refined);
  }

  @Override
  public Value select(Expr.Select e) {
    Symbol symbol = frame.body().symbolOf(e);
    if (symbol instanceof TypeSymbol) {
      return Value.GIVEN;
    }
    if (symbol instanceof FieldSymbol field && field.isStatic()) {
      return engine.fields().read(Value.GIVEN, field);
    }
    Value target = eval(e.target());
    calls.dereference(e.target(), target, e.position());
    if (symbol instanceof FieldSymbol field) {
      return read(target, field, Paths.key(e, frame.body()));
    }
    Value member = Sequences.member(target, e.name(), frame.body().typeOf(e.target()));
    return member == null ? unresolved(e, target) : member;
  }

  /** How long something is shows nothing of the text that it is made from. */
  private Value unresolved(Expr.Select e, Value target) {
    Value value = engine.fields().unresolved(e, frame.body(), target);
    boolean length =
        e.name().equals("length") && frame.body().typeOf(e.target()) instanceof Type.Array;
    return length ? value.withData(value.data().withoutExceptionTexts()) : value;
  }

  @Override
  public Value call(Expr.Call e) {
    return calls.call(e);
  }

  @Override
  public Value create(Expr.New e) {
    return calls.creations().create(e);
  }

  @Override
  public Value lambda(Expr.Lambda e) {
    return function(e, frame.get(State.SELF, Value.GIVEN), e.position());
  }

  private Value function(Expr node, Value self, io.github.errorhygiene.unit.Position position) {
    Map<LocalSymbol, Value> captured =
        node instanceof Expr.Lambda lambda ? captured(lambda) : Map.of();
    Value object = Tables.seenInside(self);
    return Value.of(new Function(node, frame.body(), captured, object, frame.site(position)));
  }

  /** The values of the variables that a lambda names, in the same order every time. */
  private Map<LocalSymbol, Value> captured(Expr.Lambda lambda) {
    State state = frame.state();
    if (state == null) {
      return Map.of();
    }
    Set<LocalSymbol> named = engine.variablesOf(lambda, frame.body());
    Map<LocalSymbol, Value> captured = new LinkedHashMap<>();
    for (LocalSymbol variable : named == null ? state.locals() : named) {
      Value value = state.get(variable);
      if (value != null) {
        captured.put(variable, value);
      }
    }
    return captured;
  }

  @Override
  public Value methodRef(Expr.MethodRef e) {
    Expr target = e.target();
    boolean free = target == null || frame.body().symbolOf(target) instanceof TypeSymbol;
    Value self = target == null || free ? Value.NOTHING : eval(target);
    if (target != null && isObject(self)) {
      self = self.withData(self.data().mixed());
      write(target, self);
    }
    return function(e, self, e.position());
  }

  @Override
  public Value assign(Expr.Assign e) {
    Value value = eval(e.value());
    boolean plain = e.operator().equals("=");
    calls.dereferences().unboxAssigned(e, value);
    if (!plain) {
      Value old = eval(e.target());
      calls.dereferences().unboxInput(e.target(), old);
      boolean text = frame.body().typeOf(e.target()).erasure().equals("java.lang.String");
      value =
          text // nothing else than += is there for texts
              ? Operators.apply("+", old, value, texts)
              : Value.unknown(value.data().and(old.data()));
    }
    if (plain && frame.body().symbolOf(e.target()) instanceof LocalSymbol local) {
      if (Altered.by(e.value(), local, calls, frame)) {
        frame.alter(local, value);
      } else {
        frame.assign(local, value);
      }
      statements.setFrom(local, e.value());
    } else {
      assign(e.target(), value);
    }
    return value;
  }

  /** Stores a value in a variable, field or array. */
  void assign(Expr target, Value value) {
    Symbol symbol = frame.body().symbolOf(target);
    if (symbol instanceof LocalSymbol local) {
      frame.assign(local, value);
    } else if (symbol instanceof FieldSymbol field && !field.isStatic()) {
      assignField(target, field, value);
    } else if (target instanceof Expr.Index element) {
      Value array = Sequences.changed(eval(element.array()));
      write(element.array(), array.dependingOn(value.data()));
    }
  }

  private void assignField(Expr target, FieldSymbol field, Value value) {
    @Nullable Expr owner = target instanceof Expr.Select select ? select.target() : null;
    if (owner == null || owner instanceof Expr.This) {
      frame.set(State.SELF, Stored.assigned(frame.get(State.SELF, Value.GIVEN), field, value));
      frame.assign(Path.of(State.SELF, "." + field.name()), value);
    } else {
      write(owner, Stored.assigned(eval(owner), field, value));
    }
  }

  /**
   * Replaces what is known of the object that an expression names; nothing happens if it names no
   * variable.
   */
  void write(Expr holder, Value value) {
    Object key = Paths.key(holder, frame.body());
    if (key != null) {
      frame.set(key, value);
      writeSame(key, value);
    }
  }

  /**
   * The variable may be another name of an object: {@code if (body instanceof Problem problem)}.
   */
  private void writeSame(Object key, Value value) {
    State state = frame.state();
    @Nullable Expr same = state == null ? null : state.source(key);
    if (same instanceof Expr.Name || same instanceof Expr.Cast) {
      @Nullable Object other = Paths.key(same, frame.body());
      if (other != null && isObject(frame.get(other, Value.NOTHING)) && isObject(value)) {
        frame.set(other, value);
      }
    }
  }

  private static boolean isObject(Value value) {
    return !value.instances().isEmpty();
  }

  @Override
  public Value unary(Expr.Unary e) {
    Value operand = eval(e.operand());
    calls.dereferences().unboxInput(e.operand(), operand);
    if (e.operator().equals("!") && operand.constant() instanceof Boolean holds) {
      return Value.constant(!holds);
    }
    if (e.operator().equals("-") && operand.constant() instanceof Integer number) {
      return Value.constant(-number);
    }
    if (e.operator().contains("++") || e.operator().contains("--")) {
      assign(e.operand(), Value.unknown(operand.data()));
    }
    return Value.unknown(operand.data()).absentBy(operand.absence());
  }

  @Override
  public Value binary(Expr.Binary e) {
    return binaries.evaluate(e);
  }

  @Override
  public Value conditional(Expr.Conditional e) {
    Condition before = frame.condition();
    Conditions.Split split = conditions.split(e.condition());
    frame.state(split.whenTrue());
    Type type = frame.body().typeOf(e);
    Value then = chosen(eval(e.then()), type, before);
    calls.dereferences().unboxInput(type, e.then(), then);
    State afterThen = frame.state();
    frame.state(split.whenFalse());
    Value otherwise = chosen(eval(e.otherwise()), type, before);
    calls.dereferences().unboxInput(type, e.otherwise(), otherwise);
    State joined = State.join(afterThen, frame.state());
    if (joined != null) {
      joined.condition(before);
    }
    frame.state(joined);
    return then.join(otherwise);
  }

  /** A publisher that is chosen and empty is empty because of what was asked. */
  private Value chosen(Value value, Type type, Condition around) {
    boolean empty = value.isNull() && engine.carrierTypes().isCarrier(type.erasure());
    Dependence on = empty ? frame.condition().since(around) : Dependence.NONE;
    return on.isNone() ? value : value.absentBy(on);
  }

  @Override
  public Value cast(Expr.Cast e) {
    Value operand = eval(e.operand());
    calls.dereferences().unboxInput(frame.body().typeOf(e), e.operand(), operand);
    machine.cast(e, operand, frame.body());
    return operand;
  }

  @Override
  public Value instanceOf(Expr.InstanceOf e) {
    Value operand = eval(e.operand());
    Certainty is = conditions.isOf(operand, e.pattern());
    if (is != Certainty.UNKNOWN) {
      return Value.constant(is == Certainty.YES).dependingOn(operand.data());
    }
    return Value.unknown(operand.data()).absentBy(operand.absence());
  }

  @Override
  public Value index(Expr.Index e) {
    Value array = eval(e.array());
    Value index = eval(e.index());
    calls.dereferences().unboxInput(e.index(), index);
    machine.element(e, array, index);
    Value element = Sequences.at(array, index);
    return element == null ? Value.unknown(array.data().chosenBy(index.data())) : element;
  }

  @Override
  public Value newArray(Expr.NewArray e) {
    Dependence on = Dependence.CONSTANT;
    for (Expr dimension : e.dimensions()) {
      Value length = eval(dimension);
      calls.dereferences().unboxInput(dimension, length);
      on = on.and(length.data());
    }
    return e.initializer() == null
        ? Value.unknown(on)
        : arrayLiteral(e.initializer()).dependingOn(on);
  }

  @Override
  public Value arrayLiteral(Expr.ArrayLiteral e) {
    Value joined = Value.NOTHING;
    for (Expr element : e.elements()) {
      joined = joined.join(eval(element));
    }
    return joined.isNothing() ? Value.unknown(Dependence.CONSTANT) : joined.present();
  }

  @Override
  public Value classLiteral(Expr.ClassLiteral e) {
    return Value.constant(frame.body().typeOf(e));
  }

  @Override
  public Value self(Expr.This e) {
    return frame.get(State.SELF, Value.GIVEN);
  }

  @Override
  public Value switchExpr(Expr.SwitchExpr e) {
    return statements.switches().run(e.body(), true);
  }

  @Override
  public Value annotationValue(Expr.AnnotationValue e) {
    return Value.UNKNOWN;
  }
}
