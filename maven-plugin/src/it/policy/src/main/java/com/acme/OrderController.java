package com.acme;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrderController {
  @GetMapping("/orders/{id}")
  public String order(@PathVariable("id") long id) throws OrderMissing {
    if (id > 100) {
      throw new OrderMissing(id);
    }
    return "order " + id;
  }

  @GetMapping("/old-orders/{id}")
  // error-hygiene:off uncaught-exception – old clients know 500 only
  public String oldOrder(@PathVariable("id") long id) throws OrderMissing {
    throw new OrderMissing(id);
  }
}
