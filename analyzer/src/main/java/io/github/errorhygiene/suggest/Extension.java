package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.remedy.Code;
import io.github.errorhygiene.remedy.Kit;
import io.github.errorhygiene.remedy.Mapping;
import io.github.errorhygiene.source.Advice;
import io.github.errorhygiene.source.AdviceForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds methods to the advices that a project has, each written after one that is there: with its
 * body, its request id, its log.
 */
final class Extension {
  private static final Pattern ORDER =
      Pattern.compile("\\bOrder\\(|\\bimplements\\b[^{]*Ordered\\b");

  private static final Pattern GLOBAL = Pattern.compile("\\bglobal\\s*=\\s*true\\b");

  private final Module module;
  private final Application application;
  private final Texts texts;
  private final List<String> files;
  private final Kit kit;
  private final Code code;

  Extension(Module module, Application application, Texts texts, List<String> files, Code code) {
    this.module = module;
    this.application = application;
    this.texts = texts;
    this.files = files;
    this.kit = code.kit();
    this.code = code;
  }

  /** A class in a file. */
  private record Owner(String file, String name) {
    static Owner of(Boundary boundary) {
      String type = boundary.name().replaceFirst("#.*", "");
      return new Owner(
          Objects.requireNonNull(boundary.place()).file(), type.replaceFirst(".*[.$]", ""));
    }
  }

  /**
   * Adds methods for those exceptions that an advice takes and answers wrongly.
   *
   * @param takers the boundaries that answer each exception now
   * @return those for which no method is added
   */
  List<Mapping> corrected(List<Mapping> mappings, Map<String, Set<Boundary>> takers) {
    Map<Owner, List<Mapping>> byOwner = new LinkedHashMap<>();
    List<Mapping> left = new ArrayList<>();
    for (Mapping mapping : mappings) {
      List<Owner> owners =
          takers.getOrDefault(mapping.exception(), Set.of()).stream()
              .filter(Boundary::writes)
              .map(Owner::of)
              .distinct()
              .toList();
      if (owners.size() == 1) {
        byOwner.computeIfAbsent(owners.get(0), owner -> new ArrayList<>()).add(mapping);
      } else {
        left.add(mapping);
      }
    }
    byOwner.forEach((owner, all) -> left.addAll(added(owner, all, advice -> true)));
    return left;
  }

  /**
   * Adds methods for those exceptions that nobody takes.
   *
   * @return those for which no method is added
   */
  List<Mapping> added(List<Mapping> mappings) {
    List<Mapping> left = new ArrayList<>(mappings);
    for (Owner owner : advices()) {
      List<Mapping> safe = left.stream().filter(each -> !stealsFrom(each, owner)).toList();
      left.removeAll(safe);
      left.addAll(added(owner, safe, Advice::everywhere));
    }
    left.removeIf(each -> stealsFrom(each, null));
    return left;
  }

  /**
   * Whether other advices answer special cases of the exception and may be asked later: the first
   * that has any handler for an exception answers it.
   *
   * @param owner where it would go; null for a class of its own without an order
   */
  private boolean stealsFrom(Mapping mapping, @Nullable Owner owner) {
    Lineage lineage = new Lineage(module, texts);
    return !kit.closest()
        && application.boundaries().stream()
            .filter(each -> each.kind() == Boundary.Kind.HANDLER && each.place() != null)
            .filter(each -> module.has(Objects.requireNonNull(each.place())))
            .filter(each -> isSpecial(each.catches(), mapping, lineage))
            .map(Owner::of)
            .filter(each -> !each.equals(owner))
            .anyMatch(each -> !isOrdered(each) || (owner != null && isOrdered(owner)));
  }

  private static boolean isSpecial(String exception, Mapping mapping, Lineage lineage) {
    return !exception.isEmpty()
        && !exception.equals(mapping.exception())
        && (mapping.isForEverything() || lineage.isA(exception, mapping.exception()));
  }

  private boolean isOrdered(Owner owner) {
    return texts.get(owner.file()).filter(text -> ORDER.matcher(text).find()).isPresent();
  }

