package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.OwnBoundary;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.LibraryModel.Effect;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Methods outside of the sources of which the user says what they answer. */
final class OwnCalls {
  private static final String ID_HEADER = "X-Request-Id";

  private final List<OwnBoundary> own;

  OwnCalls(List<OwnBoundary> own) {
    this.own = own.stream().filter(boundary -> !boundary.owner().isEmpty()).toList();
  }

  /** What the call does to the response if it returns nothing, else what it returns. */
  @Nullable Effect call(LibraryCall call) {
    for (OwnBoundary each : own) {
      if (each.method().equals(call.name()) && call.owners().contains(each.owner())) {
        Value answer = answer(each, call);
        return call.returnType().erasure().equals("void")
            ? new Effect(null, null, answer, false, null)
            : Effect.returning(answer);
      }
    }
    return null;
  }

  private static Value answer(OwnBoundary boundary, LibraryCall call) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put(AnswerModel.STATUS, Value.constant(boundary.status()));
    fields.put(AnswerModel.BODY, body(boundary));
    if (boundary.contentType() != null) {
      fields.put(AnswerModel.CONTENT_TYPE, Value.constant(boundary.contentType()));
    }
    if (boundary.requestId() == Certainty.YES) {
      fields.put(AnswerModel.HEADER + ID_HEADER, Value.unknown(Dependence.UNKNOWN));
    }
    String type = call.returnType().erasure();
    return Value.of(new Instance(type.isEmpty() ? "#answer" : type, fields));
  }

  private static Value body(OwnBoundary boundary) {
    Map<String, Value> members = new TreeMap<>();
    boundary.bodyKeys().forEach(key -> members.put(key, Value.unknown(Dependence.UNKNOWN)));
    return boundary.bodyKeys().isEmpty()
        ? Value.unknown(Dependence.UNKNOWN)
        : Value.of(new Instance("java.util.Map", members));
  }
}
