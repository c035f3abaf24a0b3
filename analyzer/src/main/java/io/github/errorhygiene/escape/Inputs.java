package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in objects that are made of a request's body or parameters: what the client leaves out is
 * null, unless a constraint that was checked forbids it.
 */
final class Inputs {
  /** Why something is null that the client need not send. */
  static final Dependence LEFT_OUT = Dependence.REQUEST.with(Trait.LEFT_OUT).with(Trait.INPUT);

  /** Annotations with which an object without the value cannot be made. */
  private static final Set<String> DEMANDS = Roles.of(Role.DEMANDED);

  /** Types of which Bean Validation checks the elements, which may say so at their type. */
  private static final List<String> CONTAINERS =
      List.of("java.lang.Iterable", "java.util.Map", "java.util.Optional");

  private final Engine engine;
  private final Constraints constraints;
  private final Map<TypeSymbol, Value> made = new HashMap<>();

  Inputs(Engine engine) {
    this.engine = engine;
    this.constraints = new Constraints(engine);
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
    boolean valid = target.data().has(Trait.VALID);
    Value value = Value.unknown(data(target.data(), field, valid));
    boolean demanded = valid && constraints.demand(field);
    if (field.type() instanceof Type.Primitive || demanded) {
      return value.sure();
    }
    boolean judged = valid && constraints.judge(field);
    Value read = isSet(field) || judged ? value : value.absentBy(LEFT_OUT);
    return target.data().found().isEmpty() ? read : Parts.read(target.data(), field.name(), read);
  }

  /** Of a field of whatever object, whose constraints hold if it was validated. */
  Dependence checked(Value target, FieldSymbol field, Dependence data) {
    boolean checked = target.data().has(Trait.VALID) && constraints.check(field);
    return checked ? data.with(Trait.CHECKED) : data;
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
        if (value != null) {
          checked = checked.with(field.name(), held(value, field));
        }
      }
    }
    return checked;
  }

  /** The value of a field for which its constraints hold. */
  private Value held(Value value, FieldSymbol field) {
    Value there = constraints.demand(field) ? value.sure() : value;
    there = constraints.check(field) ? there.withData(there.data().with(Trait.CHECKED)) : there;
    Dependence bounded = constraints.bound(field, there.data());
    return bounded.most() == 0 ? there : there.withData(bounded);
  }

  private Dependence data(Dependence of, FieldSymbol field, boolean valid) {
    Dependence data =
        of.apart()
            .without(Trait.CHECKED)
            .without(Trait.NOT_EMPTY)
            .without(Trait.VOUCHED)
            .without(Trait.BOUNDED)
            .most(0);
    if (!(valid && (constraints.cascade(field) || isContainer(field.type())))) {
      data = data.without(Trait.VALID);
    }
    if (valid && constraints.check(field)) {
      data = data.with(Trait.CHECKED).promising(constraints.promises(field));
    }
    data = valid ? constraints.bound(field, data) : data;
    return valid && constraints.demandSome(field) ? data.with(Trait.NOT_EMPTY) : data;
  }

  private boolean isContainer(Type type) {
    return type instanceof Type.Array
        || engine.program().supertypes(type.erasure()).stream().anyMatch(CONTAINERS::contains);
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

  /** What reads a record's components calls the constructor that takes all of them. */
  private static boolean mayBeUsed(TypeSymbol type, MethodSymbol constructor) {
    if (type.kind() != TypeDecl.Kind.RECORD) {
      return constructor.hasBody() || constructor.implicit() == MethodSymbol.Implicit.CONSTRUCTOR;
    }
    List<String> components =
        type.fields().stream()
            .filter(field -> !field.isStatic())
            .map(field -> field.type().erasure())
            .toList();
    return constructor.parameterTypes().stream().map(Type::erasure).toList().equals(components);
  }

  private Value make(TypeSymbol type) {
    @Nullable MethodSymbol only = null;
    for (MethodSymbol method : type.methods()) {
      if (method.isConstructor() && mayBeUsed(type, method)) {
        boolean several = only != null || method.parameterTypes().isEmpty();
        if (several) {
          return Value.NOTHING;
        }
        only = method;
      }
    }
    if (only == null || !only.hasBody()) {
      return Value.NOTHING;
    }
    Value left = Value.unknown(Dependence.REQUEST).absentBy(LEFT_OUT);
    List<Value> arguments = Collections.nCopies(only.parameterTypes().size(), left);
    Value fresh = Value.of(new Instance(type.name(), Map.of()));
    return engine.constructed(only, fresh, arguments).self();
  }
}
