package io.github.errorhygiene.web;

import java.util.SortedSet;
import java.util.TreeSet;

/** JSON that a program writes as text. */
final class JsonText {
  private final String text;
  private final SortedSet<String> keys = new TreeSet<>();
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /** Names of the members of the object that the text is or begins; empty if it is none. */
  static SortedSet<String> keys(String text) {
    JsonText json = new JsonText(text.strip());
    if (json.text.startsWith("{")) {
      json.read();
    }
    return json.keys;
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        string();
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
  }

  private void string() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    int end = Math.min(at++, text.length());
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (depth == 1 && next < text.length() && text.charAt(next) == ':') {
      keys.add(text.substring(start, end));
    }
  }
}
