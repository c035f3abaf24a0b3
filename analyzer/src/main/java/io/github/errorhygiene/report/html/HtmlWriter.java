package io.github.errorhygiene.report.html;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML that is well nested and in which text stays text.
 *
 * <p>There is no way to write markup from data: texts and attribute values are escaped, attributes
 * that run code or carry style are refused, and links lead only to this page, to http(s) addresses,
 * or to inline images. A refusal is a mistake of the caller and throws {@link
 * IllegalArgumentException}; an {@link IOException} of the destination arrives as {@link
 * UncheckedIOException}.
 */
public final class HtmlWriter {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
  private static final Pattern SAFE_LINK = Pattern.compile("#\\S*|https?://\\S+|data:image/\\S+");
  private static final Set<String> VOID = Set.of("br", "hr", "input", "link", "meta", "wbr");

  /** Elements after which a line may end without a visible space. */
  private static final Set<String> BLOCKS =
      Set.of(
          "article", "body", "details", "div", "dl", "footer", "h1", "h2", "h3", "h4", "h5", "head",
          "header", "html", "li", "link", "main", "meta", "nav", "ol", "option", "p", "pre",
          "script", "section", "style", "summary", "table", "tbody", "thead", "title", "tr", "ul");

  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();

  public HtmlWriter(Appendable out) {
    this.out = out;
  }

  /** Writes the document type. */
  @CanIgnoreReturnValue
  public HtmlWriter doctype() {
    return write("<!DOCTYPE html>\n");
  }

  /**
   * Opens an element; void elements such as {@code meta} are complete at once.
   *
   * @param attributes names and values in turn; a null value leaves the attribute out, an empty one
   *     suits a boolean attribute
   */
  @CanIgnoreReturnValue
  public HtmlWriter open(String tag, @Nullable String... attributes) {
    requireName(tag);
    write("<").write(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(String.valueOf(attributes[i]), attributes[i + 1]);
    }
    write(">");
    if (VOID.contains(tag)) {
      return endOfLine(tag);
    }
    open.push(tag);
    return this;
  }

  /**
   * Closes the innermost open element.
   *
   * @param tag the element that the caller believes is open; checked
   */
  @CanIgnoreReturnValue
  public HtmlWriter close(String tag) {
    String innermost = open.poll();
    if (!tag.equals(innermost)) {
      throw new IllegalArgumentException(
          "cannot close " + tag + " while " + innermost + " is open");
    }
    return write("</").write(tag).write(">").endOfLine(tag);
  }

  /** An element with nothing but text in it; attributes as in {@link #open}. */
  @CanIgnoreReturnValue
  public HtmlWriter element(String tag, String text, @Nullable String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Text, escaped. */
  @CanIgnoreReturnValue
  public HtmlWriter text(String text) {
    return write(escape(text));
  }

  /**
   * A {@code style} or {@code script} element, whose content HTML does not unescape.
   *
   * @param content written as it is; must not be able to end the element or to open a comment
   */
  @CanIgnoreReturnValue
  public HtmlWriter rawElement(String tag, String content) {
    if (!tag.equals("style") && !tag.equals("script")) {
      throw new IllegalArgumentException("not a raw text element: " + tag);
    }
    if (content.toLowerCase(Locale.ROOT).contains("</" + tag) || content.contains("<!--")) {
      throw new IllegalArgumentException("content would end the " + tag + " element");
    }
    return open(tag).write(content).close(tag);
  }

  /** Checks that every element is closed. */
  public void finish() {
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("still open: " + open);
    }
  }

  private void attribute(String name, @Nullable String value) {
    requireName(name);
    if (value == null) {
      return;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("on")
        || lower.equals("style")
        || lower.equals("src")
        || lower.equals("srcdoc")) {
      throw new IllegalArgumentException("attribute not allowed: " + name);
    }
    if (lower.equals("href") && !isSafeLink(value)) {
      throw new IllegalArgumentException("link not allowed: " + value);
    }
    write(" ").write(name).write("=\"").write(escape(value)).write("\"");
  }

  /** Whether {@code href} may have this value. */
  public static boolean isSafeLink(String href) {
    return SAFE_LINK.matcher(href).matches();
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name: " + name);
    }
  }

  private HtmlWriter endOfLine(String tag) {
    return BLOCKS.contains(tag) ? write("\n") : this;
  }

  @CanIgnoreReturnValue
  private HtmlWriter write(String markup) {
    try {
      out.append(markup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /**
   * Safe between tags and in double or single quotes; characters that a page cannot hold or that
   * hide others become visible.
   */
  static String escape(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      return text; // nearly always: worth the look
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, plain);
    text.substring(plain).codePoints().forEach(c -> escape(c, escaped));
    return escaped.toString();
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
  }

  private static void escape(int c, StringBuilder to) {
    switch (c) {
      case '&' -> to.append("&amp;");
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '"' -> to.append("&quot;");
      case '\'' -> to.append("&#39;");
      case '\t', '\n' -> to.append((char) c);
      default -> escapeUnusual(c, to);
    }
  }

  private static void escapeUnusual(int c, StringBuilder to) {
    if (reordersText(c)) {
      to.append(String.format(Locale.ROOT, "[U+%04X]", c));
    } else if (Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || (c & 0xFFFE) == 0xFFFE) {
      to.append('\uFFFD');
    } else {
      to.appendCodePoint(c);
    }
  }

  /**
   * Bidirectional controls let source text look different from what a compiler reads
   * (CVE-2021-42574).
   */
  private static boolean reordersText(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
