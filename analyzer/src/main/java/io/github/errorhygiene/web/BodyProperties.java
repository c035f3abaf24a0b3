package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Generated;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.JsonMembers.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of the JSON object that an object is written as, and what they show. */
public final class BodyProperties {
  private static final String PROBLEM = "org.springframework.http.ProblemDetail";
  private static final Set<String> PROBLEM_KEYS =
      Set.of("type", "title", "status", "detail", "instance");

  /** The same since Spring 7, where a problem has no type unless somebody sets one. */
  private static final Set<String> UNTYPED_KEYS = Set.of("title", "status", "detail", "instance");

  /** It came with Spring 7. */
  private static final String SPRING_7 = "org.springframework.web.accept.ApiVersionStrategy";

  /** What an exception shows that is itself written as JSON. */
  static final Dependence EXCEPTION =
      Dependence.of(Trait.MESSAGE).with(Trait.STACK_TRACE).with(Trait.TYPE_NAME);

  /** The same of one whose stack trace is left out. */
  private static final Dependence MESSAGE = Dependence.of(Trait.MESSAGE);

  private static final String DEFAULT = "lombok.Builder.Default";

  /** Of objects in objects that are looked into. */
  private static final int DEEPEST = 4;

  private final Set<String> problemKeys;
  private final Program program;
  private final JsonMembers members;

  /**
   * Those of a program.
   *
   * @param naming how members are called whose classes do not say it
   * @param given whether the user's class path has the type with that binary name
   */
  BodyProperties(Program program, PropertyNaming naming, Predicate<String> given) {
    this.problemKeys = given.test(SPRING_7) ? UNTYPED_KEYS : PROBLEM_KEYS;
    this.program = program;
    this.members = new JsonMembers(program, naming);
  }

  /** Whether all members of that type are known. */
  boolean known(String type) {
    TypeSymbol symbol = source(type);
    return type.equals(PROBLEM) || (symbol != null && !members.isOpen(symbol));
  }

  /** What an exception shows that is the body. */
  Dependence exception(Value body) {
    boolean hidden =
        body.escapes().stream()
            .map(escape -> source(escape.type()))
            .allMatch(type -> type != null && members.hidesTrace(type));
    return hidden ? MESSAGE : EXCEPTION;
  }

  /** Whether it is a type of the sources. */
  boolean isSource(String type) {
    return source(type) != null;
  }

  /** Whether it is sent as {@code application/problem+json} (HttpEntityMethodProcessor). */
  boolean isProblem(String type) {
    return program.supertypes(type).contains(PROBLEM);
  }

  SortedSet<String> of(Instance instance) {
    SortedSet<String> keys = of(instance.type(), isByField(instance));
    if (isWithoutDetail(instance)) {
      keys.remove("detail");
    }
    TypeSymbol type = source(instance.type());
    if (type == null) {
      keys.addAll(named(instance));
    } else if (members.isOpen(type)) {
      maps(instance, type).forEach(map -> keys.addAll(named(map)));
    }
    return keys;
  }

  /** A problem of which is known how it was made, and that nobody gave it any detail. */
  private static boolean isWithoutDetail(Instance instance) {
    return instance.type().equals(PROBLEM)
        && !instance.fields().isEmpty()
        && !instance.fields().containsKey("detail");
  }

  private static List<String> named(Instance map) {
    return map.fields().keySet().stream().filter(key -> !key.startsWith("#")).toList();
  }

  /** The maps in it, whose entries may be members of its own. */
  private static List<Instance> maps(Instance instance, TypeSymbol type) {
    List<Instance> maps = new ArrayList<>();
    for (FieldSymbol field : type.fields()) {
      Value held = instance.fields().get(field.name());
      if (held != null && field.type().erasure().endsWith("Map")) {
        maps.addAll(held.instances());
      }
    }
    return maps;
  }

  /** The members for which it is certain that nothing is written. */
  Set<String> nulls(Instance instance) {
    return members(instance.type(), isByField(instance)).stream()
        .filter(
            member -> {
              Value held = instance.fields().get(member.property());
              return !member.unwrapped()
                  && (held == null ? isUnset(instance, member.property()) : held.isNull());
            })
        .map(Member::name)
        .collect(Collectors.toSet());
  }

  /** Nobody told the builder of it, and nobody wrote what else it is. */
  private boolean isUnset(Instance instance, String property) {
    return instance.fields().containsKey(Generated.BUILT)
        && program.supertypes(instance.type()).stream()
            .map(this::source)
            .flatMap(type -> type == null ? Stream.<FieldSymbol>of() : type.fields().stream())
            .filter(field -> field.name().equals(property))
            .anyMatch(field -> field.annotation(DEFAULT) == null && !isSetOtherwise(field));
  }

