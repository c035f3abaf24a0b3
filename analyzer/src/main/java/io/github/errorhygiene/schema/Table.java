package io.github.errorhygiene.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table, after all that was done to it.
 *
 * @param name as {@link Names#plain} gives it
 * @param columns by name
 */
public record Table(String name, Map<String, Column> columns, List<Constraint> constraints) {
  public Table {
    columns = Map.copyOf(columns);
    constraints = List.copyOf(constraints);
  }

  /** The column; null if none is known. */
  public @Nullable Column column(String column) {
    return columns.get(column);
  }

  Table with(Column column) {
    Map<String, Column> all = new LinkedHashMap<>(columns);
    all.put(column.name(), column);
    return new Table(name, all, constraints);
  }

  Table with(Constraint constraint) {
    List<Constraint> all = new ArrayList<>(constraints);
    all.add(constraint);
    return new Table(name, columns, all);
  }

  /** Changes a column, if it is known. */
  Table changing(String column, UnaryOperator<Column> change) {
    @Nullable Column known = columns.get(column);
    return known == null ? this : with(change.apply(known));
  }

  Table named(String other) {
    return new Table(other, columns, constraints);
  }

  /** Constraints that speak of the column go with it. */
  Table without(String column) {
    Map<String, Column> rest = new LinkedHashMap<>(columns);
    rest.remove(column);
    return new Table(name, rest, constraints)
        .dropping(constraint -> constraint.columns().contains(column));
  }

  Table renaming(String column, String other) {
    @Nullable Column known = columns.get(column);
    if (known == null) {
      return this;
    }
    Map<String, Column> all = new LinkedHashMap<>(columns);
    all.remove(column);
    all.put(other, known.named(other));
    return new Table(
        name, all, constraints.stream().map(each -> each.renamed(column, other)).toList());
  }

  /** Drops the constraint of that name; if none is known by it, one without a name may be meant. */
  Table dropping(String constraint) {
    boolean known = constraints.stream().anyMatch(each -> each.isNamed(constraint, name));
    return known
        ? dropping(each -> each.isNamed(constraint, name))
        : new Table(
            name,
            columns,
            constraints.stream()
                .map(each -> each.name().isEmpty() ? each.doubted() : each)
                .toList());
  }

  Table dropping(Predicate<Constraint> which) {
    return new Table(name, columns, constraints.stream().filter(which.negate()).toList());
  }
}
