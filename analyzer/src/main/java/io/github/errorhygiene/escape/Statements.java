package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.idiom.Doomed;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates the statements of one frame. */
final class Statements implements Stmt.Visitor<@Nullable Void> {
  private final Engine engine;
  private final Frame frame;
  private final Census census;
  private final Expressions expressions;
  private final Unawaited unawaited;
  private final Conditions conditions;
  private final Tries tries;
  private final Loops loops;
  private final Occasions occasions;
  private final Made made;
  private final Switches switches;

  /** Label of the loop that comes next. */
  private @Nullable String label;

  /** What the body gives; null if it is not known, or nothing. */
  private @Nullable Type result;

  Statements(Engine engine, Frame frame) {
    this.frame = frame;
    this.engine = engine;
    this.census = engine.census();
    this.unawaited = new Unawaited(engine, frame);
    this.expressions = new Expressions(engine, frame, this);
    this.conditions = expressions.conditions();
    this.tries = new Tries(engine, frame, this, expressions);
    this.loops = new Loops(frame, this, expressions);
    this.occasions = new Occasions(engine, frame);
    this.made = new Made(engine, frame);
    this.switches = new Switches(engine, frame, this, expressions);
  }

  Expressions expressions() {
    return expressions;
  }

  /** For the body of that method, or of a lambda that stands for it; null if that is not known. */
  Statements of(@Nullable MethodSymbol method) {
    result = method == null ? null : method.returnType();
    return this;
  }

  void run(Stmt statement) {
    if (frame.isReachable()) {
      census.executed();
      statement.accept(this);
    }
  }

  void runAll(List<Stmt> statements) {
    statements.forEach(this::run);
    tries.passOn(Doomed.clauses(statements));
  }

  @Override
  public @Nullable Void block(Stmt.Block s) {
    runAll(s.statements());
    return null;
  }

  @Override
  public @Nullable Void local(Stmt.Local s) {
    LocalSymbol variable = frame.body().variable(s);
    Value value = s.initializer() == null ? Value.NOTHING : initial(s.initializer(), variable);
    frame.declare(variable, value);
    if (s.initializer() != null) {
      if (variable.type() instanceof Type.Primitive) {
        expressions.calls().dereferences().unbox(s.initializer(), value);
      }
      setFrom(variable, s.initializer());
    }
    return null;
  }

  private Value initial(Expr initializer, LocalSymbol variable) {
    Value value = expressions.eval(initializer);
    return engine.upcasts().to(variable.type(), value, frame.body().typeOf(initializer));
  }

  /** Remembers where a variable's value comes from: what is sure of the one is of the other. */
  @SuppressWarnings("ReferenceEquality" /* the variable itself */)
  void setFrom(LocalSymbol variable, Expr source) {
    State state = frame.state();
    @Nullable Object key = Paths.key(source, frame.body());
    boolean itself = key instanceof Path path ? path.mentions(variable) : key == variable;
    boolean question = key == null && isQuestion(source) && !frame.isAssigned(variable);
    if (state != null && !itself && (key != null || question || isAsked(source))) {
      state.source(variable, source);
    }
    if (state != null) {
      expressions.calls().turns().set(state, variable, source);
    }
  }

  private boolean isAsked(Expr source) {
    return source instanceof Expr.Call
        || Limits.isLimited(source, frame.body())
        || (source instanceof Expr.New made && Validations.isReport(frame.body().typeOf(made)));
  }

  @Override
  public @Nullable Void localType(Stmt.LocalType s) {
    return null;
  }

  @Override
  public @Nullable Void eval(Stmt.Eval s) {
    Value answered = frame.get(State.ANSWER, Value.NOTHING);
    Value value = expressions.eval(s.expression());
    unawaited.note(s, value, answered);
    return null;
  }

