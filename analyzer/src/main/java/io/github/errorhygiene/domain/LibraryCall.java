package io.github.errorhygiene.domain;

import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method without a body in the sources.
 *
 * @param owners binary names of the receiver's type and its supertypes, nearest first; of the
 *     declaring type for static methods
 * @param name {@code <init>} for constructors
 * @param method null if it could not be resolved
 * @param receiver nothing for static methods; for constructors the object under construction, or
 *     nothing
 * @param arguments in order
 * @param argumentTypes static types of the arguments
 * @param returnType static type of the call
 * @param answer what the framework's response object holds so far; nothing if untouched
 */
public record LibraryCall(
    List<String> owners,
    String name,
    @Nullable MethodSymbol method,
    Value receiver,
    List<Value> arguments,
    List<Type> argumentTypes,
    Type returnType,
    Value answer) {
  public LibraryCall {
    owners = List.copyOf(owners);
    arguments = List.copyOf(arguments);
    argumentTypes = List.copyOf(argumentTypes);
  }

  /** The argument; nothing if there are fewer. */
  public Value argument(int index) {
    return index >= 0 && index < arguments.size() ? arguments.get(index) : Value.NOTHING;
  }

  /** The nearest owner; empty if unknown. */
  public String owner() {
    return owners.isEmpty() ? "" : owners.get(0);
  }

  /** The same call on another receiver. */
  public LibraryCall on(Value other) {
    return new LibraryCall(
        owners, name, method, other, arguments, argumentTypes, returnType, answer);
  }

  /** The same call with other arguments. */
  public LibraryCall with(List<Value> others) {
    return new LibraryCall(
        owners, name, method, receiver, others, argumentTypes, returnType, answer);
  }

  /** Whether an object is made. */
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  /** What all arguments and the receiver depend on. */
  public Dependence inputs() {
    Dependence on = receiver.data();
    for (Value argument : arguments) {
      on = on.and(argument.data());
    }
    return on.whole();
  }

  /** {@code Integer.parseInt}. */
  public String label() {
    String owner = method == null ? owner() : method.owner().name();
    String simple = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    return isConstructor() ? "new " + simple : simple + "." + name;
  }

  /** Erased parameter types of the method; of the arguments if it could not be resolved. */
  public List<String> erasures() {
    List<Type> types = method == null ? argumentTypes : method.parameterTypes();
    return types.stream().map(Type::erasure).toList();
  }
}
