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
class Imports {
  private static final int MOST = 1 << 20;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @PostMapping("/imports")
  int load(HttpServletRequest request, @RequestBody String csv) {
    if (request.getContentLengthLong() > MOST) {
      throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "at most 1 MB");
    }
    lines.addAll(csv.lines().toList());
    return lines.size();
  }
}
