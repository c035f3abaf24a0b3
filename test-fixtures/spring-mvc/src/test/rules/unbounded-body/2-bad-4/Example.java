package example;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Imports {
  /** What a loop copies piece by piece is as long as what is read at once. */
  @PostMapping("/imports")
  int load(HttpServletRequest request) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[1024];
    InputStream body = request.getInputStream();
    // want unbounded-body "the body of POST /imports is read into memory by"
    for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
      all.write(piece, 0, read);
    }
    return all.size();
  }
}
