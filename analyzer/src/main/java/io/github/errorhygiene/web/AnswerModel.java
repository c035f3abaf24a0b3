package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.LibraryModel.Effect;
import io.github.errorhygiene.unit.Certainty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Interprets {@link AnswerRow}s. */
public final class AnswerModel {
  /** Field of an answer: its status. */
  public static final String STATUS = Escape.STATUS;

  /** Field of an answer: its body. */
  public static final String BODY = "#body";

  /** Field of an answer: the static type of a body of which nothing else is known. */
  static final String BODY_TYPE = "#bodyType";

  /** Start of the fields of an answer that are headers. */
  public static final String HEADER = "#header:";

  /** Field of an answer: a header of which the name is not known. */
  static final String UNNAMED = HEADER + "?";

  /** Field of an answer: its media type, where it is said. */
  public static final String CONTENT_TYPE = "#contentType";

  /** Field of what a handler of failures is given: the exception. */
  public static final String FAILURE = Escape.FAILURE;

  /** Field of a map of which not all keys are known. */
  public static final String MORE_KEYS = "#moreKeys";

  /** Field of an object whose fields are written, and not its properties. */
  static final String BY_FIELD = "#byField";

  /** Field of an answer without a body of its own: the container writes one ({@code sendError}). */
  static final String ERROR_PAGE = Answers.ERROR_PAGE;

  /** Field of an answer from which all headers were taken that were set before. */
  public static final String RESET = "#reset";

  /** Field of an exception that becomes a body: the names of its members, with commas between. */
  public static final String MEMBERS = "#members";

  /** Field of an answer that is left to those who answer exceptions of handlers. */
  public static final String RESOLVED = "#resolved";

  /** What methods do that many frameworks share: the Servlet API's, maps that become bodies. */
  private static final AnswerModel COMMON = AnswerRows.load(AnswerModel.class, "answers.yaml");

  private final Map<String, List<AnswerRow>> rows;

  AnswerModel(Map<String, List<AnswerRow>> rows) {
    this.rows = rows;
  }

  /** Whether an answer has a header with a request id, in whatever way it was made. */
  public static Certainty hasRequestId(Value answer, RequestIds ids) {
    List<Instance> ways = answer.instances();
    long with = ways.stream().filter(way -> mayHaveRequestId(Value.of(way), ids)).count();
    if (with == 0) {
      boolean unnamed = ways.stream().anyMatch(way -> way.fields().containsKey(UNNAMED));
      return unnamed ? Certainty.UNKNOWN : Certainty.NO;
    }
    return with == ways.size() ? Certainty.YES : Certainty.UNKNOWN;
  }

  /** Whether an answer has one in one of the ways in which it was made. */
  public static boolean mayHaveRequestId(Value answer, RequestIds ids) {
    return answer.instances().stream()
        .flatMap(instance -> instance.fields().entrySet().stream())
        .filter(field -> field.getKey().startsWith(HEADER))
        .anyMatch(field -> isRequestId(field.getKey(), field.getValue(), ids));
  }

  /**
   * By its name, or because it is one. What was made up just now may also be a token, or the key of
   * something new.
   */
  private static boolean isRequestId(String field, Value value, RequestIds ids) {
    String name = field.substring(HEADER.length());
    boolean known = !value.data().has(Trait.GENERATED) || ids.mayBeOne(name);
    return ids.isHeader(name) || (value.data().has(Trait.REQUEST_ID) && known);
  }

  /** The names of the headers that are set on an answer. */
  public static Stream<String> headers(Value answer) {
    return answer.instances().stream()
        .flatMap(instance -> instance.fields().keySet().stream())
        .filter(field -> field.startsWith(HEADER) && !field.equals(UNNAMED))
        .map(field -> field.substring(HEADER.length()));
  }

  /** The values of the headers that are set on an answer. */
  static Stream<Value> headerValues(Value answer) {
    return answer.instances().stream()
        .flatMap(instance -> instance.fields().entrySet().stream())
        .filter(field -> field.getKey().startsWith(HEADER))
        .map(Map.Entry::getValue);
  }

  /** What the methods of all these frameworks do, and those that all of them share. */
  static AnswerModel of(List<Adapter> adapters) {
    Map<String, List<AnswerRow>> all = new HashMap<>(COMMON.rows);
    for (Adapter adapter : adapters) {
      adapter.answers().rows.forEach((owner, more) -> all.merge(owner, more, AnswerModel::joined));
    }
    return new AnswerModel(all);
  }

  private static List<AnswerRow> joined(List<AnswerRow> rows, List<AnswerRow> more) {
    return Stream.concat(rows.stream(), more.stream()).distinct().toList();
  }

  @Nullable Effect call(LibraryCall call) {
    for (String owner : call.owners()) {
      for (AnswerRow row : rows.getOrDefault(owner, List.of())) {
        Effect effect = fits(row, call) ? apply(row, call) : null;
        if (effect != null) {
          return effect;
        }
      }
    }
    return null;
  }

  private static boolean fits(AnswerRow row, LibraryCall call) {
    return row.call().fits(call)
        && isOn(row, call)
        && (row.writer() == -1 || ResponseText.isWriter(writer(row, call)));
  }

