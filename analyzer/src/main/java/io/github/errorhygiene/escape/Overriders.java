package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which overriders of a method of a generic type run: those for other type arguments fail as soon
 * as they are called ({@code Handler<Close>} with an {@code Open}), so they are not called.
 */
final class Overriders {
  private final Program program;

  Overriders(Program program) {
    this.program = program;
  }

  /** Those that take what the arguments are known to be; all if none does. */
  List<MethodSymbol> taking(List<Value> arguments, List<MethodSymbol> targets) {
    boolean told = arguments.stream().anyMatch(Overriders::tells);
    return told ? those(targets, target -> mayTake(target, arguments)) : targets;
  }

  /**
   * Those of classes that can be what the receiver is declared as: a {@code Handler<Open>} is no
   * {@code Handler<Close>}.
   */
  List<MethodSymbol> of(Type receiver, List<MethodSymbol> targets) {
    boolean told = receiver.arguments().stream().anyMatch(Type.Declared.class::isInstance);
    return told ? those(targets, target -> mayBeOf(target, receiver)) : targets;
  }

  /**
   * The classes of which an object is that runs an inherited method with these arguments; empty if
   * they do not tell.
   */
  List<String> running(MethodSymbol target, List<Value> arguments) {
    TypeSymbol owner = target.owner();
    if (!owner.isAbstract() || owner.typeParameters().isEmpty()) {
      return List.of();
    }
    List<TypeSymbol> all = concrete(owner).toList();
    List<String> those =
        all.stream()
            .filter(type -> mayTake(target, type, arguments))
            .map(TypeSymbol::name)
            .toList();
    return those.size() < all.size() ? those : List.of();
  }

  private static List<MethodSymbol> those(
      List<MethodSymbol> targets, Predicate<MethodSymbol> wanted) {
    if (targets.size() < 2) {
      return targets;
    }
    List<MethodSymbol> those = targets.stream().filter(wanted).toList();
    return those.isEmpty() ? targets : those;
  }

  private static boolean tells(Value value) {
    return value.type() != null || !value.instances().isEmpty();
  }

  private boolean mayTake(MethodSymbol target, List<Value> arguments) {
    return concrete(target.owner()).anyMatch(type -> mayTake(target, type, arguments));
  }

  private boolean mayTake(MethodSymbol target, TypeSymbol type, List<Value> arguments) {
    List<Type> types = target.parameterTypes();
    int count = Math.min(target.varargs() ? types.size() - 1 : types.size(), arguments.size());
    return IntStream.range(0, count)
        .allMatch(i -> mayBe(arguments.get(i), taken(target.owner(), types.get(i), type)));
  }

  /** What an inherited method takes is what the inheriting class says. */
  private String taken(TypeSymbol owner, Type parameter, TypeSymbol type) {
    List<String> variables = owner.typeParameters().stream().map(Type.Variable::name).toList();
    int index =
        parameter instanceof Type.Variable variable ? variables.indexOf(variable.name()) : -1;
    @Nullable Type said = index < 0 ? null : argument(type, owner.name(), index);
    return (said == null ? parameter : said).erasure();
  }

  private boolean mayBeOf(MethodSymbol target, Type receiver) {
    List<Type> asked = receiver.arguments();
    return concrete(target.owner())
        .anyMatch(
            type ->
                IntStream.range(0, asked.size())
                    .allMatch(
                        i -> {
                          Type given = argument(type, receiver.erasure(), i);
                          return given == null || mayBeSame(given, asked.get(i));
                        }));
  }

  private boolean mayBeSame(Type given, Type asked) {
    boolean told = given instanceof Type.Declared && asked instanceof Type.Declared;
    return !told || TypeTests.mayBe(given.erasure(), asked.erasure(), program);
  }

  /** The classes of which the objects are that have what the type declares. */
  private Stream<TypeSymbol> concrete(TypeSymbol type) {
    Stream<TypeSymbol> all =
        Stream.concat(Stream.of(type), program.sourceSubtypes(type.name()).stream());
    List<TypeSymbol> concrete =
        all.filter(each -> !each.isAbstract() && !each.isInterface()).toList();
    return concrete.isEmpty() ? Stream.of(type) : concrete.stream();
  }

  /** A type argument of a class seen as one of its supertypes; null if it is not known. */
  private @Nullable Type argument(TypeSymbol type, String supertype, int index) {
    @Nullable Type seen = program.asSuper(type.thisType(), supertype);
    List<Type> arguments = seen == null ? List.of() : seen.arguments();
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private boolean mayBe(Value value, String type) {
    @Nullable String known = value.type();
    if (known != null) {
      return TypeTests.mayBe(known, type, program);
    }
    return !value.isEnumerated() || value.alternatives().stream().anyMatch(one -> mayBe(one, type));
  }

  private boolean mayBe(Known known, String type) {
    return !(known instanceof Instance instance)
        || program.isSubtype(instance.type(), type) != Certainty.NO;
  }
}
