package com.acme.shop.order;

import java.io.IOException;
import java.net.SocketTimeoutException;

public class StockClient {
  /** Whether the warehouse has it: "<none>" & friends included. */
  public boolean has(String article) {
    try {
      return Http.get("https://stock.internal/articles/" + article).isPresent();
    } catch (SocketTimeoutException e) {
      throw new StockTimeout(article, e);
    } catch (IOException e) {
      return false;
    }
  }
}
