package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call whose method is chosen and whose type arguments are inferred: from arguments that have
 * types, then from the place, then from nested calls, then from the results of lambdas, each looked
 * at once.
 */
final class Invocation implements Operand {
  private final Attribution at;
  private final Site site;
  private final Signature signature;
  private final boolean spread;
  private final List<Operand> arguments;
  private final Inference inference;
  private @Nullable Type provisional;

  Invocation(Attribution at, Site site, Overloads.Choice choice, List<Operand> arguments) {
    this.at = at;
    this.site = site;
    this.signature = choice.signature();
    this.spread = choice.spread();
    this.arguments = arguments;
    this.inference = new Inference(at.typing(), signature.free());
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).isFinal()) {
        inference.below(arguments.get(i).provisional(), parameter(i));
      }
    }
  }

  private Type parameter(int index) {
    return signature.parameter(index, spread);
  }

  @Override
  public boolean isFinal() {
    return signature.free().isEmpty();
  }

  @Override
  public Type provisional() {
    if (provisional == null) {
      provisional = site.type().isKnown() ? site.type() : guess();
    }
    return provisional;
  }

  /** What nested calls can tell without their place is good enough to choose among overloads. */
  private Type guess() {
    if (inference.isSolved(signature.result())) {
      return inference.apply(signature.result());
    }
    Inference guess = new Inference(at.typing(), signature.free());
    for (int i = 0; i < arguments.size(); i++) {
      guess(guess, arguments.get(i), parameter(i));
    }
    return guess.apply(signature.result());
  }

  @Override
  public Type finish(Type target) {
    if (!inference.isSolved(signature.result()) || hasFunctions()) {
      inference.above(target, signature.result());
    }
    finishArguments();
    Type type = site.type().isKnown() ? site.type() : inference.solve(signature.result());
    if (!signature.thrown().isEmpty() && site.expression() != null) {
      at.body()
          .putThrown(site.expression(), signature.thrown().stream().map(inference::solve).toList());
    }
    if (site.expression() instanceof Expr.New creation) {
      finishAnonymous(creation, type);
    }
    return site.expression() == null ? type : at.body().put(site.expression(), type);
  }

  private void guess(Inference guess, Operand argument, Type parameter) {
    if (argument instanceof FunctionalOperand operand) {
      Members.Function function = at.members().function(parameter);
      if (function != null) {
        guess.below(operand.ownResult(), function.result());
      }
    } else {
      guess.below(argument.provisional(), parameter);
    }
  }

  private boolean hasFunctions() {
    return arguments.stream().anyMatch(FunctionalOperand.class::isInstance);
  }

  private void finishAnonymous(Expr.New creation, Type type) {
    TypeSymbol symbol = creation.body() == null ? null : at.universe().type(creation.body().name());
    if (symbol != null && !site.type().isKnown()) {
      symbol.inferSupertype(type);
    }
  }

  @Override
  public boolean awaitsPlace() {
    return !isFinal() && arguments.stream().anyMatch(Operand::awaitsPlace);
  }

  /**
   * Values come first, then functions whose parameters are known: their results may tell what
   * others take. A value that awaits its place waits for them.
   */
  private void finishArguments() {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof FunctionalOperand || waits(i)) {
        open.add(i);
      } else {
        finishValue(i);
      }
    }
    while (!open.isEmpty()) {
      int next = next(open);
      open.remove(Integer.valueOf(next));
      if (arguments.get(next) instanceof FunctionalOperand function) {
        finishFunction(function, parameter(next));
      } else {
        finishValue(next);
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof FunctionalOperand function) {
        function.place(inference.solve(parameter(i)));
      }
    }
  }

  private boolean waits(int index) {
    return hasFunctions()
        && arguments.get(index).awaitsPlace()
        && !inference.isSolved(parameter(index));
  }

  private void finishValue(int index) {
    Operand argument = arguments.get(index);
    Type type = argument.finish(inference.expected(parameter(index)));
    if (!argument.isFinal()) {
      inference.below(type, parameter(index));
    }
  }

  private int next(List<Integer> open) {
    return open.stream()
        .filter(this::isReady)
        .findFirst()
        .orElseGet(
            () ->
                open.stream()
                    .filter(i -> !(arguments.get(i) instanceof FunctionalOperand))
                    .findFirst()
                    .orElse(open.get(0)));
  }

  /**
   * {@code Arrays.asList(x -> …)}: a parameter that is a variable may be known to be a function by
   * the place.
   */
  private Members.@Nullable Function function(Type parameter) {
    Type place = parameter instanceof Type.Variable ? inference.apply(parameter) : parameter;
    return at.members().function(place);
  }

  private boolean isReady(int index) {
    if (!(arguments.get(index) instanceof FunctionalOperand)) {
      return inference.isSolved(parameter(index));
    }
    Members.Function function = function(parameter(index));
    return function == null || function.parameters().stream().allMatch(inference::isSolved);
  }

  private void finishFunction(FunctionalOperand operand, Type parameter) {
    Members.Function function = function(parameter);
    if (function == null) {
      operand.complete(null, List.of(), Types.UNKNOWN);
      return;
    }
    List<Type> own = operand.ownParameters(function.parameters().size());
    for (int i = 0; i < own.size() && i < function.parameters().size(); i++) {
      if (own.get(i).isKnown()) {
        inference.suggested(own.get(i), function.parameters().get(i));
      }
    }
    List<Type> parameters = function.parameters().stream().map(inference::solve).toList();
    Type result =
        operand.complete(function.symbol(), parameters, inference.apply(function.result()));
    inference.below(result, function.result());
  }
}
