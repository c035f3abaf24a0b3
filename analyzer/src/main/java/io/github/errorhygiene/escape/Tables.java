package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Maps in which a program looks up what to do: functions, or objects of its own, by a constant, an
 * enum constant or a class. With a key that is known its entry runs, else any of them.
 */
final class Tables {
  /** Begins the names of the fields that are entries; alone it is those whose key is not known. */
  private static final String ENTRY = "#of ";

  private static final String MAP = "java.util.Map";
  private static final Set<String> COPYING =
      Set.of("<init>", "copyOf", "unmodifiableMap", "build", "buildOrThrow");

  private static final Set<String> ASKING = Set.of("get", "getOrDefault", "containsKey");

  private final Program program;

  Tables(Program program) {
    this.program = program;
  }

  /** Whether something is known of what the map holds. */
  static boolean isTable(Value map) {
    return map.instances().stream().anyMatch(Tables::isTable);
  }

  private static boolean isTable(Instance map) {
    return map.fields().keySet().stream().anyMatch(name -> name.startsWith(ENTRY));
  }

  /**
   * An object as its own functions see it: without its tables, which hold them. They ask for those
   * when they run.
   */
  static Value seenInside(Value object) {
    boolean holds = object.instances().stream().anyMatch(Tables::holdsTable);
    return holds ? object.map(Tables::seenInside) : object;
  }

  private static boolean holdsTable(Instance object) {
    return object.fields().values().stream().anyMatch(Tables::isTable);
  }

  private static Known seenInside(Known known) {
    if (!(known instanceof Instance object)) {
      return known;
    }
    Map<String, Value> fields = new TreeMap<>(object.fields());
    fields.values().removeIf(Tables::isTable);
    return new Instance(object.type(), fields);
  }

  /** What a call makes of a table; null if it makes none. */
  LibraryModel.@Nullable Effect effect(LibraryCall call) {
    if (COPYING.contains(call.name())) {
      return copied(call);
    }
    return switch (call.name()) {
      case "of", "entry", "singletonMap" -> made(call);
      case "ofEntries" -> merged(call);
      case "put", "putIfAbsent" -> put(call);
      default -> null;
    };
  }

  private LibraryModel.@Nullable Effect made(LibraryCall call) {
    if (!isOfMaps(call) || call.arguments().size() < 2 || !choose(call)) {
      return null;
    }
    Map<String, Value> entries = new TreeMap<>();
    for (int i = 0; i + 1 < call.arguments().size(); i += 2) {
      entries.merge(name(call.argument(i)), call.argument(i + 1), Value::join);
    }
    return LibraryModel.Effect.returning(object(entries));
  }

  private static LibraryModel.@Nullable Effect merged(LibraryCall call) {
    Map<String, Value> entries = new TreeMap<>();
    for (Value argument : call.arguments()) {
      if (!isTable(argument)) {
        return null;
      }
      entries(argument).forEach((name, value) -> entries.merge(name, value, Value::join));
    }
    return entries.isEmpty() ? null : LibraryModel.Effect.returning(object(entries));
  }

  private static LibraryModel.@Nullable Effect copied(LibraryCall call) {
    boolean build = call.name().startsWith("build");
    Value from = build ? call.receiver() : call.argument(0);
    return isOfMaps(call) && isTable(from)
        ? LibraryModel.Effect.returning(object(entries(from)))
        : null;
  }

  /** Into a map that was made here, or into what builds one. */
  private LibraryModel.@Nullable Effect put(LibraryCall call) {
    boolean builder = call.owner().endsWith("Map$Builder");
    boolean known = !call.receiver().instances().isEmpty() || builder;
    if (!isOfMaps(call) || !known || call.arguments().size() != 2 || !choose(call)) {
      return null;
    }
    Value map =
        call.receiver().instances().isEmpty()
            ? Value.of(new Instance(call.owner(), Map.of()))
            : call.receiver();
    String name = name(call.argument(0));
    Value held = name.equals(ENTRY) ? map.field(name) : Value.NOTHING;
    Value changed = map.withField(name, held.join(call.argument(1)));
    return new LibraryModel.Effect(builder ? changed : null, changed, null, false, null);
  }

  private static boolean isOfMaps(LibraryCall call) {
    return call.owners().contains(MAP)
        || call.owner().endsWith("Map")
        || call.owner().endsWith("Map$Builder")
        || call.owner().equals("java.util.Collections");
  }

