package com.acme.shop.payment;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.HttpServerErrorException;

@RestController
public class PaymentController {
  private final PaymentService payments;

  public PaymentController(PaymentService payments) {
    this.payments = payments;
  }

  @PostMapping("/orders/{id}/payment")
  public ResponseEntity<?> pay(@PathVariable long id, @RequestBody Card card) {
    try {
      return ResponseEntity.ok(payments.charge(id, card));
    } catch (HttpServerErrorException e) {
      return ResponseEntity.internalServerError().body("payment failed");
    }
  }

  @GetMapping("/payments/{id}/receipt")
  public byte[] receipt(@PathVariable long id, @RequestParam String format) {
    return payments.receipt(id, format);
  }
}
