package shop;

import org.springframework.web.bind.annotation.*;

@RestController
class Orders {
  @GetMapping("/orders/{id}")
  String order(@PathVariable("id") long id) throws OrderMissing {
    throw new OrderMissing("no order " + id);
  }
}
