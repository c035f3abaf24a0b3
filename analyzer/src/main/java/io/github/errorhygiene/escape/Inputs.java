package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.escape.Dependence.Trait;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is in objects that are made of a request's body or parameters: what the client leaves out is
 * null, unless a constraint that was checked forbids it.
 */
final class Inputs {
  /** Why something is null that the client need not send. */
  static final Dependence LEFT_OUT = Dependence.REQUEST.with(Trait.LEFT_OUT).with(Trait.INPUT);

  /** Constraints of Bean Validation that null violates. */
  private static final Set<String> PRESENCE = Set.of("NotBlank", "NotEmpty", "NotNull");

  /** A minimum of {@code @Size}; null has none. */
  private static final String SOME = "Size.min";

  /** Constraints that an empty text or collection violates. */
  private static final Set<String> FILLED = Set.of("NotBlank", "NotEmpty", SOME);

  /** Annotations with which an object without the value cannot be made. */
  private static final Set<String> DEMANDS =
      Set.of("lombok.NonNull", "org.springframework.lang.NonNull");

  /** A constraint that gives a text a form. */
  private static final String FORMAT = "format";

  /** Types of which Bean Validation checks the elements, which may say so at their type. */
  private static final List<String> CONTAINERS =
      List.of("java.lang.Iterable", "java.util.Map", "java.util.Optional");

  private final Engine engine;
  private final Map<TypeSymbol, Value> made = new HashMap<>();

  Inputs(Engine engine) {
    this.engine = engine;
  }

  /**
   * What kind of failure it is that something was left out of an object, or altogether; null if it
   * is not known who did: what is stored has holes as well.
   */
  static @Nullable FailureMode mode(Dependence absence) {
    if (absence.has(Trait.INPUT)) {
      return FailureMode.INVALID_INPUT;
    }
    return switch (absence.first()) {
      case REQUEST -> FailureMode.MALFORMED_INPUT;
      case UPSTREAM -> FailureMode.UPSTREAM_ERROR;
      default -> null;
    };
  }

  /** Private fields are known of sources, and of the project's own classes alone. */
  static boolean knows(FieldSymbol field) {
    return field.owner().isSource() || Modifier.isPrivate(field.modifiers());
  }

  /** A field of such an object. */
  Value read(Value target, FieldSymbol field) {
    Set<String> constraints = constraints(field);
    boolean valid = target.data().has(Trait.VALID);
    Value value = Value.unknown(data(target.data(), field, constraints, valid));
    boolean demanded = valid && !Collections.disjoint(constraints, PRESENCE);
    if (field.type() instanceof Type.Primitive || demanded) {
      return value.sure();
    }
    Value read = isSet(field) ? value : value.absentBy(LEFT_OUT);
    return target.data().found().isEmpty() ? read : Parts.read(target.data(), field.name(), read);
  }

  /** Objects whose constraints hold, though the program made them. */
  Value validated(Value object) {
    return object.map(known -> known instanceof Instance made ? validated(made) : known);
  }

  private Instance validated(Instance object) {
    Instance checked = object;
    for (String type : engine.program().supertypes(object.type())) {
      TypeSymbol symbol = engine.program().type(type);
      for (FieldSymbol field :
          symbol != null && symbol.isSource() ? symbol.fields() : List.<FieldSymbol>of()) {
        Value value = checked.fields().get(field.name());
        Set<String> constraints = value == null ? Set.of() : constraints(field);
        if (value != null && !constraints.isEmpty()) {
          checked = checked.with(field.name(), held(value, constraints));
        }
      }
    }
    return checked;
  }

  /** The value of a field for which its constraints hold. */
  private static Value held(Value value, Set<String> constraints) {
    Value there = Collections.disjoint(constraints, PRESENCE) ? value : value.sure();
    boolean parsable = constraints.contains(FORMAT);
    return parsable ? there.withData(there.data().with(Trait.CHECKED)) : there;
  }

