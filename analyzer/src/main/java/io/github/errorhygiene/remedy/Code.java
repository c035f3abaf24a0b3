package io.github.errorhygiene.remedy;

import com.samskivert.mustache.Mustache;
import io.github.errorhygiene.rule.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Code for an application.
 *
 * @param traits of the application
 * @param ownPackages beginning of the names of the application's own types; empty if unknown
 * @param target what registers handlers, as the program names it; empty if unknown
 */
public record Code(Kit kit, Set<String> traits, String ownPackages, String target) {
  /** Characters of a list that has lines of its own. */
  private static final int LONG = 70;

  private static final Mustache.Compiler MUSTACHE =
      Mustache.compiler().escapeHTML(false).defaultValue("").emptyStringIsFalse(true);

  /** Code for an application of which it is not known how it names things. */
  public Code(Kit kit, Set<String> traits, String ownPackages) {
    this(kit, traits, ownPackages, "");
  }

  /** The same where handlers are registered by that. */
  public Code at(String name) {
    return new Code(kit, traits, ownPackages, name);
  }

  /**
   * The class to write.
   *
   * @param packageName empty for none
   * @param first it goes before the boundaries that exist
   * @param unexpected it also takes what nobody expected
   * @param id request ids are given by the code of {@link #requestId}
   */
  public record Shape(
      String packageName, String className, boolean first, boolean unexpected, boolean id) {
    static final Shape OF_REMEDY = new Shape("", "ErrorAnswers", false, false, false);
  }

  /** Statements that answer the exceptions with these statuses. */
  public String answers(List<Mapping> mappings) {
    return answers(Shape.OF_REMEDY, mappings);
  }

  /** A class that answers what filters throw. */
  public String filter(Shape shape, List<Mapping> mappings) {
    return answers(kit.filter(), shape, mappings);
  }

  /** A class, or a few statements, that answer the exceptions with these statuses. */
  public String answers(Shape shape, List<Mapping> mappings) {
    return answers(kit.answers(), shape, mappings);
  }

  private String answers(String template, Shape shape, List<Mapping> mappings) {
    List<Mapping> known = mappings.stream().distinct().toList();
    boolean covered = known.stream().anyMatch(this::isCovered);
    List<Mapping> rethrown =
        known.stream().filter(each -> !isCovered(each) && isRethrown(each)).toList();
    List<Mapping> answered =
        known.stream().filter(each -> !isCovered(each) && !isRethrown(each)).toList();
    Names names = new Names(template);
    Map<String, Object> context = context(shape);
    context.put("base", covered || shape.unexpected());
    context.put("answering", !answered.isEmpty() || shape.unexpected());
    boolean server = answered.stream().anyMatch(mapping -> mapping.status() >= 500);
    context.put("logs", server || shape.unexpected() || covered);
    context.put("groups", groups(answered, this::kind, names));
    context.put("each", groups(answered, Function.identity(), new Names(template)));
    context.put("rethrown", groups(rethrown, mapping -> "", names));
    context.put("imports", names.imports());
    return rendered(template, context);
  }

  /** A class, or a few statements, that give each answer a request id. */
  public String requestId(String packageName, String className) {
    return rendered(
        kit.requestId(), context(new Shape(packageName, className, false, false, true)));
  }

  /**
   * An expression that uses a class of {@link #answers(Shape, List)} or {@link #requestId}, around
   * {@link #target}.
   *
   * @param template of the kit's spot
   */
  public String use(String template, String className) {
    return sentence(template, context(new Shape("", className, false, false, true)));
  }

  /**
   * An expression for an exception that the framework answers with the status, with full names;
   * empty if it has none.
   *
   * @param detail an expression for what the caller is told; empty for none
   * @param cause an expression for the exception behind it; empty for none
   */
  public String refusal(int status, String detail, String cause) {
    Map<String, Object> context = context(Shape.OF_REMEDY);
    context.put("status", status);
    context.put("constant", kit.constant(status, Status.reason(status)));
    context.put("reason", Status.reason(status));
    context.put("detail", detail);
    context.put("cause", cause);
    return sentence(kit.refusal(status), context);
  }

