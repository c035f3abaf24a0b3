package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Method rows by owner and name. */
final class Methods {
  private final Map<String, Chunk> chunks;
  private final Set<String> owners;
  private final @Nullable Methods below;
  private final Map<String, Map<String, List<MethodRow>>> rows = new ConcurrentHashMap<>();

  private Methods(Map<String, Chunk> chunks, @Nullable Methods below) {
    this.chunks = chunks;
    this.owners = Set.copyOf(chunks.keySet());
    this.below = below;
  }

  Methods(Map<String, Chunk> chunks) {
    this(chunks, null);
  }

  /** With further rows; they take the place of all others for the methods that they name. */
  Methods with(YamlRow entries, Provenance provenance) throws YamlException {
    Map<String, Chunk> more = new TreeMap<>();
    for (String owner : entries.keys()) {
      more.put(owner, new Chunk(entries, provenance));
    }
    Methods all = new Methods(more, this);
    for (String owner : entries.keys()) {
      all.rows.put(owner, all.read(owner));
    }
    return all;
  }

  Set<String> owners() {
    return chunks.keySet();
  }

  /**
   * The libraries of which there are bundled rows, see {@link Catalogue#knowsLibrary}. What a user
   * says of one method says nothing of the rest.
   */
  Set<String> libraries() {
    if (below != null) {
      return below.libraries();
    }
    Set<String> libraries = new HashSet<>();
    owners.stream()
        .filter(owner -> !owner.startsWith("@"))
        .forEach(owner -> libraries.add(Catalogue.library(owner)));
    libraries.remove("");
    return libraries;
  }

  boolean hasOwner(String owner) {
    return owners.contains(owner) || (below != null && below.hasOwner(owner));
  }

  List<MethodRow> rows(String owner, String name) {
    if (!hasOwner(owner)) {
      return List.of();
    }
    Map<String, List<MethodRow>> byName = byName(owner);
    List<MethodRow> found = byName.get(name);
    for (int length = name.length(); found == null && length >= 0; length--) {
      found = byName.get(name.substring(0, length) + "*");
    }
    return found == null ? List.of() : found;
  }

  /** All rows of an owner by the names they give; not to be changed. */
  Map<String, List<MethodRow>> byName(String owner) {
    Map<String, List<MethodRow>> own = Map.of();
    if (chunks.containsKey(owner)) {
      own = rows.computeIfAbsent(owner, this::readBundled);
    }
    if (below == null || !below.hasOwner(owner)) {
      return own;
    }
    Map<String, List<MethodRow>> merged = new TreeMap<>(below.byName(owner));
    merged.putAll(own);
    return merged;
  }

  private Map<String, List<MethodRow>> readBundled(String owner) {
    try {
      return read(owner);
    } catch (YamlException e) {
      throw BundledFiles.broken(e);
    }
  }

  private Map<String, List<MethodRow>> read(String owner) throws YamlException {
    Chunk chunk = Objects.requireNonNull(chunks.get(owner));
    MethodReader reader = new MethodReader(chunk.provenance());
    Map<String, List<MethodRow>> byName = new TreeMap<>();
    for (YamlRow row : chunk.mapping().rows(owner)) {
      MethodRow method = reader.read(owner, row);
      for (String name : method.names()) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(method);
      }
    }
    return byName;
  }
}
