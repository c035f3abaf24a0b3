package io.github.errorhygiene.rule;

/** Names as people say them. */
final class Names {
  private Names() {}

  /**
   * {@code OrderMissing} of {@code com.acme.OrderMissing}, {@code Missing} of {@code
   * com.acme.Order$Missing}.
   */
  static String simple(String qualified) {
    return qualified.substring(
        Math.max(qualified.lastIndexOf('.'), qualified.lastIndexOf('$')) + 1);
  }
}
