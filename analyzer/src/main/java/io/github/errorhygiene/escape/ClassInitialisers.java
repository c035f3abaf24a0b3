package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the first use of a class throws because its static initialisers fail: an {@code
 * ExceptionInInitializerError} (JLS 12.4.2). Only failures that the configuration causes: whatever
 * else goes wrong there goes wrong always, and is found out before a service is released.
 */
final class ClassInitialisers {
  private static final String ERROR = "java.lang.ExceptionInInitializerError";

  private final Engine engine;
  private final Map<TypeSymbol, SortedSet<Escape>> known = new HashMap<>();

  ClassInitialisers(Engine engine) {
    this.engine = engine;
  }

  /** Raises in {@code frame} what the first use of a class of the sources may throw. */
  void use(TypeSymbol type, Frame frame, Site here) {
    boolean own = frame.method().startsWith(type.name().replace('$', '.') + "#");
    if (own || !type.isSource()) {
      return;
    }
    for (Escape escape : failures(type)) {
      frame.raise(escape, new Via(here, null, null));
    }
  }

  private SortedSet<Escape> failures(TypeSymbol type) {
    SortedSet<Escape> failures = known.get(type);
    if (failures == null) {
      failures = new TreeSet<>();
      // A class may use itself, or another that uses it, while it is initialised.
      known.put(type, failures);
      find(type, failures);
    }
    return failures;
  }

  private void find(TypeSymbol type, SortedSet<Escape> failures) {
    for (FieldSymbol field : type.fields()) {
      Expr initializer = field.initializer();
      if (field.isStatic() && initializer != null && engine.enter()) {
        Frame frame = engine.frame(field);
        new Statements(engine, frame).expressions().discard(initializer);
        engine.leave();
        frame.thrown().keySet().forEach(escape -> add(escape, failures));
      }
    }
    for (MethodSymbol block : type.initializers()) {
      if (block.isStatic() && block.hasBody()) {
        Summary summary = engine.summary(block, Value.NOTHING, List.of());
        summary.escapes().forEach(escape -> add(escape, failures));
      }
    }
  }

  private static void add(Escape escape, SortedSet<Escape> failures) {
    if (escape.cause() == Cause.CONFIGURATION) {
      failures.add(escape.wrappedIn(ERROR));
    }
  }
}
