package com.acme.shop.order;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.CONFLICT)
public class OrderClosed extends RuntimeException {
  public OrderClosed(long id) {
    super("order " + id + " is closed");
  }
}
