package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What types, annotations and static methods of libraries are for, as {@code roles.yaml} says.
 * Unchanging and thread safe.
 */
public final class Roles {
  private static final Set<String> KEYS = Set.of("names", "source");

  private final Map<Role, Set<String>> names;

  private Roles(Map<Role, Set<String>> names) {
    this.names = names;
  }

  /**
   * All that have a role, of the bundled rows, which are read on first use.
   *
   * @return binary names of types; of methods that of the owner, a dot and the name. In order,
   *     never empty
   */
  public static Set<String> of(Role role) {
    return Objects.requireNonNull(Bundled.ROLES.names.get(role));
  }

  static Map<Role, List<YamlRow>> rows() throws YamlException {
    Map<Role, List<YamlRow>> rows = new EnumMap<>(Role.class);
    YamlRow roles = YamlRow.parse("roles.yaml", BundledFiles.text("roles.yaml")).section("roles");
    for (Role role : Role.values()) {
      rows.put(role, roles.rows(key(role)));
    }
    roles.allow(Set.copyOf(rows.keySet().stream().map(Roles::key).toList()));
    return rows;
  }

  private static String key(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Roles read() throws YamlException {
    Map<Role, Set<String>> names = new EnumMap<>(Role.class);
    for (Map.Entry<Role, List<YamlRow>> entry : rows().entrySet()) {
      Set<String> all = new TreeSet<>();
      for (YamlRow row : entry.getValue()) {
        row.allow(KEYS);
        Provenance ignored = Provenance.of(row, null);
        all.addAll(row.anyTexts("names"));
      }
      names.put(entry.getKey(), Collections.unmodifiableSet(new LinkedHashSet<>(all)));
    }
    return new Roles(names);
  }

  private static final class Bundled {
    static final Roles ROLES = bundled();

    private static Roles bundled() {
      try {
        return read();
      } catch (YamlException e) {
        throw BundledFiles.broken(e);
      }
    }
  }
}
