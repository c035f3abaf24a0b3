package example;

import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class Uploads {
  @PostMapping("/uploads")
  int upload(@RequestParam MultipartFile file) throws IOException {
    // want unbounded-body "an uploaded file of POST /uploads is read into memory by"
    return file.getBytes().length;
  }
}
