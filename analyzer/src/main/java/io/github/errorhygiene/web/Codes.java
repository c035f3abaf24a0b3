package io.github.errorhygiene.web;

import io.github.errorhygiene.escape.Known.Function;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.escape.LibraryCall;
import io.github.errorhygiene.escape.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs when a framework calls a function, or an object that stands for one. */
public final class Codes {
  private final Program program;

  public Codes(Program program) {
    this.program = program;
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

  /**
   * The code that a value is.
   *
   * @param type binary name of its static type, for an object of which nothing else is known
   * @param asked binary name of the interface of which it is used; empty if unknown
   */
  public List<Code> of(Value value, String type, String asked) {
    List<Code> codes = new ArrayList<>();
    for (Function function : value.functions()) {
      codes.add(new Code.OfFunction(function));
    }
    for (Instance instance : value.instances()) {
      add(codes, instance.type(), Value.of(instance).withData(value.data()), asked);
    }
    if (codes.isEmpty()) {
      program.sourceSubtypes(type).stream()
          .filter(each -> !each.isAbstract())
          .forEach(each -> add(codes, each.name(), null, asked));
      add(codes, type, null, asked);
    }
    return codes;
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
