package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Established.Param;
import io.github.errorhygiene.domain.Established.Sure;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.text.Formats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constraints of Bean Validation: what holds for an object that was validated. */
public final class Constraints {
  /** What null violates. */
  private static final Set<String> PRESENCE = Set.of("NotBlank", "NotEmpty", "NotNull");

  private static final Set<String> SOME = Set.of("NotBlank", "NotEmpty");

  /** What says nothing of how a text looks, or which number it is. */
  private static final Set<String> SILENT =
      Set.of(
          "AssertFalse",
          "AssertTrue",
          "ConvertGroup",
          "Length",
          "NotBlank",
          "NotEmpty",
          "NotNull",
          "Null",
          "Size",
          "UniqueElements",
          "Valid",
          "Validated");

  /** Constraints that null does not violate. */
  private static final List<String> KNOWN =
      List.of(
          "io.dropwizard.validation.",
          "jakarta.validation.",
          "javax.validation.",
          "org.hibernate.validator.");

  private static final Value SENT = Value.unknown(Dependence.REQUEST.with(Trait.INPUT)).sure();

  private static final Value LEFT_OUT =
      Value.unknown(Dependence.REQUEST.with(Trait.INPUT)).absentBy(Inputs.LEFT_OUT);

  private final Engine engine;
  private final Map<TypeSymbol, Vetted> vetted = new HashMap<>();

  Constraints(Engine engine) {
    this.engine = engine;
  }

  /**
   * Whether an annotation is a constraint after which a text can be parsed, or a number is in
   * range. What one says that is not of the specification is not read: nothing is claimed of what
   * it has checked.
   */
  public static boolean isFormat(Program program, AnnotationSymbol annotation) {
    boolean other =
        !Formats.isNamed(annotation)
            && !SILENT.contains(simple(annotation))
            && isConstraint(program, annotation);
    return other || Formats.isOne(annotation);
  }

  private static boolean isConstraint(Program program, AnnotationSymbol annotation) {
    String type = annotation.type();
    if (type.contains("validation") || type.contains("validator")) {
      return true;
    }
    TypeSymbol declared = program.type(type);
    return declared != null
        && declared.annotations().stream()
            .anyMatch(each -> each.type().endsWith(".validation.Constraint"));
  }

  /** Whether the field cannot be null. */
  boolean demand(FieldSymbol field) {
    @Nullable Sure asked = vetted(field.owner()).sure().get(key(field));
    return names(field, PRESENCE)
        || (asked != null && asked.present())
        || annotations(field).stream().anyMatch(this::refusesNull);
  }

  private static Object key(FieldSymbol field) {
    return Path.of(State.SELF, "." + field.name());
  }

  /** A constraint of the project's own whose validator lets no null pass. */
  private boolean refusesNull(AnnotationSymbol annotation) {
    for (MethodSymbol validator : validators(annotation)) {
      @Nullable Sure sure = judged(validator).get(new Param(0));
      if (sure != null && sure.present()) {
        return true;
      }
    }
    return false;
  }

  /** What is sure of what a validator of the project's own lets pass. */
  private Map<Object, Sure> judged(MethodSymbol validator) {
    List<Value> given = List.of(LEFT_OUT, Value.GIVEN);
    return engine.summary(validator, Value.GIVEN, given).established().whenTrue();
  }

  /** The methods {@code isValid} of the validators that a constraint names. */
  private List<MethodSymbol> validators(AnnotationSymbol annotation) {
    TypeSymbol declared = engine.program().type(annotation.type());
    if (declared == null || !declared.isSource()) {
      return List.of();
    }
    List<MethodSymbol> found = new ArrayList<>();
    for (AnnotationSymbol each : declared.annotations()) {
      if (each.type().endsWith(".validation.Constraint")) {
        each.types("validatedBy").forEach(type -> addJudge(type, found));
      }
    }
    return found;
  }

  /** Whether the field, if it is there, has at least one character or element. */
  boolean demandSome(FieldSymbol field) {
    return names(field, SOME)
        || annotations(field).stream()
            .anyMatch(
                each ->
                    each.type().endsWith(".Size")
                        && each.value("min") instanceof Integer min
                        && min > 0);
  }

  /** Whether a library, of which nobody knows what it asks, has checked the field. */
  boolean judge(FieldSymbol field) {
    return annotations(field).stream()
        .anyMatch(each -> isFormat(engine.program(), each) && isUnread(each));
  }

  private boolean isUnread(AnnotationSymbol annotation) {
    TypeSymbol declared = engine.program().type(annotation.type());
    return (declared == null || !declared.isSource())
        && KNOWN.stream().noneMatch(annotation.type()::startsWith);
  }

  /** Whether the constraints of what is in the field hold as well. */
  boolean cascade(FieldSymbol field) {
    return names(field, Set.of("Valid"));
  }

