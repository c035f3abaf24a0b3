package com.acme.shop.order;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class OrderService {
  private final OrderRepository repository;
  private final StockClient stock;

  public OrderService(OrderRepository repository, StockClient stock) {
    this.repository = repository;
    this.stock = stock;
  }

  public List<Order> page(int page) {
    return repository.findPage(page);
  }

  public Order find(long id) {
    Order order = repository.findById(id).orElseThrow(() -> new OrderMissing(id));
    if (order.lines().isEmpty()) {
      throw new IllegalStateException("order without lines: " + id);
    }
    return order;
  }

  public Order place(NewOrder order) {
    if (!stock.has(order.article())) {
      throw new OutOfStock(order.article());
    }
    return repository.insert(order);
  }

  public void cancel(long id) {
    Order order = repository.findById(id).orElseThrow(() -> new OrderMissing(id));
    if (order.closed()) {
      throw new OrderClosed(id);
    }
    repository.delete(order);
  }
}