  private static Value writer(AnswerRow row, LibraryCall call) {
    return row.writer() == AnswerRow.OF_RECEIVER ? call.receiver() : call.argument(row.writer());
  }

  private static boolean isOn(AnswerRow row, LibraryCall call) {
    return row.receiver().isEmpty()
        || call.receiver().instances().stream().anyMatch(i -> i.type().equals(row.receiver()));
  }

  private static @Nullable Effect apply(AnswerRow row, LibraryCall call) {
    if (!row.raises().isEmpty()) {
      return Effect.raising(Raised.by(row, call, changed(row, call, Raised.fresh(row))));
    }
    return switch (row.target()) {
      case NEW -> Effect.returning(changed(row, call, fresh(row, call)));
      case OPTIONAL -> Effect.returning(optional(row, call));
      case RECEIVER -> onReceiver(row, call);
      case MEMBER -> onMember(row, call);
      case RESPONSE -> onResponse(row, call);
      case READ -> Effect.returning(read(call));
      case FAILURE -> failure(row, call);
      case CARRIED -> Effect.returning(AnswerFields.carried(row.call().owner(), call.receiver()));
      case TEXT -> Effect.returning(text(row, call));
      case TRACE -> traced(call);
      case OVER -> Effect.returning(Value.constant(false));
      case SAME -> Effect.returning(call.receiver());
      case ENTRY -> entry(call);
      case ARGUMENT -> Effect.returning(call.argument(0));
    };
  }

  private static Value optional(AnswerRow row, LibraryCall call) {
    Value present = changed(row, call, fresh(row, call));
    Value missing = fresh(row, call).withField(STATUS, Value.constant(404));
    return call.argument(0).mayBeAbsent() ? present.join(missing) : present;
  }

  private static @Nullable Effect failure(AnswerRow row, LibraryCall call) {
    Value context = row.bodyArgument() < 0 ? call.receiver() : call.argument(row.bodyArgument());
    Value failure = context.field(row.member().isEmpty() ? FAILURE : row.member());
    return failure.isNothing() ? null : Effect.returning(failure);
  }

  /** The value of a key of a map that was made here; null if it is not known. */
  private static @Nullable Effect entry(LibraryCall call) {
    Value map = call.receiver();
    Value key = call.argument(0);
    boolean known =
        !map.open()
            && !map.instances().isEmpty()
            && map.field(MORE_KEYS).isNothing()
            && key.constant() instanceof String name
            && map.instances().stream().allMatch(i -> i.fields().containsKey(name));
    return known ? Effect.returning(map.field(String.valueOf(key.constant()))) : null;
  }

  private static Value read(LibraryCall call) {
    Value status = call.receiver().field(STATUS);
    boolean ofEnum = status.isNothing() && !call.receiver().enumConstants().isEmpty();
    Value code = ofEnum ? call.receiver() : status;
    Value codes = Value.NOTHING;
    for (int known : Statuses.of(code)) {
      codes = codes.join(Value.constant(known));
    }
    return codes.isNothing() ? Value.unknown(call.receiver().data()) : codes;
  }

  private static Value fresh(AnswerRow row, LibraryCall call) {
    boolean underConstruction =
        !call.receiver().instances().isEmpty() && call.name().equals("<init>");
    String made = row.makes().isEmpty() ? row.call().owner() : row.makes();
    String type = call.name().equals("<init>") ? call.owner() : made;
    Value object = underConstruction ? call.receiver() : Value.of(new Instance(type, Map.of()));
    for (Value argument : call.arguments()) {
      boolean exception = !argument.escapes().isEmpty();
      object = exception ? object.withField("#cause", argument) : object;
    }
    return object;
  }

  private static Effect onReceiver(AnswerRow row, LibraryCall call) {
    Value known = call.receiver().instances().isEmpty() ? fresh(row, call) : call.receiver();
    Value after = changed(row, call, known);
    Value result = fails(row, call) ? Value.NOTHING : after;
    return new Effect(result, after, null, row.passesOn(), null);
  }

  private static Effect onMember(AnswerRow row, LibraryCall call) {
    Value before = call.receiver();
    return before.instances().isEmpty()
        ? new Effect(null, null, null, row.passesOn(), null)
        : new Effect(null, changed(row, call, before), null, row.passesOn(), null);
  }

  private static Effect onResponse(AnswerRow row, LibraryCall call) {
    boolean fresh = call.answer().isNothing() || row.resets() == AnswerRow.Resets.ALL;
    Value before = fresh ? Value.of(new Instance("#answer", Map.of())) : call.answer();
    Value after = changed(row, call, before);
    Value result =
        fails(row, call)
            ? Value.NOTHING
            : row.writesBody() || row.givesWriter()
                ? ResponseText.WRITER
                : row.makes().isEmpty()
                    ? Value.GIVEN
                    : Value.of(new Instance(row.makes(), Map.of()));
    return new Effect(result, null, after, row.passesOn(), null);
  }

