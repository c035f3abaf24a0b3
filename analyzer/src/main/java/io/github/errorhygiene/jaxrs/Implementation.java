package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.jaxrs.Input.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A runtime of JAX-RS: what the specification leaves open.
 *
 * @param unmapped what is answered for an exception that nobody maps
 * @param late the same for what a {@code CompletionStage} fails with; null: no other
 * @param otherwise the same for some exceptions
 * @param unknown what is answered for a path that there is not, if nobody maps the exception; null:
 *     what the exception says
 * @param failing what is answered where a mapper fails
 * @param empty what the server writes for an error without a body; null: nothing
 * @param unwraps exceptions whose cause is looked at where nobody maps them
 * @param causes where nobody maps an exception, its cause is the answer if it is one
 * @param stages what the failure of a {@code CompletionStage} is wrapped in when mappers are asked;
 *     null: nothing
 * @param mappers what it maps by itself
 * @param conversions what it throws where a parameter cannot be converted, and its answer
 * @param ofTypes the same for parameters of some types, by the types
 * @param violations what it throws for what Bean Validation refuses, and its answer
 * @param unreadable what it throws for a body that cannot be read
 * @param guard what it answers callers who may not; empty: it does not look at roles
 * @param permitAllAsks {@code @PermitAll} lets in everybody who says who he is, and nobody else
 * @param textual methods that return a text produce {@code text/plain} unless they say otherwise
 * @param absent status of an empty {@code Optional} that a method returns; 0 if it is nothing else
 *     than no content
 * @param root path below which the server runs, by the settings; empty if they do not say
 * @param path that of resources without {@code @ApplicationPath}, by the settings
 * @param ownMappers the classes that give answers which it maps by itself
 * @param implied parameters without annotations are what the path calls by their name, or beans of
 *     parameters if a field of their class binds one
 * @param foreign it does not take for an answer what its client throws
 */
record Implementation(
    String name,
    BuiltIn unmapped,
    @Nullable BuiltIn late,
    List<BuiltIn> otherwise,
    @Nullable BuiltIn unknown,
    BuiltIn failing,
    @Nullable Page empty,
    List<String> unwraps,
    boolean causes,
    @Nullable String stages,
    List<BuiltIn> mappers,
    Map<Kind, BuiltIn> conversions,
    Map<String, BuiltIn> ofTypes,
    Map<Kind, BuiltIn> violations,
    List<Unreadable> unreadable,
    List<Guard> guard,
    boolean permitAllAsks,
    boolean textual,
    int absent,
    boolean implied,
    boolean foreign,
    Set<String> ownMappers,
    String root,
    String path) {
  /**
   * A body that cannot be read.
   *
   * @param status that the exception carries; 0 if none
   * @param summary what is wrong, in a few words
   * @param unmapped what is answered if nobody maps it; null: as for any other exception
   */
  record Unreadable(String exception, int status, String summary, @Nullable BuiltIn unmapped) {}

  /**
   * What becomes of callers who may not.
   *
   * @param askedBy annotations of which one must be there; empty: it holds for all that is guarded
   */
  record Guard(BuiltIn refusal, List<String> askedBy) {
    Guard {
      askedBy = List.copyOf(askedBy);
    }
  }

  Implementation {
    otherwise = List.copyOf(otherwise);
    ownMappers = Set.copyOf(ownMappers);
    guard = List.copyOf(guard);
    unwraps = List.copyOf(unwraps);
    mappers = List.copyOf(mappers);
    conversions = Map.copyOf(conversions);
    ofTypes = Map.copyOf(ofTypes);
    violations = Map.copyOf(violations);
    unreadable = List.copyOf(unreadable);
  }

  /** What it throws for a parameter of that kind that Bean Validation refuses. */
  @Nullable BuiltIn violation(Kind kind) {
    return violations.getOrDefault(kind, violations.get(Kind.OTHER));
  }
}
