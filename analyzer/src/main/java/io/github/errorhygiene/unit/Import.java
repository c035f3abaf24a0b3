package io.github.errorhygiene.unit;

/**
 * An import declaration.
 *
 * @param name what is imported, with dots; for {@code wildcard} the package or type before {@code
 *     .*}
 */
public record Import(String name, boolean isStatic, boolean wildcard) {}