  /** Whether the field was checked for more than being there. */
  boolean check(FieldSymbol field) {
    return annotations(field).stream().anyMatch(each -> isFormat(engine.program(), each))
        || vetted(field.owner()).fields().contains(field.name());
  }

  /** What is known of the length of the field's text; what nobody has read may ask for one. */
  Dependence bound(FieldSymbol field, Dependence data) {
    Dependence bounded = Formats.bounded(data, annotations(field));
    boolean any = bounded.most() == Dependence.ANY_LENGTH;
    return any && isCheckedOtherwise(field) ? bounded.most(0) : bounded;
  }

  private boolean isCheckedOtherwise(FieldSymbol field) {
    return vetted(field.owner()).fields().contains(field.name())
        || annotations(field).stream()
            .anyMatch(each -> !Formats.isNamed(each) && isFormat(engine.program(), each));
  }

  private boolean names(FieldSymbol field, Set<String> constraints) {
    return annotations(field).stream()
        .anyMatch(
            each -> constraints.contains(simple(each)) && isConstraint(engine.program(), each));
  }

  /** What else is sure of the field. */
  Dependence promises(FieldSymbol field) {
    Sure sure = vetted(field.owner()).sure().get(key(field));
    return sure == null ? Dependence.NONE : sure.promises();
  }

  /**
   * What follows from methods that are constraints themselves: {@code @AssertTrue boolean
   * isInOrder()}.
   *
   * @param fields those that they look at
   * @param sure what they make sure of
   */
  private record Vetted(Set<String> fields, Map<Object, Sure> sure) {}

  private Vetted vetted(TypeSymbol type) {
    @Nullable Vetted known = vetted.get(type);
    if (known == null) {
      vetted.put(type, new Vetted(Set.of(), Map.of()));
      known = findVetted(type);
      vetted.put(type, known);
    }
    return known;
  }

  private Vetted findVetted(TypeSymbol owner) {
    Set<String> named = new HashSet<>();
    Map<Object, Sure> sure = new HashMap<>();
    for (MethodSymbol method : owner.methods()) {
      if (isQuestion(method)) {
        named.addAll(method.namesInside());
        Established found = engine.summary(method, SENT, List.of()).established();
        sure.putAll(isDenial(method) ? found.whenFalse() : found.whenTrue());
      }
    }
    for (AnnotationSymbol annotation : owner.annotations()) {
      validators(annotation).forEach(validator -> ofObject(judged(validator), sure));
    }
    return new Vetted(fields(owner, named), sure);
  }

  private void addJudge(Type type, List<MethodSymbol> found) {
    TypeSymbol validator = engine.program().type(type.erasure());
    if (validator != null) {
      validator.methods().stream()
          .filter(method -> method.name().equals("isValid") && method.hasBody())
          .forEach(found::add);
    }
  }

  /** Takes over what a validator of the whole object is sure of, with the object in its place. */
  private static void ofObject(Map<Object, Sure> judged, Map<Object, Sure> sure) {
    judged.forEach(
        (key, each) -> {
          if (key instanceof Path path && path.target().equals(new Param(0))) {
            sure.put(Path.of(State.SELF, path.step()), each);
          }
        });
  }

  /** {@code @AssertFalse}. */
  private static boolean isDenial(MethodSymbol method) {
    return method.annotations().stream().anyMatch(each -> simple(each).equals("AssertFalse"));
  }

  private boolean isQuestion(MethodSymbol method) {
    return method.hasBody()
        && method.parameterTypes().isEmpty()
        && method.returnType().erasure().equalsIgnoreCase("boolean")
        && method.annotations().stream().anyMatch(a -> isConstraint(engine.program(), a));
  }

  private static Set<String> fields(TypeSymbol owner, Set<String> named) {
    Set<String> fields = new HashSet<>();
    for (FieldSymbol field : owner.fields()) {
      if (named.contains(field.name()) || named.contains(getter(field))) {
        fields.add(field.name());
      }
    }
    return fields;
  }

  /** Of the field and its getter. */
  private static List<AnnotationSymbol> annotations(FieldSymbol field) {
    List<AnnotationSymbol> annotations = new ArrayList<>(field.annotations());
    String getter = getter(field);
    for (MethodSymbol method : field.owner().methods()) {
      if (method.name().equals(getter)) {
        annotations.addAll(method.annotations());
      }
    }
    return annotations;
  }

  private static String getter(FieldSymbol field) {
    return "get"
        + field.name().substring(0, 1).toUpperCase(Locale.ROOT)
        + field.name().substring(1);
  }

  private static String simple(AnnotationSymbol annotation) {
    return annotation.type().substring(annotation.type().lastIndexOf('.') + 1);
  }
}
