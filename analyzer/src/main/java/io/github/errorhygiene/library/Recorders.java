package io.github.errorhygiene.library;

import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import java.util.Map;

/**
 * Objects that look like one of the program's and only note which of their methods is called, such
 * as Spring HATEOAS's {@code methodOn(Orders.class)}: nothing runs.
 */
public final class Recorders {
  private static final String TYPE = "#recorder";

  public static final Value RECORDER = Value.of(new Instance(TYPE, Map.of()));

  private Recorders() {}

  public static boolean isRecorder(Value receiver) {
    return receiver.instances().stream().anyMatch(instance -> instance.type().equals(TYPE));
  }
}