  private static Value text(AnswerRow row, LibraryCall call) {
    Value object = row.bodyArgument() < 0 ? call.receiver() : call.argument(row.bodyArgument());
    return ResponseText.of(
        row.byField() ? object.withField(BY_FIELD, Value.constant(true)) : object);
  }

  private static Effect traced(LibraryCall call) {
    Value trace = Value.unknown(call.receiver().data().with(Trait.STACK_TRACE));
    return new Effect(null, null, ResponseText.appended(call.answer(), trace), false, null);
  }

  /** What is behind a filter fails, always: nothing but that comes of it. */
  private static boolean fails(AnswerRow row, LibraryCall call) {
    return row.passesOn() && !call.receiver().failures().isEmpty();
  }

  private static Value changed(AnswerRow row, LibraryCall call, Value object) {
    Value after = object;
    if (row.answerArgument() >= 0) {
      after = AnswerFields.takenOver(after, call, row.answerArgument());
    }
    if (row.status() > 0) {
      after = after.withField(STATUS, Value.constant(row.status()));
    }
    int statusIndex =
        row.statusArgument() == -2 ? call.arguments().size() - 1 : row.statusArgument();
    if (statusIndex >= 0) {
      after = after.withField(STATUS, call.argument(statusIndex));
    }
    if (row.bodyArgument() >= 0 && row.bodyArgument() < call.arguments().size()) {
      Value body = ResponseText.written(call.argument(row.bodyArgument()));
      after =
          row.writer() == -1
              ? bodyOf(call, row.bodyArgument(), after, body)
              : ResponseText.appended(after, body);
    }
    if (row.resets() == AnswerRow.Resets.ALL) {
      after = after.withField(RESET, Value.constant(true));
    }
    if (row.resets() == AnswerRow.Resets.BODY) {
      after = after.withField(BODY, Value.NOTHING);
    }
    if (!row.header().isEmpty()) {
      after = after.withField(HEADER + row.header(), Value.unknown(Dependence.UNKNOWN));
    }
    if (row.contentTypeArgument() >= 0) {
      after = after.withField(CONTENT_TYPE, call.argument(row.contentTypeArgument()));
    }
    if (!row.contentType().isEmpty()) {
      after = after.withField(CONTENT_TYPE, Value.constant(row.contentType()));
    }
    if (row.writesBody()) {
      after = ResponseText.opened(after).withField(Answers.OPENED, Value.constant(call.name()));
    }
    if (row.moreKeys()) {
      after = after.withField(MORE_KEYS, Value.constant(true));
    }
    if (row.resolves()) {
      after = after.withField(RESOLVED, Value.constant(true));
    }
    if (row.errorPage()) {
      after = after.withField(ERROR_PAGE, Value.constant(true));
    }
    if (row.commits()) {
      after = after.withField(Answers.COMMITTED, Value.constant(true));
    }
    if (row.closes()) {
      after = after.withField(Answers.ENDED, Value.constant(true));
    }
    if (row.lengthArgument() >= 0 && isNone(call.argument(row.lengthArgument()))) {
      after = after.withField(Answers.WHOLE, Value.constant(true));
    }
    if (row.memberArgument() >= 0) {
      after = after.withField(row.member(), call.argument(row.memberArgument()));
    }
    after = named(after, call, row.headerArgument(), HEADER);
    after = row.members().in(after, call);
    after = row.takes().isEmpty() ? after : AnswerFields.taken(after, call, row.takes());
    return row.keyArgument() == -1 || row.members().body().isEmpty()
        ? members(after, call, row.keyArgument())
        : after.withField(BODY, members(after.field(BODY), call, row.keyArgument()));
  }

  private static boolean isNone(Value length) {
    return length.constant() instanceof Number number && number.longValue() == -1;
  }

  private static Value bodyOf(LibraryCall call, int index, Value answer, Value body) {
    String type = BodyType.of(call.argumentTypes(), index);
    Value typed = type.isEmpty() ? answer : answer.withField(BODY_TYPE, Value.constant(type));
    return typed.withField(BODY, body);
  }

  private static Value members(Value object, LibraryCall call, int key) {
    if (key >= 0) {
      return member(object, call, key);
    }
    Value after = object;
    for (int i = 0; key == AnswerRow.PAIRS && i + 1 < call.arguments().size(); i += 2) {
      after = member(after, call, i);
    }
    return after;
  }

  private static Value member(Value object, LibraryCall call, int key) {
    Value after = named(object, call, key, "");
    Value name = call.argument(key);
    boolean known = !name.open() && name.strings().size() == name.alternatives().size();
    after = known ? after : after.withField(MORE_KEYS, Value.constant(true));
    return after.dependingOn(name.data()).dependingOn(call.argument(key + 1).data());
  }

  private static Value named(Value object, LibraryCall call, int index, String prefix) {
    Value after = object;
    if (index >= 0) {
      Value named = call.argument(index);
      boolean header = prefix.equals(HEADER);
      for (String name : header ? HeaderNames.of(named) : named.strings()) {
        after = after.withField(prefix + name, call.argument(index + 1));
      }
      if (header && HeaderNames.of(named).isEmpty()) {
        after = after.withField(UNNAMED, call.argument(index + 1));
      }
    }
    return after;
  }
}
