package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Envelope;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the codes of envelopes in which some applications put every answer. */
final class Envelopes {
  private static final Pattern KEY =
      Pattern.compile("((err|error|ret|result|status|http)_?)?(code|status|no)|ret|state");

  private Envelopes() {}

  /**
   * The code that a body gives, if it is one and looks like the status of an error; other numbers
   * mean what only the application knows.
   *
   * @param keys what is written of the body
   */
  static @Nullable Envelope of(Value body, SortedSet<String> keys) {
    String key = null;
    SortedSet<Integer> codes = new TreeSet<>();
    for (Known known : body.alternatives()) {
      Map.Entry<String, Value> member =
          known instanceof Instance instance ? member(instance, keys) : null;
      if (member == null) {
        return null;
      }
      key = member.getKey();
      codes.addAll(codes(member.getValue()));
    }
    if (key == null || body.open() || codes.size() != 1 || codes.first() < 400) {
      return null;
    }
    return new Envelope(key, codes.first());
  }

  private static Map.@Nullable Entry<String, Value> member(
      Instance instance, SortedSet<String> keys) {
    for (Map.Entry<String, Value> field : instance.fields().entrySet()) {
      if (keys.contains(field.getKey()) && KEY.matcher(snake(field.getKey())).matches()) {
        return field;
      }
    }
    return null;
  }

  private static String snake(String key) {
    return key.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** 0 for each that is no status. */
  private static SortedSet<Integer> codes(Value value) {
    SortedSet<Integer> codes = new TreeSet<>(Statuses.of(value));
    for (String text : value.strings()) {
      codes.add(text.matches("[45]\\d\\d") ? Integer.parseInt(text) : 0);
    }
    if (value.open() || codes.size() < value.alternatives().size()) {
      codes.add(0);
    }
    return codes;
  }
}
