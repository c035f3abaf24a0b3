package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a constructor does before its own statements: the superclass, then the initialisers. */
final class Initialisers {
  /** Superclasses followed; a class may, wrongly, be below itself. */
  private static final int HIGHEST = 20;

  private final Engine engine;
  private final Frame frame;

  Initialisers(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /** Runs them; the statements that are left to run. */
  List<Stmt> begin(TypeSymbol type, List<Stmt> body, Statements statements) {
    Expr.This explicit = explicit(body);
    if (explicit == null) {
      superclass(type, 0);
    } else {
      statements.run(body.get(0));
    }
    if (explicit == null || explicit.isSuper()) {
      initialise(type);
    }
    return explicit == null ? body : body.subList(1, body.size());
  }

  /** The {@code this} or {@code super} of an explicit constructor call; null if there is none. */
  private static Expr.@Nullable This explicit(List<Stmt> body) {
    boolean calls =
        !body.isEmpty()
            && body.get(0) instanceof Stmt.Eval first
            && first.expression() instanceof Expr.Call call
            && call.name().equals("<init>");
    if (!calls) {
      return null;
    }
    Expr.Call call = (Expr.Call) ((Stmt.Eval) body.get(0)).expression();
    return call.receiver() instanceof Expr.This self ? self : null;
  }

  /** Whether an implicit constructor of the type does anything. */
  boolean areNeeded(TypeSymbol type) {
    return above(type) != null || !parts(type).isEmpty();
  }

  static @Nullable MethodSymbol implicitConstructor(TypeSymbol type) {
    for (MethodSymbol method : type.methods()) {
      if (method.implicit() == MethodSymbol.Implicit.CONSTRUCTOR) {
        return method;
      }
    }
    return null;
  }

  private void superclass(TypeSymbol type, int height) {
    TypeSymbol above = above(type);
    if (above == null || height > HIGHEST || !frame.isReachable()) {
      return;
    }
    MethodSymbol written = withoutParameters(above);
    if (written == null) {
      superclass(above, height + 1);
      initialise(above);
    } else {
      run(written);
    }
  }

  private @Nullable TypeSymbol above(TypeSymbol type) {
    Type superclass = type.superclass();
    TypeSymbol above = superclass == null ? null : engine.program().type(superclass.erasure());
    return above != null && above.isSource() && !above.isInterface() ? above : null;
  }

  private static @Nullable MethodSymbol withoutParameters(TypeSymbol type) {
    for (MethodSymbol method : type.methods()) {
      if (method.isConstructor() && method.parameterTypes().isEmpty() && method.hasBody()) {
        return method;
      }
    }
    return null;
  }

  private void initialise(TypeSymbol type) {
    for (Object part : parts(type).values()) {
      if (frame.isReachable() && part instanceof FieldSymbol field) {
        set(field);
      } else if (frame.isReachable() && part instanceof MethodSymbol block) {
        run(block);
      }
    }
  }

  /** Fields with an initialiser, and initialiser blocks, by place. */
  private static SortedMap<Position, Object> parts(TypeSymbol type) {
    SortedMap<Position, Object> parts = new TreeMap<>();
    for (FieldSymbol field : type.fields()) {
      if (!field.isStatic() && field.hasInitializer()) {
        parts.put(field.position(), field);
      }
    }
    for (MethodSymbol block : type.initializers()) {
      if (!block.isStatic() && block.hasBody()) {
        parts.put(block.position(), block);
      }
    }
    return parts;
  }

  private void run(MethodSymbol part) {
    Value self = frame.get(State.SELF, Value.GIVEN);
    Summary summary = engine.summary(part, self, List.of());
    Site here = new Site(frame.site(part.position()).place(), frame.method());
    Condition condition = frame.condition();
    for (Escape escape : summary.escapes()) {
      frame.raise(escape.under(condition), new Via(here, summary, escape));
    }
    frame.set(State.SELF, summary.self());
    if (summary.returned().isNothing()) {
      frame.state(null);
    }
  }

  private void set(FieldSymbol field) {
    Expr initializer = field.initializer();
    if (initializer == null || !engine.enter()) {
      return;
    }
    Frame inner = engine.frame(field);
    Value self = frame.get(State.SELF, Value.GIVEN);
    inner.set(State.SELF, self);
    Value value = new Statements(engine, inner).expressions().eval(initializer);
    engine.leave();
    Condition condition = frame.condition();
    inner.thrown().forEach((escape, via) -> frame.raise(escape.under(condition), via));
    if (inner.isReachable()) {
      frame.set(State.SELF, self.withField(field.name(), value.cut(3)));
    } else {
      frame.state(null);
    }
  }
}
