package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an annotation makes a container call a method again that failed.
 *
 * @param pause members that say how long it waits before; {@code backoff.delay} is a member of the
 *     annotation that is a member
 * @param grows members by which it waits in another way, if they are there
 * @param waits whether it waits if none of them is there
 * @param how it goes on if none of them is there, for people
 * @param tries member with the number of tries; null if there is none
 * @param least tries of which one is a second
 * @param only members with the exceptions after which it goes on; all if there are none
 * @param except members with those after which it does not
 * @param unless annotations of the method, or of its class, that make it wait
 */
public record Repeats(
    List<String> pause,
    List<String> grows,
    boolean waits,
    String how,
    @Nullable String tries,
    int least,
    List<String> only,
    List<String> except,
    List<String> unless) {
  /** Without any pause. */
  public static final String AT_ONCE = "at once";

  private static final Set<String> KEYS =
      Set.of("pause", "grows", "waits", "how", "tries", "least", "only", "except", "unless");

  public Repeats {
    pause = List.copyOf(pause);
    grows = List.copyOf(grows);
    only = List.copyOf(only);
    except = List.copyOf(except);
    unless = List.copyOf(unless);
  }

  static @Nullable Repeats read(YamlRow row) throws YamlException {
    if (!row.keys().contains("repeats")) {
      return null;
    }
    YamlRow repeats = row.section("repeats");
    repeats.allow(KEYS);
    String how = repeats.text("how");
    return new Repeats(
        repeats.anyTexts("pause"),
        repeats.anyTexts("grows"),
        repeats.flag("waits", true),
        how == null ? AT_ONCE : how,
        repeats.text("tries"),
        repeats.number("least", 1),
        repeats.anyTexts("only"),
        repeats.anyTexts("except"),
        repeats.anyTexts("unless"));
  }
}
