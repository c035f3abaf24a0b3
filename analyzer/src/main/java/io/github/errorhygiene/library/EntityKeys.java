package io.github.errorhygiene.library;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keys of entities: one that the program or the store makes cannot be there already. */
public final class EntityKeys {
  private static final Set<String> KEYS = Roles.of(Role.KEY);

  private static final Set<String> GENERATED = Roles.of(Role.GENERATED_KEY);

  private EntityKeys() {}

  /** Whether the value is known to be entities of which no key comes from the request. */
  public static boolean areOwn(Program program, Value entity) {
    return !entity.open()
        && !entity.instances().isEmpty()
        && entity.alternatives().stream().allMatch(Instance.class::isInstance)
        && entity.instances().stream().allMatch(each -> isOwn(program, each));
  }

  /** Whether the store makes the keys of entities of whatever type the value is known to be. */
  public static boolean areGenerated(Program program, Value entity) {
    List<String> types = new ArrayList<>(entity.instances().stream().map(Instance::type).toList());
    if (entity.type() != null) {
      types.add(entity.type());
    }
    return !types.isEmpty() && types.stream().allMatch(type -> areGenerated(program, type));
  }

  /** Whether the store makes the keys of entities of that type. */
  public static boolean areGenerated(Program program, String type) {
    List<FieldSymbol> keys = fields(program, type);
    return !keys.isEmpty()
        && keys.stream()
            .allMatch(key -> GENERATED.stream().anyMatch(each -> key.annotation(each) != null));
  }

  public static boolean isKey(FieldSymbol field) {
    return KEYS.stream().anyMatch(key -> field.annotation(key) != null);
  }

  private static boolean isOwn(Program program, Instance entity) {
    List<String> keys = keys(program, entity.type());
    return !keys.isEmpty()
        && keys.stream()
            .map(key -> entity.fields().getOrDefault(key, Value.NULL))
            .noneMatch(key -> key.data().on(Cause.REQUEST));
  }

  /** The names of the fields that are the key; empty if they are not known. */
  private static List<String> keys(Program program, String type) {
    return fields(program, type).stream().map(FieldSymbol::name).toList();
  }

  private static List<FieldSymbol> fields(Program program, String type) {
    List<FieldSymbol> keys = new ArrayList<>();
    for (String name : program.supertypes(type)) {
      TypeSymbol symbol = program.type(name);
      for (FieldSymbol field : symbol == null ? List.<FieldSymbol>of() : symbol.fields()) {
        if (isKey(field)) {
          keys.add(field);
        }
      }
    }
    return keys;
  }
}
