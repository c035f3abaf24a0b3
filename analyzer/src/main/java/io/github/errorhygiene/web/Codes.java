package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs when a framework calls a function, or an object that stands for one. */
public final class Codes {
  private final Program program;

  public Codes(Program program) {
    this.program = program;
  }

  /** The code that the argument with that meaning is; empty if that is not known. */
  public List<Code> of(Entry entry, String meaning) {
    int index = entry.row().index(entry.call(), meaning);
    String method = entry.row().handlerMethod();
    return method.isEmpty() ? of(entry.call(), index) : of(entry.call(), index, method);
  }

  /** The code that an argument of a call is; empty if that is not known. */
  public List<Code> of(LibraryCall call, int index) {
    Value argument = call.argument(index);
    String declared =
        index >= 0 && index < call.argumentTypes().size()
            ? call.argumentTypes().get(index).erasure()
            : "";
    return of(argument, declared, asked(call, index));
  }

  /** A method, by name, of the object that an argument of a call is; empty if it is not known. */
  public List<Code> of(LibraryCall call, int index, String method) {
    List<Code> codes = new ArrayList<>();
    for (Instance instance : call.argument(index).instances()) {
      named(instance.type(), method)
          .ifPresent(
              found -> codes.add(new Code.OfMethod(found.owner(), found, Value.of(instance))));
    }
    if (codes.isEmpty() && index >= 0 && index < call.argumentTypes().size()) {
      String type = call.argumentTypes().get(index).erasure();
      named(type, method).ifPresent(found -> codes.add(Code.of(found.owner(), found)));
    }
    return codes;
  }

  private Optional<MethodSymbol> named(String type, String name) {
    TypeSymbol symbol = program.type(type);
    return symbol == null
        ? Optional.empty()
        : program.allMethods(symbol).stream()
            .filter(method -> method.hasBody() && method.name().equals(name))
            .findFirst();
  }

  /**
   * The code that a value is.
   *
   * @param type binary name of its static type, for an object of which nothing else is known
   * @param asked binary name of the interface of which it is used; empty if unknown
   */
  public List<Code> of(Value value, String type, String asked) {
    List<Code> codes = new ArrayList<>();
    for (Function function : value.functions()) {
      if (isOutermost(function, value)) {
        codes.add(new Code.OfFunction(function, !isVoid(asked)));
      }
    }
    for (Instance instance : value.instances()) {
      if (isOutermost(instance, value)) {
        add(codes, instance.type(), Value.of(instance).withData(value.data()), asked);
      }
    }
    if (codes.isEmpty()) {
      only(type).ifPresent(each -> add(codes, each.name(), null, asked));
    }
    return codes;
  }

  /** A handler, or one around it if the configuration says so: the latter does all of it. */
  private static boolean isOutermost(Known known, Value all) {
    return all.alternatives().stream().noneMatch(other -> holds(other, known));
  }

  private static boolean holds(Known outer, Known inner) {
    if (outer instanceof Function function) {
      return function.holds(inner);
    }
    return outer instanceof Instance instance
        && instance.fields().values().stream()
            .anyMatch(value -> value.alternatives().contains(inner));
  }

  private boolean isVoid(String asked) {
    TypeSymbol type = asked.isEmpty() ? null : program.type(asked);
    MethodSymbol function = type == null ? null : function(type);
    return function != null && function.returnType().erasure().equals("void");
  }

  /** The class of which something of that static type must be; empty if there are several. */
  private Optional<TypeSymbol> only(String name) {
    TypeSymbol type = program.type(name);
    if (type == null || !type.isSource()) {
      return Optional.empty();
    }
    List<TypeSymbol> classes =
        Stream.concat(Stream.of(type), program.sourceSubtypes(name).stream())
            .filter(each -> !each.isAbstract())
            .toList();
    return classes.size() == 1 ? Optional.of(classes.get(0)) : Optional.empty();
  }

  private void add(List<Code> codes, String name, @Nullable Value self, String asked) {
    TypeSymbol type = program.type(name);
    MethodSymbol method = type == null || !type.isSource() ? null : implementation(type, asked);
    if (type != null && method != null) {
      codes.add(self == null ? Code.of(type, method) : new Code.OfMethod(type, method, self));
    }
  }

  private static String asked(LibraryCall call, int index) {
    MethodSymbol method = call.method();
    if (method == null || method.parameterTypes().isEmpty() || index < 0) {
      return "";
    }
    int last = method.parameterTypes().size() - 1;
    Type type = method.parameterTypes().get(Math.min(index, last));
    return type instanceof Type.Array array ? array.element().erasure() : type.erasure();
  }

  /** The method by which a class implements the interface; without one, any functional one. */
  private @Nullable MethodSymbol implementation(TypeSymbol type, String asked) {
    for (String supertype : program.supertypes(type.name())) {
      TypeSymbol symbol = program.type(supertype);
      boolean meant = asked.isEmpty() || supertype.equals(asked);
      MethodSymbol function = meant && symbol != null ? function(symbol) : null;
      MethodSymbol own = function == null ? null : own(type, function);
      if (own != null) {
        return own;
      }
    }
    return null;
  }

  /** The only abstract method of an interface or class; null if there is not exactly one. */
  private @Nullable MethodSymbol function(TypeSymbol type) {
    List<MethodSymbol> open =
        program.allMethods(type).stream().filter(MethodSymbol::isAbstract).toList();
    return open.size() == 1 ? open.get(0) : null;
  }

  private @Nullable MethodSymbol own(TypeSymbol type, MethodSymbol function) {
    return program.allMethods(type).stream()
        .filter(
            method ->
                method.hasBody()
                    && method.name().equals(function.name())
                    && method.parameterTypes().size() == function.parameterTypes().size())
        .findFirst()
        .orElse(null);
  }
}
