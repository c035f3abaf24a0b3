package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a type of the sources stands.
 *
 * @param enclosing binary name of the type around it, or null
 * @param owner of a local or anonymous type the body it stands in: a {@link
 *     io.github.errorhygiene.unit.MethodDecl}, {@link io.github.errorhygiene.unit.FieldDecl} or
 *     {@link TypeDecl.EnumConstant} of the enclosing type; null for others
 * @param siblings simple to binary name of the local types in that body
 */
record SourceType(
    TypeDecl declaration,
    Unit unit,
    @Nullable String enclosing,
    @Nullable Object owner,
    Map<String, String> siblings) {}
