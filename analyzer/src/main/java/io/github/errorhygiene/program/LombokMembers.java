package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members that Lombok adds to a type because of its annotations: loggers, accessors and
 * constructors.
 *
 * @see <a href="https://projectlombok.org/features/">Lombok features</a>
 */
final class LombokMembers {
  private static final Map<String, String> LOGGERS = new LinkedHashMap<>();
  private static final Set<String> CONSTRUCTORS =
      Set.of(
          "lombok.AllArgsConstructor",
          "lombok.RequiredArgsConstructor",
          "lombok.NoArgsConstructor",
          "lombok.Data",
          "lombok.Value",
          "lombok.Builder",
          "lombok.experimental.SuperBuilder");

  static {
    LOGGERS.put("lombok.extern.slf4j.Slf4j", "org.slf4j.Logger");
    LOGGERS.put("lombok.extern.slf4j.XSlf4j", "org.slf4j.ext.XLogger");
    LOGGERS.put("lombok.extern.log4j.Log4j2", "org.apache.logging.log4j.Logger");
    LOGGERS.put("lombok.extern.log4j.Log4j", "org.apache.log4j.Logger");
    LOGGERS.put("lombok.extern.java.Log", "java.util.logging.Logger");
    LOGGERS.put("lombok.extern.apachecommons.CommonsLog", "org.apache.commons.logging.Log");
    LOGGERS.put("lombok.extern.jbosslog.JBossLog", "org.jboss.logging.Logger");
    LOGGERS.put("lombok.extern.flogger.Flogger", "com.google.common.flogger.FluentLogger");
  }

  private final TypeSymbol owner;
  private final List<MethodSymbol> written;
  private final Set<String> annotations;
  private final List<FieldSymbol> fields;
  private final List<MethodSymbol> added = new ArrayList<>();

  LombokMembers(TypeSymbol owner, List<MethodSymbol> written) {
    this.owner = owner;
    this.written = written;
    this.annotations = owner.annotationTypes();
    this.fields = owner.fields().stream().filter(f -> !f.isStatic()).toList();
  }

  /** The static logger fields. */
  static List<FieldSymbol> loggers(TypeSymbol owner, Universe universe) {
    List<FieldSymbol> loggers = new ArrayList<>();
    for (Map.Entry<String, String> logger : LOGGERS.entrySet()) {
      if (owner.isSource() && owner.annotationTypes().contains(logger.getKey())) {
        Type type =
            universe.type(logger.getValue()) == null
                ? new Type.Unknown(logger.getValue())
                : Types.declared(logger.getValue());
        int modifiers = Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL;
        loggers.add(
            new FieldSymbol(
                owner,
                "log",
                type,
                modifiers,
                null,
                null,
                false,
                new Lazy<>(List.of(), List::of),
                Position.NONE));
      }
    }
    return loggers;
  }

  /** Whether a local variable of that type takes the one of its initialiser: {@code val}. */
  static boolean isInferred(Type type) {
    return type.erasure().equals("lombok.val") || type.erasure().equals("lombok.var");
  }

  /** Whether all members of the type are static. */
  static boolean isUtility(TypeSymbol owner) {
    return owner.isSource() && owner.annotationTypes().contains("lombok.experimental.UtilityClass");
  }

  /** Whether Lombok decides on the constructors. */
  static boolean makesConstructor(TypeSymbol owner) {
    return owner.annotationTypes().stream().anyMatch(CONSTRUCTORS::contains);
  }

  List<MethodSymbol> all() {
    for (FieldSymbol field : fields) {
      addAccessors(field);
    }
    addConstructors();
    return added;
  }

  private void addAccessors(FieldSymbol field) {
    if (wants(field, "lombok.Getter", "lombok.Data", "lombok.Value")) {
      addMethod(getterName(field), MethodSymbol.Implicit.GETTER, field.type(), List.of(), field);
    }
    if (!field.isFinal() && wants(field, "lombok.Setter", "lombok.Data")) {
      Type result = isChained(field) ? Types.declared(owner.name()) : Types.VOID;
      addMethod(
          setterName(field),
          MethodSymbol.Implicit.SETTER,
          result,
          List.of(MethodSymbol.Parameter.of(field)),
          field);
    }
    if (wants(field, "lombok.With", "lombok.experimental.Wither")) {
      Type result = Types.declared(owner.name());
      addMethod(
          "with" + capitalized(field.name()),
          MethodSymbol.Implicit.WITHER,
          result,
          List.of(MethodSymbol.Parameter.of(field)),
          field);
    }
  }

