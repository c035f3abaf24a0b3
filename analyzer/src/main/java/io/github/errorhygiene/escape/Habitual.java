package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Habit;
import io.github.errorhygiene.catalogue.Habits;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Expr;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Notes what calls of libraries do that no exception shows. */
final class Habitual {
  private final RequestBody requestBody;
  private final Retrying retrying;

  Habitual(Engine engine, Frame frame, LibraryCalls library) {
    this.requestBody = new RequestBody(engine, frame);
    this.retrying = new Retrying(engine, frame, library);
  }

  /**
   * What a call gives.
   *
   * @param plain evaluates it without that
   */
  Value run(LibraryCall call, Site here, Expr.@Nullable Call node, Supplier<Value> plain) {
    @Nullable Habit habit =
        Habits.bundled().mayKnow(call.name())
            ? Habits.bundled().of(call.owners(), call.name(), call.erasures())
            : null;
    Value result = retrying.run(call, habit, here, node, plain);
    return result.isNothing() ? result : requestBody.follow(call, habit, result, here);
  }
}
