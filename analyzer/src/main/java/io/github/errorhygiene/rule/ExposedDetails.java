package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Maker;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Setting;
import io.github.errorhygiene.contract.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Text that nobody wrote for the caller goes into an answer. */
final class ExposedDetails implements Rule {
  /** Most kinds of failures that a message names. */
  private static final int MOST_LABELS = 3;

  /** In words, the gravest first. */
  private static final Map<String, String> WORDS = words();

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(Answer.STACK_TRACE, "the stack trace");
    words.put(Answer.STATEMENT, "the database's message");
    words.put(Answer.TYPE, "the class name");
    words.put(Answer.ANY_MESSAGE, "the message");
    words.put(Answer.MESSAGE, "the message");
    return words;
  }

  @Override
  public String id() {
    return "exposed-details";
  }

  @Override
  public String summary() {
    return "An error answer shows text that was not written for the caller";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> judge(Application application) {
    var rows =
        Stream.concat(Row.of(application), Row.unexpected(application))
            .filter(row -> !exposed(row.failure()).isEmpty())
            .filter(row -> !isSet(row, application));
    return Stream.concat(
            application.settings().stream().map(setting -> finding(setting)),
            Group.by(ExposedDetails::key, rows).stream()
                .flatMap(group -> finding(group, application).stream()))
        .toList();
  }

  /** The framework answers so because it is told to: that is the finding. */
  private static boolean isSet(Row row, Application application) {
    return writer(row).place() == null
        && application.settings().stream()
            .flatMap(setting -> setting.exposes().stream())
            .toList()
            .containsAll(exposed(row.failure()));
  }

  private Finding finding(Setting setting) {
    String text = setting.key() + "=" + setting.value();
    String what = listed(words(new TreeSet<>(setting.exposes())));
    Step step = new Step(setting.place(), text);
    return new Finding(
        id(),
        severity(),
        text + " shows " + what + " of whatever fails to the caller",
        setting.place(),
        "",
        List.of(),
        null,
        0,
        0,
        StatusLine.of(FailureMode.UNEXPECTED.status()),
        StatusLine.of(FailureMode.UNEXPECTED.status()),
        List.of(step),
        Fingerprint.of(List.of(id(), setting.place().file(), setting.key())));
  }

  /**
   * What an answer must not show. The message of one kind of exception may be meant for a caller
   * who is to blame; that of whatever fails never is.
   */
  private static Set<String> exposed(Failure failure) {
    Answer answer = failure.answer();
    Set<String> exposed = new TreeSet<>(answer.exposes());
    Boundary boundary = failure.boundary();
    boolean clause = boundary != null && boundary.kind() == Boundary.Kind.CATCH;
    boolean any =
        clause ? exposed.contains(Answer.ANY_MESSAGE) : boundary != null && boundary.catchesAll();
    if (answer.judged() < 500 && !any) {
      exposed.remove(Answer.MESSAGE);
    }
    return exposed;
  }

  private Optional<Finding> finding(Group group, Application application) {
    Row first = group.rows().get(0);
    Writer writer = Writer.informedMaker(first) == null ? writer(first) : Writer.of(group);
    Place place = writer.place() == null ? group.anyHandler(application) : writer.place();
    return Optional.ofNullable(place).map(at -> finding(group, writer.name(), at));
  }

  private static Object key(Row row) {
    Maker maker = Writer.informedMaker(row);
    return maker == null ? writer(row).key() : maker.place();
  }

  /** What an exception carries that answers by itself is written where it is thrown. */
  private static Writer writer(Row row) {
    Failure failure = row.failure();
    Boundary boundary = failure.boundary();
    Place origin = failure.origin();
    boolean carried = boundary != null && boundary.kind() == Boundary.Kind.DECLARED_STATUS;
    return carried && origin != null
        ? new Writer("the " + Names.simple(failure.exception()) + " thrown here", origin)
        : Writer.of(row);
  }

  private Finding finding(Group group, String writer, Place place) {
    Failure failure = group.first();
    return new Finding(
        id(),
        group.severity(severity(group)),
        message(group, writer),
        place,
        group.exception(),
        group.endpoints(),
        group.origin(),
        group.status(),
        0,
        StatusLine.of(failure.answer()),
        StatusLine.withRequestId(failure.answer()),
        group.trace(),
        Fingerprint.of(List.of(id(), writer)));
  }

  /** The name of an exception as the kind of a client's mistake is a habit, if not a good one. */
  private Severity severity(Group group) {
    boolean mild =
        group.rows().stream()
            .map(Row::failure)
            .allMatch(
                failure ->
                    failure.answer().judged() / 100 == 4
                        && exposed(failure).equals(Set.of(Answer.TYPE)));
    return mild ? Severity.INFO : severity();
  }

  private static String message(Group group, String writer) {
    return writer
        + " answers "
        + group.statuses()
        + " with "
        + listed(words(group))
        + " of "
        + whose(group);
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    String others = String.join(", ", words.subList(0, last));
    return last == 0 ? words.get(0) : others + " and " + words.get(last);
  }

  private static List<String> words(Group group) {
    Set<String> exposed = new TreeSet<>();
    group.rows().forEach(row -> exposed.addAll(exposed(row.failure())));
    return words(exposed);
  }

  private static List<String> words(Set<String> exposed) {
    return WORDS.entrySet().stream()
        .filter(each -> exposed.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  /** What fails; whatever it is if everything is answered so, or nothing is known of it. */
  private static String whose(Group group) {
    List<String> labels = new ArrayList<>(group.rows().stream().map(Row::label).toList());
    labels.removeIf(String::isEmpty);
    List<String> distinct = labels.stream().sorted().distinct().toList();
    Boundary boundary = group.boundary();
    boolean any =
        (boundary != null && boundary.catchesAll())
            || group.rows().stream()
                .anyMatch(row -> row.failure().answer().exposes().contains(Answer.ANY_MESSAGE));
    return any || distinct.isEmpty() || distinct.size() > MOST_LABELS
        ? "whatever fails"
        : String.join(", ", distinct);
  }
}
