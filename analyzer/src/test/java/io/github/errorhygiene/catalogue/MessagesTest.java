package io.github.errorhygiene.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  @ParameterizedTest
  @CsvSource({
    "User not found with id: , MISSING",
    "Could not find shopping cart, MISSING",
    "Couldn't find it, MISSING",
    "Order  does not exist, MISSING",
    "No user found, MISSING",
    "No such order, MISSING",
    "Email is already taken, CONFLICT",
    "Username already exists, CONFLICT",
    "The id already exists, CONFLICT",
    "Not enough money, CONFLICT",
    "Insufficient stock, CONFLICT",
    "Wrong password, UNAUTHENTICATED",
    "Bad credentials!, UNAUTHENTICATED",
    "Token expired, UNAUTHENTICATED",
    "You don't have permission to do this, FORBIDDEN",
    "You are not allowed to delete this, FORBIDDEN",
    "USER NO OPERATION PERM, FORBIDDEN",
    "NO PERMISSION, FORBIDDEN",
    "No available admin server. Maybe all are down, UNAVAILABLE",
    "Account number invalid, INVALID_INPUT",
    "Page must not be negative, INVALID_INPUT",
    "Passwords do not match, INVALID_INPUT",
    "Cannot be created with an id value already set: , INVALID_INPUT",
    "A new order cannot already have an ID, INVALID_INPUT",
    "Name cannot be empty, INVALID_INPUT"
  })
  void tells(String text, FailureMode mode) {
    assertThat(Messages.mode(text)).contains(mode);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Something went wrong", "Upload failed", "Could not save file", "id "})
  void tellsNothing(String text) {
    assertThat(Messages.mode(text)).isEmpty();
  }
}
