package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One filter: code whose last argument is what is behind it, unless it is around it.
 *
 * @param arguments the others
 * @param behind binary name of the last argument's type; empty if it is around
 */
public record Filter(Code code, Kind kind, List<Value> arguments, String behind) {
  /** How filters tell what becomes of a request. */
  public enum Kind {
    /** They do it, to a response object. */
    SERVLET,
    /** They do it to a response object, when the publisher that they return is subscribed to. */
    WEB_FILTER,
    /** They return the answer, or a publisher of it. */
    FUNCTION,
    /** They are handlers that are around others, of which they know by what they were given. */
    AROUND
  }

  public Filter {
    arguments = List.copyOf(arguments);
  }

  /** A handler around others, with all its arguments. */
  public static Filter around(Code code, List<Value> arguments) {
    return new Filter(code, Kind.AROUND, arguments, "");
  }

  /** A method of a filter; one that returns something returns a publisher. */
  public static Filter of(Code.OfMethod code) {
    List<Type> types = code.method().parameterTypes();
    boolean servlet = code.method().returnType().erasure().equals("void");
    return new Filter(
        code,
        servlet ? Kind.SERVLET : Kind.WEB_FILTER,
        Collections.nCopies(types.size() - 1, Value.GIVEN),
        types.get(types.size() - 1).erasure());
  }

  private Summary run(Engine engine, List<Value> all) {
    return kind == Kind.SERVLET ? code.run(engine, all) : code.answer(engine, all);
  }

  /** What it does in front of something that does nothing of its own. */
  Summary succeeding(Engine engine) {
    return run(engine, succeeding());
  }

  /** What it does in front of something that fails. */
  Summary failing(Engine engine, Escape escape) {
    return kind == Kind.AROUND
        ? code.around(escape).run(engine, arguments)
        : run(engine, failing(escape));
  }

  /** The ways in which it answers. */
  List<Instance> parts(Summary summary) {
    return switch (kind) {
      case SERVLET -> Parts.of(summary);
      case WEB_FILTER -> Parts.ofResponse(summary);
      case FUNCTION -> Parts.ofFunction(summary);
      case AROUND -> Parts.ofResponse(summary);
    };
  }

  /** The ways in which it answers what it keeps to itself: where a publisher told, that counts. */
  List<Instance> answering(Summary summary) {
    List<Instance> telling =
        parts(summary).stream()
            .filter(part -> part.fields().containsKey(AnswerModel.STATUS))
            .toList();
    boolean mayBeSilent = kind == Kind.SERVLET || kind == Kind.AROUND;
    return mayBeSilent || telling.isEmpty() ? parts(summary) : telling;
  }

  /** In front of something that does nothing of its own. */
  List<Value> succeeding() {
    return with(chain());
  }

  private Value chain() {
    return Value.of(new Instance(behind, Map.of())).withData(Value.GIVEN.data());
  }

  private List<Value> failing(Escape escape) {
    return with(
        kind == Kind.SERVLET ? Value.of(new Known.Caught(escape)) : chain().failingWith(escape));
  }

  private List<Value> with(Value last) {
    if (kind == Kind.AROUND) {
      return arguments;
    }
    List<Value> all = new ArrayList<>(arguments);
    all.add(last);
    return all;
  }
}