  /**
   * All values are functions, objects of the program's own by enum constants or classes, or codes
   * by classes: by numbers and texts a program keeps what it stores.
   */
  private boolean choose(LibraryCall call) {
    for (int i = 0; i + 1 < call.arguments().size(); i += 2) {
      Value value = call.argument(i + 1);
      boolean told = isKind(call.argument(i)) && (isOwn(value) || isCode(call.argument(i), value));
      boolean chosen = !value.functions().isEmpty() || told;
      if (!chosen || !value.isEnumerated()) {
        return false;
      }
    }
    return true;
  }

  /**
   * What goes with a class, such as the status of an exception: nobody stores things by classes.
   */
  private static boolean isCode(Value key, Value value) {
    boolean code = !value.enumConstants().isEmpty() || value.constant() instanceof Integer;
    return !key.classes().isEmpty() && code;
  }

  private static boolean isKind(Value key) {
    return !key.enumConstants().isEmpty() || !key.classes().isEmpty();
  }

  private boolean isOwn(Value value) {
    return !value.instances().isEmpty()
        && value.instances().stream()
            .map(Instance::type)
            .map(program::type)
            .allMatch(Tables::isOwn);
  }

  private static boolean isOwn(@Nullable TypeSymbol type) {
    return type != null && type.isSource();
  }

  private static Value object(Map<String, Value> entries) {
    return Value.of(new Instance(MAP, entries));
  }

  private static Map<String, Value> entries(Value map) {
    Map<String, Value> entries = new TreeMap<>();
    for (Instance instance : map.instances()) {
      instance
          .fields()
          .forEach(
              (name, value) -> {
                if (name.startsWith(ENTRY)) {
                  entries.merge(name, value, Value::join);
                }
              });
    }
    return entries;
  }

  private static String name(Value key) {
    boolean one = !key.open() && key.alternatives().size() == 1;
    return one ? name(key.alternatives().iterator().next()) : ENTRY;
  }

  private static String name(Known known) {
    if (known instanceof EnumConstant constant) {
      return ENTRY + constant.type() + "." + constant.name();
    }
    boolean told = known instanceof Constant constant && constant.value() != null;
    return told ? ENTRY + ((Constant) known).value() : ENTRY;
  }

  /** What a call finds in a table; null if it asks for something else, or the key is not in it. */
  @Nullable Value result(LibraryCall call, Dependence absence) {
    Map<String, Value> entries = entries(call.receiver());
    Set<String> names = names(call.argument(0));
    boolean known = !names.contains(ENTRY);
    boolean all = known && entries.keySet().containsAll(names);
    if (known) {
      entries.keySet().retainAll(names);
    }
    if (!ASKING.contains(call.name()) || entries.isEmpty()) {
      return null;
    }
    boolean sure = call.receiver().alternatives().size() == 1 && (all || isWhole(call, entries));
    Value held = joined(entries);
    return switch (call.name()) {
      case "containsKey" -> sure ? Value.constant(true) : null;
      case "getOrDefault" -> sure ? held : held.join(call.argument(1));
      default -> sure ? held : held.absentBy(absence);
    };
  }

  /** Those of which it is one; of a key that is not known that is asked for by none. */
  private static Set<String> names(Value key) {
    Set<String> names = new TreeSet<>();
    if (!key.isEnumerated() || key.alternatives().isEmpty()) {
      return Set.of(ENTRY);
    }
    for (Known known : key.alternatives()) {
      names.add(name(known));
    }
    return names;
  }

  private static Value joined(Map<String, Value> entries) {
    Value joined = Value.NOTHING;
    for (Value value : entries.values()) {
      joined = joined.join(value);
    }
    return joined;
  }

  /** Whether there is an entry for each constant of the enum that the key is of. */
  private boolean isWhole(LibraryCall call, Map<String, Value> entries) {
    String key = call.argumentTypes().isEmpty() ? "" : call.argumentTypes().get(0).erasure();
    TypeSymbol type = program.type(key);
    return type != null
        && type.kind() == TypeDecl.Kind.ENUM
        && type.fields().stream()
            .filter(FieldSymbol::isEnumConstant)
            .allMatch(constant -> entries.containsKey(ENTRY + key + "." + constant.name()));
  }
}