  @SuppressWarnings("ReferenceEquality" /* a condition is where it was met, not what it says */)
  @Override
  public @Nullable Void branch(Stmt.If s) {
    Condition before = frame.condition();
    Conditions.Split split = conditions.split(s.condition());
    @Nullable Condition inThen = condition(split.whenTrue());
    @Nullable Condition inElse = condition(split.whenFalse());
    frame.state(split.whenTrue());
    run(s.then());
    @Nullable State afterThen = frame.state();
    frame.state(split.whenFalse());
    if (s.otherwise() != null) {
      run(s.otherwise());
    }
    @Nullable State afterElse = frame.state();
    boolean over = condition(afterThen) == inThen && condition(afterElse) == inElse;
    meet(afterThen, afterElse, over ? before : null);
    return null;
  }

  private static @Nullable Condition condition(@Nullable State state) {
    return state == null ? null : state.condition();
  }

  /**
   * Goes on where two ways meet; conditions that let only some of the ways go on stay in force.
   *
   * @param over the condition that holds if both ways go on to their ends; else null
   */
  private void meet(@Nullable State one, @Nullable State other, @Nullable Condition over) {
    @Nullable State joined = joined(one, other);
    if (joined != null && over != null && one != null && other != null) {
      joined.condition(over);
    }
    frame.state(joined);
  }

  /**
   * Once an error was sent nothing that fails afterwards changes what the client sees, if a clause
   * around takes it: of that way only the answer counts.
   */
  private @Nullable State joined(@Nullable State one, @Nullable State other) {
    if (one == null || other == null || !frame.openCalls().catchEverything()) {
      return State.join(one, other);
    }
    boolean first = Answers.isSent(one);
    if (first == Answers.isSent(other)) {
      return State.join(one, other);
    }
    State goesOn = first ? other : one;
    State sent = goesOn.copy();
    sent.take(State.ANSWER, first ? one : other);
    return State.join(goesOn, sent);
  }

  @Override
  public @Nullable Void loop(Stmt.Loop s) {
    loops.run(s, takeLabel());
    return null;
  }

  @Override
  public @Nullable Void forEach(Stmt.ForEach s) {
    loops.run(s, takeLabel());
    return null;
  }

  private @Nullable String takeLabel() {
    @Nullable String taken = label;
    label = null;
    return taken;
  }

  @Override
  public @Nullable Void select(Stmt.Switch s) {
    Value ignored = switches.run(s, false);
    return null;
  }

  Switches switches() {
    return switches;
  }

  @Override
  public @Nullable Void giveBack(Stmt.Return s) {
    if (s.value() == null) {
      ClauseAnswers.relog(frame);
      frame.leave(ClauseAnswers.caughtIn(frame, Value.GIVEN));
      return null;
    }
    giveBack(s.value());
    return null;
  }

  private void giveBack(Expr given) {
    if (given instanceof Expr.Conditional choice && !isQuestion(given) && tells(choice)) {
      Conditions.Split split = conditions.split(choice.condition());
      frame.state(split.whenTrue());
      giveBack(choice.then());
      frame.state(split.whenFalse());
      giveBack(choice.otherwise());
      return;
    }
    State before = frame.state() == null ? null : frame.state().copy();
    frame.noted().asking(true);
    Value evaluated = expressions.eval(given);
    expressions.calls().dereferences().unboxInput(result, given, evaluated);
    Value value = nothingFound(evaluated);
    frame.noted().asking(false);
    ClauseAnswers.relog(frame);
    if (frame.state() != null) {
      expressions.calls().turns().set(frame.state(), State.RESULT, given);
    }
    if (before != null && isQuestion(given)) {
      answer(given, ClauseAnswers.caughtIn(frame, value), before);
    } else {
      frame.leave(made.marked(given, ClauseAnswers.caughtIn(frame, value)));
    }
  }

  /** {@code errors.isEmpty() ? Optional.empty() : Optional.of(errors)}: whether there is any. */
  private static boolean tells(Expr.Conditional choice) {
    return isNothing(choice.then()) || isNothing(choice.otherwise());
  }

