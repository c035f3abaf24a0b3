package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.schema.Column;
import io.github.errorhygiene.schema.Names;
import io.github.errorhygiene.schema.Schema;
import io.github.errorhygiene.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tables and columns entities and their fields are stored in: by their annotations, else by
 * their names, as the naming strategies of Hibernate, Spring and Micronaut have it.
 */
final class RowTables {
  /** What names a table, and the members that do. */
  private static final Set<String> TABLES = Set.of("Table", "MappedEntity");

  private static final Set<String> ENTITIES = Set.of("Entity", "MappedEntity", "Table");

  private static final Set<String> COLUMNS =
      Set.of("Column", "JoinColumn", "MappedProperty", "PrimaryKeyJoinColumn");

  private final Program program;
  private final Schema schema;

  RowTables(Program program, Schema schema) {
    this.program = program;
    this.schema = schema;
  }

  /**
   * A column in one of the definitions of its table.
   *
   * @param table that definition
   */
  record Place(Table table, Column column) {}

  /** What an entity's table is called. */
  static String name(TypeSymbol entity) {
    for (AnnotationSymbol annotation : entity.annotations()) {
      if (TABLES.contains(RowConstraints.simple(annotation))) {
        List<String> named = named(annotation);
        if (!named.isEmpty()) {
          return named.get(0);
        }
      }
    }
    String type = entity.name();
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  private static List<String> named(AnnotationSymbol annotation) {
    List<String> names = new ArrayList<>(annotation.strings("name"));
    names.addAll(annotation.strings("value"));
    names.removeIf(String::isBlank);
    return names;
  }

  /** Whether it says itself that it is stored in a table. */
  static boolean isStored(TypeSymbol type) {
    return type.annotations().stream()
        .anyMatch(each -> ENTITIES.contains(RowConstraints.simple(each)));
  }

  /** All definitions of the table of an entity; empty if there are none. */
  List<Table> of(TypeSymbol entity) {
    return schema.named(name(entity));
  }

  /**
   * Where a field of an entity is stored: in each definition of its table, or in that of an entity
   * above it. Empty if one of them has no such column.
   */
  List<Place> places(FieldSymbol field, TypeSymbol owner, TypeSymbol entity) {
    List<Place> places = places(field, owner, of(entity));
    for (String above : program.supertypes(entity.name())) {
      @Nullable TypeSymbol symbol = program.type(above);
      if (places.isEmpty() && symbol != null && symbol.isSource() && isStored(symbol)) {
        places = places(field, owner, of(symbol));
      }
    }
    return places;
  }

  private static List<Place> places(FieldSymbol field, TypeSymbol owner, List<Table> tables) {
    List<Place> places = new ArrayList<>();
    for (Table table : tables) {
      for (String name : columns(field, owner)) {
        @Nullable Column column = table.column(Names.plain(name));
        if (column != null) {
          places.add(new Place(table, column));
          break;
        }
      }
    }
    return places.size() == tables.size() ? places : List.of();
  }

  private static List<String> columns(FieldSymbol field, TypeSymbol owner) {
    List<String> named =
        RowConstraints.annotations(field, owner).stream()
            .filter(each -> COLUMNS.contains(RowConstraints.simple(each)))
            .flatMap(each -> named(each).stream())
            .toList();
    return named.isEmpty() ? List.of(field.name(), field.name() + "id") : named;
  }
}
