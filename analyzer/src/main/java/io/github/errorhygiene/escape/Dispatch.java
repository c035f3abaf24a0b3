package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Registrations;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which methods of the sources a call may run. */
final class Dispatch {
  /** Most overriders that one call is followed into. */
  static final int WIDEST = 12;

  /** What programs hold by these types is nearly always the platform's, not one of their own. */
  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.lang.Iterable",
          "java.util.Enumeration",
          "java.util.Iterator",
          "java.util.Map",
          "java.util.Map$Entry");

  private static final Set<String> ANYTHING =
      Set.of("java.lang.Object", "java.lang.Runnable", "java.util.concurrent.Callable");

  private final Program program;
  private final Catalogue catalogue;
  private final Census census;
  private final Predicate<TypeSymbol> ruledOut;
  private final Overriders overriders;

  /** Of each class that is called whether it decorates others. */
  private final Map<TypeSymbol, Boolean> decorators = new HashMap<>();

  /**
   * Dispatch in a program.
   *
   * @param ruledOut types of which the running application has no objects
   */
  Dispatch(Program program, Catalogue catalogue, Census census, Predicate<TypeSymbol> ruledOut) {
    this.program = program;
    this.catalogue = catalogue;
    this.census = census;
    this.ruledOut = ruledOut;
    this.overriders = new Overriders(program);
  }

  /**
   * The methods with a body, or implicit, that a call may run; empty if it is a library's.
   *
   * @param arguments may tell which overrider takes them
   * @param here where the call is
   */
  List<MethodSymbol> targets(
      MethodSymbol method, Type receiver, Value self, List<Value> arguments, Site here) {
    List<MethodSymbol> all = undecorated(implementations(method, receiver), here);
    boolean others =
        !all.isEmpty() && (isPlatformCollection(receiver) || isOneOfMany(all, receiver));
    if (isMade(self)) {
      return exact(all, self);
    }
    List<MethodSymbol> exact = others || self.isEnumerated() ? exact(all, self) : List.of();
    List<MethodSymbol> any =
        exact.isEmpty() && !others ? overriders.of(receiver, present(all)) : exact;
    List<MethodSymbol> targets = overriders.taking(arguments, any);
    if (targets.size() > WIDEST) {
      census.capped(here, method, targets.size() - WIDEST);
      return targets.subList(0, WIDEST);
    }
    return targets;
  }

  /** An object of a framework's: a router among handlers of the program's own. */
  private static boolean isMade(Value self) {
    return self.isEnumerated()
        && !self.alternatives().isEmpty()
        && self.alternatives().stream()
            .allMatch(known -> known instanceof Instance it && Registrations.isMade(it));
  }

  /**
   * Where beans have a decorator callers are given that, and it alone calls what it is around (CDI
   * 4.0, chapter 8).
   */
  private List<MethodSymbol> undecorated(List<MethodSymbol> all, Site here) {
    if (all.stream().noneMatch(this::decorates)) {
      return all;
    }
    List<MethodSymbol> decorating = all.stream().filter(this::decorates).toList();
    boolean inside =
        decorating.stream()
            .anyMatch(method -> here.method().startsWith(method.owner().name() + "#"));
    return inside ? all.stream().filter(method -> !decorates(method)).toList() : decorating;
  }

  private boolean decorates(MethodSymbol method) {
    return decorators.computeIfAbsent(
        method.owner(),
        owner ->
            owner.annotations().stream()
                .anyMatch(annotation -> annotation.type().endsWith(".decorator.Decorator")));
  }

  /**
   * Any object, or a function of which nothing is known: of several that the sources have it is
   * none in particular.
   */
  private static boolean isOneOfMany(List<MethodSymbol> all, Type receiver) {
    String type = receiver.erasure();
    return all.size() > 1 && (ANYTHING.contains(type) || type.startsWith("java.util.function."));
  }

  /** A collection of the platform's by its static type, although the sources have some as well. */
  private boolean isPlatformCollection(Type receiver) {
    String type = receiver.erasure();
    return type.startsWith("java.")
        && program.supertypes(type).stream().anyMatch(COLLECTIONS::contains);
  }

  /**
   * What implements the method in the receiver's type; where nothing does because a library
   * implements that interface at run time, what does elsewhere: so Spring Data puts fragments of
   * repositories together ({@code RepositoryFragments}). What implements a client calls a peer,
   * which may be a service beside it.
   */
  private List<MethodSymbol> implementations(MethodSymbol method, Type receiver) {
    List<MethodSymbol> own = program.implementations(method, receiver);
    TypeSymbol asked = own.isEmpty() ? program.type(receiver.erasure()) : null;
    return asked != null
            && asked.isSource()
            && asked.isInterface()
            && asked != method.owner()
            && !isKnown(asked)
        ? program.implementations(method, new Type.Declared(method.owner().name(), List.of()))
        : own;
  }

  /** An annotation says what its methods do. */
  private boolean isKnown(TypeSymbol type) {
    return type.annotations().stream().anyMatch(each -> catalogue.hasMethods("@" + each.type()));
  }

  private List<MethodSymbol> present(List<MethodSymbol> all) {
    for (MethodSymbol method : all) {
      if (ruledOut.test(method.owner())) {
        return all.stream().filter(each -> !ruledOut.test(each.owner())).toList();
      }
    }
    return all;
  }

  private List<MethodSymbol> exact(List<MethodSymbol> all, Value self) {
    Set<String> types = new LinkedHashSet<>();
    for (Known known : self.alternatives()) {
      if (known instanceof Instance instance) {
        types.add(instance.type());
      } else if (known instanceof EnumConstant constant) {
        types.add(typeOf(constant));
      } else if (known instanceof Caught caught && isThrownHere(caught.escape())) {
        types.add(caught.escape().type());
      }
    }
    List<MethodSymbol> chosen = new ArrayList<>();
    for (String type : types) {
      nearest(all, type).stream().filter(m -> !chosen.contains(m)).forEach(chosen::add);
    }
    return chosen;
  }

  /** Its class is known: of one that is only declared it may be a subclass. */
  private static boolean isThrownHere(Escape escape) {
    return escape.source() != Escape.Source.DECLARED;
  }

  /** The class of an enum constant: its own, if it has a body. */
  private String typeOf(EnumConstant constant) {
    TypeSymbol type = program.type(constant.type());
    for (FieldSymbol field : type == null ? List.<FieldSymbol>of() : type.fields()) {
      TypeDecl.EnumConstant declared = field.enumConstant();
      if (declared != null && declared.body() != null && field.name().equals(constant.name())) {
        return declared.body().name();
      }
    }
    return constant.type();
  }

  /**
   * The only class in the sources of which an object of the static type can be; null if several.
   */
  @Nullable String only(Type type) {
    TypeSymbol declared = program.type(type.erasure());
    if (declared == null || !declared.isSource()) {
      return null;
    }
    List<TypeSymbol> concrete = new ArrayList<>(program.sourceSubtypes(type.erasure()));
    concrete.add(declared);
    concrete.removeIf(t -> t.isAbstract() || t.isInterface() || ruledOut.test(t));
    return concrete.size() == 1 ? concrete.get(0).name() : null;
  }

  /** See {@link Overriders#running}. */
  List<String> running(MethodSymbol target, List<Value> arguments) {
    return overriders.running(target, arguments);
  }

  /** The implementation that an object of exactly that class runs. */
  private List<MethodSymbol> nearest(List<MethodSymbol> implementations, String type) {
    for (String owner : program.supertypes(type)) {
      for (MethodSymbol method : implementations) {
        if (method.owner().name().equals(owner)) {
          return List.of(method);
        }
      }
    }
    return List.of();
  }
}
