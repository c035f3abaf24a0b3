package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the signatures that calls see. */
final class Signatures {
  private final Attribution at;
  private int fresh;

  Signatures(Attribution attribution) {
    this.at = attribution;
  }

  /** Methods called on a receiver of that type. */
  List<Signature> methods(List<MethodSymbol> methods, Type receiver, List<TypeRef> typeArguments) {
    List<Signature> signatures = new ArrayList<>();
    for (MethodSymbol method : methods) {
      signatures.add(method(method, receiver, typeArguments));
    }
    return signatures;
  }

  private Signature method(MethodSymbol method, Type receiver, List<TypeRef> typeArguments) {
    Map<String, Type> values = new HashMap<>(ownerArguments(method, receiver));
    List<Type.Variable> free = freshen(method.typeParameters(), values);
    if (typeArguments.size() == free.size()) {
      for (int i = 0; i < free.size(); i++) {
        values.put(method.typeParameters().get(i).name(), at.resolve(typeArguments.get(i)));
      }
      free = List.of();
    }
    Signature signature = signature(method, free, values, result(method, receiver, values));
    return isRawUse(method, receiver) ? erased(signature) : signature;
  }

  /** The members of a raw type are erased (JLS 4.8). */
  private boolean isRawUse(MethodSymbol method, Type receiver) {
    if (method.isStatic() || method.owner().typeParameters().isEmpty()) {
      return false;
    }
    Type use = at.typing().asSuper(receiver, method.owner().name());
    return use != null && use.arguments().isEmpty();
  }

  private static Signature erased(Signature signature) {
    MethodSymbol method = signature.method();
    return new Signature(
        method,
        List.of(),
        method.parameterTypes().stream().map(Types::erased).toList(),
        Types.erased(signature.result()),
        method.thrown().stream().map(Types::erased).toList());
  }

  private Map<String, Type> ownerArguments(MethodSymbol method, Type receiver) {
    if (method.isStatic() || method.owner().typeParameters().isEmpty()) {
      return Map.of();
    }
    Type use = at.typing().asSuper(receiver, method.owner().name());
    return use == null ? Map.of() : method.owner().bind(use);
  }

  /** {@code getClass} and the {@code clone} of arrays have types of their own (JLS 4.3.2, 10.7). */
  private static Type result(MethodSymbol method, Type receiver, Map<String, Type> values) {
    boolean plain =
        method.parameterTypes().isEmpty() && method.owner().name().equals("java.lang.Object");
    if (plain && method.name().equals("getClass")) {
      return Types.declared("java.lang.Class", new Type.Wildcard(Types.erased(receiver), false));
    }
    if (plain && method.name().equals("clone") && receiver instanceof Type.Array) {
      return receiver;
    }
    return Types.read(Types.substitute(method.returnType(), values));
  }

  private static Signature signature(
      MethodSymbol method, List<Type.Variable> free, Map<String, Type> values, Type result) {
    List<Type> parameters =
        Types.substitute(method.parameterTypes(), values).stream().map(Types::bound).toList();
    return new Signature(
        method, free, parameters, result, Types.substitute(method.thrown(), values));
  }

  /**
   * Constructors of a class as a creation sees them; with a diamond the created type's parameters
   * are to be inferred.
   *
   * @param constructed the type whose constructors they are: another than the one created for
   *     interfaces
   */
  List<Signature> constructors(
      TypeSymbol constructed, TypeSymbol symbol, Type created, boolean diamond) {
    List<Signature> signatures = new ArrayList<>();
    for (MethodSymbol constructor : at.members().constructors(constructed)) {
      Map<String, Type> values = new HashMap<>(diamond ? Map.of() : symbol.bind(created));
      List<Type.Variable> free = new ArrayList<>();
      if (diamond) {
        free.addAll(freshen(symbol.typeParameters(), values));
      }
      Type result = diamond ? Types.substitute(symbol.thisType(), values) : created;
      free.addAll(freshen(constructor.typeParameters(), values));
      Signature signature = signature(constructor, free, values, result);
      boolean raw = !diamond && created.arguments().isEmpty() && !symbol.typeParameters().isEmpty();
      signatures.add(raw ? erased(signature) : signature);
    }
    return signatures;
  }

  private List<Type.Variable> freshen(List<Type.Variable> parameters, Map<String, Type> values) {
    if (parameters.isEmpty()) {
      return List.of();
    }
    int number = ++fresh;
    for (Type.Variable parameter : parameters) {
      values.put(
          parameter.name(),
          new Type.Variable(parameter.name() + '#' + number, Types.erased(parameter.bound())));
    }
    List<Type.Variable> free = new ArrayList<>();
    for (Type.Variable parameter : parameters) {
      Type bound = Types.substitute(parameter.bound(), values);
      free.add(new Type.Variable(parameter.name() + '#' + number, bound));
    }
    free.forEach(v -> values.put(v.name().substring(0, v.name().lastIndexOf('#')), v));
    return free;
  }
}