  /** Those with the most methods first. */
  private Collection<Owner> advices() {
    Map<Owner, Long> count =
        application.boundaries().stream()
            .filter(each -> each.kind() == Boundary.Kind.HANDLER && each.place() != null)
            .filter(each -> module.has(Objects.requireNonNull(each.place())))
            .collect(Collectors.groupingBy(Owner::of, LinkedHashMap::new, Collectors.counting()));
    return count.entrySet().stream()
        .sorted(Map.Entry.<Owner, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<Mapping> added(Owner owner, List<Mapping> mappings, Predicate<Advice> isMeant) {
    List<Mapping> left = new ArrayList<>(mappings);
    Map<Object, List<Mapping>> groups =
        mappings.stream()
            .filter(each -> !each.doubtful())
            .collect(Collectors.groupingBy(this::kind, LinkedHashMap::new, Collectors.toList()));
    for (List<Mapping> group : groups.values()) {
      List<Mapping> possible = new ArrayList<>();
      Optional<String> text = texts.get(owner.file());
      Optional<Advice> advice =
          text.flatMap(
                  source ->
                      Advice.of(source, owner.name(), Set.copyOf(kit.advices()), kit.handles()))
              .filter(isMeant);
      if (advice.isPresent()) {
        group.stream().filter(each -> isPossible(each, advice.get(), owner)).forEach(possible::add);
        Optional<String> changed = written(text.get(), advice.get(), possible);
        if (changed.isPresent()) {
          texts.put(owner.file(), changed.get());
          left.removeAll(possible);
        }
      }
    }
    return left;
  }

  private Object kind(Mapping mapping) {
    if (kit.answers().contains("{{#each}}")) {
      return mapping;
    }
    return code.isRethrown(mapping) ? "rethrown" : code.kind(mapping);
  }

  /** Nothing in the class answers the exception by name, and its code may name it. */
  private boolean isPossible(Mapping mapping, Advice advice, Owner owner) {
    String simple = mapping.exception().replaceFirst(".*\\.", "");
    boolean inherited = !advice.base().isEmpty() && code.isCovered(mapping);
    return !inherited
        && !advice.handled().contains(simple)
        && isVisible(mapping.exception(), owner.file());
  }

  private boolean isVisible(String exception, String file) {
    String root = file.replaceFirst("(?<=src/main/java/).*", "");
    if (!new Access(module, texts).allows(exception, packageOf(file))) {
      return false;
    }
    String owner = exception.replaceFirst("\\.[A-Z].*", "");
    Pattern near = Pattern.compile("(?m)^import (?:static )?" + Pattern.quote(owner + "."));
    return file.startsWith(module.root())
        || owner.startsWith("java.")
        || owner.startsWith("org.springframework.web.")
        || files.stream()
            .filter(each -> each.startsWith(root))
            .flatMap(each -> texts.get(each).stream())
            .anyMatch(text -> near.matcher(text).find());
  }

  private String packageOf(String file) {
    return texts.get(file).map(text -> new Imports(text).packageName()).orElse("");
  }

  private Optional<String> written(String text, Advice advice, List<Mapping> mappings) {
    if (mappings.isEmpty() || advice.forms().isEmpty()) {
      return Optional.empty();
    }
    if (mappings.stream().allMatch(code::isRethrown)) {
      int last = advice.forms().size() - 1;
      return Optional.of(
          AdviceCopy.rethrowing(text, advice.forms().get(last).whole(), kit.handles(), mappings));
    }
    boolean server = mappings.get(0).status() >= AdviceCopy.SERVER;
    StatusWords words = new StatusWords(kit);
    return advice.forms().stream()
        .filter(form -> isForAll(AdviceCopy.slice(text, form.annotation())))
        .filter(form -> words.in(AdviceCopy.slice(text, form.whole())).size() == 1)
        .min(
            Comparator.comparing((AdviceForm form) -> isServer(form, text, words) != server)
                .thenComparingInt(form -> form.texts().size() + form.logs().size()))
        .flatMap(form -> new AdviceCopy(text, advice, form, code, words).with(mappings));
  }

  /** Micronaut's methods may be for the failures of their own class only. */
  private static boolean isForAll(String annotation) {
    return !annotation.startsWith("@Error") || GLOBAL.matcher(annotation).find();
  }

  private static boolean isServer(AdviceForm form, String text, StatusWords words) {
    return words.in(AdviceCopy.slice(text, form.whole())).first() >= AdviceCopy.SERVER;
  }
}
