package org.convergence.resources.relay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;

/** What was made for members, for the modules that hand it to them. */
public interface Relays {

    /**
     * What was made last for a member and a period; empty where nothing was made yet.
     *
     * @param from first day of the period, exactly as it was asked for
     * @param to last day of the period
     */
    Optional<Relayed> documentFor(OrganisationId organisation, LocalDate from, LocalDate to);

    /** What was made for a member, whatever the period, the latest period first. */
    List<Relayed> documentsOf(OrganisationId organisation);

    /** The periods for which something was made for anybody, the latest first, at most twelve. */
    List<Period> periods();

    /** From its first to its last day. */
    record Period(LocalDate from, LocalDate to) {}

    /**
     * A leaflet that was made.
     *
     * @param owner as whose it is kept: {@code DocumentKeeping.content} gives its bytes to who checked the right
     * @param name of the file, with its ending
     * @param language code of the language in which it is written
     */
    record Relayed(
            LeafletId id,
            LocalDate from,
            LocalDate to,
            DocumentId document,
            DocumentOwner owner,
            String name,
            String language) {}
}
