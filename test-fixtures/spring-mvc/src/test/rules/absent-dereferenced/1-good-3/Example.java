package example;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class Shelves {
  private final ShelfDao shelves;

  Shelves(ShelfDao shelves) {
    this.shelves = shelves;
  }

  /** A library implements it. */
  interface ShelfDao {
    boolean exists(String room, String name);

    Optional<String> findByName(String room, String name);

    void upsert(String room, String name);
  }

  /** What was asked for is found by other searches, too. */
  @GetMapping("/rooms/{room}/shelves/{name}")
  String shelf(@PathVariable String room, @PathVariable String name) {
    demand(room, name);
    return shelves.findByName(room, name).get();
  }

  /** What was written just now is there. */
  @PutMapping("/rooms/{room}/shelves/{name}")
  String put(@PathVariable String room, @PathVariable String name) {
    shelves.upsert(room, name);
    return shelves.findByName(room, name).get();
  }

  private void demand(String room, String name) {
    if (!shelves.exists(room, name)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
