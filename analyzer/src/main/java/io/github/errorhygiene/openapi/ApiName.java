package io.github.errorhygiene.openapi;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a generated interface: a tag or the first segment of the paths, and a suffix ({@code
 * SpringCodegen.addOperationToGroup}, {@code toApiName}, {@code apiNameSuffix}).
 *
 * @param stem what stands before the suffix, as {@link #key} gives it
 * @param usual whether the suffix is the generator's own, {@code Api}
 * @param delegate whether a generated controller calls it ({@code delegatePattern})
 */
public record ApiName(String stem, boolean usual, boolean delegate) {
  private static final Pattern NAME =
      Pattern.compile(
          "(\\w*?)((?:Rest)?(?:Controller|Resource|Service)?(?:Api|Controller|Resource|Service|Operations|Endpoint)(?:V\\d+)?)(Delegate)?");

  /** One of these is in every name that fits: a look for them costs less than the pattern. */
  private static final List<String> SUFFIXES =
      List.of("Api", "Controller", "Resource", "Service", "Operations", "Endpoint");

  /** Whether a class may be generated: only these names are compared with documents. */
  public static boolean fits(String simpleName) {
    for (String suffix : SUFFIXES) {
      if (simpleName.contains(suffix)) {
        return NAME.matcher(simpleName).matches();
      }
    }
    return false;
  }

  /** The parts of a name that {@link #fits}. */
  public static ApiName of(String simpleName) {
    Matcher matcher = NAME.matcher(simpleName);
    return matcher.matches()
        ? new ApiName(
            key(matcher.group(1)), matcher.group(2).contains("Api"), matcher.group(3) != null)
        : new ApiName(key(simpleName), false, false);
  }

  /** Whether the generator puts the operation into the interface of that name. */
  public boolean holds(Operation operation) {
    List<String> tags = operation.tags().isEmpty() ? List.of("default") : operation.tags();
    String[] segments = operation.path().split("/", 3);
    return tags.stream().anyMatch(tag -> key(tag).equals(stem))
        || (segments.length > 1 && key(segments[1]).equals(stem));
  }

  /**
   * Letters and digits in lower case: generators camel-case names by rules of their own, which this
   * undoes.
   */
  public static String key(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
