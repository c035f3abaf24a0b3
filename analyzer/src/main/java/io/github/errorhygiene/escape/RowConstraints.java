package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.RowSchema.Told;
import io.github.errorhygiene.library.EntityKeys;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which constraints of the mapping (Jakarta Persistence 3.1, section 11.1) an entity can violate
 * when it is stored. Where nothing that the client decides has to be unique, what it sent is too
 * long, was left out, or names a row that is not there: that is in conflict with nothing.
 */
final class RowConstraints {
  private static final List<String> PACKAGES =
      List.of("jakarta.persistence.", "javax.persistence.");

  /** What holds columns that are not named in the entity itself. */
  private static final List<String> EMBEDDING = List.of("Embedded", "ElementCollection");

  private final Program program;
  private final RowLimits limits;
  private final RowSchema schema;

  RowConstraints(Engine engine) {
    this.program = engine.program();
    this.limits = new RowLimits(program);
    this.schema = new RowSchema(program, engine.schema());
  }

  /**
   * What a violation is.
   *
   * @param mode null if it is what the exception says
   * @param said whether the mapping, or the script that makes the table, has a constraint that what
   *     the client sent may violate
   * @param constraint what the script says; empty if it says nothing of the kind
   * @param impossible whether the table is known, and nothing that is stored can violate anything
   */
  record Violation(
      @Nullable FailureMode mode, boolean said, String constraint, boolean impossible) {
    /** The same of an entity into which more was put than is known. */
    private Violation possible() {
      return new Violation(mode, said, constraint, false);
    }
  }

  /**
   * What is stored.
   *
   * @param fields null if nothing is known of them
   */
  private record Subject(String type, @Nullable Instance fields) {}

  /** What kind of failure a violation is, as far as the mapping is known. */
  Violation violation(LibraryCall call) {
    Value stored = call.argument(0);
    boolean made =
        !stored.open()
            && !stored.instances().isEmpty()
            && stored.alternatives().size() == stored.instances().size();
    boolean bound = stored.data().isTold() && isSent(stored.data().rest());
    boolean known = (made && !bound) || isChanged(stored);
    if (known && stored.instances().stream().allMatch(each -> isMapped(each.type()))) {
      Violation violation =
          violation(
              stored.instances().stream().map(each -> new Subject(each.type(), each)).toList());
      return stored.data().isMixed() ? violation.possible() : violation;
    }
    List<Subject> subjects =
        types(call).stream().sorted().map(type -> new Subject(type, null)).toList();
    boolean mapped = !subjects.isEmpty() && subjects.stream().allMatch(s -> isMapped(s.type()));
    return mapped
        ? violation(subjects)
        : new Violation(null, subjects.stream().anyMatch(this::isUnique), "", false);
  }

  private Violation violation(List<Subject> subjects) {
    List<Told> told = subjects.stream().map(s -> schema.told(s.type(), s.fields())).toList();
    String unique = first(told, Told::unique);
    if (!unique.isEmpty() || subjects.stream().anyMatch(this::isUnique)) {
      return new Violation(null, true, unique, false);
    }
    String limit = first(told, Told::limit);
    boolean said = !limit.isEmpty() || subjects.stream().anyMatch(this::isLimited);
    boolean impossible = !said && told.stream().allMatch(Told::all);
    return new Violation(FailureMode.INVALID_INPUT, said, limit, impossible);
  }

  private static String first(List<Told> told, Function<Told, String> words) {
    return told.stream().map(words).filter(each -> !each.isEmpty()).findFirst().orElse("");
  }

  private boolean isUnique(Subject subject) {
    return isUnique(subject.type(), subject.fields(), new HashSet<>());
  }

  private boolean isLimited(Subject subject) {
    @Nullable Instance fields = subject.fields();
    return fields == null ? limits.limit(subject.type()) : limits.limit(fields);
  }

  /** Other mappings than those of Jakarta Persistence leave it to the scripts what is unique. */
  private boolean isMapped(String type) {
    return isEntity(type) || schema.isKnown(type);
  }

  /** It comes from the store: what nobody has set in it was not refused before. */
  private static boolean isChanged(Value stored) {
    return stored.data().isTold() && !isSent(stored.data().rest()) && !stored.instances().isEmpty();
  }

  /** Of the entity that is stored, or of those in the collection that is. */
  private Set<String> types(LibraryCall call) {
    Set<String> types = new HashSet<>();
    if (call.argument(0).type() != null) {
      types.add(call.argument(0).type());
    }
    if (!call.argumentTypes().isEmpty()) {
      Type given = call.argumentTypes().get(0);
      List<Type> held = given.arguments();
      types.add(held.size() == 1 ? held.get(0).erasure() : given.erasure());
    }
    call.argument(0).instances().forEach(each -> types.add(each.type()));
    return types;
  }

