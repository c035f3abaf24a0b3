package io.github.errorhygiene.unit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps equal texts once: names stand in many places, and each place has a text of its own when it
 * is read. For the units of one run; safe for use by several threads.
 */
public final class SharedTexts {
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /** The text of this content that was met first. */
  public String of(String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
