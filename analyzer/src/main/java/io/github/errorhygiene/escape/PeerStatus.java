package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Expr;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The question whether a peer answered with success (RFC 9110 section 15.3): who throws because it
 * did not, throws for a failure of the peer. Which of its failures somebody asks for by name is for
 * that code to say.
 */
final class PeerStatus {
  /** Members of HTTP clients' responses that give the status, or say whether it is a good one. */
  private static final Pattern ASKED =
      Pattern.compile(
          "(get)?(code|status|statusCode|statusInfo|statusLine|responseCode|StatusCode"
              + "|StatusCodeValue|Status|StatusInfo|StatusLine|ResponseCode|Code|RawStatusCode)"
              + "|is(Successful|Success|Ok|Error|2xxSuccessful|4xxClientError|5xxServerError)");

  private static final Pattern OWNER =
      Pattern.compile(
          ".*(Response(Entity)?|HttpURLConnection|StatusLine|StatusType|HttpStatus(Code)?)");

  /** Constants that stand for success. */
  private static final Pattern SUCCESS =
      Pattern.compile("(SC_|HTTP_)?(OK|CREATED|ACCEPTED|NO_CONTENT|SUCCESS(FUL)?)(_\\d+)?");

  private PeerStatus() {}

  /** The result of a call, with the mark that it is a peer's status if it is one. */
  static Value asked(LibraryCall call, Value result) {
    boolean ofPeer =
        result.data().on(Cause.UPSTREAM)
            && ASKED.matcher(call.name()).matches()
            && call.owners().stream().anyMatch(owner -> OWNER.matcher(owner).matches());
    return ofPeer ? result.withData(result.data().with(Trait.PEER_STATUS)) : result;
  }

  /** The answer to a comparison: of equality with something else than success it says nothing. */
  static Value compared(Expr.Binary binary, Value answer) {
    boolean equality = binary.operator().equals("==") || binary.operator().equals("!=");
    boolean tells = !equality || isSuccess(binary.left()) || isSuccess(binary.right());
    return tells ? answer : silent(answer);
  }

  /** The answer to a question that a call asks. */
  static Value compared(Expr.Call call, Value answer) {
    boolean equality = call.name().equals("equals") && call.arguments().size() == 1;
    boolean tells =
        !equality
            || isSuccess(call.arguments().get(0))
            || (call.receiver() != null && isSuccess(call.receiver()));
    return tells ? answer : silent(answer);
  }

  private static Value silent(Value answer) {
    return answer.data().has(Trait.PEER_STATUS)
        ? answer.withData(answer.data().without(Trait.PEER_STATUS))
        : answer;
  }

  private static boolean isSuccess(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value() instanceof Integer status && (status < 400 || status >= 600);
    }
    if (expr instanceof Expr.Call call && call.receiver() != null && call.arguments().isEmpty()) {
      return isSuccess(call.receiver());
    }
    String name =
        expr instanceof Expr.Name own
            ? own.name()
            : expr instanceof Expr.Select member ? member.name() : "";
    return SUCCESS.matcher(name).matches();
  }

  /** The fields of an exception that is thrown because of the answer. */
  static Map<String, Value> blamed(Map<String, Value> fields, Condition deciding) {
    boolean refused = deciding.on().has(Trait.PEER_STATUS) && deciding.cause() == Cause.UPSTREAM;
    if (!refused || fields.containsKey(Escape.SAID)) {
      return fields;
    }
    Map<String, Value> blamed = new TreeMap<>(fields);
    blamed.put(Escape.SAID, Value.constant(FailureMode.UPSTREAM_ERROR.name()));
    return blamed;
  }
}
