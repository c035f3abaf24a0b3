package io.github.errorhygiene.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import io.github.errorhygiene.source.Comments.Comment;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects what the author of one file does not want to be told. */
final class Suppressions {
  private static final String TOOL = "error-hygiene";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
  private static final Pattern COMMENT =
      Pattern.compile("^/[/*]+\\s*error-hygiene:off(?![\\w-])([^\\r\\n]*)");

  private final String path;
  private final List<Suppression> found = new ArrayList<>();

  Suppressions(String path) {
    this.path = path;
  }

  /** Takes an annotation of a declaration into account. */
  void see(AnnotationExpr annotation) {
    if (annotation.getName().getIdentifier().equals("SuppressWarnings")) {
      values(annotation).forEach(value -> annotated(annotation, value));
    }
  }

  private static List<String> values(AnnotationExpr annotation) {
    if (annotation instanceof SingleMemberAnnotationExpr single) {
      return texts(single.getMemberValue());
    }
    return annotation instanceof NormalAnnotationExpr normal
        ? normal.getPairs().stream().flatMap(pair -> texts(pair.getValue()).stream()).toList()
        : List.of();
  }

  private static List<String> texts(Expression value) {
    if (value instanceof ArrayInitializerExpr array) {
      return array.getValues().stream().flatMap(each -> texts(each).stream()).toList();
    }
    return value instanceof StringLiteralExpr text ? List.of(text.asString()) : List.of();
  }

  private void annotated(AnnotationExpr annotation, String value) {
    boolean all = value.equals(TOOL);
    boolean explicit = all || value.startsWith(TOOL + ":");
    if (explicit || ID.matcher(value).matches()) {
      String rest = all ? "" : explicit ? value.substring(TOOL.length() + 1) : value;
      Optional<Range> covered = annotation.getParentNode().flatMap(Node::getRange);
      add(
          Suppression.Kind.ANNOTATION,
          Directive.of(rest),
          explicit,
          Places.of(annotation),
          covered.map(range -> range.begin.line).orElse(0),
          covered.map(range -> range.end.line).orElse(0));
    }
  }

  private void add(
      Suppression.Kind kind,
      Directive directive,
      boolean explicit,
      Position position,
      int firstLine,
      int lastLine) {
    found.add(
        new Suppression(
            kind,
            path,
            directive.rules(),
            explicit,
            directive.reason(),
            position,
            firstLine,
            lastLine));
  }

  /** All, those in comments too. An annotation's reason may be a comment on its line. */
  List<Suppression> in(String text) {
    if (found.isEmpty() && !text.contains(TOOL + ":off")) {
      return List.of();
    }
    Comments source = new Comments(text);
    List<Comment> comments = source.all();
    List<Suppression> all =
        new ArrayList<>(found.stream().map(each -> withReason(each, source, comments)).toList());
    found.clear();
    comments.forEach(comment -> commented(source, comment));
    return Stream.concat(all.stream(), found.stream()).toList();
  }

  private void commented(Comments source, Comment comment) {
    Matcher directive = COMMENT.matcher(comment.text());
    if (!directive.find()) {
      return;
    }
    String rest = directive.group(1);
    int end = rest.lastIndexOf("*/");
    int line = source.line(comment.start());
    int last = line;
    if (source.isFirst(comment)) {
      last = source.line(source.annotated(source.code(comment.end())));
    }
    add(
        Suppression.Kind.COMMENT,
        Directive.of(end < 0 ? rest : rest.substring(0, end)),
        true,
        new Position(line, source.column(comment.start())),
        line,
        last);
  }

  private static Suppression withReason(
      Suppression annotation, Comments source, List<Comment> comments) {
    int line = annotation.position().line();
    Optional<String> reason =
        comments.stream()
            .filter(comment -> source.line(comment.start()) == line)
            .filter(comment -> source.column(comment.start()) > annotation.position().column())
            .map(comment -> words(comment.text()))
            .filter(words -> !words.isEmpty())
            .findFirst();
    return annotation.reason().isEmpty() && reason.isPresent()
        ? new Suppression(
            annotation.kind(),
            annotation.file(),
            annotation.rules(),
            annotation.explicit(),
            reason.get(),
            annotation.position(),
            annotation.firstLine(),
            annotation.lastLine())
        : annotation;
  }

  /** Of a comment that says nothing to this tool. */
  private static String words(String comment) {
    boolean ours = comment.contains(TOOL + ":");
    return ours ? "" : comment.replaceAll("^/[/*]+|\\*+/$", "").replaceAll("\\s+", " ").strip();
  }
}
