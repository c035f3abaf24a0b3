package example;

import jakarta.servlet.*;
import jakarta.servlet.http.*;
import java.io.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.slf4j.*;
import org.springframework.http.*;
import org.springframework.stereotype.*;
import org.springframework.validation.annotation.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.*;
import org.springframework.web.filter.*;
import org.springframework.web.server.*;
import org.springframework.web.servlet.mvc.method.annotation.*;

@RestController
class Accounts {
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();

  @PostMapping("/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  void open(@RequestBody Account account) {
    if (accounts.putIfAbsent(account.name(), account) != null) {
      throw new AccountAlreadyExists(account.name());
    }
  }
}

record Account(String name) {}

class AccountAlreadyExists extends RuntimeException {
  AccountAlreadyExists(String name) {
    super("the name " + name + " is taken");
  }
}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  Map<String, String> taken(AccountAlreadyExists e) {
    return Map.of("error", e.getMessage());
  }
}
