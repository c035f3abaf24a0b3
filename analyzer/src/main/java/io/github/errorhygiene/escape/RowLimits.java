package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.EntityKeys;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the mapping of an entity says of a column that the client decides how long it may be, or
 * that it has to be there (Jakarta Persistence 3.1, section 11.1.9). A mapping that says nothing of
 * the kind may belong to a table that takes everything.
 */
final class RowLimits {
  private final Program program;

  RowLimits(Program program) {
    this.program = program;
  }

  boolean limit(Instance entity) {
    return limit(entity.type(), entity, false, new HashSet<>());
  }

  boolean limit(String type) {
    return limit(type, null, false, new HashSet<>());
  }

  /**
   * The same of what is stored along with it.
   *
   * @param entity null if nothing is known of its fields
   * @param along whether it is stored along with another: then nobody knows what was left out
   */
  private boolean limit(String type, @Nullable Instance entity, boolean along, Set<String> seen) {
    if (!seen.add(type)) {
      return false;
    }
    for (String name : program.supertypes(type)) {
      TypeSymbol symbol = program.type(name);
      if (symbol == null || !symbol.isSource()) {
        continue;
      }
      for (FieldSymbol field : symbol.fields()) {
        if (!EntityKeys.isKey(field) && isLimited(field, symbol, entity, along, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isLimited(
      FieldSymbol field,
      TypeSymbol owner,
      @Nullable Instance entity,
      boolean along,
      Set<String> seen) {
    @Nullable Value value =
        entity == null ? null : entity.fields().getOrDefault(field.name(), Value.NULL);
    if (value != null && !RowConstraints.isSent(value.data())) {
      return false;
    }
    boolean present = value != null && !value.absence().has(Trait.LEFT_OUT);
    for (AnnotationSymbol annotation : RowConstraints.annotations(field, owner)) {
      boolean tooLong =
          annotation.value("length") instanceof Integer length
              && (value == null || !isShort(value.data(), length));
      boolean leftOut = !along && !present && isDemanded(annotation) && !isPrimitive(field.type());
      if (tooLong || leftOut) {
        return true;
      }
      if (RowConstraints.storesToo(annotation) && limit(held(field.type()), null, true, seen)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether what looked at a text has let no more characters pass than the column takes. Who asks
   * for its form or length by something whose number nobody knows is believed to know the column:
   * he had a reason to ask.
   */
  static boolean isShort(Dependence data, int length) {
    boolean looked = data.has(Trait.CHECKED) || data.has(Trait.BOUNDED);
    return looked && data.most() <= length;
  }

  private static boolean isDemanded(AnnotationSymbol annotation) {
    return Boolean.FALSE.equals(annotation.value("nullable"))
        || Boolean.FALSE.equals(annotation.value("optional"));
  }

  private static boolean isPrimitive(Type type) {
    return type instanceof Type.Primitive;
  }

  private static String held(Type type) {
    int arguments = type.arguments().size();
    return (arguments == 0 ? type : type.arguments().get(arguments - 1)).erasure();
  }
}
