package io.github.errorhygiene.policy;

import io.github.errorhygiene.catalogue.OwnRows;
import io.github.errorhygiene.contract.Expectations;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.yaml.Faults;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Understands a policy file, or says all that is wrong with it. */
final class PolicyReader {
  private static final Set<String> OWN_KEYS =
      Set.of("invalid-input", "accepted", "envelope", "rules", "leave-out", "suppressions");

  private final YamlRow root;
  private final Faults faults = new Faults();

  private PolicyReader(YamlRow root) {
    this.root = root;
  }

  /**
   * The policy of a document.
   *
   * @param file its name, for complaints
   */
  static Policy read(String file, String text) throws PolicyException {
    try {
      return new PolicyReader(YamlRow.parse(file, text)).policy();
    } catch (YamlException e) {
      throw new PolicyException(List.of(String.valueOf(e.getMessage())));
    }
  }

  private Policy policy() throws PolicyException {
    check(root, PolicyReader::keys);
    RuleSettings rules = new RuleSettings();
    YamlRow ofRules = section("rules");
    check(ofRules, PolicyReader::once);
    for (String id : ofRules.keys()) {
      checkOnce(ofRules, row -> rules.add(row, id));
    }
    Expectations expectations =
        new Expectations(
            or(faults.read(root, PolicyReader::invalidInput), 422),
            accepted(section("accepted")),
            or(faults.read(root, PolicyReader::envelope), false));
    LeaveOut leaveOut = leaveOut(section("leave-out"));
    boolean reason = or(faults.read(section("suppressions"), PolicyReader::reason), false);
    OwnRows rows = OwnRows.read(root, faults);
    List<String> messages = faults.messages();
    if (!messages.isEmpty()) {
      throw new PolicyException(messages);
    }
    return new Policy(
        rules.severities(), rules.off(), rules.on(), expectations, rows, leaveOut, reason);
  }

  private static boolean keys(YamlRow row) throws YamlException {
    Set<String> keys = new TreeSet<>(OWN_KEYS);
    keys.addAll(OwnRows.SECTIONS);
    row.allow(keys);
    return true;
  }

  private static boolean once(YamlRow row) throws YamlException {
    row.once();
    return true;
  }

  private static int invalidInput(YamlRow row) throws YamlException {
    String status = row.text("invalid-input");
    if (status != null && !status.equals("422") && !status.equals("400")) {
      throw row.problem("invalid-input", "'invalid-input' can be 422 or 400, not '" + status + "'");
    }
    return row.number("invalid-input", FailureMode.INVALID_INPUT.status());
  }

  private enum Envelope {
    WRONG,
    ACCEPTED
  }

  private static boolean envelope(YamlRow row) throws YamlException {
    return row.constant("envelope", Envelope.class) == Envelope.ACCEPTED;
  }

  private enum Reason {
    OPTIONAL,
    REQUIRED
  }

  private static boolean reason(YamlRow row) throws YamlException {
    row.allow(Set.of("reason"));
    return row.constant("reason", Reason.class) == Reason.REQUIRED;
  }

  private Map<FailureMode, List<Integer>> accepted(YamlRow section) {
    check(section, PolicyReader::once);
    Map<FailureMode, List<Integer>> accepted = new TreeMap<>();
    for (String mode : section.keys()) {
      checkOnce(section, row -> accepted.put(mode(row, mode), row.numbers(mode, 200, 599)));
    }
    return accepted;
  }

  private static FailureMode mode(YamlRow row, String key) throws YamlException {
    for (FailureMode mode : FailureMode.values()) {
      if (mode.status() > 0 && key.equals(mode.label().replace(' ', '-'))) {
        return mode;
      }
    }
    throw row.unknown(key, modes());
  }

  private static Set<String> modes() {
    Set<String> modes = new TreeSet<>();
    for (FailureMode mode : FailureMode.values()) {
      if (mode.status() > 0) {
        modes.add(mode.label().replace(' ', '-'));
      }
    }
    return modes;
  }

  private LeaveOut leaveOut(YamlRow section) {
    check(section, PolicyReader::leaveOutKeys);
    return new LeaveOut(texts(section, "sources"), texts(section, "endpoints"));
  }

  private static boolean leaveOutKeys(YamlRow row) throws YamlException {
    row.allow(Set.of("sources", "endpoints"));
    return true;
  }

  private List<String> texts(YamlRow section, String key) {
    return or(faults.read(section, row -> or(row.texts(key), List.of())), List.of());
  }

  private YamlRow section(String key) {
    return or(faults.read(root, row -> row.section(key)), YamlRow.EMPTY);
  }

  /** Reads for the sake of the faults and of what the reader does. */
  private <T> void check(YamlRow row, Faults.Reader<T> reader) {
    T ignored = faults.read(row, reader);
  }

  private <T> void checkOnce(YamlRow row, Faults.Reader<T> reader) {
    T ignored = faults.readOnce(row, reader);
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
