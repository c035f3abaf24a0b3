package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import java.util.Map;

/**
 * Objects that look like one of the program's and only note which of their methods is called, such
 * as Spring HATEOAS's {@code methodOn(Orders.class)}: nothing runs.
 */
final class Recorders {
  private static final String TYPE = "#recorder";

  static final Value RECORDER = Value.of(new Instance(TYPE, Map.of()));

  private Recorders() {}

  static boolean isRecorder(Value receiver) {
    return receiver.instances().stream().anyMatch(instance -> instance.type().equals(TYPE));
  }
}
