package io.github.errorhygiene.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One operation.
 *
 * @param method upper case
 * @param path with variables in braces, without the server's part
 * @param id {@code operationId}, or what generators make of method and path if there is none
 * @param tags may be empty
 * @param parameters those of the path first, then the operation's own, then the body or the form's
 *     fields
 * @param consumes media types of the body, as written
 * @param produces media types of the responses that have a body, as written, without repetition
 * @param responses the keys of its responses as they are written: {@code 200}, {@code 4XX}, {@code
 *     default}
 */
public record Operation(
    String method,
    String path,
    String id,
    List<String> tags,
    List<Parameter> parameters,
    List<String> consumes,
    List<String> produces,
    List<String> responses) {
  public Operation {
    consumes = List.copyOf(consumes);
    produces = List.copyOf(produces);
    responses = List.copyOf(responses);
    tags = List.copyOf(tags);
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter, the body included.
   *
   * @param name as in the request; {@code body} for the body
   * @param required whether a request without it is wrong
   * @param defaulted whether something stands in for it
   * @param constraints simple names of the Bean Validation constraints that generators make of the
   *     schema; for a body {@code Valid} if there are any within it
   */
  public record Parameter(
      String name, In in, boolean required, boolean defaulted, List<String> constraints) {
    public Parameter {
      constraints = List.copyOf(constraints);
    }
  }

  /** Where a parameter comes from. */
  public enum In {
    PATH,
    QUERY,
    /** Several of the query, which make up an object: it is there whatever is sent. */
    QUERY_OBJECT,
    HEADER,
    COOKIE,
    FORM,
    BODY
  }

  /**
   * What is bound to each parameter of a method that implements the operation: by name first; the
   * rest, of which the body's name is not known, in the generator's order.
   *
   * @param names of the method's parameters
   * @param isAdded whether the parameter at that index is the generator's own
   * @return as long as {@code names}; null where nothing fits
   */
  public @Nullable Parameter[] bound(List<String> names, IntPredicate isAdded) {
    @Nullable Parameter[] bound = new @Nullable Parameter[names.size()];
    List<Parameter> left = new ArrayList<>(parameters);
    for (int i = 0; i < bound.length; i++) {
      String name = ApiName.key(names.get(i));
      for (Parameter parameter : parameters) {
        if (ApiName.key(parameter.name()).equals(name) && left.remove(parameter)) {
          bound[i] = parameter;
          break;
        }
      }
    }
    left.sort(Comparator.comparing(parameter -> !parameter.required()));
    for (int i = 0; i < bound.length && !left.isEmpty(); i++) {
      if (bound[i] == null && !isAdded.test(i)) {
        bound[i] = left.remove(0);
      }
    }
    return bound;
  }
}
