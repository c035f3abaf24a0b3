package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method reference; its method is chosen by the types that the place passes. */
final class MethodRefOperand implements FunctionalOperand {
  private static final String INIT = "<init>";

  private final Attribution at;
  private final Expr.MethodRef reference;
  private final Type type;
  private final boolean onType;
  private final List<MethodSymbol> methods;

  MethodRefOperand(Attribution at, Expr.MethodRef reference) {
    this.at = at;
    this.reference = reference;
    if (reference.target() != null) {
      Names.Denotation target = at.names().denote(reference.target());
      onType = target instanceof Names.Denotation.OfType;
      type = target.type();
    } else {
      onType = true;
      type = reference.type() == null ? Types.UNKNOWN : at.resolve(reference.type());
    }
    methods = find();
  }

  private List<MethodSymbol> find() {
    List<MethodSymbol> all = named();
    TypeSymbol from = at.scope().innermost();
    List<MethodSymbol> open =
        from == null ? all : all.stream().filter(m -> Access.isAccessible(m, from, false)).toList();
    return open.isEmpty() ? all : open;
  }

  private List<MethodSymbol> named() {
    TypeSymbol symbol = at.universe().symbol(type);
    if (!reference.name().equals(INIT)) {
      return at.members().methods(type, reference.name());
    }
    return symbol == null ? List.of() : at.members().constructors(symbol);
  }

  private boolean isArrayCreation() {
    return reference.name().equals(INIT) && type instanceof Type.Array;
  }

  @Override
  public boolean fits(Typing typing, Type expected, boolean boxing) {
    if (!expected.isKnown() || expected instanceof Type.Variable) {
      return true;
    }
    Members.Function function = at.members().function(expected);
    if (function == null) {
      return at.members().mayBeFunctional(expected);
    }
    if (methods.isEmpty()) {
      return !isArrayCreation() || function.parameters().size() == 1;
    }
    int count = function.parameters().size();
    return methods.stream().anyMatch(m -> takes(m, count) && gives(m, function.result()));
  }

  private boolean gives(MethodSymbol method, Type result) {
    return Types.isVoid(result) || method.isConstructor() || !Types.isVoid(method.returnType());
  }

  private boolean takes(MethodSymbol method, int count) {
    int declared = method.parameterTypes().size();
    boolean unbound = onType && !method.isStatic() && !method.isConstructor();
    int passed = unbound ? count - 1 : count;
    return declared == passed || (method.varargs() && passed >= declared - 1);
  }

  @Override
  public boolean givesPrimitive() {
    return !methods.isEmpty() && methods.stream().allMatch(m -> Types.isPrimitive(m.returnType()));
  }

  /**
   * An instance method named by its type tells what it is called on; a single method tells its
   * parameters.
   */
  @Override
  public List<Type> ownParameters(int count) {
    List<MethodSymbol> fitting = methods.stream().filter(m -> takes(m, count)).toList();
    if (fitting.isEmpty()) {
      return List.of();
    }
    MethodSymbol method = fitting.get(0);
    boolean unbound = onType && !method.isStatic() && !method.isConstructor();
    List<Type> own = new ArrayList<>();
    if (unbound) {
      own.add(type);
    }
    if (methods.size() == 1
        && method.typeParameters().isEmpty()
        && !method.varargs()
        && isPlain(method)) {
      own.addAll(method.parameterTypes());
    }
    return own;
  }

  private static boolean isPlain(MethodSymbol method) {
    return method.owner().typeParameters().isEmpty();
  }

  @Override
  public Type ownResult() {
    if (reference.name().equals(INIT)) {
      return type;
    }
    boolean plain =
        methods.size() == 1 && methods.get(0).typeParameters().isEmpty() && isPlain(methods.get(0));
    return plain ? methods.get(0).returnType() : Types.UNKNOWN;
  }

