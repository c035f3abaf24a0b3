package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.RowTables.Place;
import io.github.errorhygiene.idiom.Told;
import io.github.errorhygiene.library.EntityKeys;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.schema.Constraint;
import io.github.errorhygiene.schema.Constraint.Kind;
import io.github.errorhygiene.schema.Schema;
import io.github.errorhygiene.text.Formats;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which constraints of its table an entity can violate when it is stored, as the scripts say that
 * make the table. Of several definitions of a table, for one product each, all have to agree: only
 * then is something claimed, or is it known that nothing can be violated.
 */
final class RowSchema {
  /** References whose rows are written elsewhere, or by a table of their own. */
  private static final Set<String> ELSEWHERE =
      Set.of("OneToMany", "ManyToMany", "ElementCollection", "Embedded", "EmbeddedId");

  private static final Set<String> UNSTORED = Set.of("Transient", "Formula");

  private static final Set<String> REFERENCES = Set.of("ManyToOne", "OneToOne");

  /** A constraint of a field that is checked before it is stored: how many digits it has. */
  private static final Set<String> NUMBERS = Set.of("Digits");

  private static final Set<String> PRESENCES = Set.of("NotNull", "NotBlank", "NotEmpty", "NonNull");

  /** What fills a field that nobody has set. */
  private static final Set<String> FILLS =
      Set.of(
          "CreatedBy",
          "CreatedDate",
          "CreationTimestamp",
          "DateCreated",
          "DateUpdated",
          "Generated",
          "GeneratedValue",
          "LastModifiedBy",
          "LastModifiedDate",
          "UpdateTimestamp",
          "Version");

  private static final Set<String> BEFORE = Set.of("PrePersist", "PreUpdate", "EntityListeners");

  private final Program program;
  private final RowTables tables;

  RowSchema(Program program, Schema schema) {
    this.program = program;
    this.tables = new RowTables(program, schema);
  }

  /**
   * What is said of an entity.
   *
   * @param unique what of it has to be unique, and may be taken; empty if nothing is known to be
   * @param limit what of it may be refused; empty if nothing is known to be
   * @param all whether nothing else can be violated
   */
  record Told(String unique, String limit, boolean all) {
    static final Told NOTHING = new Told("", "", false);

    private Told and(Told other) {
      return new Told(
          unique.isEmpty() ? other.unique : unique,
          limit.isEmpty() ? other.limit : limit,
          all && other.all);
    }
  }

  /**
   * Whether the scripts make a table for a type, and nothing in the sources says that it is
   * another.
   */
  boolean isKnown(String type) {
    @Nullable TypeSymbol symbol = program.type(type);
    return symbol != null
        && symbol.isSource()
        && RowTables.isStored(symbol)
        && !tables.of(symbol).isEmpty();
  }

  /**
   * Of an entity of that type.
   *
   * @param entity null if nothing is known of its fields
   */
  Told told(String type, @Nullable Instance entity) {
    @Nullable TypeSymbol symbol = program.type(type);
    if (symbol == null || !isKnown(type)) {
      return Told.NOTHING;
    }
    Told told = new Told("", "", true);
    for (String name : program.supertypes(type)) {
      @Nullable TypeSymbol owner = program.type(name);
      if (owner == null || !owner.isSource()) {
        continue;
      }
      for (FieldSymbol field : owner.fields()) {
        if (!field.isStatic()) {
          told = told.and(told(field, owner, symbol, entity));
        }
      }
    }
    return told;
  }

  private Told told(
      FieldSymbol field, TypeSymbol owner, TypeSymbol type, @Nullable Instance entity) {
    @Nullable Value value =
        entity == null ? null : entity.fields().getOrDefault(field.name(), Value.NULL);
    List<AnnotationSymbol> annotations = RowConstraints.annotations(field, owner);
    boolean sent = value == null || RowConstraints.isSent(value.data());
    if (!sent || isUnstored(annotations)) {
      return new Told("", "", true);
    }
    boolean elsewhere = has(annotations, ELSEWHERE);
    List<Place> places = elsewhere ? List.of() : tables.places(field, owner, type);
    if (places.isEmpty() || annotations.stream().anyMatch(RowConstraints::storesToo)) {
      return Told.NOTHING;
    }
    String table = RowTables.name(type);
    return EntityKeys.isKey(field)
        ? limit(field, annotations, places, value, table)
        : unique(field, places, table)
            .and(limit(field, annotations, places, value, table))
            .and(presence(field, owner, annotations, places, value, table))
            .and(reference(field, annotations, places, value, table));
  }

