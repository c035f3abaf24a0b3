package io.github.errorhygiene.escape;

import io.github.errorhygiene.idiom.Quiet;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A loop around an attempt of which failures are caught: whether it makes the same attempt until
 * one succeeds, whether it waits between two, and whether it ever gives up.
 */
final class RetryLoop {
  private static final Pattern WAITING =
      Pattern.compile("(?i).*(sleep|back_?off|pause|delay|park|throttle|await|wait).*");

  /** Calls that give something else each time: what comes next, or another host. */
  private static final Pattern CHOOSING =
      Pattern.compile(
          "(choose|dequeue|failover|fetchNext|hasMore|hasNext|next|pick|poll|pop|read|readLine|receive"
              + "|rotate|select|switch|take)([A-Z]\\w*)?|remove(First|Last)|(getNext|newRandom)\\w*");

  /** Calls that tell the time. */
  private static final Pattern CLOCK =
      Pattern.compile("nanoTime|currentTimeMillis|now|millis|instant|elapsed\\w*|is(Before|After)");

  /** How far callees are asked whether they wait. */
  private static final int DEEPEST = 3;

  private final Engine engine;
  private final Body body;
  private final Stmt.Loop loop;
  private final Stmt.Try attempt;

  /** Variables that the loop changes by itself: counters, and what is made of them. */
  private final Set<String> changing = new HashSet<>();

  RetryLoop(Engine engine, Body body, Stmt.Loop loop, Stmt.Try attempt) {
    this.engine = engine;
    this.body = body;
    this.loop = loop;
    this.attempt = attempt;
    collectChanging();
  }

  /** Whether a success leaves the loop, and a failure makes the same attempt again. */
  boolean isRetry() {
    boolean left = endsWithSuccess() || (leaves(attempt.body(), true) && isCounted());
    return left && !anywhere(this::isChoosing) && !usesChanging();
  }

  /** Whether nothing but the attempt's success is asked for. */
  boolean endsWithSuccess() {
    return attempt.body().statements().stream().anyMatch(this::isEnd) || isLeftAfterwards();
  }

  /** A statement that leaves the loop, or sets the variable that keeps it going. */
  private boolean isEnd(Stmt statement) {
    if (statement instanceof Stmt.Return) {
      return true;
    }
    if (statement instanceof Stmt.Jump jump) {
      return jump.kind() == Stmt.Jump.Kind.BREAK;
    }
    return statement instanceof Stmt.Eval eval
        && eval.expression() instanceof Expr.Assign set
        && set.target() instanceof Expr.Name target
        && loop.condition() != null
        && mentions(loop.condition(), Set.of(target.name()));
  }

  /** The loop ends behind the attempt. */
  private boolean isLeftAfterwards() {
    List<Stmt> all =
        loop.body() instanceof Stmt.Block block ? block.statements() : List.of(loop.body());
    int at = all.indexOf(attempt);
    return at >= 0 && all.subList(at + 1, all.size()).stream().anyMatch(this::isEnd);
  }

  boolean isBounded() {
    return isCounted() || (loop.condition() != null && asks(loop.condition()));
  }

  /** A counter or the clock decides whether it goes on. */
  private boolean isCounted() {
    return (loop.condition() != null && limits(loop.condition()))
        || anywhere(node -> node instanceof Stmt.If choice && isGivingUp(choice));
  }

  private boolean isGivingUp(Stmt.If choice) {
    boolean left =
        leaves(choice.then(), true)
            || (choice.otherwise() != null && leaves(choice.otherwise(), true));
    return left && limits(choice.condition());
  }

  private boolean limits(Expr condition) {
    return mentions(condition, changing)
        || contains(
            condition,
            node -> node instanceof Expr.Call call && CLOCK.matcher(call.name()).matches());
  }

  /** Somebody else decides, who may count. */
  private static boolean asks(Expr condition) {
    return contains(
        condition,
        node ->
            node instanceof Expr.Call call
                && !call.name().toLowerCase(Locale.ROOT).contains("interrupt"));
  }

  boolean pauses() {
    return anywhere(node -> node instanceof Expr.Call call && waits(call));
  }