  @Override
  public Type complete(@Nullable MethodSymbol function, List<Type> parameters, Type expected) {
    if (function != null) {
      at.body().putFunction(reference, function);
    }
    if (isArrayCreation()) {
      at.body().resolved();
      return type;
    }
    if (methods.isEmpty()) {
      at.body().unresolved(reference.position(), reference.name(), at.calls().missing(type));
      return reference.name().equals(INIT) ? type : Types.UNKNOWN;
    }
    return choose(parameters, expected, function != null);
  }

  private Type choose(List<Type> parameters, Type expected, boolean placed) {
    boolean mayBeUnbound = placed && onType && !parameters.isEmpty();
    Overloads.Choice choice = choice(parameters, mayBeUnbound);
    if (choice == null && mayBeUnbound) {
      choice = unbound(parameters);
    }
    if (choice == null) {
      choice = new Overloads.Choice(signatures(type, methods).get(0), false);
      at.body().resolved(reference, choice.signature().method());
      return placed ? Types.UNKNOWN : choice.signature().result();
    }
    at.body().resolved(reference, choice.signature().method());
    return result(choice, parameters, expected);
  }

  private List<Signature> signatures(Type receiver, List<MethodSymbol> candidates) {
    TypeSymbol symbol = at.universe().symbol(type);
    if (!reference.name().equals(INIT) || symbol == null) {
      return at.calls().signatures().methods(candidates, receiver, List.of());
    }
    boolean raw = type.arguments().isEmpty() && !symbol.typeParameters().isEmpty();
    return at.calls().signatures().constructors(symbol, symbol, type, raw);
  }

  /** A static method, a constructor, or one of the object named; null if none takes that. */
  private Overloads.@Nullable Choice choice(List<Type> parameters, boolean mayBeUnbound) {
    List<MethodSymbol> direct =
        methods.stream().filter(m -> !onType || m.isStatic() || m.isConstructor()).toList();
    if (direct.isEmpty()) {
      return null;
    }
    List<Signature> candidates = signatures(type, direct);
    boolean another = mayBeUnbound && direct.size() < methods.size();
    return another
        ? at.calls().overloads().chooseApplicable(candidates, known(parameters))
        : at.calls().overloads().choose(candidates, known(parameters));
  }

  private Overloads.@Nullable Choice unbound(List<Type> parameters) {
    Type passed = parameters.get(0);
    Type seen = at.typing().asSuper(passed, type.erasure());
    Type receiver = seen != null && type.arguments().isEmpty() ? passed : type;
    List<MethodSymbol> instance = methods.stream().filter(m -> !m.isStatic()).toList();
    List<Operand> rest = known(parameters.subList(1, parameters.size()));
    return instance.isEmpty()
        ? null
        : at.calls().overloads().choose(signatures(receiver, instance), rest);
  }

  private static List<Operand> known(List<Type> types) {
    return types.stream().<Operand>map(Operand.Known::new).toList();
  }

  private Type result(Overloads.Choice choice, List<Type> parameters, Type expected) {
    Signature signature = choice.signature();
    Inference inference = new Inference(at.typing(), signature.free());
    boolean isUnbound =
        onType && !signature.method().isStatic() && !signature.method().isConstructor();
    List<Type> passed =
        isUnbound && !parameters.isEmpty() ? parameters.subList(1, parameters.size()) : parameters;
    for (int i = 0; i < passed.size(); i++) {
      inference.below(passed.get(i), signature.parameter(i, choice.spread()));
    }
    inference.above(expected, signature.result());
    if (!signature.thrown().isEmpty()) {
      at.body().putThrown(reference, signature.thrown().stream().map(inference::solve).toList());
    }
    boolean unsolvedCreation =
        signature.method().isConstructor() && !inference.isSolved(signature.result());
    return unsolvedCreation ? Types.erased(type) : inference.solve(signature.result());
  }

  @Override
  public void place(Type target) {
    at.body().put(reference, target);
  }

  @Override
  public Type finish(Type target) {
    Members.Function function = at.members().function(target);
    if (function == null) {
      complete(null, List.of(), Types.UNKNOWN);
    } else {
      complete(function.symbol(), function.parameters(), function.result());
    }
    place(target);
    return target;
  }
}
