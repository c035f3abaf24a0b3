package io.github.errorhygiene.program;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types declared within a body. Walks with a stack of its own, so deep expressions do no
 * harm.
 */
final class NestedNodes implements Expr.Visitor<Boolean>, Stmt.Visitor<Boolean> {
  private final Deque<Object> open = new ArrayDeque<>();
  private final Consumer<Object> found;

  private NestedNodes(Consumer<Object> found) {
    this.found = found;
  }

  /**
   * The anonymous ({@link Expr.New}) and local ({@link Stmt.LocalType}) types of a body in no
   * particular order, not those within their bodies.
   */
  static List<Object> typesIn(Object root) {
    List<Object> types = new ArrayList<>();
    walk(
        root,
        node -> {
          if (declares(node)) {
            types.add(node);
          }
        });
    return types;
  }

  /** Whether a node that was found declares a type. */
  static boolean declares(Object node) {
    return node instanceof Stmt.LocalType
        || (node instanceof Expr.New creation && creation.body() != null);
  }

  /**
   * Calls {@code found} with the nodes of {@link #typesIn}, all names, instance creations and
   * references to constructors.
   */
  static void walk(Object root, Consumer<Object> found) {
    walk(root, new NestedNodes(found), node -> {});
  }

  /**
   * Calls {@code found} with all statements and expressions of a body, in no particular order, not
   * those of types declared in it.
   */
  static void all(Object root, Consumer<Object> found) {
    walk(root, new NestedNodes(node -> {}), found);
  }

  private static void walk(Object root, NestedNodes walk, Consumer<Object> each) {
    walk.open.push(root);
    while (!walk.open.isEmpty()) {
      Object node = walk.open.pop();
      each.accept(node);
      if (node instanceof Expr expr) {
        Boolean ignored = expr.accept(walk);
      } else {
        Boolean ignored = ((Stmt) node).accept(walk);
      }
    }
  }

  @CanIgnoreReturnValue
  private boolean add(@Nullable Object node) {
    if (node != null) {
      open.push(node);
    }
    return true;
  }

  @CanIgnoreReturnValue
  private boolean addAll(List<?> nodes) {
    nodes.forEach(open::push);
    return true;
  }

  @Override
  public Boolean literal(Expr.Literal e) {
    return true;
  }

  @Override
  public Boolean name(Expr.Name e) {
    found.accept(e);
    return true;
  }

  @Override
  public Boolean select(Expr.Select e) {
    return add(e.target());
  }

  @Override
  public Boolean call(Expr.Call e) {
    return add(e.receiver()) && addAll(e.arguments());
  }

  @Override
  public Boolean create(Expr.New e) {
    found.accept(e);
    return add(e.outer()) && addAll(e.arguments());
  }

  @Override
  public Boolean lambda(Expr.Lambda e) {
    return add(e.body());
  }

  @Override
  public Boolean methodRef(Expr.MethodRef e) {
    if (e.name().equals("<init>")) {
      found.accept(e);
    }
    return add(e.target());
  }

  @Override
  public Boolean assign(Expr.Assign e) {
    return add(e.target()) && add(e.value());
  }

  @Override
  public Boolean unary(Expr.Unary e) {
    return add(e.operand());
  }

  @Override
  public Boolean binary(Expr.Binary e) {
    return add(e.left()) && add(e.right());
  }

  @Override
  public Boolean conditional(Expr.Conditional e) {
    return add(e.condition()) && add(e.then()) && add(e.otherwise());
  }

  @Override
  public Boolean cast(Expr.Cast e) {
    return add(e.operand());
  }

  @Override
  public Boolean instanceOf(Expr.InstanceOf e) {
    return add(e.operand());
  }

  @Override
  public Boolean index(Expr.Index e) {
    return add(e.array()) && add(e.index());
  }

  @Override
  public Boolean newArray(Expr.NewArray e) {
    return addAll(e.dimensions()) && add(e.initializer());
  }

  @Override
  public Boolean arrayLiteral(Expr.ArrayLiteral e) {
    return addAll(e.elements());
  }

  @Override
  public Boolean classLiteral(Expr.ClassLiteral e) {
    return true;
  }

  @Override
  public Boolean self(Expr.This e) {
    return true;
  }

  @Override
  public Boolean switchExpr(Expr.SwitchExpr e) {
    return add(e.body());
  }

  @Override
  public Boolean annotationValue(Expr.AnnotationValue e) {
    return true;
  }

  @Override
  public Boolean block(Stmt.Block s) {
    return addAll(s.statements());
  }

  @Override
  public Boolean local(Stmt.Local s) {
    return add(s.initializer());
  }

  @Override
  public Boolean localType(Stmt.LocalType s) {
    found.accept(s);
    return true;
  }

  @Override
  public Boolean eval(Stmt.Eval s) {
    return add(s.expression());
  }

  @Override
  public Boolean branch(Stmt.If s) {
    return add(s.condition()) && add(s.then()) && add(s.otherwise());
  }

  @Override
  public Boolean loop(Stmt.Loop s) {
    return addAll(s.initializers()) && add(s.condition()) && addAll(s.updates()) && add(s.body());
  }

  @Override
  public Boolean forEach(Stmt.ForEach s) {
    return add(s.iterable()) && add(s.body());
  }

  @Override
  public Boolean select(Stmt.Switch s) {
    for (Stmt.Case part : s.cases()) {
      addAll(part.labels());
      add(part.guard());
      addAll(part.body());
    }
    return add(s.selector());
  }

  @Override
  public Boolean giveBack(Stmt.Return s) {
    return add(s.value());
  }

  @Override
  public Boolean raise(Stmt.Throw s) {
    return add(s.exception());
  }

  @Override
  public Boolean attempt(Stmt.Try s) {
    s.catches().forEach(clause -> open.push(clause.body()));
    return addAll(s.resources()) && add(s.body()) && add(s.finallyBlock());
  }

  @Override
  public Boolean jump(Stmt.Jump s) {
    return add(s.value());
  }

  @Override
  public Boolean labeled(Stmt.Labeled s) {
    return add(s.statement());
  }

  /** The declaration of an anonymous or local type node. */
  static TypeDecl declaration(Object node) {
    if (node instanceof Stmt.LocalType local) {
      return local.type();
    }
    TypeDecl body = ((Expr.New) node).body();
    if (body == null) {
      throw new IllegalArgumentException("not an anonymous class");
    }
    return body;
  }

  /** All named bindings of a pattern, in source order. */
  static List<Pattern.OfType> bindings(Pattern pattern) {
    if (pattern instanceof Pattern.OfType type) {
      return type.name() == null ? List.of() : List.of(type);
    }
    List<Pattern.OfType> result = new ArrayList<>();
    ((Pattern.OfRecord) pattern).components().forEach(part -> result.addAll(bindings(part)));
    return result;
  }
}
