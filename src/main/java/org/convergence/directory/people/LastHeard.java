package org.convergence.directory.people;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an organisation last took part in something, as one module knows it: something done with it, said with it, answered
 * by it, or sat at in its name. One bean for each, which asks one question. It tells of one organisation and never compares.
 */
public interface LastHeard {

    /** Without which it is not asked. */
    String permission();

    /** The last time until a day; empty where there was none. */
    Optional<Heard> of(OrganisationId organisation, LocalDate today);

    /**
     * A time at which it took part.
     *
     * @param key the words that say in what, for instance {@code exchange.heard}
     * @param url where it stands, {@code null} where it has no page
     */
    record Heard(LocalDate day, String key, @Nullable String url) {}
}
