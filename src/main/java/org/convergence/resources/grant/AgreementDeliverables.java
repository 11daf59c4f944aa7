package org.convergence.resources.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The deliverables of agreements, for the modules in which they are made. */
public interface AgreementDeliverables {

    /**
     * A deliverable.
     *
     * @param title of the agreement
     */
    record Deliverable(
            AgreementDueId id,
            AgreementId agreement,
            String title,
            @Nullable OrganisationId funder,
            String funderName,
            String what,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    /** The deliverables of some agreements, by day. */
    List<Deliverable> findByAgreements(List<UUID> agreements);

    /** The deliverables of all agreements that are not handed in, by day; 100 at most. */
    List<Deliverable> findOpen();

    /** A deliverable; empty if it is gone. */
    Optional<Deliverable> findById(AgreementDueId id);

    /**
     * Records the page of what was made for a deliverable that is still due; it is handed in once its agreement says so.
     *
     * @param proof its address, on this site
     */
    void addProof(AgreementDueId id, String proof);

    /** Notes that a deliverable was handed in on a day, unless that is noted already. */
    void markHandedIn(AgreementDueId id, LocalDate on);

    /** Takes {@link #markHandedIn} back, if it is noted for that day. */
    void undoHandedIn(AgreementDueId id, LocalDate on);
}
