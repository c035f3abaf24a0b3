package com.acme.shop.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class PaymentService {
  private final Gateway gateway = new Gateway();

  public Payment charge(long order, Card card) {
    Payment payment = gateway.post(order, card);
    if (payment.declined()) {
      throw new PaymentDeclined(order);
    }
    return payment;
  }

  public byte[] receipt(long id, String format) {
    Path file = Path.of("receipts", id + "." + format);
    if (!Files.exists(file)) {
      throw new ReceiptNotFound(id);
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
