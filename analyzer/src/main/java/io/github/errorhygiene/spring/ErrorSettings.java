package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Setting;
import io.github.errorhygiene.source.PlacedProperties.Property;
import io.github.errorhygiene.web.YamlRows;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The properties by which Boot's error answers show internals: {@code settings.yaml}. */
public final class ErrorSettings {
  /** Profiles that are not what clients meet. */
  private static final Pattern AT_HOME =
      Pattern.compile(
          "!.*|(?i:.*\\b(?:dev|devel|development|local|localhost|debug|tests?|testing|it|e2e|sandbox|ci)\\b.*)");

  private static final List<Row> ROWS =
      YamlRows.read(ErrorSettings.class, "settings.yaml").stream().map(Row::of).toList();

  private ErrorSettings() {}

  private record Row(String key, List<?> values, String exposes) {
    static Row of(Map<?, ?> row) {
      List<?> values = row.get("values") instanceof List<?> list ? list : List.of();
      return new Row(
          uniform(YamlRows.text(row, "key", "")), values, YamlRows.text(row, "exposes", ""));
    }

    boolean fits(Property property) {
      return key.equals(uniform(property.key())) && values.contains(uniform(property.value()));
    }
  }

  /** Keys and values are compared as Boot does. */
  private static String uniform(String text) {
    return text.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Those among the properties that hold where clients call. */
  public static List<Setting> of(List<Property> properties) {
    return properties.stream()
        .filter(property -> !AT_HOME.matcher(property.profile()).matches())
        .flatMap(
            property ->
                ROWS.stream().filter(row -> row.fits(property)).map(row -> setting(row, property)))
        .toList();
  }

  private static Setting setting(Row row, Property property) {
    Place place =
        new Place(property.file(), property.position().line(), property.position().column());
    return new Setting(property.key(), property.value(), place, List.of(row.exposes()));
  }
}
