package io.github.errorhygiene.program;

import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sources linked with the JDK, and questions about them as tests like to ask them. */
final class Linked {
  private static final ClassPath JDK = ClassPath.of(List.of());

  private final Program program;

  private Linked(Program program) {
    this.program = program;
  }

  /** Compilation units; each is a file. */
  static Linked of(String... sources) {
    List<Unit> units = new ArrayList<>();
    for (String source : sources) {
      units.add(SourceReader.lower("File" + units.size() + ".java", source));
    }
    units.forEach(Linked::requireReadable);
    return new Linked(Program.link(units, ClassSource.of(JDK)));
  }

  /** Statements in the method {@code void run()} of a class {@code Test} with the usual imports. */
  static Linked ofStatements(String statements, String... types) {
    return of(
        """
        import java.util.*;
        import java.util.function.*;
        import java.util.stream.*;
        import java.util.concurrent.*;
        class Test {
          void run() throws Exception {
            %s
          }
          %s
        }
        """
            .formatted(statements, String.join("\n", types)));
  }

  private static void requireReadable(Unit unit) {
    if (!unit.gaps().isEmpty()) {
      throw new IllegalArgumentException(unit.gaps().toString());
    }
  }

  Program program() {
    return program;
  }

  TypeSymbol type(String name) {
    TypeSymbol type = program.type(name);
    if (type == null) {
      throw new IllegalArgumentException("no type " + name);
    }
    return type;
  }

  MethodSymbol method(String type, String name) {
    return type(type).methods().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  FieldSymbol field(String type, String name) {
    return type(type).fields().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The signature of the method that the first call, creation or reference of that name means;
   * empty if unresolved.
   */
  String target(String name) {
    Found found = find(name);
    MethodSymbol method = found.body().methodOf(found.node());
    return method == null ? "" : method.signature();
  }

  /** The type of the first call, creation, name or reference of that name, arguments included. */
  String typeOf(String name) {
    Found found = find(name);
    return text(found.body().typeOf(found.node()));
  }

  /** The type of the variable, parameter or binding of that name in {@code Test.run}. */
  String variable(String name) {
    Found found = find(e -> e instanceof Expr.Name n && n.name().equals(name));
    return found.body().symbolOf(found.node()) instanceof LocalSymbol local
        ? text(local.type())
        : "";
  }

  Found find(String name) {
    return find(e -> name.equals(nameOf(e)));
  }

  private static String nameOf(Expr expression) {
    if (expression instanceof Expr.Call call) {
      return call.name();
    }
    if (expression instanceof Expr.New creation) {
      return "new " + creation.type().name();
    }
    if (expression instanceof Expr.MethodRef reference) {
      return "::" + reference.name();
    }
    return expression instanceof Expr.Name name ? name.name() : "";
  }

  /** An expression and the body that knows it. */
  record Found(TypeSymbol type, Body body, Expr node) {}

  Found find(Predicate<Expr> wanted) {
    for (TypeSymbol type : allTypes(program)) {
      for (MethodSymbol method : type.methods()) {
        MethodDecl declaration = method.declaration();
        Expr node = declaration == null ? null : first(declaration.body(), wanted);
        if (node != null) {
          return new Found(type, program.body(method), node);
        }
      }
      for (FieldSymbol field : type.fields()) {
        Expr node = first(field.initializer(), wanted);
        if (node != null) {
          return new Found(type, program.body(field), node);
        }
      }
    }
    throw new IllegalArgumentException("no such expression");
  }

  private static List<TypeSymbol> allTypes(Program program) {
    List<TypeSymbol> types = new ArrayList<>(program.sourceTypes());
    program.sourceSubtypes("java.lang.Object").stream()
        .filter(TypeSymbol::isLocal)
        .forEach(types::add);
    return types;
  }

  /** All calls of all bodies that have no method. */
  List<String> unresolved() {
    List<String> all = new ArrayList<>();
    for (TypeSymbol type : allTypes(program)) {
      type.methods().forEach(m -> add(program.body(m), all));
      type.fields().forEach(f -> add(program.body(f), all));
      type.initializers().forEach(i -> add(program.body(i), all));
    }
    return all;
  }

  private static void add(Body body, List<String> all) {
    body.unresolvedCalls().forEach(call -> all.add(call.name() + ": " + call.reason()));
  }

  private static Expr first(Object node, Predicate<Expr> wanted) {
    if (node instanceof List<?> list) {
      return list.stream()
          .map(n -> first(n, wanted))
          .filter(e -> e != null)
          .findFirst()
          .orElse(null);
    }
    if (!(node instanceof Record) || node instanceof TypeDecl) {
      return null;
    }
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      Expr found = first(value(node, component), wanted);
      if (found != null) {
        return found;
      }
    }
    return node instanceof Expr expression && wanted.test(expression) ? expression : null;
  }

  /** All expressions of all bodies, field initialisers and arguments of enum constants. */
  static void forEach(Program program, Consumer<Found> action) {
    for (TypeSymbol type : allTypes(program)) {
      Stream.concat(type.methods().stream(), type.initializers().stream())
          .filter(MethodSymbol::hasBody)
          .forEach(m -> forEach(m.declaration().body(), type, program.body(m), action));
      for (FieldSymbol field : type.fields()) {
        Body body = program.body(field);
        forEach(field.initializer(), type, body, action);
        if (field.enumConstant() != null) {
          forEach(field.enumConstant().arguments(), type, body, action);
        }
      }
    }
  }

  private static void forEach(Object root, TypeSymbol type, Body body, Consumer<Found> action) {
    first(
        root,
        expression -> {
          action.accept(new Found(type, body, expression));
          return false;
        });
  }

  private static Object value(Object node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A type with simple names: {@code List<? extends Map.Entry<String, Integer>>}. */
  static String text(Type type) {
    if (type instanceof Type.Wildcard wildcard) {
      return "? " + (wildcard.lower() ? "super " : "extends ") + text(wildcard.bound());
    }
    if (type instanceof Type.Array array) {
      return text(array.element()) + "[]";
    }
    if (type instanceof Type.Variable variable) {
      return variable.name();
    }
    String erased = type.erasure();
    String simple = erased.substring(erased.lastIndexOf('.') + 1).replace('$', '.');
    if (type.arguments().isEmpty()) {
      return simple;
    }
    return simple
        + type.arguments().stream()
            .map(Linked::text)
            .toList()
            .toString()
            .replace('[', '<')
            .replace(']', '>');
  }
}
