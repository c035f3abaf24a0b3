package io.github.errorhygiene.source;

import static java.util.stream.Collectors.joining;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeParameter;
import io.github.errorhygiene.unit.TypeRef;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Units as compact text, so that tests can say what they expect. Every operation has its
 * parentheses, every kind of node a look of its own, so that two different units differ in their
 * texts.
 */
final class UnitText {
  private UnitText() {}

  static String of(TypeDecl type) {
    StringBuilder text = new StringBuilder(annotations(type.annotations()));
    text.append(modifiers(type.modifiers() & ~Modifier.INTERFACE));
    text.append(type.kind().name().toLowerCase(Locale.ROOT)).append(' ').append(type.name());
    text.append(typeParameters(type.typeParameters()));
    text.append(
        type.recordComponents().isEmpty() ? "" : "(" + parameters(type.recordComponents()) + ")");
    text.append(type.superclass() == null ? "" : " extends " + type.superclass());
    text.append(type.interfaces().isEmpty() ? "" : " implements " + types(type.interfaces()));
    return text + " {" + body(type) + "}";
  }

  private static String body(TypeDecl type) {
    List<String> members = new ArrayList<>();
    type.enumConstants().forEach(c -> members.add(of(c)));
    type.fields().forEach(f -> members.add(of(f)));
    type.methods().forEach(m -> members.add(of(m)));
    type.types().forEach(t -> members.add(of(t)));
    return String.join(" ", members);
  }

  private static String of(TypeDecl.EnumConstant c) {
    String body = c.body() == null ? "" : " " + of(c.body());
    return annotations(c.annotations()) + c.name() + "(" + all(c.arguments()) + ")" + body + ",";
  }

  static String of(FieldDecl f) {
    String value = f.initializer() == null ? "" : " = " + of(f.initializer());
    return annotations(f.annotations())
        + modifiers(f.modifiers())
        + f.type()
        + " "
        + f.name()
        + value
        + ";";
  }

  static String of(MethodDecl m) {
    String flags = (m.isDefault() ? "default " : "") + (m.compact() ? "compact " : "");
    String generic = m.typeParameters().isEmpty() ? "" : typeParameters(m.typeParameters()) + " ";
    String thrown = m.thrown().isEmpty() ? "" : " throws " + types(m.thrown());
    String head = m.returnType() + " " + m.name() + "(" + parameters(m.parameters()) + ")" + thrown;
    String body = m.body() == null ? ";" : " " + of(m.body());
    return annotations(m.annotations()) + modifiers(m.modifiers()) + flags + generic + head + body;
  }

  private static String modifiers(int bits) {
    return bits == 0 ? "" : Modifier.toString(bits) + " ";
  }

  private static String typeParameters(List<TypeParameter> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.stream().map(UnitText::of).collect(joining(", ", "<", ">"));
  }

  private static String of(TypeParameter parameter) {
    return parameter.bounds().isEmpty()
        ? parameter.name()
        : parameter.name()
            + " extends "
            + parameter.bounds().stream().map(TypeRef::toString).collect(joining(" & "));
  }

  private static String parameters(List<Parameter> parameters) {
    return parameters.stream().map(UnitText::of).collect(joining(", "));
  }

  private static String of(Parameter p) {
    return annotations(p.annotations()) + p.type() + (p.varargs() ? "... " : " ") + p.name();
  }

  private static String types(List<TypeRef> types) {
    return types.stream().map(TypeRef::toString).collect(joining(", "));
  }

  private static String annotations(List<Annotation> annotations) {
    return annotations.stream().map(a -> of(a) + " ").collect(joining());
  }

  static String of(Annotation a) {
    return "@"
        + a.name()
        + a.values().entrySet().stream()
            .map(e -> e.getKey() + "=" + of(e.getValue()))
            .collect(joining(", ", "(", ")"));
  }

