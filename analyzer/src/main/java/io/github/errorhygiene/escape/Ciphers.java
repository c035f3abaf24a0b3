package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Expr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ciphers that were told to encrypt: whatever text they are given they can, so that what fails then
 * is the machine, and not the text. Only what is decrypted may be malformed.
 */
final class Ciphers {
  private static final String TYPE = "javax.crypto.Cipher";

  /** {@code Cipher.ENCRYPT_MODE} and {@code Cipher.WRAP_MODE}. */
  private static final Set<Object> ENCRYPTING = Set.of(1, 3);

  private Ciphers() {}

  /** Notes what a cipher was told, after the call. */
  static void learn(Expr.Call node, LibraryCall call, State state, Frame frame) {
    @Nullable Path key = key(node, frame);
    if (key != null && call.name().equals("init") && call.owner().equals(TYPE)) {
      Object mode = call.argument(0).constant();
      boolean encrypts = mode != null && ENCRYPTING.contains(mode);
      state.set(key, encrypts ? Value.GIVEN : Value.NOTHING);
    }
  }

  /** Whether a call has a cipher encrypt something. */
  static boolean encrypts(Expr.Call node, LibraryCall call, Frame frame) {
    @Nullable Path key = call.owner().equals(TYPE) ? key(node, frame) : null;
    return key != null && !call.name().equals("init") && !frame.get(key, Value.NOTHING).isNothing();
  }

  private static @Nullable Path key(Expr.Call node, Frame frame) {
    @Nullable Object cipher =
        node.receiver() == null ? null : Paths.key(node.receiver(), frame.body());
    return cipher == null ? null : Path.of(cipher, ".encrypts");
  }
}
