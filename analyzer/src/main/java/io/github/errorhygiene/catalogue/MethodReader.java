package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one row of {@code owner: [row, …]}; see {@link MethodRow} for what the keys mean. */
final class MethodReader {
  private static final Set<String> KEYS =
      Set.of(
          "call",
          "parameters",
          "arity",
          "throws",
          "cause",
          "depends",
          "likelihood",
          "mode",
          "when",
          "absent",
          "data",
          "id",
          "runs",
          "releases",
          "wraps",
          "gives",
          "guard",
          "shows",
          "log",
          "versions",
          "source");

  private final @Nullable Provenance provenance;

  /**
   * @param provenance of all rows; null if each row names its own
   */
  MethodReader(@Nullable Provenance provenance) {
    this.provenance = provenance;
  }

  MethodRow read(String owner, YamlRow row) throws YamlException {
    row.allow(KEYS);
    List<String> names = row.texts("call");
    if (names == null || names.isEmpty()) {
      throw row.problem("'call' is missing: the names of the methods");
    }
    List<String> thrown = row.texts("throws");
    Depends depends = depends(row);
    if (thrown != null && !thrown.isEmpty() && depends.equals(Depends.NONE)) {
      throw row.problem("'depends' is missing: what decides whether it throws");
    }
    Likelihood likelihood = row.constant("likelihood", Likelihood.class);
    String when = row.text("when");
    return new MethodRow(
        owner,
        names,
        row.texts("parameters"),
        row.number("arity", -1),
        thrown,
        row.text("cause"),
        depends,
        likelihood == null ? Likelihood.POSSIBLE : likelihood,
        row.constant("mode", FailureMode.class),
        when == null ? "" : when,
        row.constant("absent", Absence.class),
        row.constant("data", Cause.class),
        row.constant("id", IdSource.class),
        row.constant("runs", Runs.class),
        row.text("releases"),
        row.text("wraps"),
        row.constant("gives", Gives.class),
        guard(row),
        row.constant("shows", Shows.class),
        row.constant("log", LogLevel.class),
        versions(row),
        Provenance.of(row, provenance));
  }

  private static Depends depends(YamlRow row) throws YamlException {
    List<String> texts = row.texts("depends");
    if (texts == null) {
      return Depends.NONE;
    }
    SortedSet<Integer> arguments = new TreeSet<>();
    SortedSet<Cause> causes = new TreeSet<>();
    for (String text : texts) {
      if (Character.isDigit(text.charAt(0))) {
        arguments.add(row.integer("depends", text));
      } else if (!text.equals("receiver") && !text.equals("arguments")) {
        causes.add(row.constant("depends", text, Cause.class));
      }
    }
    return new Depends(texts.contains("receiver"), texts.contains("arguments"), arguments, causes);
  }

  private static @Nullable Guard guard(YamlRow row) throws YamlException {
    YamlRow guard = row.row("guard");
    if (guard == null) {
      return null;
    }
    guard.allow(Set.of("checks", "holds", "that"));
    String checks = guard.required("checks");
    int argument = checks.equals("receiver") ? Guard.RECEIVER : guard.integer("checks", checks);
    Guard.That that = guard.constant("that", Guard.That.class);
    return new Guard(
        argument,
        guard.constant("holds", guard.required("holds"), Guard.Holds.class),
        that == null ? Guard.That.PRESENT : that);
  }

  static @Nullable Versions versions(YamlRow row) throws YamlException {
    YamlRow versions = row.row("versions");
    if (versions == null) {
      return null;
    }
    versions.allow(Set.of("artifact", "from", "below", "others"));
    return new Versions(
        versions.required("artifact"),
        versions.text("from"),
        versions.text("below"),
        versions.flag("others", false));
  }
}
