package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import org.jspecify.annotations.Nullable;

/** Exceptions that have a handler of their own, beside which another one would be ambiguous. */
record Taken(Module module, Application application, Texts texts) {
  /** In Micronaut these go before beans that handle the same exception. */
  private static final String METHODS = "@Error(";

  boolean has(String exception) {
    return module.kit().closest()
        && application.boundaries().stream()
            .filter(boundary -> boundary.kind() == Boundary.Kind.HANDLER)
            .filter(boundary -> boundary.catches().equals(exception))
            .anyMatch(boundary -> isAlike(boundary.place()));
  }

  private boolean isAlike(@Nullable Place place) {
    boolean mappers = module.kit().handles().isEmpty();
    return place != null
        && module.has(place)
        && (mappers || texts.get(place.file()).filter(text -> text.contains(METHODS)).isPresent());
  }
}
