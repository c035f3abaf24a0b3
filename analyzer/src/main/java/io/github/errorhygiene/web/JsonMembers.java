package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of the JSON objects that objects of the sources are written as: by properties, as
 * Jackson and JSON-B do it by default, or by fields, as Gson does.
 */
final class JsonMembers {
  private static final String JACKSON = "com.fasterxml.jackson.annotation.";
  private static final Set<String> RENAMED = Roles.of(Role.JSON_NAME);
  private static final Set<String> IGNORED = Roles.of(Role.JSON_IGNORED);
  private static final Set<String> NAMING = Roles.of(Role.JSON_NAMING);
  private static final String SERIALIZED = "com.google.gson.annotations.SerializedName";

  private final Program program;
  private final PropertyNaming naming;
  private final Map<TypeSymbol, Map<String, Member>> byProperty = new HashMap<>();

  /**
   * Those of a program.
   *
   * @param naming how properties are called whose classes do not say it
   */
  JsonMembers(Program program, PropertyNaming naming) {
    this.program = program;
    this.naming = naming;
  }

  /**
   * One member.
   *
   * @param property the property or field
   * @param name as it is written
   * @param type binary name of its erased static type
   * @param unwrapped the members of its value are written in its place
   */
  record Member(String property, String name, String type, boolean unwrapped) {}

  /** By property, superclasses first. */
  Map<String, Member> byProperty(TypeSymbol type) {
    return byProperty.computeIfAbsent(type, this::properties);
  }

