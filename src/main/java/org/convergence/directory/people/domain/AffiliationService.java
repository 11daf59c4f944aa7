package org.convergence.directory.people.domain;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.RowRecovery;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Affiliations between organisations. Several at once are usual (a local has a central, a federation and a regional
 * council); a circle is refused, here and by the database.
 */
@Service
@Transactional
@Requires(PeoplePermissions.EDIT)
public class AffiliationService {

    private final AffiliationRepository affiliations;
    private final RowRecovery recovery;

    AffiliationService(AffiliationRepository affiliations, RowRecovery recovery) {
        this.affiliations = affiliations;
        this.recovery = recovery;
    }

    /**
     * Records an affiliation.
     *
     * @throws Refused where both are the same organisation, it is recorded already for some of these days, or it closes
     *     a circle
     */
    public AffiliationId affiliate(
            OrganisationId member, OrganisationId parent, AffiliationNature nature, Period period) {
        return save(Affiliation.of(member, parent, nature, period)).typedId();
    }

    /** Changes an affiliation's nature or days. */
    public void update(AffiliationId id, int version, AffiliationNature nature, Period period) {
        Affiliation affiliation = find(id.value());
        OptimisticLock.requireSameVersion(Affiliation.TABLE, id.value(), version, affiliation.version());
        Supplier<Affiliation> save = () -> save(affiliation.with(nature, period));
        OptimisticLock.saveAtVersion(Affiliation.TABLE, id.value(), version, save);
    }

    /** Deletes an affiliation recorded by mistake. */
    public void delete(AffiliationId id, int version) {
        Affiliation affiliation = find(id.value());
        OptimisticLock.requireSameVersion(Affiliation.TABLE, id.value(), version, affiliation.version());
        affiliations.delete(affiliation);
    }

    /** Restores a deleted affiliation. */
    public void restore(AffiliationId id) {
        try {
            recovery.restore(Affiliation.TABLE, id.value(), Map.of());
        } catch (DataIntegrityViolationException violation) {
            throw refusal(violation);
        }
    }

    /**
     * Finds an affiliation.
     *
     * @throws NotFound where there is none
     */
    @Transactional(readOnly = true)
    public AffiliationDetails findById(AffiliationId id) {
        Affiliation found = find(id.value());
        return new AffiliationDetails(
                new OrganisationId(found.member()),
                new OrganisationId(found.parent()),
                found.nature(),
                found.period(),
                found.version());
    }

    /** An affiliation of a member to a parent. */
    public record AffiliationDetails(
            OrganisationId member, OrganisationId parent, AffiliationNature nature, Period period, int version) {}

    private Affiliation save(Affiliation affiliation) {
        if (affiliation.member().equals(affiliation.parent())) {
            throw new Refused("people.affiliation.same");
        }
        if (AffiliationPolicy.closesCircle(affiliation, affiliations.upwardFrom(affiliation.parent()))) {
            throw new Refused("people.affiliation.circle");
        }
        try {
            return affiliations.save(affiliation);
        } catch (DataIntegrityViolationException violation) {
            throw refusal(violation);
        }
    }

    /** The database decides where two people wrote at once. */
    private static RuntimeException refusal(DataIntegrityViolationException violation) {
        String said = String.valueOf(violation.getMostSpecificCause().getMessage());
        if (said.contains("people_affiliation_is_said_once")) {
            return new Refused("people.affiliation.twice");
        }
        if (said.contains("circle")) {
            return new Refused("people.affiliation.circle");
        }
        return said.contains("_fk\"") ? new NotFound("organisation") : violation;
    }

    private Affiliation find(UUID id) {
        return affiliations.findById(id).orElseThrow(() -> new NotFound("affiliation"));
    }
}
