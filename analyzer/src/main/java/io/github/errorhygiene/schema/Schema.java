package io.github.errorhygiene.schema;

import java.util.List;

/** What is known of tables. */
public interface Schema {
  /** Knows none. */
  Schema NONE = name -> List.of();

  /**
   * All definitions of a table: one for each product of database, module and way to make it.
   *
   * @param name as the sources have it
   */
  List<Table> named(String name);
}
