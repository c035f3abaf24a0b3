package shop;

class OrderMissing extends Exception {
  OrderMissing(String message) {
    super(message);
  }
}
