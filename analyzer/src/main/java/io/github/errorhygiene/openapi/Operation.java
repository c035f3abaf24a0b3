package io.github.errorhygiene.openapi;

import java.util.List;

/**
 * One operation.
 *
 * @param method upper case
 * @param path with variables in braces, without the server's part
 * @param id {@code operationId}, or what generators make of method and path if there is none
 * @param tags may be empty
 * @param parameters those of the path first, then the operation's own, then the body or the form's
 *     fields
 * @param responses the keys of its responses as they are written: {@code 200}, {@code 4XX}, {@code
 *     default}
 */
public record Operation(
    String method,
    String path,
    String id,
    List<String> tags,
    List<Parameter> parameters,
    List<String> responses) {
  public Operation {
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
    HEADER,
    COOKIE,
    FORM,
    BODY
  }
}
