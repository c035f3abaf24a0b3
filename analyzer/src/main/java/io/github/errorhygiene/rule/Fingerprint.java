package io.github.errorhygiene.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What stays the same when code moves: hashes of names, never of lines. */
final class Fingerprint {
  /** 128 bits: enough that no two findings of one application meet by chance. */
  private static final int BYTES = 16;

  private Fingerprint() {}

  /** 32 hexadecimal digits of SHA-256 over the parts, which are told apart. */
  static String of(List<String> parts) {
    byte[] text = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Arrays.copyOf(sha256().digest(text), BYTES));
  }

  /** For the n-th finding, from 1, with an equal fingerprint; the first keeps it. */
  static String occurrence(String fingerprint, int n) {
    return n == 1 ? fingerprint : of(List.of(fingerprint, String.valueOf(n)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
