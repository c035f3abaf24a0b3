package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.List;
import java.util.Set;

/**
 * What calls of some methods of a type do that no exception shows.
 *
 * @param owner binary name of the declaring type or of a supertype of the receiver
 * @param names method names, {@code <init>} for constructors; sorted
 * @param parameters simple names of the erased types of the first parameters; empty if they do not
 *     matter
 * @param arity number of parameters; -1 if it does not matter
 */
record HabitRow(
    String owner,
    List<String> names,
    List<String> parameters,
    int arity,
    Habit habit,
    Provenance provenance) {
  private static final Set<String> KEYS = Set.of("call", "first", "arity", "does", "source");

  HabitRow {
    names = List.copyOf(names);
    parameters = List.copyOf(parameters);
  }

  static HabitRow read(String owner, YamlRow row) throws YamlException {
    row.allow(KEYS);
    List<String> names = row.texts("call");
    return new HabitRow(
        owner,
        names == null ? List.of(row.required("call")) : names,
        row.anyTexts("first"),
        row.number("arity", -1),
        row.constant("does", row.required("does"), Habit.class),
        Provenance.of(row, null));
  }

  boolean accepts(String name, List<String> erasures) {
    if (!names.contains(name) || (arity >= 0 && arity != erasures.size())) {
      return false;
    }
    return parameters.size() <= erasures.size()
        && parameters.equals(
            erasures.subList(0, parameters.size()).stream().map(HabitRow::simple).toList());
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
