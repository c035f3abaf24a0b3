package io.github.errorhygiene.micronaut;

/** Names of Micronaut's types. */
final class Names {
  static final String HTTP = "io.micronaut.http.annotation.";
  static final String CONTROLLER = HTTP + "Controller";
  static final String ERROR = HTTP + "Error";
  static final String STATUS = HTTP + "Status";
  static final String EXCEPTION_HANDLER = "io.micronaut.http.server.exceptions.ExceptionHandler";
  static final String HTTP_STATUS_EXCEPTION = "io.micronaut.http.exceptions.HttpStatusException";

  private Names() {}

  static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
