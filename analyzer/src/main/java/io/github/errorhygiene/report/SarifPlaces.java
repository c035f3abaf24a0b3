package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Places and texts in SARIF's terms. */
final class SarifPlaces {
  /** The name that viewers and code scanning services know for the root of the sources. */
  private static final String BASE = "%SRCROOT%";

  /**
   * RFC 3986 section 3.3: what may stand in a path segment besides letters and digits; {@code :}
   * only after a first segment.
   */
  private static final String PLAIN = "/-._~!$&'()*+,;=@";

  private SarifPlaces() {}

  /** The base is named and not located: an absolute path would differ from machine to machine. */
  static void bases(JsonOut json) throws IOException {
    json.object(
        BASE,
        base ->
            base.object(
                "description", text -> text.put("text", "The root of the analysed sources")));
  }

  /** The members of a location object. */
  static void location(JsonOut json, Place place) throws IOException {
    location(json, place.file(), new Position(place.line(), place.column()));
  }

  /** Likewise, without a region if the whole file is meant. */
  static void location(JsonOut json, Gap gap) throws IOException {
    location(json, gap.file(), gap.position());
  }

  private static void location(JsonOut json, String file, Position position) throws IOException {
    json.object("physicalLocation", out -> physicalLocation(out, file, position));
  }

  private static void physicalLocation(JsonOut json, String file, Position position)
      throws IOException {
    json.object("artifactLocation", out -> out.put("uri", encoded(file)).put("uriBaseId", BASE));
    if (position.line() > 0) {
      json.object("region", out -> region(out, position));
    }
  }

  /**
   * One character wide: code scanning services want an end, and show alerts only where all lines of
   * the region changed.
   */
  private static void region(JsonOut json, Position position) throws IOException {
    json.put("startLine", position.line())
        .put("startColumn", position.column())
        .put("endLine", position.line())
        .put("endColumn", position.column() + 1);
  }

  /**
   * A text as message. Square brackets would begin a link (SARIF 2.1.0 section 3.11.6). Braces stay
   * as they are: only {@code {0}} and the like are placeholders, which no path variable is, and
   * viewers show doubled ones.
   */
  static String message(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  /** A relative path as relative URI reference (RFC 3986 section 2.1). */
  static String encoded(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) (each & 0xFF))) {
        uri.append((char) each);
      } else {
        uri.append(String.format("%%%02X", each));
      }
    }
    return uri.toString();
  }

  private static boolean isPlain(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    boolean digit = c >= '0' && c <= '9';
    return letter || digit || PLAIN.indexOf(c) >= 0;
  }
}
