package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a framework runs: a method of an object, or a function. */
public sealed interface Code {
  /** For people and for identity; without line numbers. */
  String signature();

  /** Where it stands; null if it is not of the sources. */
  @Nullable Place place();

  /** What it does for these arguments, with what proxies put around it. */
  Summary run(Engine engine, List<Value> arguments);

  /** The same, once the future, publisher or {@code Callable} that it returns has completed. */
  default Summary answer(Engine engine, List<Value> arguments) {
    return engine.awaited(run(engine, arguments));
  }

  /** The same, around something that fails with an exception whenever it passes the request on. */
  default Code around(Escape failure) {
    return this;
  }

  /** A method of an object of which only the class is known. */
  static Code of(TypeSymbol type, MethodSymbol method) {
    Value self = Value.of(new Instance(type.name(), Map.of())).withData(Value.GIVEN.data());
    return new OfMethod(type, method, self);
  }

  /** For people: {@code OrderController#get}. */
  String label();

  /** Whether it names one of its parameters; true if it is not known. */
  boolean names(int parameter);

  private static boolean names(MethodSymbol method, int parameter) {
    List<String> own = method.parameterNames();
    return !method.hasBody() || parameter >= own.size() || method.mayName(own.get(parameter));
  }

  private static String label(String type, String signature) {
    String simple = simple(type);
    String method = signature.substring(signature.indexOf('#') + 1);
    int end = method.indexOf('(');
    String name = end < 0 ? method : method.substring(0, end);
    return name.equals("<init>") ? "new " + simple : simple + "#" + name;
  }

  /** {@code Orders} of {@code shop.Orders$2}, an anonymous class in it; {@code Line} of a local. */
  private static String simple(String type) {
    String named = type.replaceFirst("(\\$\\d+)+$", "");
    return named.replaceFirst(".*[.$]\\d*", "");
  }

  /**
   * A method.
   *
   * @param type may be a subclass of the method's owner
   * @param method with a body, or inherited from a class file
   * @param self the object; nothing for a static method
   */
  record OfMethod(TypeSymbol type, MethodSymbol method, Value self) implements Code {
    @Override
    public String signature() {
      return method.signature();
    }

    /** Of the method; of the class if it inherits the method from a class file. */
    @Override
    public @Nullable Place place() {
      Place ofMethod = Places.of(method);
      return ofMethod == null ? Places.of(type) : ofMethod;
    }

    @Override
    public Summary run(Engine engine, List<Value> arguments) {
      return engine.called(method, self, arguments);
    }

    @Override
    public Code around(Escape failure) {
      Value chain = Value.of(new Known.Caught(failure));
      return new OfMethod(type, method, self.withField(Known.BEHIND, chain));
    }

    @Override
    public String label() {
      return Code.label(type.name(), signature());
    }

    @Override
    public boolean names(int parameter) {
      return Code.names(method, parameter);
    }
  }

  /**
   * A lambda or method reference, with the values that it captured.
   *
   * @param awaited somebody heeds what it returns; otherwise futures that it returns are lost
   */
  record OfFunction(Function function, boolean awaited) implements Code {
    @Override
    public Summary answer(Engine engine, List<Value> arguments) {
      Summary summary = run(engine, arguments);
      return awaited ? engine.awaited(summary) : summary;
    }

    @Override
    public String signature() {
      MethodSymbol referred = function.referred();
      return referred == null ? function.site().method() : referred.signature();
    }

    @Override
    public Place place() {
      MethodSymbol referred = function.referred();
      Place place = referred == null ? null : Places.of(referred);
      return place == null ? function.site().place() : place;
    }

    @Override
    public Summary run(Engine engine, List<Value> arguments) {
      return engine.summary(function, arguments);
    }

    @Override
    public String label() {
      String signature = signature();
      return Code.label(signature.substring(0, Math.max(0, signature.indexOf('#'))), signature);
    }

    @Override
    public boolean names(int parameter) {
      MethodSymbol referred = function.referred();
      if (referred != null) {
        return Code.names(referred, parameter);
      }
      return !(function.node() instanceof Expr.Lambda lambda)
          || parameter >= lambda.parameters().size()
          || Nodes.mayName(lambda.body(), lambda.parameters().get(parameter).name());
    }
  }
}
