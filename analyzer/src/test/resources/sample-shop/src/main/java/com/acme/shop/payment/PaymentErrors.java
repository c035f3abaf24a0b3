package com.acme.shop.payment;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.*;

@RestControllerAdvice(basePackageClasses = PaymentErrors.class)
public class PaymentErrors {
  @ExceptionHandler(Exception.class)
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  Map<String, String> any(Exception e) {
    return Map.of("error", String.valueOf(e.getMessage()), "request_id", RequestId.current());
  }
}
