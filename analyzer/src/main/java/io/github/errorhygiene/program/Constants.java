package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Annotations with their values, and the values of constants. */
final class Constants {
  private final Universe universe;
  private final Map<FieldSymbol, Optional<Object>> fields = new HashMap<>();

  Constants(Universe universe) {
    this.universe = universe;
  }

  /** Names of annotations without a look at their values. */
  static Set<String> annotationTypes(List<Annotation> annotations, TypeContext context) {
    Set<String> names = new LinkedHashSet<>();
    annotations.forEach(a -> names.add(context.name(a.name()).erasure()));
    return names;
  }

  List<AnnotationSymbol> annotations(List<Annotation> annotations, TypeContext context) {
    return annotations.stream().map(a -> annotation(a, context)).toList();
  }

  private AnnotationSymbol annotation(Annotation annotation, TypeContext context) {
    Map<String, Object> values = new LinkedHashMap<>();
    annotation
        .values()
        .forEach(
            (name, expression) -> {
              Object value = value(expression, context);
              if (value != null) {
                values.put(name, value);
              }
            });
    return new AnnotationSymbol(
        context.name(annotation.name()).erasure(),
        Collections.unmodifiableMap(values),
        annotation.position());
  }

  /** The constant value of a field, or null if it has none that is known. */
  @Nullable Object value(FieldSymbol field) {
    if (field.isEnumConstant()) {
      return new AnnotationSymbol.EnumValue(field.owner().name(), field.name());
    }
    Expr expression = field.value();
    if (expression == null || !field.isFinal()) {
      return null;
    }
    Optional<Object> known = fields.get(field);
    if (known == null) {
      fields.put(field, Optional.empty());
      known = Optional.ofNullable(value(expression, field.owner().context()));
      fields.put(field, known);
    }
    return known.map(value -> ConstantFolding.converted(value, field.type())).orElse(null);
  }

  /** The value of a constant expression or annotation member, or null. */
  @Nullable Object value(Expr expression, TypeContext context) {
    if (expression instanceof Expr.Literal literal) {
      return literal.value();
    }
    if (expression instanceof Expr.Name name) {
      return named(name.name(), context);
    }
    if (expression instanceof Expr.Select select) {
      return selected(select, context);
    }
    if (expression instanceof Expr.ClassLiteral literal) {
      return context.resolve(literal.type());
    }
    if (expression instanceof Expr.AnnotationValue nested) {
      return annotation(nested.annotation(), context);
    }
    if (expression instanceof Expr.ArrayLiteral array) {
      return values(array.elements(), context);
    }
    return new ConstantFolding(e -> value(e, context), context).fold(expression);
  }

  private List<Object> values(List<Expr> elements, TypeContext context) {
    List<Object> values = new ArrayList<>();
    for (Expr element : elements) {
      Object value = value(element, context);
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private @Nullable Object named(String name, TypeContext context) {
    for (TypeSymbol type = context.type(); type != null; type = type.enclosing()) {
      Members.Field field = universe.members().field(type.thisType(), name);
      if (field != null) {
        return value(field.symbol());
      }
    }
    UnitNames unit = context.unit();
    return unit == null ? null : imported(name, unit);
  }

  private @Nullable Object imported(String name, UnitNames unit) {
    for (Type owner : unit.staticOwners(name)) {
      Members.Field field = universe.members().field(owner, name);
      if (field != null) {
        return value(field.symbol());
      }
    }
    Type owner = unit.explicitStaticOwner(name);
    return owner != null && !owner.isKnown()
        ? new AnnotationSymbol.EnumValue(owner.erasure(), name)
        : null;
  }

  /**
   * A constant of a type that is nowhere found is taken for one of an enum: that keeps its name.
   */
  private @Nullable Object selected(Expr.Select select, TypeContext context) {
    String owner = dotted(select.target());
    if (owner == null) {
      return null;
    }
    Type type = context.name(owner);
    Members.Field field = universe.members().field(type, select.name());
    if (field != null) {
      return value(field.symbol());
    }
    return !type.isKnown() ? new AnnotationSymbol.EnumValue(type.erasure(), select.name()) : null;
  }

  /** The text of a name with dots, or null if the expression is none. */
  static @Nullable String dotted(Expr expression) {
    if (expression instanceof Expr.Name name) {
      return name.name();
    }
    if (expression instanceof Expr.Select select) {
      String target = dotted(select.target());
      return target == null ? null : target + '.' + select.name();
    }
    return null;
  }
}
