package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What calls of libraries do that no exception shows, as {@code habits.yaml} says. Unchanging and
 * thread safe.
 */
public final class Habits {
  private final Map<String, List<HabitRow>> byName = new TreeMap<>();
  private final Set<String> retrying = new TreeSet<>();

  private Habits(List<HabitRow> rows) {
    for (HabitRow row : rows) {
      row.names().forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>()).add(row));
      if (row.habit() == Habit.RETRIES_AT_ONCE || row.habit() == Habit.RETRIES_FOREVER) {
        retrying.add(row.owner());
      }
    }
  }

  /** The bundled rows, read on first use. */
  public static Habits bundled() {
    return Bundled.HABITS;
  }

  /** Whether any row speaks of methods of that name: most calls are none of them. */
  public boolean mayKnow(String name) {
    return byName.containsKey(name);
  }

  /** Whether objects of a type are made by calls that make something try again. */
  public boolean makesRetries(String type) {
    return retrying.contains(type);
  }

  /**
   * What a call does; null if nothing is known.
   *
   * @param owners binary names of the receiver's type and its supertypes, nearest first
   * @param name {@code <init>} for constructors
   * @param erasures of the parameters' types, or what is known of them
   */
  public @Nullable Habit of(List<String> owners, String name, List<String> erasures) {
    List<HabitRow> rows = byName.getOrDefault(name, List.of());
    for (String owner : rows.isEmpty() ? List.<String>of() : owners) {
      for (HabitRow row : rows) {
        if (row.owner().equals(owner) && row.accepts(name, erasures)) {
          return row.habit();
        }
      }
    }
    return null;
  }

  static List<HabitRow> rows() throws YamlException {
    List<HabitRow> rows = new ArrayList<>();
    YamlRow habits = YamlRow.parse("habits.yaml", BundledFiles.text("habits.yaml"));
    YamlRow owners = habits.section("habits");
    for (String owner : owners.keys()) {
      for (YamlRow row : owners.rows(owner)) {
        rows.add(HabitRow.read(owner, row));
      }
    }
    return rows;
  }

  private static final class Bundled {
    static final Habits HABITS = read();

    private static Habits read() {
      try {
        return new Habits(rows());
      } catch (YamlException e) {
        throw BundledFiles.broken(e);
      }
    }
  }
}
