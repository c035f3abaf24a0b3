package io.github.errorhygiene.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Annotations as written. */
final class Annotations {
  private final Lowering lowering;

  Annotations(Lowering lowering) {
    this.lowering = lowering;
  }

  List<Annotation> all(NodeList<AnnotationExpr> annotations) {
    if (annotations.isEmpty()) {
      return List.of();
    }
    List<Annotation> all = new ArrayList<>(annotations.size());
    for (AnnotationExpr annotation : annotations) {
      lowering.suppressions.see(annotation);
      all.add(of(annotation));
    }
    return all;
  }

  Annotation of(AnnotationExpr annotation) {
    return new Annotation(
        lowering.texts.of(annotation.getNameAsString()), values(annotation), Places.of(annotation));
  }

  private Map<String, Expr> values(AnnotationExpr annotation) {
    if (annotation instanceof SingleMemberAnnotationExpr single) {
      return Map.of("value", lowering.expressions.of(single.getMemberValue()));
    }
    Map<String, Expr> values = new LinkedHashMap<>();
    if (annotation instanceof NormalAnnotationExpr normal) {
      for (MemberValuePair pair : normal.getPairs()) {
        values.put(
            lowering.texts.of(pair.getNameAsString()), lowering.expressions.of(pair.getValue()));
      }
    }
    return values;
  }
}
