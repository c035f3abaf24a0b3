package io.github.errorhygiene.schema;

import java.util.List;

/**
 * What rows have to keep besides what each column says.
 *
 * @param name as {@link Names#plain} gives it; empty if it was given none
 * @param columns which it speaks of; empty if nobody knows
 * @param sure false if it holds for some rows alone, or may have been dropped
 */
public record Constraint(Kind kind, String name, List<String> columns, boolean sure) {
  /** What a constraint demands. */
  public enum Kind {
    /** The row's key. */
    PRIMARY("pkey"),
    /** No two rows have the same. */
    UNIQUE("key"),
    /** It names a row of another table. */
    REFERENCE("fkey"),
    /** Some condition. */
    CHECK("check");

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }
  }

  public Constraint {
    columns = List.copyOf(columns);
  }

  /** Whether it has that name, or would have been given it by PostgreSQL. */
  boolean isNamed(String asked, String table) {
    if (!name.isEmpty()) {
      return name.equals(asked);
    }
    String middle = kind == Kind.PRIMARY ? "" : String.join("", columns);
    return asked.equals(table + middle + kind.ending);
  }

  Constraint doubted() {
    return new Constraint(kind, name, columns, false);
  }

  Constraint renamed(String column, String other) {
    List<String> now = columns.stream().map(each -> each.equals(column) ? other : each).toList();
    return new Constraint(kind, name, now, sure);
  }

  Constraint named(String other) {
    return new Constraint(kind, other, columns, sure);
  }
}