  private static boolean isUnstored(List<AnnotationSymbol> annotations) {
    return has(annotations, UNSTORED)
        || annotations.stream()
            .anyMatch(
                each ->
                    !each.strings("mappedBy").isEmpty()
                        || Boolean.FALSE.equals(each.value("insertable")));
  }

  private static Told unique(FieldSymbol field, List<Place> places, String table) {
    Predicate<Place> may = place -> constraints(place, Kind.UNIQUE).findAny().isPresent();
    Predicate<Place> does = place -> constraints(place, Kind.UNIQUE).anyMatch(RowSchema::isCertain);
    return told(places, may, does, "unique " + field.name() + " in " + table, true);
  }

  private static boolean isCertain(Constraint constraint) {
    return constraint.sure() && !constraint.columns().isEmpty();
  }

  /** Those of a kind that speak of the column, or of nobody knows what. */
  private static Stream<Constraint> constraints(Place place, Kind kind) {
    return place.table().constraints().stream()
        .filter(each -> each.kind() == kind)
        .filter(each -> each.columns().isEmpty() || each.columns().contains(place.column().name()));
  }

  private static Told limit(
      FieldSymbol field,
      List<AnnotationSymbol> annotations,
      List<Place> places,
      @Nullable Value value,
      String table) {
    int most = Formats.most(annotations);
    Predicate<Place> checked =
        place ->
            has(annotations, NUMBERS)
                || (most > 0 && most <= room(place))
                || (value != null && RowLimits.isShort(value.data(), room(place)));
    boolean reference = has(annotations, REFERENCES);
    String type = field.type().erasure();
    boolean formed = value != null && value.data().has(Trait.FORMED);
    Predicate<Place> may =
        place ->
            constraints(place, Kind.CHECK).findAny().isPresent()
                || (!reference && !checked.test(place) && !place.column().holds(type));
    Predicate<Place> does =
        place ->
            !checked.test(place)
                && !formed
                && type.equals("java.lang.String")
                && place.column().isText()
                && place.column().length() > 0;
    int length = places.stream().mapToInt(place -> place.column().length()).max().orElse(0);
    return told(
        places,
        may,
        does,
        "at most %d characters of %s in %s".formatted(length, field.name(), table),
        false);
  }

  /** Where a setting says how long it is, who says a length as well is believed to know it. */
  private static int room(Place place) {
    int length = place.column().length();
    return length > 0 ? length : length == 0 ? Integer.MAX_VALUE : Dependence.ANY_LENGTH - 1;
  }

  private static Told presence(
      FieldSymbol field,
      TypeSymbol owner,
      List<AnnotationSymbol> annotations,
      List<Place> places,
      @Nullable Value value,
      String table) {
    boolean present = value != null && !value.absence().has(Trait.LEFT_OUT);
    boolean sure =
        present
            || field.type() instanceof Type.Primitive
            || has(annotations, PRESENCES)
            || has(annotations, FILLS);
    if (sure) {
      return new Told("", "", true);
    }
    boolean filled = field.hasInitializer() || isFilledBefore(owner);
    return told(
        places,
        place -> place.column().required(),
        place -> place.column().required() && !filled,
        "%s not null in %s".formatted(field.name(), table),
        false);
  }

  /** A method of the entity, or a listener, may fill what is left out. */
  private static boolean isFilledBefore(TypeSymbol owner) {
    return has(owner.annotations(), BEFORE)
        || owner.methods().stream().anyMatch(method -> has(method.annotations(), BEFORE));
  }

  /** The row that an object stands for was looked up; the number of one can be anything. */
  private static Told reference(
      FieldSymbol field,
      List<AnnotationSymbol> annotations,
      List<Place> places,
      @Nullable Value value,
      String table) {
    if (has(annotations, REFERENCES)) {
      return Told.NOTHING;
    }
    boolean vouched = value != null && value.data().has(Trait.VOUCHED);
    Predicate<Place> may =
        place -> !vouched && constraints(place, Kind.REFERENCE).findAny().isPresent();
    return told(places, may, may, "%s in %s names a row".formatted(field.name(), table), false);
  }

  private static Told told(
      List<Place> places,
      Predicate<Place> may,
      Predicate<Place> does,
      String words,
      boolean unique) {
    if (places.stream().allMatch(does)) {
      return new Told(unique ? words : "", unique ? "" : words, false);
    }
    return new Told("", "", places.stream().noneMatch(may));
  }

  private static boolean has(List<AnnotationSymbol> annotations, Set<String> names) {
    return annotations.stream().anyMatch(each -> names.contains(RowConstraints.simple(each)));
  }
}
