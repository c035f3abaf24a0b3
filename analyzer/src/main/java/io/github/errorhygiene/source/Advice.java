package io.github.errorhygiene.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A class whose methods answer exceptions, as one to which others like them may be added.
 *
 * @param everywhere it is for all handlers
 * @param base simple name of what it extends; empty if nothing
 * @param handled simple names of the exceptions that its methods name
 * @param methods names of its methods
 * @param logger the name of its logger; empty if it has none
 * @param forms methods that others can be written after, in their order
 */
public record Advice(
    boolean everywhere,
    String base,
    Set<String> handled,
    Set<String> methods,
    String logger,
    List<AdviceForm> forms) {
  private static final Pattern LOGGER = Pattern.compile("(?:\\w+\\.)*(?:Logger|Log)");

  /** Lombok's annotations, which add a field {@code log}. */
  private static final Pattern LOGGING =
      Pattern.compile("(?:Slf4j|XSlf4j|Log4j2?|CommonsLog|JBossLog)");

  /**
   * A class of a file; empty if it is not there, or the file does not parse.
   *
   * @param className its simple name
   * @param marks simple names of annotations that make it one
   * @param handles simple name of the annotation of its methods
   */
  public static Optional<Advice> of(
      String text, String className, Set<String> marks, String handles) {
    return new SourceParser()
        .tree(text)
        .flatMap(
            tree ->
                tree.findAll(ClassOrInterfaceDeclaration.class).stream()
                    .filter(type -> type.getNameAsString().equals(className))
                    .findFirst())
        .flatMap(type -> of(type, marks, handles));
  }

  private static Optional<Advice> of(
      ClassOrInterfaceDeclaration type, Set<String> marks, String handles) {
    Optional<AnnotationExpr> mark =
        type.getAnnotations().stream()
            .filter(each -> marks.contains(each.getName().getIdentifier()))
            .findFirst();
    Set<String> handled = new TreeSet<>();
    List<AdviceForm> forms = new ArrayList<>();
    for (MethodDeclaration method : type.getMethods()) {
      method
          .getAnnotationByName(handles)
          .ifPresent(
              annotation -> {
                handled.addAll(named(method, annotation));
                AdviceForm.of(type, method, annotation).ifPresent(forms::add);
              });
    }
    Set<String> methods = new TreeSet<>();
    type.getMethods().forEach(method -> methods.add(method.getNameAsString()));
    return mark.map(
        annotation ->
            new Advice(
                annotation.isMarkerAnnotationExpr(),
                type.getExtendedTypes().stream()
                    .findFirst()
                    .map(NodeWithSimpleName::getNameAsString)
                    .orElse(""),
                handled,
                methods,
                logger(type),
                forms));
  }

  /** Those of the annotation, or else those of the parameters. */
  private static List<String> named(MethodDeclaration method, AnnotationExpr annotation) {
    List<? extends Node> types = annotation.findAll(ClassExpr.class);
    List<? extends Node> nodes = types.isEmpty() ? method.getParameters() : types;
    return nodes.stream()
        .flatMap(node -> node.findAll(ClassOrInterfaceType.class).stream())
        .map(ClassOrInterfaceType::getNameAsString)
        .toList();
  }

  static String logger(ClassOrInterfaceDeclaration type) {
    boolean generated =
        type.getAnnotations().stream()
            .anyMatch(each -> LOGGING.matcher(each.getName().getIdentifier()).matches());
    return type.getFields().stream()
        .flatMap(field -> field.getVariables().stream())
        .filter(field -> LOGGER.matcher(field.getTypeAsString()).matches())
        .map(VariableDeclarator::getNameAsString)
        .findFirst()
        .orElse(generated ? "log" : "");
  }
}
