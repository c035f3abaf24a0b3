package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.program.Type;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of {@code Throwable}. */
final class ExceptionMembers {
  /** Static methods that give the innermost cause, or the exception itself. */
  private static final Set<String> ROOTS = Roles.of(Role.FINDS_ROOT_CAUSE);

  private ExceptionMembers() {}

  /** What a call gives; null if it is not of a member of {@code Throwable}. */
  static @Nullable Value result(LibraryCall call, ExceptionTexts texts) {
    if (ROOTS.contains(call.owner() + "." + call.name())) {
      return root(call.argument(0));
    }
    boolean ofException =
        !call.receiver().escapes().isEmpty() || call.owners().contains("java.lang.Throwable");
    if (!ofException) {
      return null;
    }
    Dependence data = call.receiver().data().without(Trait.ANY_EXCEPTION);
    return switch (call.name()) {
      case "getMessage", "getLocalizedMessage" ->
          Value.unknown(data.and(texts.message(call.receiver())));
      case "toString" ->
          Value.unknown(data.and(texts.message(call.receiver())).with(Trait.TYPE_NAME));
      case "fillInStackTrace" -> call.receiver();
      case "getStackTrace" -> Value.unknown(data.and(Dependence.of(Trait.STACK_TRACE)));
      case "getClass" ->
          classes(call.receiver()).withData(data.and(Dependence.of(Trait.TYPE_NAME)));
      case "getCause", "getTargetException", "getUndeclaredThrowable" -> cause(call.receiver());
      case "getRootCause", "getMostSpecificCause" -> root(call.receiver());
      default -> null;
    };
  }

  /** What {@code initCause} does; null if the call is another. */
  static LibraryModel.@Nullable Effect causeSet(LibraryCall call) {
    if (!call.name().equals("initCause") || call.receiver().instances().isEmpty()) {
      return null;
    }
    Value wrapper = call.receiver().withField(Throws.CAUSE, call.argument(0));
    return new LibraryModel.Effect(wrapper, wrapper, null, false, null);
  }

  /** Of exceptions that were thrown, and of such that were only made. */
  private static Value classes(Value exception) {
    Value classes = Value.NOTHING;
    for (Known known : exception.alternatives()) {
      if (known instanceof Caught caught) {
        classes = classes.join(classOf(caught.escape().type()));
      } else if (known instanceof Instance made) {
        classes = classes.join(classOf(made.type()));
      } else {
        return Value.UNKNOWN;
      }
    }
    return exception.alternatives().isEmpty() ? Value.UNKNOWN : classes;
  }

  private static Value classOf(String exception) {
    Type type = new Type.Declared(exception, List.of());
    return Value.constant(new Type.Declared("java.lang.Class", List.of(type)));
  }

  private static Value root(Value exception) {
    Value joined = Value.NOTHING;
    for (Escape escape : exception.escapes()) {
      joined = joined.join(Value.of(new Caught(escape.root())));
    }
    return joined.isNothing() ? Value.unknown(exception.data()) : joined.withData(exception.data());
  }

  private static Value cause(Value exception) {
    Value joined = exception.field(Throws.CAUSE);
    for (Known known : exception.alternatives()) {
      if (known instanceof Caught caught && caught.escape().inner() != null) {
        joined = joined.join(Value.of(new Caught(caught.escape().inner())));
      }
    }
    return joined.isNothing() ? Value.unknown(exception.data()) : joined;
  }
}
