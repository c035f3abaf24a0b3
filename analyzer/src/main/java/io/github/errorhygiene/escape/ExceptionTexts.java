package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Shows;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.Set;

/**
 * What the texts of exceptions show. A message that the program wrote itself shows nothing but what
 * it was put together from; that of a library was not written for anybody's caller.
 */
final class ExceptionTexts {
  private static final String TEXT = "java.lang.String";

  /** What texts are written as, and what they are put together in. */
  private static final Set<String> TEXTS =
      Set.of(
          TEXT,
          "java.lang.CharSequence",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.util.StringJoiner");

  /** Whose methods and constructors write what they are given into a text. */
  private static final Set<String> WRITERS =
      Set.of(
          "java.lang.AbstractStringBuilder",
          "java.lang.String",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.text.MessageFormat",
          "java.util.Objects",
          "java.util.StringJoiner");

  private final Engine engine;

  ExceptionTexts(Engine engine) {
    this.engine = engine;
  }

  /** What {@code getMessage} of it shows. */
  Dependence message(Value exception) {
    Dependence shown = exception.open() ? Dependence.of(Trait.MESSAGE) : Dependence.NONE;
    for (Known known : exception.alternatives()) {
      shown = shown.and(message(known));
    }
    return exception.data().has(Trait.ANY_EXCEPTION)
        ? shown.with(Trait.MESSAGE).with(Trait.ANY_MESSAGE)
        : shown;
  }

  private Dependence message(Known known) {
    if (known instanceof Instance instance) {
      return instance.fields().getOrDefault(Escape.MESSAGE, Value.NOTHING).data().exceptionTexts();
    }
    return known instanceof Caught caught ? message(caught.escape()) : Dependence.NONE;
  }

  private Dependence message(Escape escape) {
    Value own = escape.fields().get(Escape.MESSAGE);
    if (own != null) {
      return own.data().exceptionTexts();
    }
    if (escape.source() == Source.THROWN) {
      return Dependence.NONE;
    }
    Dependence foreign = Dependence.of(Trait.MESSAGE);
    return engine.catalogue().showsStatement(engine.program().supertypes(escape.type()))
        ? foreign.with(Trait.STATEMENT)
        : foreign;
  }

  /** What a text shows in which it is written; nothing if it is no exception. */
  Dependence text(Value value) {
    boolean exception =
        !value.escapes().isEmpty()
            || value.data().has(Trait.ANY_EXCEPTION)
            || value.instances().stream()
                .anyMatch(instance -> engine.exceptions().isThrowable(instance.type()));
    return exception ? message(value).with(Trait.TYPE_NAME) : Dependence.NONE;
  }

  /** What the result of a call depends on, with what it shows of exceptions. */
  Dependence shown(LibraryCall call, Rows.Facts facts, Dependence data) {
    if (holdsNoText(call.returnType())) {
      return data.withoutExceptionTexts();
    }
    return TEXTS.contains(call.returnType().erasure()) ? data.and(given(call, facts)) : data;
  }

  /** Numbers, truth values and constants show nothing of the text that they are made from. */
  private boolean holdsNoText(Type type) {
    TypeSymbol symbol = engine.program().type(type.erasure());
    return type instanceof Type.Primitive
        || (symbol != null
            && (symbol.kind() == TypeDecl.Kind.ENUM
                || engine.program().supertypes(symbol.name()).contains("java.lang.Number")));
  }

  /** What a text shows of the exceptions that it is made from. */
  private Dependence given(LibraryCall call, Rows.Facts facts) {
    Dependence shown = Dependence.NONE;
    if (facts.shows() == null && !WRITERS.contains(call.owner())) {
      return shown;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      shown = shown.and(text(call, i));
    }
    return facts.shows() == Shows.STACK_TRACE ? shown.with(Trait.STACK_TRACE) : shown;
  }

  private Dependence text(LibraryCall call, int index) {
    Value argument = call.argument(index);
    boolean declared =
        index < call.argumentTypes().size()
            && engine.exceptions().isThrowable(call.argumentTypes().get(index).erasure())
            && !argument.isNull();
    return declared ? message(argument).with(Trait.TYPE_NAME) : text(argument);
  }

  /** A new exception after its constructor: its message is the text that it was given. */
  Value told(LibraryCall call, Value exception) {
    Dependence shown = Dependence.NONE;
    boolean text = false;
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = call.argument(i);
      boolean wrapped = !text(call, i).equals(Dependence.NONE);
      boolean isText = !wrapped && isText(call, i);
      shown = isText ? shown.and(argument.data().exceptionTexts()) : shown;
      text |= isText;
    }
    if (!text && call.arguments().size() == 1 && !tellsStatus(call)) {
      shown = text(call, 0);
    }
    return shown.equals(Dependence.NONE)
        ? exception
        : exception.withField(Escape.MESSAGE, Value.unknown(shown));
  }

  /** {@code new WebApplicationException(cause)} says what its status is, and not what failed. */
  private boolean tellsStatus(LibraryCall call) {
    return engine.catalogue().carriesStatus(engine.program().supertypes(call.owner()));
  }

  private static boolean isText(LibraryCall call, int index) {
    return index < call.erasures().size() && call.erasures().get(index).equals(TEXT);
  }
}
