package io.github.errorhygiene.library;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which types are futures or publishers, or stand for one while it is being put together. */
public final class CarrierTypes {
  /** What a stage of the Java platform wraps the failure of the stage before in. */
  public static final String COMPLETION_EXCEPTION = "java.util.concurrent.CompletionException";

  private static final Set<String> TYPES = Roles.of(Role.CARRIER);

  /** Mutiny's groups of operators. */
  private static final String GROUPS = "io.smallrye.mutiny.groups.";

  private static final Set<String> HOLDERS =
      Set.of(
          "java.lang.Iterable",
          "java.util.Iterator",
          "java.util.Map",
          "java.util.Optional",
          "java.util.stream.BaseStream",
          "java.util.stream.Stream");

  private final Program program;
  private final Map<String, Boolean> carriers = new HashMap<>();
  private final Map<String, Boolean> holders = new HashMap<>();

  public CarrierTypes(Program program) {
    this.program = program;
  }

  public boolean isCarrier(String type) {
    return !type.isEmpty() && carriers.computeIfAbsent(type, this::look);
  }

  public boolean isCarrier(List<String> owners) {
    return !owners.isEmpty() && isCarrier(owners.get(0));
  }

  private boolean look(String type) {
    return type.startsWith(GROUPS)
        || TYPES.contains(type)
        || program.supertypes(type).stream().anyMatch(TYPES::contains);
  }

  /** Whether something of that type may have futures in it. */
  public boolean mayHold(String type) {
    return type.isEmpty()
        || type.endsWith("[]")
        || type.equals("java.lang.Object")
        || holders.computeIfAbsent(type, this::holds);
  }

  private boolean holds(String type) {
    return program.supertypes(type).stream().anyMatch(HOLDERS::contains);
  }

  /** Of the Java platform's stages, which wrap what comes from the stage before. */
  public boolean isStage(String type) {
    return program.supertypes(type).contains("java.util.concurrent.CompletionStage");
  }
}