  /** By its own initialiser, by a constructor that is written, or where it is asked for. */
  private static boolean isSetOtherwise(FieldSymbol field) {
    return (field.isFinal() && field.hasInitializer())
        || field.owner().methods().stream().anyMatch(m -> m.isConstructor() && m.hasBody())
        || isComputed(field);
  }

  private static boolean isComputed(FieldSymbol field) {
    String getter = "get" + field.name();
    return field.owner().methods().stream()
        .anyMatch(method -> method.hasBody() && method.name().equalsIgnoreCase(getter));
  }

  private static boolean isByField(Instance instance) {
    return instance.fields().containsKey(AnswerModel.BY_FIELD);
  }

  SortedSet<String> of(String type) {
    return of(type, false);
  }

  private SortedSet<String> of(String type, boolean byField) {
    return new TreeSet<>(names(type, byField, DEEPEST));
  }

  private Collection<String> names(String type, boolean byField, int depth) {
    Set<String> names = new TreeSet<>();
    if (isProblem(type)) {
      names.addAll(problemKeys);
    }
    for (Member member : members(type, byField)) {
      if (member.unwrapped() && depth > 0) {
        names.addAll(names(member.type(), byField, depth - 1));
      } else {
        names.add(member.name());
      }
    }
    return names;
  }

  private Collection<Member> members(String type, boolean byField) {
    TypeSymbol symbol = source(type);
    if (symbol == null) {
      return List.of();
    }
    return (byField ? members.byField(symbol) : members.byProperty(symbol)).values();
  }

  private @Nullable TypeSymbol source(String type) {
    TypeSymbol symbol = program.type(type);
    return symbol == null || !symbol.isSource() ? null : symbol;
  }

  /** Whether an object in it, such as {@code "error": {…}}, has a member with such a name. */
  boolean hasInside(Instance instance, Predicate<String> name) {
    return hasInside(instance, name, DEEPEST);
  }

  private boolean hasInside(Instance instance, Predicate<String> name, int depth) {
    if (source(instance.type()) == null) {
      return instance.fields().entrySet().stream()
          .filter(field -> !field.getKey().startsWith("#"))
          .anyMatch(field -> has(field.getValue(), "", name, depth - 1));
    }
    for (Member member : members(instance.type(), isByField(instance))) {
      Value held = instance.fields().getOrDefault(member.property(), Value.UNKNOWN);
      if (has(held, member.type(), name, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(Value value, String type, Predicate<String> name, int depth) {
    if (depth < 0 || value.isNull()) {
      return false;
    }
    for (Instance instance : value.instances()) {
      Set<String> nulls = nulls(instance);
      boolean told = of(instance).stream().anyMatch(key -> name.test(key) && !nulls.contains(key));
      if (told || hasInside(instance, name, depth)) {
        return true;
      }
    }
    return value.instances().isEmpty()
        && members(type, false).stream()
            .anyMatch(
                each -> name.test(each.name()) || has(Value.UNKNOWN, each.type(), name, depth - 1));
  }

  /** What the known fields show, and those of objects in them. */
  Dependence shown(Instance instance) {
    return shown(instance, DEEPEST);
  }

  private Dependence shown(Instance instance, int depth) {
    Dependence shown = Dependence.NONE;
    for (Map.Entry<String, Value> field : instance.fields().entrySet()) {
      if (!field.getKey().startsWith("#")) {
        shown = shown.and(shown(instance, field.getKey(), field.getValue(), depth));
      }
    }
    return shown;
  }

  private Dependence shown(Instance instance, String field, Value value, int depth) {
    TypeSymbol type = source(instance.type());
    boolean member = type == null || isMember(instance, type, field);
    if (type != null && !member && isLeftOut(type, field)) {
      return Dependence.NONE;
    }
    Dependence shown = shown(value, depth);
    return member && !value.escapes().isEmpty() ? shown.and(EXCEPTION) : shown;
  }

  /** What a value shows when it is written as JSON. */
  private Dependence shown(Value value, int depth) {
    Dependence shown = value.data();
    for (Instance inner : depth == 0 ? List.<Instance>of() : value.instances()) {
      shown = shown.and(shown(inner, depth - 1));
    }
    return shown;
  }

  private boolean isMember(Instance instance, TypeSymbol type, String field) {
    return isByField(instance)
        ? members.byField(type).containsKey(field)
        : members.byProperty(type).containsKey(field);
  }

  /** A field that is no member may still be read by the getter of another one. */
  private static boolean isLeftOut(TypeSymbol type, String field) {
    return type.fields().stream()
        .filter(each -> each.name().equals(field))
        .anyMatch(JsonMembers::isLeftOut);
  }
}