  static String of(Pattern pattern) {
    if (pattern instanceof Pattern.OfType p) {
      return p.name() == null ? p.type().toString() : p.type() + " " + p.name();
    }
    Pattern.OfRecord r = (Pattern.OfRecord) pattern;
    return r.type() + r.components().stream().map(UnitText::of).collect(joining(", ", "(", ")"));
  }

  static String of(Stmt s) {
    return s.accept(STATEMENTS);
  }

  static String of(Expr e) {
    return e.accept(EXPRESSIONS);
  }

  private static String all(List<Expr> expressions) {
    return expressions.stream().map(UnitText::of).collect(joining(", "));
  }

  private static String statements(List<Stmt> statements) {
    return statements.stream().map(UnitText::of).collect(joining(" "));
  }

  private static String value(@Nullable Object value) {
    if (value instanceof String s) {
      return '"' + s.replace("\n", "\\n").replace("\t", "\\t") + '"';
    }
    if (value instanceof Character c) {
      return "'" + (c == '\n' ? "\\n" : value) + "'";
    }
    String suffix =
        value instanceof Long
            ? "L"
            : value instanceof Float ? "F" : value instanceof Double ? "D" : "";
    return value + suffix;
  }

  private static final Expr.Visitor<String> EXPRESSIONS =
      new Expr.Visitor<>() {
        @Override
        public String literal(Expr.Literal e) {
          return value(e.value());
        }

        @Override
        public String name(Expr.Name e) {
          return e.name();
        }

        @Override
        public String select(Expr.Select e) {
          return of(e.target()) + "." + e.name();
        }

        @Override
        public String call(Expr.Call e) {
          String receiver = e.receiver() == null ? "" : of(e.receiver()) + ".";
          String typeArguments =
              e.typeArguments().isEmpty() ? "" : "<" + types(e.typeArguments()) + ">";
          return receiver + typeArguments + e.name() + "(" + all(e.arguments()) + ")";
        }

        @Override
        public String create(Expr.New e) {
          String outer = e.outer() == null ? "" : of(e.outer()) + ".";
          String body = e.body() == null ? "" : " {" + of(e.body()) + "}";
          return outer + "new " + e.type() + "(" + all(e.arguments()) + ")" + body;
        }

        @Override
        public String lambda(Expr.Lambda e) {
          return "(" + parameters(e.parameters()) + ") -> " + of(e.body());
        }

        @Override
        public String methodRef(Expr.MethodRef e) {
          return (e.target() == null ? "type " + e.type() : of(e.target())) + "::" + e.name();
        }

        @Override
        public String assign(Expr.Assign e) {
          return "(" + of(e.target()) + " " + e.operator() + " " + of(e.value()) + ")";
        }

        @Override
        public String unary(Expr.Unary e) {
          return "(" + e.operator() + " " + of(e.operand()) + ")";
        }

        @Override
        public String binary(Expr.Binary e) {
          return "(" + of(e.left()) + " " + e.operator() + " " + of(e.right()) + ")";
        }

        @Override
        public String conditional(Expr.Conditional e) {
          return "(" + of(e.condition()) + " ? " + of(e.then()) + " : " + of(e.otherwise()) + ")";
        }

        @Override
        public String cast(Expr.Cast e) {
          return "((" + e.type() + ") " + of(e.operand()) + ")";
        }

        @Override
        public String instanceOf(Expr.InstanceOf e) {
          return "(" + of(e.operand()) + " instanceof " + of(e.pattern()) + ")";
        }

        @Override
        public String index(Expr.Index e) {
          return of(e.array()) + "[" + of(e.index()) + "]";
        }

        @Override
        public String newArray(Expr.NewArray e) {
          String dimensions =
              e.dimensions().stream().map(UnitText::of).collect(joining("][", "[", "]"));
          String initializer = e.initializer() == null ? "" : " " + of(e.initializer());
          return "new " + e.type() + (e.dimensions().isEmpty() ? "" : dimensions) + initializer;
        }

        @Override
        public String arrayLiteral(Expr.ArrayLiteral e) {
          return "{" + all(e.elements()) + "}";
        }

        @Override
        public String classLiteral(Expr.ClassLiteral e) {
          return e.type() + ".class";
        }

        @Override
        public String self(Expr.This e) {
          return (e.qualifier() == null ? "" : e.qualifier() + ".")
              + (e.isSuper() ? "super" : "this");
        }

        @Override
        public String switchExpr(Expr.SwitchExpr e) {
          return "<" + of(e.body()) + ">";
        }

        @Override
        public String annotationValue(Expr.AnnotationValue e) {
          return of(e.annotation());
        }
      };

