package io.github.errorhygiene.unit;

import java.util.List;

/**
 * What one source file says.
 *
 * @param path relative to the analysed root, with {@code /}
 * @param packageName with dots; empty for the unnamed package
 * @param types top-level types in source order; nested, local and anonymous ones hang below them
 * @param gaps what of the file could not be read; a file that does not parse at all has no types
 *     and one gap
 * @param lines number of lines of the file
 * @param suppressions what its author does not want to be told
 */
public record Unit(
    String path,
    String packageName,
    List<Import> imports,
    List<TypeDecl> types,
    List<Gap> gaps,
    int lines,
    List<Suppression> suppressions) {
  public Unit {
    imports = List.copyOf(imports);
    types = List.copyOf(types);
    gaps = List.copyOf(gaps);
    suppressions = List.copyOf(suppressions);
  }

  /** A unit without suppressions. */
  public Unit(
      String path,
      String packageName,
      List<Import> imports,
      List<TypeDecl> types,
      List<Gap> gaps,
      int lines) {
    this(path, packageName, imports, types, gaps, lines, List.of());
  }
}
