package com.acme;

public class OrderMissing extends Exception {
  public OrderMissing(long id) {
    super("no order " + id);
  }
}
