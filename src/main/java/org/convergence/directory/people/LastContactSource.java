package org.convergence.directory.people;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.platform.access.Permitted;
import org.jspecify.annotations.Nullable;

/**
 * The latest contact with an organisation that one module knows: an activity, an exchange, an answer, a meeting
 * attended. One bean for each source, with one query. It describes one organisation and never compares.
 */
public interface LastContactSource extends Permitted {

    /** The latest contact until a day; empty for none. */
    Optional<OrganisationContactEvent> findLast(OrganisationId organisation, LocalDate today);

    /**
     * A contact.
     *
     * @param key the message key of its kind, such as {@code exchange.heard}
     * @param url its page, {@code null} for none
     */
    record OrganisationContactEvent(
            LocalDate day, String key, @Nullable String url) {}
}
