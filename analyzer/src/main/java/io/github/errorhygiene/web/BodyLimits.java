package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Incident.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether something limits how much of a request's body is read into memory: {@code limits.yaml}.
 */
final class BodyLimits {
  private static final List<Row> ROWS =
      YamlRows.read(BodyLimits.class, "limits.yaml").stream().map(Row::of).toList();

  private static final Map<Kind, String> READS =
      Map.of(Kind.STREAM_READ, "stream", Kind.BODY_READ, "body", Kind.UPLOAD_READ, "upload");

  private final Project project;

  BodyLimits(Project project) {
    this.project = project;
  }

  /**
   * What is known of a framework.
   *
   * @param proof beginning of an import, or a type, without which it does not hold; may be empty
   * @param limited whether it has a limit if nobody says anything
   * @param setBy properties that limit it
   * @param liftedBy properties that take the limit away
   * @param inCode names by which programs limit it
   * @param annotations by whose members programs limit it, binary names
   * @param members of these annotations, which say -1 for no limit
   */
  private record Row(
      String framework,
      String proof,
      List<String> reads,
      boolean limited,
      List<String> setBy,
      List<String> liftedBy,
      List<String> inCode,
      List<String> annotations,
      List<String> members) {
    static Row of(Map<?, ?> row) {
      return new Row(
          YamlRows.text(row, "framework", ""),
          YamlRows.text(row, "if", ""),
          YamlRows.strings(row.get("reads")),
          !YamlRows.text(row, "limit", "").equals("none"),
          YamlRows.strings(row.get("set-by")),
          YamlRows.strings(row.get("lifted-by")),
          YamlRows.strings(row.get("set-in-code")),
          YamlRows.strings(row.get("set-by-annotation")),
          YamlRows.strings(row.get("members")));
    }
  }

  /** Whether that kind of reading has a limit; yes if nothing is known of the framework. */
  boolean isLimited(String framework, Kind kind) {
    return ROWS.stream()
        .filter(row -> row.framework().equals(framework) && row.reads().contains(READS.get(kind)))
        .filter(row -> row.proof().isEmpty() || project.imports(row.proof()))
        .findFirst()
        .map(this::isLimited)
        .orElse(true);
  }

  private boolean isLimited(Row row) {
    if (row.limited()) {
      return row.liftedBy().stream().noneMatch(this::isUnlimited);
    }
    return row.setBy().stream().anyMatch(key -> isSet(key) && !isUnlimited(key))
        || row.inCode().stream().anyMatch(project.program()::isUsed)
        || isAnnotated(row);
  }

  private boolean isAnnotated(Row row) {
    return !row.annotations().isEmpty()
        && project.program().sourceTypes().stream()
            .flatMap(type -> row.annotations().stream().map(type::annotation))
            .filter(Objects::nonNull)
            .anyMatch(used -> row.members().stream().map(used::value).anyMatch(this::isLimit));
  }

  /** A number, or an expression of which nobody says that it is negative. */
  private boolean isLimit(@Nullable Object value) {
    return value != null && !(value instanceof Number number && number.longValue() < 0);
  }

  private boolean isSet(String key) {
    return project.properties().containsKey(key);
  }

  private boolean isUnlimited(String key) {
    return project.properties().getOrDefault(key, "").strip().startsWith("-1");
  }
}
