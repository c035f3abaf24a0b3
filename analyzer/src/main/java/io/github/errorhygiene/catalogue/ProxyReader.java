package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code proxies: annotation: [row, …]}; see {@link ProxyRow} for what the keys mean. */
final class ProxyReader {
  private static final Set<String> KEYS =
      Set.of(
          "imports",
          "order",
          "throws",
          "likelihood",
          "mode",
          "depends",
          "guard",
          "parameters",
          "fallback",
          "fallback-class",
          "awaits",
          "recover",
          "only",
          "except",
          "detached",
          "only-declared",
          "enabled-by",
          "enabled-in",
          "repeats",
          "versions",
          "source");

  private ProxyReader() {}

  /**
   * The rows in the order of the file.
   *
   * @param provenance of all rows; null if each row names its own
   */
  static List<ProxyRow> read(YamlRow file, @Nullable Provenance provenance) throws YamlException {
    YamlRow section = file.section("proxies");
    List<ProxyRow> rows = new ArrayList<>();
    for (String annotation : section.keys()) {
      for (YamlRow row : section.rows(annotation)) {
        rows.add(read(annotation, row, provenance));
      }
    }
    return rows;
  }

  static ProxyRow read(String annotation, YamlRow row, @Nullable Provenance provenance)
      throws YamlException {
    row.allow(KEYS);
    Likelihood likelihood = row.constant("likelihood", Likelihood.class);
    String depends = row.text("depends");
    return new ProxyRow(
        annotation,
        row.text("imports"),
        row.number("order", 1000),
        row.anyTexts("throws"),
        likelihood == null ? Likelihood.POSSIBLE : likelihood,
        row.constant("mode", FailureMode.class),
        depends == null
            ? Cause.STATE
            : depends.equals("arguments") ? null : row.constant("depends", depends, Cause.class),
        row.flag("guard", false),
        row.anyTexts("parameters"),
        row.anyTexts("fallback"),
        row.anyTexts("fallback-class"),
        row.flag("awaits", false),
        row.text("recover"),
        row.text("only"),
        row.anyTexts("except"),
        row.flag("detached", false),
        row.text("only-declared"),
        Enabling.read(row),
        Repeats.read(row),
        MethodReader.versions(row),
        Provenance.of(row, provenance));
  }
}