  private boolean waits(Expr.Call call) {
    @Nullable MethodSymbol method = body.methodOf(call);
    return WAITING.matcher(call.name()).matches() || (method != null && waits(method, DEEPEST));
  }

  private boolean waits(MethodSymbol method, int depth) {
    if (WAITING.matcher(method.name()).matches()) {
      return true;
    }
    return depth > 0
        && method.hasBody()
        && engine.program().body(method).called().stream()
            .anyMatch(callee -> waits(callee, depth - 1));
  }

  private boolean isChoosing(Object node) {
    return node instanceof Expr.Call call && CHOOSING.matcher(call.name()).matches();
  }

  /** The attempt is given something that differs each time. */
  private boolean usesChanging() {
    return contains(attempt.body(), this::isGivenChanging);
  }

  private boolean isGivenChanging(Object node) {
    if (node instanceof Expr.Call call) {
      return !Quiet.isLogging(call) && call.arguments().stream().anyMatch(this::changes);
    }
    return node instanceof Expr.New made
        ? made.arguments().stream().anyMatch(this::changes)
        : node instanceof Expr.Index index && changes(index.index());
  }

  private boolean changes(Expr argument) {
    return mentions(argument, changing);
  }

  private void collectChanging() {
    Nodes.visit(loop, this::addCounter);
    loop.updates().forEach(update -> Nodes.visit(update, this::addAssigned));
    attempt.catches().forEach(each -> Nodes.visit(each.body(), this::addAssigned));
    Nodes.visit(loop.body(), this::addDerived);
  }

  private void addCounter(Object node) {
    if (node instanceof Expr.Unary count
        && (count.operator().contains("++") || count.operator().contains("--"))
        && count.operand() instanceof Expr.Name counter) {
      changing.add(counter.name());
    }
    if (node instanceof Expr.Assign set && !set.operator().equals("=")) {
      addTarget(set);
    }
  }

  private void addAssigned(Object node) {
    if (node instanceof Expr.Assign set && !(set.value() instanceof Expr.Literal)) {
      addTarget(set);
    }
  }

  private void addTarget(Expr.Assign set) {
    if (set.target() instanceof Expr.Name target) {
      changing.add(target.name());
    }
  }

  private void addDerived(Object node) {
    if (node instanceof Stmt.Local local
        && local.initializer() != null
        && mentions(local.initializer(), changing)) {
      changing.add(local.name());
    }
  }

  private boolean anywhere(Predicate<Object> holds) {
    return contains(loop, holds);
  }

  private static boolean mentions(Object root, Set<String> names) {
    return contains(root, node -> node instanceof Expr.Name name && names.contains(name.name()));
  }

  private static boolean contains(Object root, Predicate<Object> holds) {
    AtomicBoolean found = new AtomicBoolean();
    Nodes.visit(
        root,
        node -> {
          if (!found.get() && holds.test(node)) {
            found.set(true);
          }
        });
    return found.get();
  }

  /** Whether a clause may go on with the next round, though it does not come to its end. */
  static boolean goesOn(Stmt.Block clause) {
    return contains(
        clause, node -> node instanceof Stmt.Jump jump && jump.kind() == Stmt.Jump.Kind.CONTINUE);
  }

  /**
   * Whether a statement may leave the loop around it.
   *
   * @param breaks whether an unlabelled jump out of the innermost loop or switch does
   */
  private static boolean leaves(Stmt statement, boolean breaks) {
    if (statement instanceof Stmt.Return || statement instanceof Stmt.Throw) {
      return true;
    }
    if (statement instanceof Stmt.Jump jump) {
      return jump.kind() == Stmt.Jump.Kind.BREAK && (breaks || jump.label() != null);
    }
    if (statement instanceof Stmt.Block block) {
      return block.statements().stream().anyMatch(each -> leaves(each, breaks));
    }
    if (statement instanceof Stmt.If choice) {
      return leaves(choice.then(), breaks)
          || (choice.otherwise() != null && leaves(choice.otherwise(), breaks));
    }
    if (statement instanceof Stmt.Try nested) {
      return leaves(nested.body(), breaks);
    }
    return statement instanceof Stmt.Labeled labeled && leaves(labeled.statement(), breaks);
  }
}