  private void addMethod(
      String name,
      MethodSymbol.Implicit kind,
      Type result,
      List<MethodSymbol.Parameter> parameters,
      FieldSymbol field) {
    boolean taken =
        written.stream()
            .anyMatch(m -> m.name().equals(name) && m.parameterTypes().size() == parameters.size());
    if (!taken) {
      added.add(
          MethodSymbol.implicit(
              owner, name, Modifier.PUBLIC, kind, result, parameters, List.of(field)));
    }
  }

  private boolean wants(FieldSymbol field, String own, String... others) {
    AnnotationSymbol onField = field.annotation(own);
    if (onField != null) {
      return !onField.constants("value").contains("NONE");
    }
    boolean onType = annotations.contains(own);
    if (!onType) {
      return Set.of(others).stream().anyMatch(annotations::contains);
    }
    AnnotationSymbol annotation = owner.annotation(own);
    return annotation == null || !annotation.constants("value").contains("NONE");
  }

  private boolean accessors(FieldSymbol field, String member) {
    AnnotationSymbol onField = field.annotation("lombok.experimental.Accessors");
    AnnotationSymbol annotation = onField != null ? onField : ownerAccessors();
    return annotation != null && Boolean.TRUE.equals(annotation.value(member));
  }

  private @Nullable AnnotationSymbol ownerAccessors() {
    return annotations.contains("lombok.experimental.Accessors")
        ? owner.annotation("lombok.experimental.Accessors")
        : null;
  }

  private boolean isChained(FieldSymbol field) {
    return accessors(field, "chain") || accessors(field, "fluent");
  }

  private String getterName(FieldSymbol field) {
    if (accessors(field, "fluent")) {
      return field.name();
    }
    return field.type().equals(Types.BOOLEAN)
        ? "is" + property(field)
        : "get" + capitalized(field.name());
  }

  private String setterName(FieldSymbol field) {
    return accessors(field, "fluent") ? field.name() : "set" + property(field);
  }

  /** A primitive boolean {@code isOpen} has the property {@code Open}. */
  private static String property(FieldSymbol field) {
    String name = field.name();
    boolean prefixed =
        field.type().equals(Types.BOOLEAN)
            && name.length() > 2
            && name.startsWith("is")
            && !Character.isLowerCase(name.charAt(2));
    return capitalized(prefixed ? name.substring(2) : name);
  }

  static String capitalized(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private void addConstructors() {
    if (owner.kind() == TypeDecl.Kind.RECORD || !makesConstructor(owner)) {
      return;
    }
    boolean explicit = written.stream().anyMatch(MethodSymbol::isConstructor);
    boolean annotated = false;
    for (String kind : List.of("NoArgs", "RequiredArgs", "AllArgs")) {
      String annotation = "lombok." + kind + "Constructor";
      if (annotations.contains(annotation)) {
        annotated = true;
        addConstructor(fieldsOf(kind), staticName(annotation, "staticName"));
      }
    }
    if (explicit || annotated) {
      return;
    }
    boolean all = !annotations.contains("lombok.Data") || annotations.contains("lombok.Builder");
    String data = annotations.contains("lombok.Data") ? "lombok.Data" : "lombok.Value";
    addConstructor(
        fieldsOf(all ? "AllArgs" : "RequiredArgs"), staticName(data, "staticConstructor"));
  }

  private @Nullable String staticName(String annotation, String member) {
    AnnotationSymbol symbol = owner.annotation(annotation);
    return symbol != null && symbol.value(member) instanceof String name && !name.isEmpty()
        ? name
        : null;
  }

  private List<FieldSymbol> fieldsOf(String kind) {
    return switch (kind) {
      case "NoArgs" -> List.of();
      case "AllArgs" -> fields.stream().filter(LombokMembers::isOpen).toList();
      default -> fields.stream().filter(LombokMembers::isRequired).toList();
    };
  }

  /** Not a final field that has its value already. */
  static boolean isOpen(FieldSymbol field) {
    return !field.isFinal() || !field.hasInitializer();
  }

  private static boolean isRequired(FieldSymbol field) {
    boolean nonNull = field.annotations().stream().anyMatch(a -> a.type().endsWith("NonNull"));
    return !field.hasInitializer() && (field.isFinal() || nonNull);
  }

  private void addConstructor(List<FieldSymbol> parameters, @Nullable String staticName) {
    added.add(ImplicitMembers.constructor(owner, parameters));
    if (staticName != null) {
      added.add(
          MethodSymbol.implicit(
              owner,
              staticName,
              Modifier.PUBLIC | Modifier.STATIC,
              MethodSymbol.Implicit.OTHER,
              Types.declared(owner.name()),
              parameters.stream().map(MethodSymbol.Parameter::of).toList(),
              List.of()));
    }
  }
}
