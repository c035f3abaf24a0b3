package io.github.errorhygiene.suggest;

import io.github.errorhygiene.remedy.Mapping;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which exceptions are special cases of others, for code that asks for one after the other and
 * stops at the first that fits.
 */
final class Lineage {
  /** More than the JDK has between an exception and its last superclass. */
  private static final int UNKNOWN = 20;

  private static final int DEEPEST = 60;

  private final Module module;
  private final Texts texts;
  private final Map<String, Set<String>> superclasses = new TreeMap<>();

  Lineage(Module module, Texts texts) {
    this.module = module;
    this.texts = texts;
  }

  /** Special cases first. */
  List<Mapping> sorted(List<Mapping> mappings) {
    return mappings.stream()
        .sorted(Comparator.comparingInt((Mapping mapping) -> depth(mapping.exception())).reversed())
        .toList();
  }

  /** How many superclasses an exception has; more are more special. */
  int depth(String exception) {
    return depth(exception, 0);
  }

  /** Whether it is that, or known to be a special case of it. */
  boolean isA(String type, String general) {
    return type.equals(general) || superclasses(type).contains(general);
  }

  /** Those that are known. */
  private Set<String> superclasses(String type) {
    Set<String> known = superclasses.get(type);
    if (known == null) {
      known = new TreeSet<>();
      Optional<String> each = Optional.of(type);
      while (each.isPresent() && known.add(each.get())) {
        each = each.get().startsWith("java.") ? platformBase(each.get()) : base(each.get());
      }
      superclasses.put(type, known);
    }
    return known;
  }

  private static Optional<String> platformBase(String type) {
    return platformType(type)
        .flatMap(known -> Optional.ofNullable(known.getSuperclass()))
        .map(Class::getName);
  }

  /** Whether it is known to be no {@link Exception}, such as an {@link Error}. */
  boolean isNoException(String type) {
    Set<String> known = superclasses(type);
    return known.contains("java.lang.Throwable") && !known.contains("java.lang.Exception");
  }

  /** How many superclasses it has; those of libraries that nobody has read here have many. */
  private int depth(String type, int steps) {
    if (type.startsWith("java.")) {
      return platformDepth(type);
    }
    Optional<String> base = steps > DEEPEST ? Optional.empty() : base(type);
    return base.map(each -> depth(each, steps + 1) + 1).orElse(UNKNOWN);
  }

  private static int platformDepth(String type) {
    Optional<Class<?>> known = platformType(type);
    int depth = known.isPresent() ? 0 : UNKNOWN;
    for (Class<?> each = known.orElse(null); each != null; each = each.getSuperclass()) {
      depth++;
    }
    return depth;
  }

  private static Optional<Class<?>> platformType(String type) {
    try {
      return Optional.of(ClassLoader.getPlatformClassLoader().loadClass(type));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The superclass of one of the program's own. */
  private Optional<String> base(String type) {
    for (int dot = type.length(); dot > 0; dot = type.lastIndexOf('.', dot - 1)) {
      String top = type.substring(0, dot);
      Optional<Unit> unit = texts.get(module.file(top)).map(text -> SourceReader.lower(top, text));
      if (unit.isPresent()) {
        return found(unit.get().types(), type.replaceFirst(".*\\.", ""))
            .flatMap(declared -> Optional.ofNullable(declared.superclass()))
            .map(base -> qualified(base.name(), unit.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<TypeDecl> found(List<TypeDecl> types, String simpleName) {
    return types.stream()
        .flatMap(type -> Stream.concat(Stream.of(type), type.types().stream()))
        .filter(type -> type.name().replaceFirst(".*[.$]", "").equals(simpleName))
        .findFirst();
  }

  private static String qualified(String name, Unit unit) {
    if (Character.isLowerCase(name.charAt(0))) {
      return name;
    }
    String imported =
        unit.imports().stream()
            .map(Import::name)
            .filter(each -> each.endsWith("." + name))
            .findFirst()
            .orElse("");
    boolean platform = imported.isEmpty() && platformDepth("java.lang." + name) < UNKNOWN;
    String near = unit.packageName().isEmpty() ? name : unit.packageName() + "." + name;
    return !imported.isEmpty() ? imported : platform ? "java.lang." + name : near;
  }
}
