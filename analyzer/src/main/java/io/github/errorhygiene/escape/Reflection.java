package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks classes while it runs: handlers of exceptions look for the annotation with
 * the status that an exception asks for.
 */
final class Reflection {
  private static final String CLASS = "java.lang.Class";

  /** Methods of the class itself, and static ones that are given it. */
  private static final Set<String> READING = Roles.of(Role.FINDS_ANNOTATION);

  /**
   * Questions whether an exception is of a type ({@code reactor.core.Exceptions}): in place of
   * {@code instanceof}, where the type is not public.
   */
  private static final Map<String, String> TESTS =
      Map.of(
          "reactor.core.Exceptions.isOverflow",
          "reactor.core.Exceptions$OverflowException",
          "reactor.core.Exceptions.isRetryExhausted",
          "reactor.core.Exceptions$RetryExhaustedException");

  /** Members with two names, as {@code @AliasFor} says. */
  private static final Map<String, String> SAME = Map.of("value", "code", "code", "value");

  private final Engine engine;

  Reflection(Engine engine) {
    this.engine = engine;
  }

  /** What a call gives that asks a class, or reads a member of an annotation; null for others. */
  @Nullable Value result(LibraryCall call) {
    String type =
        call.name().equals("isInstance")
            ? Recoveries.asked(call.receiver())
            : TESTS.get(call.owner() + "." + call.name());
    return type == null ? read(call) : tested(call, type);
  }

  /** What {@code X.class.isInstance(value)} gives, if that is known; else null. */
  private @Nullable Value tested(LibraryCall call, String type) {
    Certainty is = TypeTests.isOf(call.argument(0), type, engine);
    return is == Certainty.UNKNOWN
        ? null
        : Value.constant(is == Certainty.YES).dependingOn(call.argument(0).data());
  }

  private @Nullable Value read(LibraryCall call) {
    if (READING.contains(call.owner() + "." + call.name())) {
      boolean ofClass = call.owner().equals(CLASS);
      Value asked = call.argument(ofClass ? 0 : 1);
      @Nullable String annotation = Recoveries.asked(asked);
      return annotation == null
          ? null
          : annotation(ofClass ? call.receiver() : call.argument(0), annotation);
    }
    TypeSymbol owner = call.arguments().isEmpty() ? engine.program().type(call.owner()) : null;
    return owner != null && owner.kind() == TypeDecl.Kind.ANNOTATION
        ? member(call.receiver(), call.name())
        : null;
  }

  /**
   * The annotation of what are classes; null of a class of which only is known that it is that of
   * an exception: nobody expects it to have one.
   */
  private @Nullable Value annotation(Value classes, String annotation) {
    if (!classes.isEnumerated()) {
      return classes.data().has(Trait.TYPE_NAME) ? Value.NULL : null;
    }
    Value found = Value.NOTHING;
    for (Known known : classes.alternatives()) {
      @Nullable String type = Recoveries.asked(Value.of(known));
      found = found.join(type == null ? Value.UNKNOWN : of(type, annotation));
    }
    return found;
  }

  private Value of(String type, String annotation) {
    for (String name : engine.program().supertypes(type)) {
      TypeSymbol symbol = engine.program().type(name);
      List<AnnotationSymbol> all = symbol == null ? List.of() : symbol.annotations();
      for (AnnotationSymbol each : all) {
        if (each.type().equals(annotation)) {
          return Value.of(instance(each));
        }
      }
    }
    return Value.NULL;
  }

  private static Instance instance(AnnotationSymbol annotation) {
    Map<String, Value> members = new TreeMap<>();
    annotation.values().forEach((name, value) -> members.put(name, value(value)));
    return new Instance(annotation.type(), members);
  }

  private static Value value(Object value) {
    if (value instanceof AnnotationSymbol.EnumValue constant) {
      return Value.of(new EnumConstant(constant.type(), constant.name()));
    }
    boolean plain = value instanceof String || value instanceof Type || value instanceof Number;
    return plain || value instanceof Boolean ? Value.constant(value) : Value.UNKNOWN;
  }

  private static @Nullable Value member(Value annotation, String name) {
    Value value = annotation.field(name);
    Value known = value.isNothing() ? annotation.field(SAME.getOrDefault(name, name)) : value;
    return known.isNothing() ? null : known;
  }
}
