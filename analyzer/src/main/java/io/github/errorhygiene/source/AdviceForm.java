package io.github.errorhygiene.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A method that answers exceptions, simple enough to be written again for another exception.
 *
 * @param whole from its first annotation or modifier to its end
 * @param annotation that names what it answers
 * @param name its own
 * @param type of the parameter for the exception
 * @param parameter the name of that
 * @param body where its first statement begins
 * @param texts what it says to people
 * @param messages what it asks the exception for to say it to people
 * @param logs statements that log something about this very exception
 * @param traced it has another statement that logs the exception with its stack trace
 */
public record AdviceForm(
    Outline.Piece whole,
    Outline.Piece annotation,
    Outline.Piece name,
    Outline.Piece type,
    String parameter,
    Outline.Piece body,
    List<Outline.Piece> texts,
    List<Outline.Piece> messages,
    List<Outline.Piece> logs,
    boolean traced) {
  private static final Pattern LOGGER = Pattern.compile("(?i)log(?:ger)?");
  private static final Pattern EXCEPTION = Pattern.compile("\\w*(?:Exception|Throwable|Error)");
  private static final Pattern GENERAL = Pattern.compile("Exception|Throwable");
  private static final Pattern MESSAGE = Pattern.compile("get(?:Localized)?Message");
  private static final Pattern CODE = Pattern.compile("(?i).*(?:code|error|message|reason)\\w*");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");

  public AdviceForm {
    texts = List.copyOf(texts);
    messages = List.copyOf(messages);
    logs = List.copyOf(logs);
  }

  /** Of a method of the class; empty if it does more than to make an answer. */
  static Optional<AdviceForm> of(
      ClassOrInterfaceDeclaration type, MethodDeclaration method, AnnotationExpr annotation) {
    List<Parameter> exceptions =
        method.getParameters().stream().filter(each -> isException(each, annotation)).toList();
    if (exceptions.size() != 1 || method.getBody().filter(AdviceForm::isPlain).isEmpty()) {
      return Optional.empty();
    }
    return new Reading(type, method, exceptions.get(0)).form(annotation);
  }

  /** By its name, or as the annotation says. */
  private static boolean isException(Parameter parameter, AnnotationExpr annotation) {
    String type = parameter.getTypeAsString();
    return EXCEPTION.matcher(type).matches()
        || annotation.findAll(ClassExpr.class).stream()
            .anyMatch(each -> each.getTypeAsString().equals(type));
  }

  private static boolean isPlain(BlockStmt body) {
    return !body.getStatements().isEmpty()
        && body.getStatements().stream()
            .allMatch(each -> each instanceof ExpressionStmt || each instanceof ReturnStmt)
        && body.findFirst(LambdaExpr.class).isEmpty()
        && body.findFirst(
                ObjectCreationExpr.class, made -> made.getAnonymousClassBody().isPresent())
            .isEmpty();
  }

  /** What one method says and asks. */
  private static final class Reading {
    private final ClassOrInterfaceDeclaration type;
    private final MethodDeclaration method;
    private final Parameter parameter;
    private final boolean general;
    private final List<Node> texts = new ArrayList<>();
    private final List<Node> messages = new ArrayList<>();
    private final List<Node> logs = new ArrayList<>();
    private boolean traced;
    private boolean special;

    Reading(ClassOrInterfaceDeclaration type, MethodDeclaration method, Parameter parameter) {
      this.type = type;
      this.method = method;
      this.parameter = parameter;
      this.general = GENERAL.matcher(parameter.getTypeAsString()).matches();
    }

    Optional<AdviceForm> form(AnnotationExpr annotation) {
      List<Statement> statements = method.getBody().orElseThrow().getStatements();
      for (Statement statement : statements) {
        read(statement);
      }
      if (special || texts.size() > 1) {
        return Optional.empty();
      }
      Optional<Range> begin = method.getTokenRange().flatMap(range -> range.getBegin().getRange());
      Optional<Range> end = method.getRange();
      return begin.isEmpty() || end.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new AdviceForm(
                  piece(new Range(begin.get().begin, end.get().end)),
                  piece(annotation),
                  piece(method.getName()),
                  piece(parameter.getType()),
                  parameter.getNameAsString(),
                  piece(statements.get(0)),
                  pieces(texts),
                  pieces(messages),
                  pieces(logs),
                  traced));
    }

    private void read(Statement statement) {
      Optional<MethodCallExpr> log = log(statement);
      if (log.isPresent()) {
        List<Expression> given = log.get().getArguments();
        boolean plain = given.stream().allMatch(this::isPlainForLog);
        if (plain) {
          traced |= isException(given.get(given.size() - 1));
        } else {
          logs.add(statement);
        }
        return;
      }
      statement.findAll(StringLiteralExpr.class, Reading::isText).forEach(texts::add);
      statement.findAll(NameExpr.class, this::isText).forEach(texts::add);
      special |= statement.findFirst(FieldAccessExpr.class, Reading::isCode).isPresent();
      statement.findAll(NameExpr.class, this::isException).forEach(this::use);
    }

    private Optional<MethodCallExpr> log(Statement statement) {
      return statement
          .toExpressionStmt()
          .flatMap(each -> each.getExpression().toMethodCallExpr())
          .filter(call -> !call.getArguments().isEmpty())
          .filter(
              call ->
                  call.getScope()
                      .filter(scope -> LOGGER.matcher(scope.toString()).matches())
                      .isPresent());
    }

    private boolean isPlainForLog(Expression given) {
      return isException(given)
          || (given instanceof MethodCallExpr call
              && MESSAGE.matcher(call.getNameAsString()).matches()
              && call.getScope().filter(this::isException).isPresent());
    }

    private boolean isException(Expression expression) {
      return expression instanceof NameExpr name
          && name.getNameAsString().equals(parameter.getNameAsString());
    }

    /** No number, and no name of a member or header: those come first. */
    private static boolean isText(StringLiteralExpr literal) {
      if (literal.getValue().matches("\\d*")) {
        return false;
      }
      return literal
          .getParentNode()
          .filter(MethodCallExpr.class::isInstance)
          .map(call -> ((MethodCallExpr) call).getArguments())
          .filter(given -> given.size() > 1 && given.indexOf(literal) % 2 == 0)
          .isEmpty();
    }

    /** The application's own name for what is wrong. */
    private static boolean isCode(FieldAccessExpr access) {
      return CONSTANT.matcher(access.getNameAsString()).matches()
          && CODE.matcher(access.getScope().toString()).matches();
    }

    /** A constant of the class. */
    private boolean isText(NameExpr name) {
      return CONSTANT.matcher(name.getNameAsString()).matches()
          && type.getFields().stream()
              .flatMap(field -> field.getVariables().stream())
              .anyMatch(
                  field ->
                      field.getNameAsString().equals(name.getNameAsString())
                          && field.getTypeAsString().equals("String"));
    }

    private void use(NameExpr exception) {
      Node parent = exception.getParentNode().orElse(method);
      if (!(parent instanceof MethodCallExpr call)) {
        special = true;
      } else if (call.getScope().filter(scope -> scope.equals(exception)).isEmpty()) {
        special |= !takes(call, call.getArguments().indexOf(exception));
      } else if (MESSAGE.matcher(call.getNameAsString()).matches()) {
        messages.add(call);
      } else {
        special |= !call.getNameAsString().equals("getClass");
      }
    }

    /** Whether another exception may be handed over in its place. */
    private boolean takes(MethodCallExpr call, int number) {
      boolean own = call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
      return general
          || call.getNameAsString().equals("handleExceptionInternal")
          || (own
              && type.getMethodsByName(call.getNameAsString()).stream()
                  .filter(each -> each.getParameters().size() == call.getArguments().size())
                  .anyMatch(
                      each ->
                          GENERAL.matcher(each.getParameter(number).getTypeAsString()).matches()));
    }
  }

  private static List<Outline.Piece> pieces(List<Node> nodes) {
    return nodes.stream().map(AdviceForm::piece).toList();
  }

  private static Outline.Piece piece(Node node) {
    return piece(node.getRange().orElseThrow());
  }

  private static Outline.Piece piece(Range range) {
    return new Outline.Piece(
        range.begin.line, range.begin.column, range.end.line, range.end.column);
  }
}
