package com.acme.shop.order;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/orders")
public class OrderController {
  private final OrderService orders;

  public OrderController(OrderService orders) {
    this.orders = orders;
  }

  @GetMapping
  public List<Order> list(@RequestParam(defaultValue = "0") String page) {
    return orders.page(Integer.parseInt(page));
  }

  @GetMapping("/{id}")
  public Order get(@PathVariable long id) {
    return orders.find(id);
  }

  @PostMapping
  public ResponseEntity<Order> place(@Valid @RequestBody NewOrder order) {
    return ResponseEntity.status(HttpStatus.CREATED).body(orders.place(order));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void cancel(@PathVariable long id) {
    orders.cancel(id);
  }
}