  /**
   * Whether something of the entity has to be unique that the client may decide.
   *
   * @param entity null if nothing is known of its fields
   */
  private boolean isUnique(String type, @Nullable Instance entity, Set<String> seen) {
    if (!seen.add(type)) {
      return false;
    }
    boolean made = EntityKeys.areGenerated(program, type);
    for (String name : program.supertypes(type)) {
      TypeSymbol symbol = program.type(name);
      if (symbol == null || !symbol.isSource()) {
        continue;
      }
      if (isUniqueTogether(symbol, entity)) {
        return true;
      }
      for (FieldSymbol field : symbol.fields()) {
        boolean key = EntityKeys.isKey(field);
        if ((!key || !made) && isUnique(field, key, symbol, entity, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isUnique(
      FieldSymbol field,
      boolean key,
      TypeSymbol owner,
      @Nullable Instance entity,
      Set<String> seen) {
    @Nullable Value value =
        entity == null ? null : entity.fields().getOrDefault(field.name(), Value.NULL);
    boolean sent = value == null || isSent(value.data());
    if (key) {
      return sent && isInserted(owner);
    }
    List<AnnotationSymbol> annotations = annotations(field, owner);
    if (annotations.stream().anyMatch(RowConstraints::isUnique)) {
      return sent;
    }
    boolean holds = annotations.stream().anyMatch(RowConstraints::storesToo);
    return holds && sent && isUniqueHeld(field.type(), seen);
  }

  static boolean isSent(Dependence data) {
    return data.on(Cause.REQUEST) || data.on(Cause.UNKNOWN);
  }

  /** What is in the field is stored along with the entity. */
  static boolean storesToo(AnnotationSymbol annotation) {
    return EMBEDDING.contains(simple(annotation)) || !annotation.list("cascade").isEmpty();
  }

  private boolean isUniqueHeld(Type type, Set<String> seen) {
    List<Type> held = type.arguments();
    String element = (held.isEmpty() ? type : held.get(held.size() - 1)).erasure();
    return isUnique(element, null, seen);
  }

  /** {@code @Column(unique = true)}, and what a one-to-one reference says by itself. */
  private static boolean isUnique(AnnotationSymbol annotation) {
    boolean alone =
        simple(annotation).equals("OneToOne") && annotation.strings("mappedBy").isEmpty();
    return alone
        || Boolean.TRUE.equals(annotation.value("unique"))
        || annotation.type().equals("org.hibernate.annotations.NaturalId");
  }

  /**
   * {@code @Table(uniqueConstraints = …)}, {@code @Index(unique = true)} of columns of which the
   * client decides at least one.
   */
  private static boolean isUniqueTogether(TypeSymbol type, @Nullable Instance entity) {
    return type.annotations().stream()
        .filter(each -> simple(each).matches("Table|SecondaryTable"))
        .flatMap(RowConstraints::together)
        .anyMatch(columns -> entity == null || isSent(columns, type, entity));
  }

  /** The columns of each constraint. */
  private static Stream<List<String>> together(AnnotationSymbol table) {
    Stream<List<String>> constraints =
        annotations(table, "uniqueConstraints").map(each -> each.strings("columnNames"));
    Stream<List<String>> indexes =
        annotations(table, "indexes")
            .filter(RowConstraints::isUnique)
            .map(each -> String.join(",", each.strings("columnList")))
            .map(columns -> List.of(columns.trim().split("\\s*,\\s*")));
    return Stream.concat(constraints, indexes);
  }

  private static Stream<AnnotationSymbol> annotations(AnnotationSymbol table, String member) {
    return table.list(member).stream()
        .filter(AnnotationSymbol.class::isInstance)
        .map(AnnotationSymbol.class::cast);
  }

  /** A column that no field is known for may be anything. */
  private static boolean isSent(List<String> columns, TypeSymbol type, Instance entity) {
    return columns.isEmpty()
        || columns.stream()
            .anyMatch(
                column ->
                    type.fields().stream()
                        .filter(field -> isColumn(field, type, column))
                        .findFirst()
                        .map(field -> entity.fields().getOrDefault(field.name(), Value.NULL))
                        .map(value -> isSent(value.data()))
                        .orElse(true));
  }

  private static boolean isColumn(FieldSymbol field, TypeSymbol owner, String column) {
    String name = column.split(" ", 2)[0];
    boolean named =
        annotations(field, owner).stream()
            .flatMap(annotation -> annotation.strings("name").stream())
            .anyMatch(name::equalsIgnoreCase);
    return named || field.name().equalsIgnoreCase(name.replace("_", ""));
  }

  /**
   * One whose key the program makes is written over where it is there already (Spring Data's {@code
   * SimpleJpaRepository.save}), unless it says itself that it is new.
   */
  private boolean isInserted(TypeSymbol owner) {
    boolean versioned =
        owner.fields().stream()
            .anyMatch(field -> field.annotations().stream().anyMatch(each -> is(each, "Version")));
    return versioned
        || program.supertypes(owner.name()).contains("org.springframework.data.domain.Persistable");
  }

  private boolean isEntity(String type) {
    @Nullable TypeSymbol symbol = program.type(type);
    return symbol != null
        && symbol.isSource()
        && symbol.annotations().stream().anyMatch(each -> is(each, "Entity"));
  }

  /** Of the field and its getter. */
  static List<AnnotationSymbol> annotations(FieldSymbol field, TypeSymbol owner) {
    List<AnnotationSymbol> annotations = new ArrayList<>(field.annotations());
    owner.methods().stream()
        .filter(each -> each.name().equalsIgnoreCase("get" + field.name()))
        .forEach(each -> annotations.addAll(each.annotations()));
    return annotations;
  }

  private static boolean is(AnnotationSymbol annotation, String name) {
    return PACKAGES.stream().anyMatch(each -> annotation.type().equals(each + name));
  }

  static String simple(AnnotationSymbol annotation) {
    return annotation.type().substring(annotation.type().lastIndexOf('.') + 1);
  }
}
