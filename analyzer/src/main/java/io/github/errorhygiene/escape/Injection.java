package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which class of the sources a container puts into a field of an interface or base class: the bean
 * that is qualified, primary, the only one, or named like the field, as Spring's {@code
 * DefaultListableBeanFactory.determineAutowireCandidate} decides; CDI and Micronaut know the first
 * three. Where a factory method may make a bean of the type, nothing is said.
 */
final class Injection {
  private static final Set<String> QUALIFIERS = Roles.of(Role.QUALIFIER);
  private static final Set<String> RESOURCES = Roles.of(Role.RESOURCE);
  private static final Set<String> PRIMARY = Roles.of(Role.PRIMARY);
  private static final Set<String> FACTORIES = Roles.of(Role.BEAN_FACTORY);

  /** On a class or on an annotation of a class: it is a bean. */
  private static final Set<String> BEANS = Roles.of(Role.BEAN);

  private static final int DEEPEST_STEREOTYPE = 4;

  private final Program program;
  private final Predicate<TypeSymbol> ruledOut;
  private final Map<FieldSymbol, Optional<String>> known = new HashMap<>();
  private @Nullable Made made;

  /** What factory methods of the project give: binary names of types, and of what is above them. */
  private record Made(Set<String> types, Set<String> above) {}

  Injection(Program program, Predicate<TypeSymbol> ruledOut) {
    this.program = program;
    this.ruledOut = ruledOut;
  }

  /** The class of what is injected into the field; null if it is not known, or not injected. */
  @Nullable String classOf(FieldSymbol field) {
    return known.computeIfAbsent(field, f -> Optional.ofNullable(find(f))).orElse(null);
  }

  private @Nullable String find(FieldSymbol field) {
    TypeSymbol type = program.type(field.type().erasure());
    boolean mayBeInjected = !field.isStatic() && !field.hasInitializer() && isBean(field.owner());
    if (type == null || !type.isSource() || !mayBeInjected || mayBeMade(type)) {
      return null;
    }
    TypeSymbol bean = choose(beans(type), field);
    return bean == null ? null : bean.name();
  }

  private List<TypeSymbol> beans(TypeSymbol type) {
    List<TypeSymbol> beans = new ArrayList<>(program.sourceSubtypes(type.name()));
    beans.add(type);
    beans.removeIf(t -> t.isAbstract() || ruledOut.test(t) || !isBean(t));
    return beans;
  }

  private @Nullable TypeSymbol choose(List<TypeSymbol> beans, FieldSymbol field) {
    String qualifier = qualifier(field);
    if (qualifier != null) {
      return only(beans, bean -> names(bean).contains(qualifier));
    }
    if (beans.size() == 1) {
      return beans.get(0);
    }
    TypeSymbol primary = only(beans, bean -> has(bean, PRIMARY));
    return primary != null ? primary : only(beans, bean -> names(bean).contains(field.name()));
  }

  private static @Nullable TypeSymbol only(List<TypeSymbol> beans, Predicate<TypeSymbol> wanted) {
    List<TypeSymbol> found = beans.stream().filter(wanted).toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  /** On the field, or on the constructor's parameter of its name. */
  private static @Nullable String qualifier(FieldSymbol field) {
    String own = qualifier(field.annotations());
    for (MethodSymbol constructor : field.owner().methods()) {
      int index = constructor.parameterNames().indexOf(field.name());
      if (own == null && constructor.isConstructor() && index >= 0) {
        own = qualifier(constructor.parameterAnnotations(index));
      }
    }
    return own;
  }

  private static @Nullable String qualifier(List<AnnotationSymbol> annotations) {
    for (AnnotationSymbol annotation : annotations) {
      Object name =
          QUALIFIERS.contains(annotation.type())
              ? annotation.value("value")
              : RESOURCES.contains(annotation.type()) ? annotation.value("name") : null;
      if (name instanceof String text && !text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  /** Given by a stereotype or qualifier; else that of the class. */
  private static List<String> names(TypeSymbol bean) {
    List<String> names = new ArrayList<>();
    for (AnnotationSymbol annotation : bean.annotations()) {
      if (annotation.value("value") instanceof String name && !name.isEmpty()) {
        names.add(name);
      }
    }
    String simple = bean.simpleName();
    if (names.isEmpty() && !simple.isEmpty()) {
      names.add(Character.toLowerCase(simple.charAt(0)) + simple.substring(1));
    }
    return names;
  }

  private static boolean has(Annotated annotated, Set<String> annotations) {
    return annotated.annotations().stream().anyMatch(a -> annotations.contains(a.type()));
  }

  /** Whether a container calls it to make a bean. */
  static boolean isFactory(MethodSymbol method) {
    return has(method, FACTORIES);
  }

  private boolean isBean(TypeSymbol type) {
    return isBean(type, 0);
  }

  private boolean isBean(TypeSymbol annotated, int depth) {
    for (AnnotationSymbol annotation : annotated.annotations()) {
      TypeSymbol type = program.type(annotation.type());
      if (BEANS.contains(annotation.type())) {
        return true;
      }
      boolean further = depth < DEEPEST_STEREOTYPE && type != annotated;
      if (type != null && further && isBean(type, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a factory method of the project gives something of the type. */
  private boolean mayBeMade(TypeSymbol type) {
    Made all = made();
    return all.above().contains(type.name())
        || program.supertypes(type.name()).stream().anyMatch(all.types()::contains);
  }

  private Made made() {
    Made all = made;
    if (all == null) {
      Set<String> types = new HashSet<>();
      Set<String> above = new HashSet<>();
      program.sourceTypes().stream()
          .flatMap(type -> type.methods().stream())
          .filter(method -> has(method, FACTORIES))
          .map(method -> method.returnType().erasure())
          .filter(types::add)
          .forEach(type -> above.addAll(program.supertypes(type)));
      all = new Made(types, above);
      made = all;
    }
    return all;
  }
}