  private static final Stmt.Visitor<String> STATEMENTS =
      new Stmt.Visitor<>() {
        @Override
        public String block(Stmt.Block s) {
          return "{" + statements(s.statements()) + "}";
        }

        @Override
        public String local(Stmt.Local s) {
          String value = s.initializer() == null ? "" : " = " + of(s.initializer());
          return annotations(s.annotations()) + s.type() + " " + s.name() + value + ";";
        }

        @Override
        public String localType(Stmt.LocalType s) {
          return "local " + of(s.type());
        }

        @Override
        public String eval(Stmt.Eval s) {
          return of(s.expression()) + ";";
        }

        @Override
        public String branch(Stmt.If s) {
          String otherwise = s.otherwise() == null ? "" : " else " + of(s.otherwise());
          return "if (" + of(s.condition()) + ") " + of(s.then()) + otherwise;
        }

        @Override
        public String loop(Stmt.Loop s) {
          String condition = s.condition() == null ? "" : of(s.condition());
          String head = s.initializers().isEmpty() ? "" : statements(s.initializers()) + " ";
          String updates = s.updates().isEmpty() ? "" : "; " + all(s.updates());
          return (s.bodyFirst() ? "do-" : "")
              + "loop ("
              + head
              + condition
              + updates
              + ") "
              + of(s.body());
        }

        @Override
        public String forEach(Stmt.ForEach s) {
          return "each (" + of(s.variable()) + " " + of(s.iterable()) + ") " + of(s.body());
        }

        @Override
        public String select(Stmt.Switch s) {
          String cases = s.cases().stream().map(this::oneCase).collect(joining(" "));
          return "switch (" + of(s.selector()) + ") {" + cases + "}";
        }

        private String oneCase(Stmt.Case c) {
          List<String> labels = new ArrayList<>();
          c.labels().forEach(label -> labels.add(of(label)));
          c.patterns().forEach(pattern -> labels.add("~" + of(pattern)));
          if (c.isDefault()) {
            labels.add("default");
          }
          String guard = c.guard() == null ? "" : " when " + of(c.guard());
          String body = c.body().isEmpty() ? "" : " " + statements(c.body());
          return String.join(", ", labels) + guard + (c.arrow() ? " ->" : ":") + body;
        }

        @Override
        public String giveBack(Stmt.Return s) {
          return s.value() == null ? "return;" : "return " + of(s.value()) + ";";
        }

        @Override
        public String raise(Stmt.Throw s) {
          return "throw " + of(s.exception()) + ";";
        }

        @Override
        public String attempt(Stmt.Try s) {
          String resources = s.resources().isEmpty() ? "" : "(" + statements(s.resources()) + ") ";
          String catches = s.catches().stream().map(this::handler).collect(joining());
          String last = s.finallyBlock() == null ? "" : " finally " + of(s.finallyBlock());
          return "try " + resources + of(s.body()) + catches + last;
        }

        private String handler(Stmt.Catch c) {
          String types = c.types().stream().map(TypeRef::toString).collect(joining(" | "));
          return " catch (" + types + " " + c.name() + ") " + of(c.body());
        }

        @Override
        public String jump(Stmt.Jump s) {
          String label = s.label() == null ? "" : " " + s.label();
          String value = s.value() == null ? "" : " " + of(s.value());
          return s.kind().name().toLowerCase(Locale.ROOT) + label + value + ";";
        }

        @Override
        public String labeled(Stmt.Labeled s) {
          return s.label() + ": " + of(s.statement());
        }
      };
}
