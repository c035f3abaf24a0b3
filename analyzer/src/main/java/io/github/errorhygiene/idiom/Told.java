package io.github.errorhygiene.idiom;

import io.github.errorhygiene.idiom.Quiet.Does;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What functions and objects do about a failure that they are told of, as far as their code says:
 * nothing, only say so, or something.
 */
public final class Told {
  /** Operators that are told of a failure, by whatever library. */
  private static final Pattern TELLING =
      Pattern.compile(
          "addCallback|addListener|doOnError|exceptionally\\w*|handle(Async)?|onComplete"
              + "|onError(Complete|Continue|Resume|ResumeNext|Return|ReturnItem)|onFailure"
              + "|otherwise\\w*|recover\\w*|whenComplete(Async)?");

  /** Of those, the ones that give something in place of the failure. */
  private static final Pattern REPLACING =
      Pattern.compile("exceptionally\\w*|handle(Async)?|onError\\w+|otherwise\\w*|recover\\w*");

  /** The second function is told of the failure, if there is one. */
  private static final Set<String> SUBSCRIBING = Set.of("subscribe", "with");

  /** Mutiny's, behind a choice of failures. */
  private static final Set<String> CHOSEN = Set.of("call", "invoke");

  private static final Set<String> CHOOSING = Set.of("onFailure", "onItemOrFailure");

  /** Methods of listeners that are told of a failure. */
  private static final Set<String> LISTENING =
      Set.of("completed", "failed", "onCompletion", "onError", "onException", "onFailure");

  /** Methods that tell somebody else how it ended. */
  private static final Pattern COMPLETING =
      Pattern.compile(
          "(try)?(complete|fail|emit)\\w*|end|onNext|resume|setErrorResult|setException|setResult"
              + "|countDown|release");

  private final Body body;

  public Told(Body body) {
    this.body = body;
  }

  /** What the operators of a chain of calls do about the failure of what it begins with. */
  public Does chain(@Nullable Expr last) {
    Does does = Does.NOTHING;
    for (@Nullable Expr at = last; at instanceof Expr.Call call; at = call.receiver()) {
      does = most(does, operator(call));
    }
    return does;
  }

  /** The last operator of a chain that gives something in place of a failure; null if none. */
  public static Expr.@Nullable Call replacing(@Nullable Expr last) {
    for (@Nullable Expr at = last; at instanceof Expr.Call call; at = call.receiver()) {
      if (REPLACING.matcher(call.name()).matches()) {
        return call;
      }
    }
    return null;
  }

  private Does operator(Expr.Call call) {
    boolean subscribing = SUBSCRIBING.contains(call.name());
    if (!subscribing && !TELLING.matcher(call.name()).matches() && !isOfChosen(call)) {
      return Does.NOTHING;
    }
    boolean successFirst = call.name().equals("addCallback") && call.arguments().size() == 2;
    List<Expr> told =
        subscribing || (successFirst && call.arguments().get(0) instanceof Expr.Lambda)
            ? call.arguments()
                .subList(Math.min(1, call.arguments().size()), call.arguments().size())
            : call.arguments();
    Does does = subscribing ? subscriber(call) : Does.NOTHING;
    for (Expr argument : told) {
      boolean other = call.name().equals("addCallback") && !isFunctional(argument);
      does = other ? does : most(does, listener(argument));
    }
    return does;
  }

  /** A function, or an object that is made here; not a future or an executor. */
  private static boolean isFunctional(Expr argument) {
    return argument instanceof Expr.Lambda
        || argument instanceof Expr.MethodRef
        || argument instanceof Expr.New;
  }

  private static boolean isOfChosen(Expr.Call call) {
    return CHOSEN.contains(call.name())
        && call.receiver() instanceof Expr.Call choice
        && CHOOSING.contains(choice.name());
  }

  /** An object that is told everything, or a function that is told how it ended. */
  private Does subscriber(Expr.Call call) {
    if (call.arguments().size() != 1) {
      return Does.NOTHING;
    }
    Expr only = call.arguments().get(0);
    if (only instanceof Expr.Lambda lambda) {
      return lambda.parameters().size() == 2 ? function(lambda) : Does.NOTHING;
    }
    return only instanceof Expr.MethodRef ? Does.NOTHING : listener(only);
  }

  /** What a function, or an object that listens, does about a failure. */
  public Does listener(Expr argument) {
    if (argument instanceof Expr.Lambda lambda) {
      return function(lambda);
    }
    if (argument instanceof Expr.MethodRef reference) {
      return reference(reference);
    }
    if (argument instanceof Expr.New made && made.body() != null) {
      return object(made.body());
    }
    boolean plain = argument instanceof Expr.Literal || argument instanceof Expr.ClassLiteral;
    return plain || isValue(argument) ? Does.NOTHING : Does.SOMETHING;
  }

