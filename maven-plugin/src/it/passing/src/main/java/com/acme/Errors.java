package com.acme;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
public class Errors {
  @ExceptionHandler(OrderMissing.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  public Map<String, String> missing(OrderMissing e) {
    return Map.of("message", e.getMessage(), "requestId", UUID.randomUUID().toString());
  }
}