  private Map<String, Member> properties(TypeSymbol type) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (TypeSymbol each : lineage(type)) {
      collect(each, namingOf(type), members);
    }
    lineage(type).forEach(each -> ignored(each).forEach(members::remove));
    return Collections.unmodifiableMap(members);
  }

  /** By field, as Gson writes them (ReflectiveTypeAdapterFactory). */
  Map<String, Member> byField(TypeSymbol type) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (TypeSymbol each : lineage(type)) {
      for (FieldSymbol field : each.fields()) {
        if (!field.isStatic() && !Modifier.isTransient(field.modifiers())) {
          AnnotationSymbol renamed = field.annotation(SERIALIZED);
          boolean said = renamed != null && renamed.value("value") instanceof String;
          String name = said ? (String) Objects.requireNonNull(renamed).value("value") : null;
          put(members, field.name(), name == null ? field.name() : name, field.type(), field);
        }
      }
    }
    return members;
  }

  /** Whether it has members that no declaration names ({@code JsonAnyGetter}). */
  boolean isOpen(TypeSymbol type) {
    return lineage(type).stream()
        .flatMap(each -> Stream.<Annotated>concat(each.methods().stream(), each.fields().stream()))
        .anyMatch(member -> member.annotation(JACKSON + "JsonAnyGetter") != null);
  }

  /**
   * Whether of an exception that is written neither the stack trace is nor what caused it: members
   * are ignored, or a filter chooses among them ({@code JsonFilter}).
   */
  boolean hidesTrace(TypeSymbol type) {
    return lineage(type).stream()
        .anyMatch(
            each ->
                each.annotation(JACKSON + "JsonFilter") != null
                    || ignored(each).containsAll(List.of("cause", "stackTrace")));
  }

  /** Whether a field is not written, whoever reads it. */
  static boolean isLeftOut(FieldSymbol field) {
    return isIgnored(field) || Modifier.isTransient(field.modifiers());
  }

  /** The class, the superclasses and interfaces of the sources, the farthest first. */
  private List<TypeSymbol> lineage(TypeSymbol type) {
    List<TypeSymbol> lineage =
        new ArrayList<>(
            program.supertypes(type.name()).stream()
                .map(program::type)
                .filter(Objects::nonNull)
                .filter(TypeSymbol::isSource)
                .toList());
    Collections.reverse(lineage);
    return lineage;
  }

  private PropertyNaming namingOf(TypeSymbol type) {
    for (TypeSymbol each : lineage(type)) {
      for (String annotation : NAMING) {
        AnnotationSymbol named = each.annotation(annotation);
        for (Type strategy : named == null ? List.<Type>of() : named.types("value")) {
          return PropertyNaming.named(strategy.erasure());
        }
      }
    }
    return naming;
  }

  private static List<String> ignored(TypeSymbol type) {
    AnnotationSymbol ignored = type.annotation(JACKSON + "JsonIgnoreProperties");
    return ignored == null ? List.of() : ignored.strings("value");
  }

  private static void collect(TypeSymbol type, PropertyNaming naming, Map<String, Member> members) {
    if (type.kind() == TypeDecl.Kind.RECORD) {
      type.fields().stream()
          .filter(field -> !field.isStatic())
          .forEach(field -> put(members, field.name(), naming, field.type(), field));
    }
    for (MethodSymbol method : type.methods()) {
      String property = property(method);
      if (!property.isEmpty()) {
        put(members, property, naming, method.returnType(), method);
      }
    }
    boolean all = showsFields(type);
    type.fields().forEach(field -> visible(field, all, naming, members));
  }

  private static boolean showsFields(TypeSymbol type) {
    AnnotationSymbol shown = type.annotation(JACKSON + "JsonAutoDetect");
    List<String> visibility = shown == null ? List.of() : shown.constants("fieldVisibility");
    return visibility.contains("ANY") || visibility.contains("NON_PRIVATE");
  }

  private static void visible(
      FieldSymbol field, boolean all, PropertyNaming naming, Map<String, Member> members) {
    if (field.isStatic()) {
      return;
    }
    Member known = members.get(field.name());
    if (isIgnored(field)) {
      members.remove(field.name());
    } else if (known != null) {
      String name = renamed(field) == null ? known.name() : written(field, field.name(), naming);
      put(members, field.name(), name, field.type(), field);
    } else if (all || Modifier.isPublic(field.modifiers()) || isNamed(field)) {
      put(members, field.name(), naming, field.type(), field);
    }
  }

  private static void put(
      Map<String, Member> members,
      String property,
      PropertyNaming naming,
      Type type,
      Annotated member) {
    put(members, property, written(member, property, naming), type, member);
  }

  private static void put(
      Map<String, Member> members, String property, String name, Type type, Annotated member) {
    Member before = members.get(property);
    boolean unwrapped = member.annotation(JACKSON + "JsonUnwrapped") != null;
    unwrapped |= before != null && before.unwrapped();
    members.put(property, new Member(property, name, type.erasure(), unwrapped));
  }

  private static boolean isIgnored(Annotated member) {
    return IGNORED.stream()
        .map(member::annotation)
        .anyMatch(ignored -> ignored != null && !Boolean.FALSE.equals(ignored.value("value")));
  }

  private static boolean isNamed(Annotated member) {
    return RENAMED.stream().anyMatch(name -> member.annotation(name) != null);
  }

  private static String written(Annotated member, String property, PropertyNaming naming) {
    String renamed = renamed(member);
    return renamed == null ? naming.apply(property) : renamed;
  }

  private static @Nullable String renamed(Annotated member) {
    for (String annotation : RENAMED) {
      AnnotationSymbol renamed = member.annotation(annotation);
      if (renamed != null && renamed.value("value") instanceof String given && !given.isEmpty()) {
        return given;
      }
    }
    return null;
  }

  private static String property(MethodSymbol method) {
    boolean reads =
        !method.isStatic()
            && method.parameterTypes().isEmpty()
            && !method.returnType().erasure().equals("void")
            && !isIgnored(method)
            && method.annotation(JACKSON + "JsonAnyGetter") == null;
    String name = method.name();
    boolean shown = Modifier.isPublic(method.modifiers()) || method.owner().isInterface();
    if (!reads || name.equals("getClass") || !(shown || isNamed(method))) {
      return "";
    }
    if (name.startsWith("get") && name.length() > 3) {
      return decapitalised(name.substring(3));
    }
    boolean asks = name.startsWith("is") && name.length() > 2;
    if (asks && method.returnType().erasure().equals("boolean")) {
      return decapitalised(name.substring(2));
    }
    return isNamed(method) ? name : "";
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