  private static boolean isNothing(Expr expr) {
    return Conditions.isNull(expr) || Turns.isNothing(expr);
  }

  private boolean isQuestion(Expr expr) {
    String type = frame.body().typeOf(expr).erasure();
    return type.equals("boolean") || type.equals("java.lang.Boolean");
  }

  /** Returns the answer to a question, remembering what is known if it is yes, and if it is no. */
  private void answer(Expr question, Value value, State before) {
    @Nullable State after = frame.state();
    if (value.constant() instanceof Boolean truth) {
      Condition why = frame.condition().deciding();
      Value decided = value.dependingOn(why.on());
      Value told = truth || !why.absence() ? decided : decided.absentBy(why.on());
      frame.leave(told, truth ? after : null, truth ? null : after);
      return;
    }
    Conditions.Split split = conditions.again(question, before);
    frame.state(after);
    frame.leave(value, split.whenTrue(), split.whenFalse());
  }

  /**
   * Whether a method returns nothing depends on the condition under which it does so; for {@code
   * null} only if that asks whether something was found.
   */
  private boolean isHandling() {
    return frame.state() != null && frame.state().handling() != null;
  }

  @SuppressWarnings("ReferenceEquality" /* NONE is one object */)
  private Value nothingFound(Value value) {
    Condition deciding = frame.condition().deciding();
    boolean empty = value.isNull() && value.mayBeAbsent();
    return deciding != Condition.NONE
            && (empty || (value.isNull() && (deciding.absence() || isHandling())))
        ? value.absentBy(deciding.on())
        : value;
  }

  @Override
  public @Nullable Void raise(Stmt.Throw s) {
    tries.thrown(s);
    raise(s.exception(), s);
    return null;
  }

  private void raise(Expr exception, Stmt.Throw s) {
    if (exception instanceof Expr.Conditional choice) {
      Conditions.Split split = conditions.split(choice.condition());
      frame.state(split.whenTrue());
      raise(choice.then(), s);
      frame.state(split.whenFalse());
      raise(choice.otherwise(), s);
      return;
    }
    Value value = expressions.eval(exception);
    if (frame.isReachable() && !isUnknownCaught(value)) {
      Type type = frame.body().typeOf(exception);
      Throws.raise(frame, occasions.of(value), type.erasure(), frame.site(s.position()));
    }
    frame.stop(false);
  }

  /** What a clause caught and nobody is known to have thrown: passing it on tells nothing. */
  @SuppressWarnings("ReferenceEquality" /* that very value, not one like it */)
  private boolean isUnknownCaught(Value value) {
    State.@Nullable Handling handling = frame.state() == null ? null : frame.state().handling();
    return handling != null && value.alternatives().isEmpty() && value == handling.exception();
  }

  @Override
  public @Nullable Void attempt(Stmt.Try s) {
    tries.run(s);
    return null;
  }

  @Override
  public @Nullable Void jump(Stmt.Jump s) {
    Value value = s.value() == null ? Value.NOTHING : expressions.eval(s.value());
    @Nullable Target target = frame.targets().of(s);
    if (target != null && frame.isReachable()) {
      target.yielded = target.yielded.join(value);
      if (s.kind() == Stmt.Jump.Kind.CONTINUE) {
        target.continued = State.join(target.continued, frame.state());
      } else {
        target.broken = State.join(target.broken, frame.state());
      }
    }
    frame.state(null);
    return null;
  }

  @Override
  public @Nullable Void labeled(Stmt.Labeled s) {
    if (s.statement() instanceof Stmt.Loop || s.statement() instanceof Stmt.ForEach) {
      label = s.label();
      run(s.statement());
      return null;
    }
    Target target = frame.targets().open(s.label(), Target.Kind.LABELED, frame.condition());
    run(s.statement());
    frame.targets().close();
    frame.state(State.join(frame.state(), target.broken));
    return null;
  }
}
