package io.github.errorhygiene.domain;

import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.program.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The calls by which a program sets frameworks up, numbered. What such a call returns carries its
 * number, so that later calls on it, or with it, can be traced back however deep the chain is.
 */
public final class Registrations {
  private static final String MADE_BY = "#madeBy";

  private final Map<Key, Integer> ids = new HashMap<>();

  /** Nothing is registered yet. */
  public Registrations() {}

  private record Key(Site site, String owner, String name, Value receiver, List<Value> arguments) {}

  /** The call with its number; equal calls at one place have the same. */
  public Registration of(LibraryCall call, Site site, Collection<Registration> inside) {
    Key key = new Key(site, call.owner(), call.name(), call.receiver(), call.arguments());
    int id = ids.computeIfAbsent(key, k -> ids.size());
    return new Registration(id, call, site, List.copyOf(inside));
  }

  /**
   * The object that a call makes.
   *
   * @param otherwise binary name of its type, if no class file tells; empty if it is the owner's
   */
  public static Value made(Registration registration, String otherwise) {
    LibraryCall call = registration.call();
    boolean known = !(call.returnType() instanceof Type.Unknown) && !isLater(call, otherwise);
    String assumed = otherwise.isEmpty() ? call.owner() : otherwise;
    String type = known ? call.returnType().erasure() : assumed;
    return Value.of(new Instance(type, Map.of(MADE_BY, Value.constant(registration.id()))))
        .withData(Dependence.NONE);
  }

  /** What it makes comes in a future, whose value stands for its item, or to a function. */
  private static boolean isLater(LibraryCall call, String made) {
    return call.returnType().erasure().equals("void")
        || (call.returnType() instanceof Type.Declared type
            && type.arguments().stream().anyMatch(item -> item.erasure().equals(made)));
  }

  /** An object of a class of the sources whose constructor is such a call for a class above it. */
  public static Value marked(Value object, Registration registration) {
    return object.withField(MADE_BY, Value.constant(registration.id()));
  }

  /** The numbers of the calls that may have made the value; empty if that is not known. */
  public static Set<Integer> idOf(Value value) {
    Set<Integer> ids = new TreeSet<>();
    for (Instance instance : value.instances()) {
      Value made = instance.fields().getOrDefault(MADE_BY, Value.NOTHING);
      made.alternatives().stream()
          .filter(Constant.class::isInstance)
          .map(known -> ((Constant) known).value())
          .filter(Integer.class::isInstance)
          .forEach(id -> ids.add((Integer) id));
    }
    return ids;
  }

  /** The same of what an object of the program's own holds: a handler around others. */
  public static Set<Integer> idHeldBy(Value value) {
    Set<Integer> ids = new TreeSet<>();
    for (Instance instance : value.instances()) {
      instance.fields().values().forEach(held -> ids.addAll(idOf(held)));
    }
    return ids;
  }

  /** Whether the object was made by such a call: then its number is what tells it from others. */
  public static boolean isMade(Instance instance) {
    return instance.fields().containsKey(MADE_BY);
  }
}
