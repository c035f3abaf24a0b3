package io.github.errorhygiene.web;

import io.github.errorhygiene.escape.Dependence;
import io.github.errorhygiene.escape.Dependence.Trait;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.escape.Value;
import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The members of the JSON object that an object is written as, by the rules of Jackson's defaults.
 */
public final class BodyProperties {
  private static final String PROBLEM = "org.springframework.http.ProblemDetail";
  private static final Set<String> PROBLEM_KEYS =
      Set.of("type", "title", "status", "detail", "instance");
  private static final String RENAMED = "com.fasterxml.jackson.annotation.JsonProperty";
  private static final String IGNORED = "com.fasterxml.jackson.annotation.JsonIgnore";

  /** What an exception shows that is itself written as JSON. */
  static final Dependence EXCEPTION =
      Dependence.of(Trait.MESSAGE).with(Trait.STACK_TRACE).with(Trait.TYPE_NAME);

  /** Of objects in objects that are looked into. */
  private static final int DEEPEST = 4;

  private final Program program;

  public BodyProperties(Program program) {
    this.program = program;
  }

  /** Whether all members of that type are known. */
  boolean known(String type) {
    TypeSymbol symbol = program.type(type);
    return type.equals(PROBLEM) || (symbol != null && symbol.isSource());
  }

  SortedSet<String> of(Instance instance) {
    SortedSet<String> keys = of(instance.type());
    TypeSymbol type = program.type(instance.type());
    if (type == null || !type.isSource()) {
      instance.fields().keySet().stream().filter(key -> !key.startsWith("#")).forEach(keys::add);
    }
    return keys;
  }

  /** What the known fields show, and those of objects in them. */
  Dependence shown(Instance instance) {
    return shown(instance, DEEPEST);
  }

  private Dependence shown(Instance instance, int depth) {
    Dependence shown = Dependence.NONE;
    TypeSymbol type = program.type(instance.type());
    Set<String> names = of(instance);
    for (Map.Entry<String, Value> field : instance.fields().entrySet()) {
      if (!field.getKey().startsWith("#") && isWritten(type, field.getKey())) {
        shown = shown.and(shown(field.getValue(), depth));
        boolean exception = !field.getValue().escapes().isEmpty();
        shown = exception && names.contains(field.getKey()) ? shown.and(EXCEPTION) : shown;
      }
    }
    return shown;
  }

  /** What a value shows when it is written as JSON. */
  private Dependence shown(Value value, int depth) {
    Dependence shown = value.data();
    for (Instance inner : depth == 0 ? List.<Instance>of() : value.instances()) {
      shown = shown.and(shown(inner, depth - 1));
    }
    return shown;
  }

  private static boolean isWritten(@Nullable TypeSymbol type, String name) {
    return type == null
        || type.fields().stream()
            .filter(field -> field.name().equals(name))
            .allMatch(
                field ->
                    field.annotation(IGNORED) == null && !Modifier.isTransient(field.modifiers()));
  }

  SortedSet<String> of(String type) {
    if (type.equals(PROBLEM)) {
      return new TreeSet<>(PROBLEM_KEYS);
    }
    Map<String, String> names = new LinkedHashMap<>();
    TypeSymbol symbol = program.type(type);
    if (symbol != null && symbol.isSource()) {
      collect(symbol, names);
    }
    return new TreeSet<>(names.values());
  }

  /** Property name to written name, superclasses included. */
  private void collect(TypeSymbol type, Map<String, String> names) {
    Type superclass = type.superclass();
    TypeSymbol above = superclass == null ? null : program.type(superclass.erasure());
    if (above != null && above.isSource()) {
      collect(above, names);
    }
    if (above != null && above.name().equals(PROBLEM)) {
      PROBLEM_KEYS.forEach(key -> names.put(key, key));
    }
    if (type.kind() == TypeDecl.Kind.RECORD) {
      type.fields().stream()
          .filter(f -> !f.isStatic())
          .forEach(f -> names.put(f.name(), written(f, f.name())));
    }
    for (MethodSymbol method : type.methods()) {
      String property = property(method);
      if (!property.isEmpty()) {
        names.put(property, written(method, property));
      }
    }
    type.fields().forEach(field -> visible(field, names));
  }

  private static void visible(FieldSymbol field, Map<String, String> names) {
    if (field.isStatic()) {
      return;
    }
    if (field.annotation(IGNORED) != null) {
      names.remove(field.name());
    } else if (Modifier.isPublic(field.modifiers())
        || names.containsKey(field.name())
        || field.annotation(RENAMED) != null) {
      names.put(field.name(), written(field, names.getOrDefault(field.name(), field.name())));
    }
  }

  private static String written(Annotated member, String name) {
    AnnotationSymbol renamed = member.annotation(RENAMED);
    return renamed != null && renamed.value("value") instanceof String given && !given.isEmpty()
        ? given
        : name;
  }

  private static String property(MethodSymbol method) {
    boolean getter =
        !method.isStatic()
            && Modifier.isPublic(method.modifiers())
            && method.parameterTypes().isEmpty()
            && !method.returnType().erasure().equals("void")
            && method.annotation(IGNORED) == null;
    String name = method.name();
    if (!getter || name.equals("getClass")) {
      return "";
    }
    if (name.startsWith("get") && name.length() > 3) {
      return decapitalised(name.substring(3));
    }
    return name.startsWith("is")
            && name.length() > 2
            && method.returnType().erasure().equals("boolean")
        ? decapitalised(name.substring(2))
        : "";
  }

  /** Jackson lowers all leading capitals: {@code getURLName} is {@code urlname}. */
  private static String decapitalised(String name) {
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    return name.substring(0, capitals).toLowerCase(Locale.ROOT) + name.substring(capitals);
  }
}
