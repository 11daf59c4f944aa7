package org.convergence.resources.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;

/** The leaflets made for members, for the modules that hand them over. */
public interface ImpactLeaflets {

    /**
     * The current leaflet of a member for a period; empty if none was made.
     *
     * @param from first day of the period, exactly as requested when the leaflet was made
     * @param to last day of the period
     */
    Optional<ImpactLeaflet> documentFor(OrganisationId organisation, LocalDate from, LocalDate to);

    /** All current leaflets of a member, the latest period first. */
    List<ImpactLeaflet> documentsOf(OrganisationId organisation);

    /** The periods that have leaflets for any member, the latest first, at most twelve. */
    List<LeafletPeriodBounds> periods();

    /** A period, both days included. */
    record LeafletPeriodBounds(LocalDate from, LocalDate to) {}

    /**
     * A stored leaflet.
     *
     * @param owner owner of the document; {@code DocumentStorage.content} gives its bytes once the caller has checked
     *     the right
     * @param name of the file, with its ending
     * @param language code of the language in which it is written
     */
    record ImpactLeaflet(
            LeafletId id,
            LocalDate from,
            LocalDate to,
            DocumentId document,
            DocumentOwner owner,
            String name,
            String language) {}
}
