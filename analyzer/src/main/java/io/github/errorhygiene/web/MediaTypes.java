package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Media types of bodies. */
public final class MediaTypes {
  private static final Map<String, String> BY_BODY =
      Map.of(
          "java.lang.String", "text/plain",
          "java.lang.CharSequence", "text/plain",
          "byte[]", "application/octet-stream",
          "org.springframework.core.io.Resource", "application/octet-stream",
          "org.springframework.http.ProblemDetail", "application/problem+json");

  /** First words of the names of constants for media types: the registered top-level types. */
  private static final Set<String> KINDS =
      Set.of("application", "audio", "image", "multipart", "text", "video");

  /** Names of constants that say the kind behind the form, or not: Guava's and Armeria's. */
  private static final Map<String, String> BARE =
      Map.of(
          "html", "text/html",
          "json", "application/json",
          "octet_stream", "application/octet-stream",
          "plain_text", "text/plain",
          "xml", "application/xml");

  private MediaTypes() {}

  /** What a body of that type is sent as to a client who accepts anything. */
  public static String ofBody(String type) {
    return BY_BODY.getOrDefault(type, "application/json");
  }

  /**
   * The media type that a value names, without parameters: a text, or a constant such as {@code
   * APPLICATION_PROBLEM_JSON}; null if it names none or several.
   */
  static @Nullable String named(Value value) {
    if (value.open() || value.alternatives().size() != 1) {
      return null;
    }
    Known known = value.alternatives().iterator().next();
    if (known instanceof Known.Constant constant && constant.value() instanceof String text) {
      return text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
    return known instanceof Known.EnumConstant constant ? ofConstant(constant.name()) : null;
  }

  private static @Nullable String ofConstant(String name) {
    String bare = BARE.get(name.toLowerCase(Locale.ROOT).replaceAll("_utf_8$", ""));
    return bare == null ? ofWords(name) : bare;
  }

  private static @Nullable String ofWords(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).replaceAll("_type$", "").split("_", 2);
    if (words.length < 2 || !KINDS.contains(words[0])) {
      return null;
    }
    String subtype =
        words[1].startsWith("problem_")
            ? words[1].replace('_', '+')
            : words[1].replace("utf8", "").replace('_', '-').replaceAll("-$", "");
    return words[0] + "/" + subtype;
  }
}
