package io.github.errorhygiene.spring;

/** Names of Spring's types. */
final class Names {
  static final String WEB = "org.springframework.web.bind.annotation.";
  static final String CONTROLLER = "org.springframework.stereotype.Controller";
  static final String REST_CONTROLLER = WEB + "RestController";
  static final String REQUEST_MAPPING = WEB + "RequestMapping";
  static final String RESPONSE_BODY = WEB + "ResponseBody";
  static final String RESPONSE_STATUS = WEB + "ResponseStatus";
  static final String EXCEPTION_HANDLER = WEB + "ExceptionHandler";
  static final String CONTROLLER_ADVICE = WEB + "ControllerAdvice";
  static final String REST_CONTROLLER_ADVICE = WEB + "RestControllerAdvice";
  static final String RESPONSE_ENTITY = "org.springframework.http.ResponseEntity";
  static final String PROBLEM_DETAIL = "org.springframework.http.ProblemDetail";
  static final String RESPONSE_STATUS_EXCEPTION =
      "org.springframework.web.server.ResponseStatusException";
  static final String ERROR_RESPONSE = "org.springframework.web.ErrorResponse";
  static final String RESPONSE_ENTITY_EXCEPTION_HANDLER =
      "org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler";
  static final String REACTIVE_RESPONSE_ENTITY_EXCEPTION_HANDLER =
      "org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler";
  static final String NO_RESOURCE =
      "org.springframework.web.servlet.resource.NoResourceFoundException";
  static final String NOT_ACCEPTABLE =
      "org.springframework.web.HttpMediaTypeNotAcceptableException";
  static final String VALIDATED = "org.springframework.validation.annotation.Validated";

  private Names() {}

  static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
