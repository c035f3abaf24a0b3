package io.github.errorhygiene.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tables of one database while its scripts run. */
final class Tables {
  private final Map<String, Table> tables = new LinkedHashMap<>();

  /** In the order in which they were made. */
  Map<String, Table> all() {
    return tables;
  }

  @Nullable Table named(String name) {
    return tables.get(name);
  }

  void put(Table table) {
    tables.put(table.name(), table);
  }

  void drop(String name) {
    tables.remove(name);
  }

  void rename(String name, String other) {
    @Nullable Table table = tables.remove(name);
    if (table != null) {
      put(table.named(other));
    }
  }

  /** Changes a table, if it is known. */
  void change(String name, UnaryOperator<Table> change) {
    tables.computeIfPresent(name, (known, table) -> change.apply(table));
  }

  /**
   * Drops an index.
   *
   * @param of the table it is of; empty if whichever has one of that name
   */
  void dropIndex(String index, String of) {
    tables.replaceAll(
        (name, table) ->
            (of.isEmpty() || of.equals(name))
                    && table.constraints().stream().anyMatch(each -> each.isNamed(index, name))
                ? table.dropping(index)
                : table);
  }
}
