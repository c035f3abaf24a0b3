package example;

import jakarta.servlet.*;
import jakarta.servlet.http.*;
import java.io.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.slf4j.*;
import org.springframework.http.*;
import org.springframework.stereotype.*;
import org.springframework.validation.annotation.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.*;
import org.springframework.web.filter.*;
import org.springframework.web.server.*;
import org.springframework.web.servlet.mvc.method.annotation.*;

@RestController
class Orders {
  private final Map<Long, Order> orders = new ConcurrentHashMap<>();

  @GetMapping("/orders/{id}")
  Order get(@PathVariable long id) {
    Order order = orders.get(id);
    if (order == null) {
      throw new OrderMissing(id);
    }
    return order;
  }
}

record Order(long id, String customer) {}

class OrderMissing extends RuntimeException {
  OrderMissing(long id) {
    super("no order " + id);
  }
}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  ProblemDetail missing(OrderMissing e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }
}