  /** A sentence with placeholders. */
  static String sentence(String template, Map<String, Object> context) {
    return MUSTACHE.compile(template).execute(context);
  }

  private static String rendered(String template, Map<String, Object> context) {
    return JavaText.tidied(MUSTACHE.compile(template).execute(context));
  }

  /** Whether the framework's base class keeps the status that the exception asks for. */
  public boolean isCovered(Mapping mapping) {
    return mapping.declared() && kit.covers(mapping.exception(), traits);
  }

  /** Whether others must see the exception. */
  public boolean isRethrown(Mapping mapping) {
    return mapping.declared() && kit.rethrows(mapping.exception());
  }

  private Map<String, Object> context(Shape shape) {
    Map<String, Object> context = new HashMap<>();
    traits.forEach(trait -> context.put(trait, true));
    context.put("target", target.isEmpty() ? sentence(kit.target(), context) : target);
    context.put("placed", !target.isEmpty());
    context.put("package", shape.packageName());
    context.put("class", shape.className());
    context.put("first", shape.first());
    context.put("unexpected", shape.unexpected());
    context.put("id", shape.id());
    context.put("servlet", namespace("servlet") + ".servlet");
    context.put("rest", namespace("rest") + ".ws.rs");
    context.put("inject", namespace("inject") + ".inject");
    return context;
  }

  private String namespace(String of) {
    return traits.contains("jakarta-" + of) ? "jakarta" : "javax";
  }

  /** Those of one kind are answered by one method. */
  public Object kind(Mapping mapping) {
    return Arrays.asList(
        mapping.status(), mapping.doubtful(), mapping.broad(), message(mapping), carries(mapping));
  }

  private List<Map<String, Object>> groups(
      List<Mapping> mappings, Function<Mapping, ?> key, Names names) {
    Map<Object, List<Mapping>> kinds =
        mappings.stream()
            .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    List<Map<String, Object>> groups = new ArrayList<>();
    kinds.values().forEach(group -> groups.add(group(group, names)));
    return groups;
  }

  private Map<String, Object> group(List<Mapping> group, Names names) {
    Mapping first = group.get(0);
    String reason = Status.reason(first.status());
    String simple = Names.simple(first.exception());
    List<String> types =
        group.stream().map(Mapping::exception).distinct().map(names::type).toList();
    Map<String, Object> context = new HashMap<>();
    context.put("type", types.get(0));
    context.put("classes", classes(types));
    context.put("method", names.member(Names.camel(types.size() == 1 ? simple : reason)));
    context.put("mapper", names.member(simple + "Mapper"));
    context.put("status", first.status());
    context.put("reason", reason);
    context.put("constant", kit.constant(first.status(), reason));
    context.put("message", message(first));
    context.put("carries", carries(first));
    context.put("server", first.status() >= 500);
    context.put("retry", first.status() == 503 || first.status() == 429);
    context.put("doubtful", first.doubtful());
    context.put("broad", first.broad());
    return context;
  }

  /** The value of an annotation, on several lines if one would be long. */
  private static String classes(List<String> types) {
    List<String> all = types.stream().map(type -> type + ".class").toList();
    String line = String.join(", ", all);
    if (types.size() == 1) {
      return line;
    }
    return line.length() < LONG
        ? "{" + line + "}"
        : "{\n    " + String.join(",\n    ", all) + "\n  }";
  }

  /**
   * Whether its message is for the caller: the project's own exceptions say what is wrong with the
   * request, and so do some others.
   */
  public boolean message(Mapping mapping) {
    boolean own = !ownPackages.isEmpty() && mapping.exception().startsWith(ownPackages + ".");
    return mapping.status() < 500 && (own || kit.told().contains(mapping.exception()));
  }

  private String carries(Mapping mapping) {
    return mapping.declared() ? kit.carries().getOrDefault(mapping.exception(), "") : "";
  }
}
