package io.github.errorhygiene.web;

import java.util.Map;

/** Replaces <code>${key:default}</code> as Spring and Micronaut do. */
public final class Placeholders {
  /** Spring gives up on circles; nothing honest is as deep. */
  private static final int DEEPEST = 16;

  private final Map<String, String> properties;

  public Placeholders(Map<String, String> properties) {
    this.properties = properties;
  }

  /** The text with all placeholders replaced of which a value or default is known. */
  public String resolve(String text) {
    return resolve(text, 0);
  }

  private String resolve(String text, int depth) {
    int start = text.indexOf("${");
    int end = start < 0 || depth > DEEPEST ? -1 : end(text, start + 2);
    if (end < 0) {
      return text;
    }
    String placeholder = text.substring(start, end + 1);
    String value = value(text.substring(start + 2, end), placeholder, depth + 1);
    return text.substring(0, start) + value + resolve(text.substring(end + 1), depth);
  }

  private String value(String inner, String placeholder, int depth) {
    String name = resolve(inner, depth);
    String whole = properties.get(name);
    if (whole != null) {
      return resolve(whole, depth);
    }
    int colon = name.indexOf(':');
    if (colon < 0) {
      return placeholder;
    }
    String value = properties.get(name.substring(0, colon));
    return value == null ? name.substring(colon + 1) : resolve(value, depth);
  }

  /** The brace that closes the one before {@code from}; -1 if none does. */
  private static int end(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
