package io.github.errorhygiene.idiom;

import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.Known.Answered;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import java.util.Set;

/**
 * What reactive filters do once what is behind them has answered: {@code
 * chain.filter(exchange).then(count())}. The answer was committed then, so what fails afterwards
 * changes nothing that the client sees (Spring's {@code
 * HttpWebHandlerAdapter.handleUnresolvedError} only logs it).
 */
public final class AfterAnswer {
  private static final String CHAIN = "org.springframework.web.server.WebFilterChain";

  /** Calls that add something which runs before, or is asked what becomes of the whole. */
  private static final Set<String> BEFORE =
      Set.of("as", "contextWrite", "doFirst", "doOnSubscribe", "transform", "transformDeferred");

  private AfterAnswer() {}

  /** Whether the call runs what is behind a filter. */
  public static boolean isAnswer(LibraryCall call) {
    return call.owner().equals(CHAIN) && call.name().equals("filter");
  }

  /** Whether what the call adds runs after the answer, and only if there is one. */
  public static boolean follows(LibraryCall call) {
    Value receiver = call.receiver();
    return receiver.alternatives().contains(Answered.ANSWERED)
        && receiver.isEnumerated()
        && receiver.alternatives().size() == 1
        && !BEFORE.contains(call.name());
  }

  /** The publisher of that answer, failing with this. */
  public static Value answered(Value publisher, Failures failures) {
    return Value.of(Answered.ANSWERED).withData(publisher.data()).failingOnly(failures);
  }
}
