package io.github.errorhygiene.classfile;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether inputs are the same as before. */
final class Fingerprint {
  private final MessageDigest digest = sha256();

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @CanIgnoreReturnValue
  Fingerprint add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  @CanIgnoreReturnValue
  Fingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  @CanIgnoreReturnValue
  Fingerprint add(long number) {
    return add(number + ";");
  }

  /** The fingerprint of all that was added; to be asked once. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