  /** What is given in place of the failure, and does not learn of it. */
  private boolean isValue(Expr argument) {
    return Quiet.isValue(argument) && !(argument instanceof Expr.Name);
  }

  private Does reference(Expr.MethodRef reference) {
    boolean says =
        reference.name().equals("printStackTrace")
            || (Quiet.isLogging(reference.name())
                && reference.target() != null
                && new Quiet(body).isLog(reference.target()));
    return says ? Does.SAYS : Does.SOMETHING;
  }

  private Does object(TypeDecl type) {
    List<MethodDecl> listening =
        type.methods().stream().filter(method -> LISTENING.contains(method.name())).toList();
    Does does = listening.isEmpty() ? Does.SOMETHING : Does.NOTHING;
    for (MethodDecl method : listening) {
      boolean succeeds = method.name().equals("completed");
      Stmt.@Nullable Block code = method.body();
      if (!succeeds && code != null) {
        boolean both = method.name().equals("onCompletion") && method.parameters().size() == 2;
        does = most(does, both ? both(method.parameters().get(1).name(), code) : only(code));
      }
    }
    return does;
  }

  private Does function(Expr.Lambda lambda) {
    int count = lambda.parameters().size();
    if (count == 2) {
      return both(lambda.parameters().get(1).name(), lambda.body());
    }
    String name = count == 1 ? lambda.parameters().get(0).name() : "";
    return asksHowItEnded(lambda.body(), name) ? both(name, lambda.body()) : only(lambda.body());
  }

  private Does only(Stmt code) {
    return Quiet.of(code, body);
  }

  private static boolean asksHowItEnded(Stmt code, String name) {
    return contains(code, node -> node instanceof Expr.Call call && isAsked(call, name));
  }

  private static boolean isAsked(Expr.Call call, String name) {
    return call.receiver() instanceof Expr.Name result
        && result.name().equals(name)
        && Set.of("cause", "failed", "succeeded").contains(call.name());
  }

  /**
   * Code that runs whether it failed or not: what it does where it failed counts.
   *
   * @param name of the failure, or of the result that may be one
   */
  private Does both(String name, Stmt code) {
    if (contains(code, Told::completes)) {
      return Does.SOMETHING;
    }
    List<Stmt> all = code instanceof Stmt.Block block ? block.statements() : List.of(code);
    Does does = Does.NOTHING;
    for (Stmt statement : all) {
      does = most(does, part(name, statement));
    }
    return does;
  }

  private static boolean completes(Object node) {
    return node instanceof Expr.Call call && COMPLETING.matcher(call.name()).matches();
  }

  private Does part(String name, Stmt statement) {
    if (statement instanceof Stmt.If choice && mentions(choice.condition(), name)) {
      Branch branch = new Branch(name);
      if (!branch.isKnown(choice.condition())) {
        return Does.SOMETHING;
      }
      @Nullable Stmt failed =
          branch.isFailure(choice.condition()) ? choice.then() : choice.otherwise();
      return failed == null ? Does.NOTHING : Quiet.of(failed, body);
    }
    if (!mentions(statement, name)) {
      return statement instanceof Stmt.Throw ? Does.SOMETHING : Does.NOTHING;
    }
    Does does = Quiet.of(statement, body);
    return does == Does.NOTHING ? Does.SOMETHING : does;
  }

  /** Conditions that tell a failure from a success. */
  private record Branch(String name) {
    boolean isKnown(Expr condition) {
      if (condition instanceof Expr.Unary not && not.operator().equals("!")) {
        return isKnown(not.operand());
      }
      return condition instanceof Expr.Binary compared
          ? compared.right() instanceof Expr.Literal literal && literal.value() == null
          : condition instanceof Expr.Call call && isAsked(call, name);
    }

    boolean isFailure(Expr condition) {
      if (condition instanceof Expr.Unary not) {
        return !isFailure(not.operand());
      }
      return condition instanceof Expr.Binary compared
          ? compared.operator().equals("!=")
          : condition instanceof Expr.Call call && call.name().equals("failed");
    }
  }

  private static boolean mentions(Object root, String name) {
    return contains(root, node -> node instanceof Expr.Name each && each.name().equals(name));
  }

  private static boolean contains(Object root, Predicate<Object> holds) {
    AtomicBoolean found = new AtomicBoolean();
    Nodes.visit(root, node -> found.compareAndSet(false, !found.get() && holds.test(node)));
    return found.get();
  }

  private static Does most(Does some, Does others) {
    return some.compareTo(others) >= 0 ? some : others;
  }
}
