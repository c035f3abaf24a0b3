package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What turns a proxy on that is off by default.
 *
 * @param switches annotations of which one is enough
 * @param known start of names: who imports something of it and has no switch has it off; of others
 *     it is not known
 */
public record Enabling(List<Switch> switches, String known) {
  public Enabling {
    switches = List.copyOf(switches);
  }

  /**
   * An annotation on any class.
   *
   * @param annotation binary name
   * @param member a flag that has to be set; null if the annotation is enough
   * @param byDefault of the flag
   */
  public record Switch(String annotation, @Nullable String member, boolean byDefault) {}

  /** Null if the row has none. */
  static @Nullable Enabling read(YamlRow row) throws YamlException {
    List<Switch> switches = new ArrayList<>();
    for (YamlRow each : row.rows("enabled-by")) {
      switches.add(
          new Switch(
              each.required("annotation"), each.text("member"), each.flag("by-default", true)));
    }
    String known = row.text("enabled-in");
    return switches.isEmpty() || known == null ? null : new Enabling(switches, known);
  }
}
