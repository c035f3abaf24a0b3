package io.github.errorhygiene.library;

import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * References to rows, such as {@code orders.getReferenceById(id)}: the store is asked when somebody
 * asks the reference for more than its key (Jakarta Persistence 3.1, section 3.2.1). One that is
 * only put into another object is not asked.
 */
public final class RowReferences {
  private static final Set<String> GIVING =
      Set.of("getById", "getOne", "getReference", "getReferenceById");

  /** What puts it into an object. */
  private static final Pattern PUTTING = Pattern.compile("(set|with|add)([A-Z]\\w*)?");

  /** Deepest nesting of methods into which one is handed. */
  private static final int DEEPEST = 2;

  private final Program program;

  /** Asks the bodies of that program's methods. */
  public RowReferences(Program program) {
    this.program = program;
  }

  /** Whether the call gives a reference that its method does nothing with but put it somewhere. */
  public boolean isPutOnly(Expr.Call call, List<String> thrown, Body body) {
    boolean reference =
        GIVING.contains(call.name())
            && !thrown.isEmpty()
            && thrown.stream().allMatch(type -> type.endsWith(".EntityNotFoundException"));
    if (!reference) {
      return false;
    }
    Optional<LocalSymbol> variable = variable(call, body);
    return variable.isPresent()
        ? isPutOnly(variable.get(), body, DEEPEST)
        : isPut(call, body, DEEPEST);
  }

  private static Optional<LocalSymbol> variable(Expr.Call call, Body body) {
    return body.declarations().stream()
        .filter(each -> each instanceof Stmt.Local local && call.equals(local.initializer()))
        .findFirst()
        .map(body::variable);
  }

  private boolean isPutOnly(LocalSymbol variable, Body body, int deepest) {
    return body.expressions().stream()
        .filter(each -> each instanceof Expr.Name && variable == body.symbolOf(each))
        .allMatch(use -> isPut(use, body, deepest));
  }

  /** It is put into an object, or asked for its key. */
  private boolean isPut(Expr reference, Body body, int deepest) {
    return body.expressions().stream().anyMatch(each -> isPutBy(each, reference, body, deepest));
  }

  private boolean isPutBy(Expr around, Expr reference, Body body, int deepest) {
    if (around instanceof Expr.Call call) {
      return puts(call, reference, body)
          || (call.arguments().contains(reference) && isHanded(call, reference, body, deepest));
    }
    if (around instanceof Expr.Assign assignment) {
      return reference.equals(assignment.value())
          && body.symbolOf(assignment.target()) instanceof FieldSymbol;
    }
    if (around instanceof Expr.Conditional choice) {
      boolean chosen = reference.equals(choice.then()) || reference.equals(choice.otherwise());
      return chosen && isPut(choice, body, deepest);
    }
    return around instanceof Expr.New made && made.arguments().contains(reference);
  }

  private static boolean puts(Expr.Call call, Expr reference, Body body) {
    if (reference.equals(call.receiver())) {
      return call.name().equals("getId");
    }
    boolean builder =
        call.receiver() != null && body.typeOf(call.receiver()).erasure().endsWith("Builder");
    return call.arguments().contains(reference)
        && (builder || PUTTING.matcher(call.name()).matches());
  }

  /** A method of the program's own does nothing else with it. */
  private boolean isHanded(Expr.Call call, Expr reference, Body body, int deepest) {
    @Nullable MethodSymbol method = body.methodOf(call);
    @Nullable MethodDecl declared = method == null ? null : method.declaration();
    int index = call.arguments().indexOf(reference);
    if (method == null
        || declared == null
        || declared.body() == null
        || deepest == 0
        || index >= declared.parameters().size()) {
      return false;
    }
    Body called = program.body(method);
    LocalSymbol parameter = called.variable(declared.parameters().get(index));
    return isPutOnly(parameter, called, deepest - 1);
  }
}
