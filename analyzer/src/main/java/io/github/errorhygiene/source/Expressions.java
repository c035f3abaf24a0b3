package io.github.errorhygiene.source;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.visitor.GenericVisitorWithDefaults;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expressions. */
final class Expressions {
  private final Lowering lowering;
  private final ByKind byKind = new ByKind();

  Expressions(Lowering lowering) {
    this.lowering = lowering;
  }

  Expr of(Expression expression) {
    return expression.accept(byKind, null);
  }

  @Nullable Expr orNull(Optional<? extends Expression> expression) {
    return expression.isPresent() ? of(expression.get()) : null;
  }

  List<Expr> all(NodeList<? extends Expression> expressions) {
    if (expressions.isEmpty()) {
      return List.of();
    }
    List<Expr> all = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      all.add(of(expression));
    }
    return all;
  }

  /**
   * A chain such as {@code a + b + c + …} leans to the left and may be thousands of terms long: no
   * recursion.
   */
  private Expr binary(BinaryExpr outermost) {
    Deque<BinaryExpr> chain = new ArrayDeque<>();
    Expression left = outermost;
    while (left instanceof BinaryExpr) {
      chain.push((BinaryExpr) left);
      left = ((BinaryExpr) left).getLeft();
    }
    Expr lowered = of(left);
    for (BinaryExpr e : chain) {
      lowered =
          new Expr.Binary(lowered, e.getOperator().asString(), of(e.getRight()), Places.of(e));
    }
    return lowered;
  }

  private static Expr unary(UnaryExpr e, Expr operand) {
    String sign = e.getOperator().asString();
    String operator =
        e.isPostfix() ? 'x' + sign : e.isPrefix() && sign.length() == 2 ? sign + 'x' : sign;
    return new Expr.Unary(operator, operand, Places.of(e));
  }

  private Expr create(ObjectCreationExpr e) {
    Expr outer = orNull(e.getScope());
    TypeRef type = lowering.references.of(e.getType());
    List<Expr> arguments = all(e.getArguments());
    TypeDecl body = e.getAnonymousClassBody().isPresent() ? anonymous(e, type) : null;
    return new Expr.New(outer, type, arguments, body, Places.of(e));
  }

  private TypeDecl anonymous(ObjectCreationExpr e, TypeRef type) {
    Position position =
        e.getScope().isPresent() ? Places.ofTokenAfter(e.getScope().get(), "new") : Places.of(e);
    return lowering.declarations.anonymous(
        type, 0, e.getAnonymousClassBody().orElseThrow(), position, Places.lastLine(e));
  }

  private Stmt lambdaBody(Statement body) {
    if (!(body instanceof ExpressionStmt single)) {
      return lowering.statements.of(body);
    }
    Expression value = single.getExpression();
    return new Stmt.Return(of(value), Places.of(value));
  }

  private Expr methodRef(MethodReferenceExpr e) {
    String name = e.getIdentifier().equals("new") ? "<init>" : lowering.texts.of(e.getIdentifier());
    Position position = Places.ofLastToken(e);
    if (e.getScope() instanceof CastExpr cast) {
      // JavaParser reads (F) x::m as ((F) x)::m; written so, the scope is an EnclosedExpr
      Expr reference = new Expr.MethodRef(of(cast.getExpression()), null, name, position);
      return new Expr.Cast(lowering.references.of(cast.getType()), reference, Places.of(e));
    }
    if (!(e.getScope() instanceof TypeExpr)) {
      return new Expr.MethodRef(of(e.getScope()), null, name, position);
    }
    Type type = ((TypeExpr) e.getScope()).getType();
    if (type instanceof ClassOrInterfaceType named && isName(named)) {
      return new Expr.MethodRef(nameOf(named), null, name, position);
    }
    return new Expr.MethodRef(null, lowering.references.of(type), name, position);
  }

  /**
   * JavaParser reads the {@code a.b} of {@code a.b::c} as a type; without type arguments it may be
   * a variable.
   */
  private static boolean isName(ClassOrInterfaceType type) {
    return type.getTypeArguments().isEmpty()
        && type.getScope().map(Expressions::isName).orElse(true);
  }

  private Expr nameOf(ClassOrInterfaceType type) {
    String name = lowering.texts.of(type.getName().getIdentifier());
    Position position = Places.of(type.getName());
    return type.getScope().isPresent()
        ? new Expr.Select(nameOf(type.getScope().get()), name, position)
        : new Expr.Name(name, position);
  }

  private Expr newArray(ArrayCreationExpr e) {
    List<Expr> dimensions = new ArrayList<>();
    for (ArrayCreationLevel level : e.getLevels()) {
      if (level.getDimension().isPresent()) {
        dimensions.add(of(level.getDimension().get()));
      }
    }
    TypeRef type =
        TypeRefs.withDimensions(lowering.references.of(e.getElementType()), e.getLevels().size());
    Expr.ArrayLiteral initializer =
        e.getInitializer().isPresent() ? array(e.getInitializer().get()) : null;
    return new Expr.NewArray(type, dimensions, initializer, Places.of(e));
  }

  private Expr.ArrayLiteral array(ArrayInitializerExpr e) {
    return new Expr.ArrayLiteral(all(e.getValues()), Places.of(e));
  }

  private static Expr self(Optional<Name> qualifier, boolean isSuper, Expression e) {
    TypeRef type = qualifier.map(name -> TypeRef.of(name.asString())).orElse(null);
    return new Expr.This(type, isSuper, Places.of(e));
  }

  private static Expr literal(@Nullable Object value, Expression e) {
    return new Expr.Literal(value, Places.of(e));
  }

  private final class ByKind extends GenericVisitorWithDefaults<Expr, @Nullable Void> {
    /** What can only stand here in a file with syntax errors. */
    @Override
    public Expr defaultAction(Node n, @Nullable Void none) {
      return new Expr.Name("<error>", Places.of(n));
    }

    @Override
    public Expr visit(EnclosedExpr n, @Nullable Void none) {
      return of(n.getInner());
    }

    @Override
    public Expr visit(NameExpr n, @Nullable Void none) {
      return new Expr.Name(lowering.texts.of(n.getName().getIdentifier()), Places.of(n));
    }

    @Override
    public Expr visit(FieldAccessExpr n, @Nullable Void none) {
      return new Expr.Select(
          of(n.getScope()), lowering.texts.of(n.getName().getIdentifier()), Places.of(n.getName()));
    }

    @Override
    public Expr visit(MethodCallExpr n, @Nullable Void none) {
      Expr receiver = orNull(n.getScope());
      List<TypeRef> typeArguments = lowering.references.all(n.getTypeArguments());
      return new Expr.Call(
          receiver,
          lowering.texts.of(n.getName().getIdentifier()),
          typeArguments,
          all(n.getArguments()),
          Places.of(n.getName()));
    }

    @Override
    public Expr visit(ObjectCreationExpr n, @Nullable Void none) {
      return create(n);
    }

    @Override
    public Expr visit(LambdaExpr n, @Nullable Void none) {
      return new Expr.Lambda(
          lowering.members.parameters(n.getParameters()), lambdaBody(n.getBody()), Places.of(n));
    }

    @Override
    public Expr visit(MethodReferenceExpr n, @Nullable Void none) {
      return methodRef(n);
    }

    @Override
    public Expr visit(AssignExpr n, @Nullable Void none) {
      Expr target = of(n.getTarget());
      return new Expr.Assign(target, n.getOperator().asString(), of(n.getValue()), Places.of(n));
    }

    @Override
    public Expr visit(UnaryExpr n, @Nullable Void none) {
      return unary(n, of(n.getExpression()));
    }

    @Override
    public Expr visit(BinaryExpr n, @Nullable Void none) {
      return binary(n);
    }

    @Override
    public Expr visit(ConditionalExpr n, @Nullable Void none) {
      Expr condition = of(n.getCondition());
      Expr then = of(n.getThenExpr());
      return new Expr.Conditional(condition, then, of(n.getElseExpr()), Places.of(n));
    }

    @Override
    public Expr visit(CastExpr n, @Nullable Void none) {
      return new Expr.Cast(
          lowering.references.of(n.getType()), of(n.getExpression()), Places.of(n));
    }

    @Override
    public Expr visit(InstanceOfExpr n, @Nullable Void none) {
      Expr operand = of(n.getExpression());
      Pattern pattern =
          n.getPattern().isPresent()
              ? lowering.switches.pattern(n.getPattern().get())
              : new Pattern.OfType(
                  lowering.references.of(n.getType()), null, Places.of(n.getType()));
      return new Expr.InstanceOf(operand, pattern, Places.of(n));
    }

    @Override
    public Expr visit(ArrayAccessExpr n, @Nullable Void none) {
      Expr array = of(n.getName());
      return new Expr.Index(array, of(n.getIndex()), Places.of(n));
    }

    @Override
    public Expr visit(ArrayCreationExpr n, @Nullable Void none) {
      return newArray(n);
    }

    @Override
    public Expr visit(ArrayInitializerExpr n, @Nullable Void none) {
      return array(n);
    }

    @Override
    public Expr visit(ClassExpr n, @Nullable Void none) {
      return new Expr.ClassLiteral(lowering.references.of(n.getType()), Places.of(n));
    }

    @Override
    public Expr visit(ThisExpr n, @Nullable Void none) {
      return self(n.getTypeName(), false, n);
    }

    @Override
    public Expr visit(SuperExpr n, @Nullable Void none) {
      return self(n.getTypeName(), true, n);
    }

    @Override
    public Expr visit(SwitchExpr n, @Nullable Void none) {
      return lowering.switches.expression(n);
    }

    @Override
    public Expr visit(MarkerAnnotationExpr n, @Nullable Void none) {
      return new Expr.AnnotationValue(lowering.annotations.of(n), Places.of(n));
    }

    @Override
    public Expr visit(SingleMemberAnnotationExpr n, @Nullable Void none) {
      return new Expr.AnnotationValue(lowering.annotations.of(n), Places.of(n));
    }

    @Override
    public Expr visit(NormalAnnotationExpr n, @Nullable Void none) {
      return new Expr.AnnotationValue(lowering.annotations.of(n), Places.of(n));
    }

    @Override
    public Expr visit(NullLiteralExpr n, @Nullable Void none) {
      return literal(null, n);
    }

    @Override
    public Expr visit(BooleanLiteralExpr n, @Nullable Void none) {
      return literal(n.getValue(), n);
    }

    @Override
    public Expr visit(IntegerLiteralExpr n, @Nullable Void none) {
      return literal(Literals.integer(n.getValue()), n);
    }

    @Override
    public Expr visit(LongLiteralExpr n, @Nullable Void none) {
      return literal(Literals.longInteger(n.getValue()), n);
    }

    @Override
    public Expr visit(DoubleLiteralExpr n, @Nullable Void none) {
      return literal(Literals.floating(n.getValue()), n);
    }

    @Override
    public Expr visit(CharLiteralExpr n, @Nullable Void none) {
      return literal(Literals.character(n.getValue()), n);
    }

    @Override
    public Expr visit(StringLiteralExpr n, @Nullable Void none) {
      return literal(lowering.texts.of(Literals.string(n.getValue())), n);
    }

    @Override
    public Expr visit(TextBlockLiteralExpr n, @Nullable Void none) {
      return literal(Literals.textBlock(n), n);
    }
  }
}
