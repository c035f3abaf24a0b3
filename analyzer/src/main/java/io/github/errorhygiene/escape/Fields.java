package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What fields hold: constants, enum constants with their fields, configuration, state. */
final class Fields {
  private static final Set<String> CONFIGURED = Roles.of(Role.SETTING);

  private static final Set<String> NONE = Set.of();

  /** What an object of the program's own holds. */
  private static final Value OWN = Value.unknown(Dependence.NONE.with(Trait.OWN));

  /** {@code ${name:default}}. */
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[^:{}]+:([^${}]+)}");

  private final Engine engine;
  private final Map<FieldSymbol, Value> constants = new HashMap<>();
  private final Map<EnumConstant, Value> enumInstances = new HashMap<>();
  private final Set<Object> inProgress = new HashSet<>();
  private final Inputs inputs;
  private final Tools tools;
  private final Registries registries;
  private final Flags flags;

  Fields(Engine engine) {
    this.engine = engine;
    this.inputs = new Inputs(engine);
    this.tools = new Tools(engine);
    this.registries = new Registries(engine);
    this.flags = new Flags(engine);
  }

  Inputs inputs() {
    return inputs;
  }

  Value read(Value target, FieldSymbol field) {
    if (field.isEnumConstant()) {
      return Value.of(new EnumConstant(field.owner().name(), field.name()));
    }
    if (isNamed(field)) {
      return Value.of(new EnumConstant(field.owner().name(), field.name()));
    }
    if (field.isStatic()) {
      return ofClass(field);
    }
    Value known = target.field(field.name()).join(ofEnum(target, field.name()));
    @Nullable Value table =
        target.data().isNone() && !Tables.isTable(known) ? registries.held(field) : null;
    if (table != null) {
      return table;
    }
    return known.isNothing() ? unset(target, field) : known;
  }

  private Value ofClass(FieldSymbol field) {
    if (!field.isFinal() && !holdsFunction(field)) {
      return Value.unknown(Dependence.STATE);
    }
    Value value = constant(field);
    @Nullable Value table = Tables.isTable(value) ? null : registries.held(field);
    return table == null ? value : table;
  }

  /** Nobody replaces functions, though not everybody says {@code final}. */
  private static boolean holdsFunction(FieldSymbol field) {
    return field.initializer() instanceof Expr.Lambda
        || field.initializer() instanceof Expr.MethodRef;
  }

  /**
   * A library's constant of its own class, such as a media type, or of a class beside it, such as
   * the name of a header: its name is all there is to know.
   */
  private static boolean isNamed(FieldSymbol field) {
    return field.isStatic()
        && field.isFinal()
        && !field.owner().isSource()
        && field.constant() == null
        && (field.type().erasure().equals(field.owner().name()) || isBeside(field));
  }

  private static boolean isBeside(FieldSymbol field) {
    boolean constant = field.name().equals(field.name().toUpperCase(java.util.Locale.ROOT));
    String type = field.type().erasure();
    String inside = field.owner().name();
    String own = inside.substring(0, inside.lastIndexOf('.') + 1);
    return constant
        && !own.startsWith("java.")
        && own.equals(type.substring(0, type.lastIndexOf('.') + 1));
  }

  /** An access that could not be resolved: a member of something, or a library's constant. */
  Value unresolved(Expr.Select access, Body body, Value target) {
    Type owner = body.typeOf(access.target());
    boolean constant = access.name().equals(access.name().toUpperCase(java.util.Locale.ROOT));
    if (constant && !owner.erasure().isEmpty()) {
      return Value.of(new EnumConstant(owner.erasure(), access.name()));
    }
    return Value.unknown(target.data());
  }

  private Value unset(Value target, FieldSymbol field) {
    Value tool = tools.of(field);
    if (!tool.isNothing()) {
      return tool;
    }
    if (CONFIGURED.stream().anyMatch(type -> field.annotation(type) != null)) {
      return configured(field);
    }
    if (field.owner().kind() == TypeDecl.Kind.ENUM) {
      return Value.unknown(target.data().apart().without(Trait.INPUT).with(Trait.CHECKED));
    }
    if (isSent(target) && Inputs.knows(field)) {
      return inputs.read(target, field);
    }
    if (flags.isFlag(field)) {
      return Value.unknown(Dependence.STATE);
    }
    if (!target.data().isNone()) {
      Dependence data = target.instances().isEmpty() ? target.data() : target.data().rest();
      boolean changes = mayChange(field) && !data.varies();
      return Value.unknown(
          changes ? Dependence.STATE : inputs.checked(target, field, data.apart()));
    }
    if (field.isFinal() && field.hasInitializer()) {
      return constant(field);
    }
    return field.isFinal() || injected(field) ? OWN : Value.unknown(Dependence.STATE);
  }

  /**
   * The client made it, as far as nobody has set anything in it. What the program makes of
   * something that was sent depends on the program, too.
   */
  private static boolean isSent(Value object) {
    Dependence data = object.data();
    boolean untouched = object.instances().stream().allMatch(made -> made.fields().isEmpty());
    boolean plain = untouched && !data.on(Cause.CONSTANT);
    boolean sent = data.rest().isOnly(Cause.REQUEST) && (plain || data.isTold());
    return data.has(Trait.INPUT) && (object.instances().isEmpty() || sent);
  }

  /** Somebody changes it: {@code closed}. */
  private static boolean mayChange(FieldSymbol field) {
    return !field.isFinal() && field.type().erasure().equals("boolean");
  }

  /** What a setting holds; a text may be what is said for when nobody sets it. */
  private static Value configured(FieldSymbol field) {
    Value value = Value.unknown(Dependence.of(Cause.CONFIGURATION));
    for (String type : field.type().erasure().equals("java.lang.String") ? CONFIGURED : NONE) {
      AnnotationSymbol setting = field.annotation(type);
      Object said = setting == null ? null : setting.value("value");
      Object otherwise = setting == null ? null : setting.value("defaultValue");
      Matcher matcher = DEFAULT.matcher(said instanceof String text ? text : "");
      @Nullable String known = matcher.matches() ? matcher.group(1) : null;
      known = otherwise instanceof String text ? text : known;
      value = known == null ? value : value.join(Value.constant(known)).withData(value.data());
    }
    return value;
  }

  /** A collaborator: what its methods return depends on their arguments. */
  private static boolean injected(FieldSymbol field) {
    if (!field.annotations().isEmpty()) {
      return true;
    }
    String type = field.type().erasure();
    return !type.startsWith("java.") && type.contains(".");
  }

  /** The value of a field's initialiser. */
  Value constant(FieldSymbol field) {
    if (field.constant() != null) {
      return Value.constant(field.constant());
    }
    if (field.initializer() == null) {
      return Value.unknown(Dependence.CONSTANT);
    }
    Value known = constants.get(field);
    if (known != null) {
      return known;
    }
    if (!inProgress.add(field)) {
      return Value.unknown(Dependence.CONSTANT);
    }
    Value value = engine.initializer(field, field.initializer());
    inProgress.remove(field);
    constants.put(field, value);
    return value;
  }

  private Value ofEnum(Value target, String field) {
    Value joined = Value.NOTHING;
    for (EnumConstant constant : target.enumConstants()) {
      joined = joined.join(instance(constant).field(field));
    }
    return joined;
  }

  /** The object that an enum constant of the sources is; nothing if it is a library's. */
  Value instance(EnumConstant constant) {
    Value known = enumInstances.get(constant);
    if (known != null) {
      return known;
    }
    if (!inProgress.add(constant)) {
      return Value.NOTHING;
    }
    Value value = construct(constant);
    inProgress.remove(constant);
    enumInstances.put(constant, value);
    return value;
  }

  private Value construct(EnumConstant constant) {
    TypeSymbol type = engine.program().type(constant.type());
    if (type == null || !type.isSource()) {
      return Value.NOTHING;
    }
    for (FieldSymbol field : type.fields()) {
      TypeDecl.EnumConstant declared = field.enumConstant();
      if (declared != null && field.name().equals(constant.name())) {
        MethodSymbol constructor = engine.program().body(field).constructorOf(declared);
        return engine.enumConstant(field, declared.arguments(), constructor);
      }
    }
    return Value.NOTHING;
  }

  /** The fields of a new object that have initialisers. */
  Instance fresh(TypeSymbol type) {
    Instance instance = new Instance(type.name(), Map.of());
    for (FieldSymbol field : type.fields()) {
      if (!field.isStatic() && field.hasInitializer()) {
        instance = instance.with(field.name(), constant(field));
      }
    }
    return instance;
  }
}
