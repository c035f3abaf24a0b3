package example;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class Uploads {
  @PostMapping("/uploads")
  long upload(@RequestParam MultipartFile file) {
    return file.getSize();
  }
}
