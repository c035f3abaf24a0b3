package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the texts of exceptions say that have no telling name. */
public final class Messages {
  private static final List<Row> ROWS = read();

  private Messages() {}

  private record Row(Pattern says, FailureMode mode) {}

  /**
   * The kind of failure of the caller's that a text written for people tells of.
   *
   * @param text as in the sources, with anything in place of what is put in
   */
  public static Optional<FailureMode> mode(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("\\s+", " ");
    return ROWS.stream().filter(row -> row.says().matcher(lower).find()).findFirst().map(Row::mode);
  }

  private static List<Row> read() {
    try {
      YamlRow file = YamlRow.parse("messages.yaml", BundledFiles.text("messages.yaml"));
      List<Row> rows = new ArrayList<>();
      for (YamlRow row : file.rows("messages")) {
        row.allow(ModeKeys.with("says"));
        rows.add(
            new Row(Pattern.compile(row.required("says")), ModeKeys.read(row).of(Cause.REQUEST)));
      }
      return List.copyOf(rows);
    } catch (YamlException e) {
      throw BundledFiles.broken(e);
    }
  }
}
