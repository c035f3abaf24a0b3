package io.github.errorhygiene.remedy;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.remedy.Code.Shape;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Remedy;
import io.github.errorhygiene.rule.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of each finding how to mend it, and which request provokes it. */
public final class Remedies {
  private static final Map<String, String> TEXTS = Data.map(Data.read("rules"));
  private static final Map<String, String> FAULTS = Data.map(Data.read("faults"));

  /** Rules of which no request shows anything: what they complain of never runs. */
  private static final Set<String> NEVER_SEEN = Set.of("unreachable-boundary");

  private final Application application;
  private final String ownPackages;
  private final Ambiguity ambiguity;

  private Remedies(Application application) {
    this.application = application;
    this.ownPackages = OwnPackages.of(application);
    this.ambiguity = new Ambiguity(application, ownPackages);
  }

  /** The findings with what mends and provokes them, in the same order. */
  public static List<Finding> added(List<Finding> findings, Application application) {
    Remedies remedies = new Remedies(application);
    return findings.stream().map(remedies::added).toList();
  }

  /**
   * Whether an exception only means that something was not asked for, so that no boundary should
   * answer for all of its kind.
   */
  public static boolean isFault(String exception) {
    return FAULTS.containsKey(exception);
  }

  private Finding added(Finding finding) {
    Subject subject = Subject.of(finding, application);
    String request = NEVER_SEEN.contains(finding.rule()) ? "" : Requests.provoking(subject);
    return finding.withRemedy(request, remedy(finding, subject));
  }

  private Remedy remedy(Finding finding, Subject subject) {
    Optional<Kit> kit = Kit.of(subject.framework());
    String template = text(finding, subject, kit.orElse(null));
    if (template.isEmpty()) {
      return Remedy.NONE;
    }
    return new Remedy(
        Code.sentence(template, words(subject)),
        kit.map(known -> code(finding, subject, known)).orElse(""));
  }

  private String text(Finding finding, Subject subject, @Nullable Kit kit) {
    if (isAboutFault(finding)) {
      return FAULTS.getOrDefault(finding.exception(), "");
    }
    if (isMisused(subject)) {
      return TEXTS.getOrDefault("misused", "");
    }
    String outside = kit == null ? "" : outside(finding, subject, kit);
    if (!outside.isEmpty()) {
      return outside;
    }
    if (isAmbiguous(finding, subject)) {
      return TEXTS.getOrDefault("ambiguous", "");
    }
    if (finding.rule().equals("wrong-status") && subject.failures().isEmpty()) {
      return TEXTS.getOrDefault("wrong-status/unexpected", "");
    }
    Map<String, String> own = kit == null ? Map.of() : kit.texts();
    Boundary boundary = subject.boundary();
    String kind = boundary == null ? "" : kind(boundary);
    String special = finding.rule() + "/" + (subject.isEnvelope() ? "envelope" : kind);
    String common = TEXTS.getOrDefault(special, own.getOrDefault(finding.rule(), ""));
    String text = own.getOrDefault(special, common);
    return text.isEmpty() ? TEXTS.getOrDefault(finding.rule(), "") : text;
  }

  /**
   * What is said where nobody was asked who answers exceptions: it arises in a filter, around all
   * of them, and is no matter of theirs. Empty elsewhere, or if there is nothing to say.
   */
  private static String outside(Finding finding, Subject subject, Kit kit) {
    boolean outside =
        !subject.failures().isEmpty()
            && subject.failures().stream()
                .allMatch(failure -> failure.isUncaught() && failure.candidates().isEmpty());
    return outside ? kit.texts().getOrDefault(finding.rule() + "/outside", "") : "";
  }

  private static boolean isAboutFault(Finding finding) {
    return isMapped(finding) && isFault(finding.exception());
  }

  private static boolean isMapped(Finding finding) {
    return finding.rule().equals("uncaught-exception") || finding.rule().equals("wrong-status");
  }

  /** A clause for everything must not answer everything with the status of one failure. */
  private static String kind(Boundary boundary) {
    boolean all = boundary.kind() == Boundary.Kind.CATCH && boundary.catchesAll();
    return all ? "catch-all" : boundary.kind().label();
  }

  /**
   * The framework says by an exception of the JDK that it is used wrongly: the parameter is to be
   * mended, and what else throws such an exception is another matter.
   */
  private static boolean isMisused(Subject subject) {
    return !subject.failures().isEmpty()
        && subject.failures().stream().allMatch(Remedies::isMisuse);
  }

  /** Whether the framework refuses a parameter that cannot take what is missing. */
  public static boolean isMisuse(Failure failure) {
    return failure.raisedBy() == RaisedBy.FRAMEWORK
        && failure.exception().equals("java.lang.IllegalStateException");
  }

  /** Whether who answers the exception cannot tell what is meant. */
  private boolean isAmbiguous(Finding finding, Subject subject) {
    Boundary boundary = subject.boundary();
    boolean told = boundary != null && boundary.kind() == Boundary.Kind.DECLARED_STATUS;
    return isMapped(finding)
        && finding.fits() != 0
        && (!told || finding.rule().equals("uncaught-exception"))
        && !subject.isEnvelope()
        && mappings(subject).stream().anyMatch(each -> ambiguity.isAbout(each, boundary));
  }

  private Map<String, Object> words(Subject subject) {
    Boundary boundary = subject.boundary();
    String name = boundary == null ? "" : boundary.name();
    return Map.of(
        "answered",
        listed(subject.failures().stream().map(Mapping::of).map(Remedies::status).toList()),
        "exceptions",
        listed(mappings(subject).stream().map(m -> Names.simple(m.exception())).toList()),
        "boundary",
        name,
        "class",
        name.replaceFirst("#.*", ""));
  }

  private static String status(Mapping mapping) {
    return mapping.doubtful()
        ? "with the status that fits"
        : mapping.status() + " " + Status.reason(mapping.status());
  }

  private static String listed(List<String> words) {
    List<String> all = words.stream().distinct().toList();
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }

  private String code(Finding finding, Subject subject, Kit kit) {
    if (subject.isEnvelope() || isMisused(subject) || isAmbiguous(finding, subject)) {
      return "";
    }
    Code code = new Code(kit, application.traits(), ownPackages);
    return switch (finding.rule()) {
      case "missing-request-id" -> code.requestId("", "RequestIdFilter");
      case "uncaught-exception" ->
          outside(finding, subject, kit).isEmpty() ? code(subject, code) : "";
      case "stolen-status" -> code(subject, code);
      case "wrong-status" -> isHandled(subject) ? code(subject, code) : "";
      default -> "";
    };
  }

  private static String code(Subject subject, Code code) {
    List<Mapping> mappings = mappings(subject);
    return mappings.isEmpty() ? "" : code.answers(Shape.OF_REMEDY, mappings);
  }

  /** Another handler can take it; a catch block must be changed itself. */
  private static boolean isHandled(Subject subject) {
    Boundary boundary = subject.boundary();
    return boundary != null
        && (boundary.kind() == Boundary.Kind.HANDLER || boundary.kind() == Boundary.Kind.FRAMEWORK);
  }

  private static List<Mapping> mappings(Subject subject) {
    return subject.failures().stream()
        .filter(failure -> !failure.exception().isEmpty() && !isFault(failure.exception()))
        .map(Mapping::of)
        .collect(
            Collectors.toMap(Mapping::exception, Function.identity(), (a, b) -> a, TreeMap::new))
        .values()
        .stream()
        .toList();
  }
}
