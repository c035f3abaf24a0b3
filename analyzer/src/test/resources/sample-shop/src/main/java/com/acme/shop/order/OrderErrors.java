package com.acme.shop.order;

import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.*;

@RestControllerAdvice(assignableTypes = OrderController.class)
public class OrderErrors {
  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, String> missing(OrderMissing e) {
    return Map.of("code", "order-missing", "message", e.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Map<String, String> invalid(MethodArgumentNotValidException e) {
    return Map.of("code", "invalid", "request_id", RequestId.current());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  Map<String, String> duplicate(DuplicateKeyException e) {
    return Map.of("code", "duplicate", "message", e.getMessage(), "request_id", RequestId.current());
  }
}
