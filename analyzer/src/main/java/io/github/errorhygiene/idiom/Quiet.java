package io.github.errorhygiene.idiom;

import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether statements do nothing about a failure but, perhaps, say that there was one. */
public final class Quiet {
  /** Methods of loggers, of whatever library. */
  private static final Set<String> LOGGING =
      Set.of(
          "config", "debug", "debugf", "error", "errorf", "fatal", "fatalf", "fine", "finer",
          "finest", "info", "infof", "log", "logp", "severe", "trace", "tracef", "warn", "warnf",
          "warning");

  /** A call of a method that loggers have. */
  public static boolean isLogging(Expr.Call call) {
    return isLogging(call.name());
  }

  /** A method that loggers have. */
  public static boolean isLogging(String method) {
    return LOGGING.contains(method);
  }

  private static final Set<String> PRINTING = Set.of("print", "printf", "println");

  /** Methods that make something of constants, or of nothing. */
  private static final Set<String> HOLDING =
      Set.of(
          "completed",
          "completedFuture",
          "empty",
          "emptyList",
          "emptyMap",
          "item",
          "just",
          "never",
          "nullItem",
          "of",
          "succeededFuture",
          "voidItem");

  private final Body body;
  private boolean returns;
  private boolean says;

  Quiet(Body body) {
    this.body = body;
  }

  /** What a clause does, least first. */
  public enum Does {
    /** Nothing at all. */
    NOTHING,
    /** It says that there was a failure. */
    SAYS,
    /** It does something about it, or it is not known. */
    SOMETHING
  }

  public static Does of(Stmt.Catch clause, Body body) {
    Quiet quiet = new Quiet(body);
    if (!quiet.all(clause.body().statements())) {
      return Does.SOMETHING;
    }
    return quiet.says ? Does.SAYS : Does.NOTHING;
  }

  /** What a function does whose value nobody looks at: what it returns does not matter. */
  public static Does of(Stmt code, Body body) {
    Quiet quiet = new Quiet(body);
    quiet.returns = true;
    if (!quiet.is(code)) {
      return Does.SOMETHING;
    }
    return quiet.says ? Does.SAYS : Does.NOTHING;
  }

  /** What is given back and neither asks nor does anything: constants, what holds nothing. */
  static boolean isValue(Expr value) {
    return value instanceof Expr.Literal
        || value instanceof Expr.Name
        || value instanceof Expr.Select
        || (value instanceof Expr.New made
            && made.body() == null
            && made.arguments().stream().allMatch(Quiet::isValue))
        || (value instanceof Expr.Call call
            && HOLDING.contains(call.name())
            && call.arguments().stream().allMatch(Quiet::isValue));
  }

  private boolean all(List<Stmt> statements) {
    return statements.stream().allMatch(this::is);
  }

  private boolean is(Stmt statement) {
    if (statement instanceof Stmt.Block block) {
      return all(block.statements());
    }
    if (statement instanceof Stmt.If choice) {
      return is(choice.then()) && (choice.otherwise() == null || is(choice.otherwise()));
    }
    if (statement instanceof Stmt.Return leaving) {
      return leaving.value() == null || (returns && isQuiet(leaving.value()));
    }
    if (statement instanceof Stmt.Eval eval && eval.expression() instanceof Expr.Call call) {
      boolean tells = tells(call);
      says |= tells;
      return tells;
    }
    return statement instanceof Stmt.Jump jump
        ? jump.kind() != Stmt.Jump.Kind.YIELD
        : statement instanceof Stmt.Local local && !(local.initializer() instanceof Expr.Call);
  }

  /** The body of a function that is an expression is what it does, or what it returns. */
  private boolean isQuiet(Expr value) {
    boolean tells = value instanceof Expr.Call call && tells(call);
    says |= tells;
    return tells || isValue(value);
  }

  private boolean tells(Expr.Call call) {
    return (LOGGING.contains(call.name()) && isLog(call.receiver()))
        || call.name().equals("printStackTrace")
        || (PRINTING.contains(call.name()) && isConsole(call.receiver()));
  }

  /**
   * {@code log}, {@code LOGGER}, something of a type called {@code …Log…}, {@code log.atError()}.
   */
  boolean isLog(@Nullable Expr receiver) {
    if (receiver == null) {
      return false;
    }
    if (receiver instanceof Expr.Call chained && chained.receiver() != null) {
      return isLog(chained.receiver());
    }
    return speaksOfLogs(body.typeOf(receiver).erasure())
        || (receiver instanceof Expr.Name name && speaksOfLogs(name.name()))
        || (receiver instanceof Expr.Select field && speaksOfLogs(field.name()));
  }

  private static boolean speaksOfLogs(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return simple.contains("log") && !simple.contains("login") && !simple.contains("dialog");
  }

  private static boolean isConsole(@Nullable Expr receiver) {
    return receiver instanceof Expr.Select stream
        && (stream.name().equals("out") || stream.name().equals("err"));
  }
}
