package io.github.errorhygiene.unit;

/**
 * An import declaration.
 *
 * @param name what is imported, with dots; for {@code wildcard} the package or type before {@code
 *     .*}
 */
public record Import(String name, boolean isStatic, boolean wildcard) {
  /**
   * Whether what is imported is below a package or type, or is that itself.
   *
   * @param prefix its name with a dot at the end, or the beginning of a name
   */
  public boolean isBelow(String prefix) {
    int more = prefix.length() - name.length();
    return more == 1
        ? prefix.startsWith(name) && prefix.endsWith(".")
        : more < 1 && name.startsWith(prefix);
  }
}
