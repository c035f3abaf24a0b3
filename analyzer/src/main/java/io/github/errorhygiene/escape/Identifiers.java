package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts of numbers, UUIDs and URIs: whoever sent them, they have their form. {@code
 * URI.create("/orders/" + id)} fails for no {@code long}. Not so of an {@code int}, which may be a
 * part of a date.
 */
final class Identifiers {
  private static final Set<String> TYPES =
      Set.of(
          "double",
          "float",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Long",
          "java.lang.Number",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.util.UUID",
          "long");

  private static final String URI = "java.net.URI";

  /** Methods of URIs that give the same in another form. */
  private static final Set<String> FORMS = Set.of("toASCIIString", "toString", "toURL");

  /** Methods of URIs that give another, which is absolute if the first one is. */
  private static final Set<String> CHANGED = Set.of("normalize", "resolve");

  /** Methods of requests that give the URI which was asked for. */
  private static final Set<String> OF_REQUEST =
      Set.of("getAbsolutePath", "getBaseUri", "getRequestUri", "getURI", "uri");

  /** Methods of {@code String} that put texts together. */
  private static final Set<String> LINKING = Set.of("concat", "format", "formatted", "join");

  private Identifiers() {}

  /** What an operator gives; of texts, what is put in keeps its form. */
  static Value apply(
      Body body, Expr.Binary link, Expr leftOf, Value left, Value right, ExceptionTexts texts) {
    boolean text =
        link.operator().equals("+") && body.typeOf(link).erasure().equals("java.lang.String");
    if (!text) {
      return Operators.apply(link.operator(), left, right, texts);
    }
    Value one = formed(body.typeOf(leftOf), left);
    Value other = formed(body.typeOf(link.right()), right);
    Value linked = Operators.apply("+", one, other, texts);
    return linked.withData(linked(linked.data(), List.of(one, other)));
  }

  /** The same of a text, if each of the parts that it is made of has its form. */
  private static Dependence linked(Dependence text, List<Value> parts) {
    if (!text.varies() || !parts.stream().allMatch(part -> isFormed(part.data()))) {
      return text;
    }
    boolean written = parts.stream().anyMatch(part -> isWritten(part.data()));
    return text.with(written ? Trait.WRITTEN : Trait.FORMED);
  }

  /** Whether all that is in it has its form, apart from settings, of which others make sure. */
  private static boolean isFormed(Dependence data) {
    return !data.varies()
        || data.isOnly(Cause.CONFIGURATION)
        || data.has(Trait.CHECKED)
        || data.has(Trait.FORMED)
        || data.has(Trait.WRITTEN);
  }

  /** A text such as a path: there is nothing in it that may not be, but it is no number. */
  private static boolean isWritten(Dependence data) {
    return data.varies() && data.has(Trait.WRITTEN);
  }

  private static Value formed(Type type, Value value) {
    return TYPES.contains(type.erasure()) && value.data().varies()
        ? value.withData(value.data().with(Trait.CHECKED))
        : value;
  }

  /**
   * The text of one, {@code String.valueOf(id)} or {@code id.toString()}, or a URI in another form;
   * null of anything else.
   */
  static @Nullable Value text(LibraryCall call) {
    if (isUri(call)) {
      return of(call.receiver());
    }
    if (call.owner().equals("java.lang.String") && LINKING.contains(call.name())) {
      return linked(call);
    }
    boolean own = call.name().equals("toString") && call.arguments().isEmpty();
    boolean given =
        call.arguments().size() == 1
            && (call.name().equals("toString") || call.name().equals("valueOf"))
            && call.returnType().erasure().equals("java.lang.String")
            && TYPES.contains(call.argumentTypes().get(0).erasure());
    if (given) {
      return of(call.argument(0));
    }
    return own && TYPES.contains(call.owner()) ? of(call.receiver()) : null;
  }

  /** What {@code String.format("%s/%s", path, id)} makes of such texts; null of others. */
  private static @Nullable Value linked(LibraryCall call) {
    List<Value> parts = new ArrayList<>();
    if (!call.receiver().isNothing()) {
      parts.add(call.receiver());
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      parts.add(formed(call.argumentTypes().get(i), call.argument(i)));
    }
    Dependence all = Dependence.NONE;
    for (Value part : parts) {
      all = all.and(part.data());
    }
    Dependence text = linked(all.computed(), parts);
    return text.equals(all.computed()) ? null : Value.unknown(text);
  }

  /**
   * What is a URI was parsed, so its text is one, and a URL that was made of it can become one
   * again. That of the request itself is absolute, and what is resolved against it.
   */
  private static boolean isUri(LibraryCall call) {
    return call.owner().equals(URI)
        ? FORMS.contains(call.name()) || (CHANGED.contains(call.name()) && isChecked(call))
        : call.returnType().erasure().equals(URI)
            && call.arguments().isEmpty()
            && OF_REQUEST.contains(call.name())
            && call.receiver().data().on(Cause.REQUEST);
  }

  private static boolean isChecked(LibraryCall call) {
    return call.receiver().data().has(Trait.CHECKED);
  }

  private static @Nullable Value of(Value value) {
    Dependence data = value.data().computed();
    return value.constant() == null && data.varies()
        ? Value.unknown(data.with(Trait.CHECKED))
        : null;
  }
}
