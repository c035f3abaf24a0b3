package io.github.errorhygiene.spring;

import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Parts;

/** Whether handlers write bodies for which only some media types will do. */
final class Bodies {
  private final Engine engine;

  Bodies(Engine engine) {
    this.engine = engine;
  }

  /** By the declared type; where that says nothing, by what the method returns. */
  boolean areNegotiated(Handler handler) {
    if (!handler.writesBody()) {
      return false;
    }
    return ReturnTypes.isOpen(handler.bodyType())
        ? returnsObject(handler)
        : ReturnTypes.isNegotiated(handler.bodyType());
  }

  private boolean returnsObject(Handler handler) {
    Summary summary = handler.code().answer(engine, handler.arguments());
    return Parts.of(summary).stream()
        .flatMap(part -> Parts.body(part).instances().stream())
        .anyMatch(body -> ReturnTypes.isNegotiated(body.type()));
  }
}
