package io.github.errorhygiene.web;

import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The applications of a source tree, as far as modules tell them apart: one that is started, and
 * has something of its own that answers requests, is an application; what the others hold may be
 * part of each.
 */
public final class Modules {
  /** The part of a path that names the module: what is before the source set. */
  private static final Pattern MODULE = Pattern.compile("^(.*?)/?src/[^/]+/(java|resources)/");

  /** A file that is in no source set: it may be meant for every module. */
  private static final String NONE = "?";

  private Modules() {}

  /** Path of the module of a type; empty at the root. */
  public static String of(TypeSymbol type) {
    Unit unit = type.unit();
    return ofFile(unit == null ? "" : unit.path());
  }

  /** The same of a source file. */
  public static String ofFile(String path) {
    String module = of(path);
    return module.equals(NONE) ? "" : module;
  }

  private static String of(String path) {
    Matcher matcher = MODULE.matcher(path);
    return matcher.find() ? matcher.group(1) : NONE;
  }

  /** Whether a file, such as one with properties, lies in none of these modules. */
  public static boolean isOutside(String path, Iterable<String> modules) {
    String own = of(path);
    for (String module : modules) {
      if (module.equals(own)) {
        return false;
      }
    }
    return true;
  }

  /**
   * One of the applications.
   *
   * @param project as it sees it
   * @param answers whether a type that answers requests is its own: what is in no application's
   *     module is told of the first
   * @param files the same of what stands in a source file, by its path
   */
  public record Part(Project project, Predicate<TypeSymbol> answers, Predicate<String> files) {}

  /**
   * Each application by itself; all that there is if there are not several.
   *
   * @param starts whether a type shows that its module is started
   * @param built directories of the modules that their build files say to be applications
   * @param answers whether a type answers requests
   */
  public static List<Part> of(
      Project project,
      Predicate<TypeSymbol> starts,
      Iterable<String> built,
      Predicate<TypeSymbol> answers) {
    SortedSet<String> started = new TreeSet<>();
    built.forEach(started::add);
    SortedSet<String> answering = new TreeSet<>();
    for (TypeSymbol type : project.sourceTypes()) {
      if (starts.test(type)) {
        started.add(of(type));
      }
      if (answers.test(type)) {
        answering.add(of(type));
      }
    }
    SortedSet<String> applications = new TreeSet<>(started);
    applications.retainAll(answering);
    if (applications.size() < 2) {
      return List.of(new Part(project, type -> true, file -> true));
    }
    List<Part> parts = new ArrayList<>();
    for (String module : applications) {
      parts.add(part(project, module, started, module.equals(applications.first())));
    }
    return List.copyOf(parts);
  }

  /** What is started by itself is part of no other, even if a framework alone answers there. */
  private static Part part(
      Project project, String module, SortedSet<String> started, boolean first) {
    SortedSet<String> others = new TreeSet<>(started);
    others.remove(module);
    Project own =
        project.within(module, type -> !others.contains(of(type)), file -> isOutside(file, others));
    Predicate<String> answers = each -> each.equals(module) || (first && !started.contains(each));
    return new Part(own, type -> answers.test(of(type)), file -> answers.test(ofFile(file)));
  }
}
