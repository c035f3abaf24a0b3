package io.github.errorhygiene.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The comments of a source file, found by their marks alone: the parser drops them. Texts in quotes
 * are no comments.
 */
final class Comments {
  private final String text;
  private final int[] lineStarts;

  Comments(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /**
   * A comment with its marks.
   *
   * @param end index behind its last letter
   */
  record Comment(String text, int start, int end) {}

  /** All, in order. */
  List<Comment> all() {
    List<Comment> comments = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = skip(i);
      if (end > i && text.charAt(i) == '/') {
        comments.add(new Comment(text.substring(i, end), i, end));
      }
      i = Math.max(end, i + 1);
    }
    return comments;
  }

  /** The line of an index, from 1. */
  int line(int index) {
    int found = Arrays.binarySearch(lineStarts, index);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an index, from 1. */
  int column(int index) {
    return index - lineStarts[line(index) - 1] + 1;
  }

  /** Whether nothing stands before it on its line. */
  boolean isFirst(Comment comment) {
    return text.substring(lineStarts[line(comment.start()) - 1], comment.start()).isBlank();
  }

  /** Where the code after an index starts, other comments left out; the end if there is none. */
  int code(int from) {
    int i = from;
    while (i < text.length()) {
      boolean blank = Character.isWhitespace(text.charAt(i));
      int end = text.charAt(i) == '/' ? skip(i) : i;
      if (!blank && end == i) {
        return i;
      }
      i = Math.max(end, i + 1);
    }
    return i;
  }

  /** Where what is annotated starts; the index itself if no annotation stands there. */
  int annotated(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == '@' && !text.startsWith("@interface", i)) {
      i = code(name(i + 1));
      if (i < text.length() && text.charAt(i) == '(') {
        i = code(closing(i));
      }
    }
    return i;
  }

  private int name(int from) {
    int i = from;
    while (i < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(i)) || text.charAt(i) == '.')) {
      i++;
    }
    return i;
  }

  /** The index behind the parenthesis that closes the one at an index. */
  private int closing(int open) {
    int depth = 0;
    int i = open;
    while (i < text.length()) {
      char letter = text.charAt(i);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      i = Math.max(skip(i), i + 1);
      if (depth == 0) {
        return i;
      }
    }
    return i;
  }

  /** The index behind the comment or literal that starts at an index; the index if none does. */
  private int skip(int i) {
    if (text.startsWith("//", i)) {
      return lineEnd(i);
    }
    if (text.startsWith("/*", i)) {
      int end = text.indexOf("*/", i + 2);
      return end < 0 ? text.length() : end + 2;
    }
    if (text.startsWith("\"\"\"", i)) {
      return closed(i + 3, "\"\"\"", text.length());
    }
    char letter = text.charAt(i);
    return letter == '"' || letter == '\'' ? closed(i + 1, String.valueOf(letter), lineEnd(i)) : i;
  }

  private int closed(int from, String mark, int limit) {
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith(mark, i)) {
        return i + mark.length();
      }
    }
    return limit;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      boolean half = text.startsWith("\r\n", i);
      if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !half)) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