  private Dependence data(
      Dependence of, FieldSymbol field, Set<String> constraints, boolean valid) {
    Dependence data =
        of.apart().without(Trait.CHECKED).without(Trait.NOT_EMPTY).without(Trait.VOUCHED);
    if (!(valid && (constraints.contains("Valid") || isContainer(field.type())))) {
      data = data.without(Trait.VALID);
    }
    if (valid && constraints.contains(FORMAT)) {
      data = data.with(Trait.CHECKED);
    }
    boolean some = !Collections.disjoint(constraints, FILLED);
    return valid && some ? data.with(Trait.NOT_EMPTY) : data;
  }

  private boolean isContainer(Type type) {
    return type instanceof Type.Array
        || engine.program().supertypes(type.erasure()).stream().anyMatch(CONTAINERS::contains);
  }

  /** Simple names of the constraints on the field and its getter. */
  private static Set<String> constraints(FieldSymbol field) {
    Set<String> names = new TreeSet<>();
    annotations(field).forEach(annotation -> add(names, annotation));
    return names;
  }

  /** Of the field and its getter. */
  private static List<AnnotationSymbol> annotations(FieldSymbol field) {
    List<AnnotationSymbol> annotations = new ArrayList<>(field.annotations());
    String getter = "get" + field.name().substring(0, 1).toUpperCase(Locale.ROOT);
    for (MethodSymbol method : field.owner().methods()) {
      if (method.name().equals(getter + field.name().substring(1))) {
        annotations.addAll(method.annotations());
      }
    }
    return annotations;
  }

  private static void add(Set<String> names, AnnotationSymbol annotation) {
    String type = annotation.type();
    if (type.contains("validation") || type.contains("validator")) {
      names.add(type.substring(type.lastIndexOf('.') + 1));
      if (Formats.isOne(annotation)) {
        names.add(FORMAT);
      }
      if (type.endsWith(".Size") && annotation.value("min") instanceof Integer min && min > 0) {
        names.add(SOME);
      }
    }
  }

  /** It has a value even if the client says nothing, or the object cannot be made without. */
  private boolean isSet(FieldSymbol field) {
    boolean initialised = field.initializer() != null && !isNull(field.initializer());
    boolean demanded =
        field.annotations().stream().anyMatch(a -> DEMANDS.contains(a.type()) || isRequired(a));
    return initialised || demanded || isSetByConstructor(field);
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.value() == null;
  }

  private static boolean isRequired(AnnotationSymbol annotation) {
    return annotation.type().endsWith(".JsonProperty")
        && (Boolean.TRUE.equals(annotation.value("required"))
            || annotation.value("defaultValue") != null
            || annotation.constants("access").contains("READ_ONLY"));
  }

  /** The constructor that the framework has to use makes sure of the field. */
  private boolean isSetByConstructor(FieldSymbol field) {
    Value object = made.get(field.owner());
    if (object == null) {
      made.put(field.owner(), Value.NOTHING);
      object = make(field.owner());
      made.put(field.owner(), object);
    }
    Value value = object.field(field.name());
    return !value.isNothing() && !value.mayBeAbsent();
  }

  private Value make(TypeSymbol type) {
    @Nullable MethodSymbol only = null;
    for (MethodSymbol method : type.methods()) {
      if (method.isConstructor() && method.hasBody()) {
        boolean several = only != null || method.parameterTypes().isEmpty();
        if (several) {
          return Value.NOTHING;
        }
        only = method;
      }
    }
    if (only == null) {
      return Value.NOTHING;
    }
    Value left = Value.unknown(Dependence.REQUEST).absentBy(LEFT_OUT);
    List<Value> arguments = Collections.nCopies(only.parameterTypes().size(), left);
    Value fresh = Value.of(new Instance(type.name(), Map.of()));
    return engine.constructed(only, fresh, arguments).self();
  }
}
