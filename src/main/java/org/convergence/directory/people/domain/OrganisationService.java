package org.convergence.directory.people.domain;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.RowRecovery;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes organisations, and deletes those that nothing references. */
@Service
@Transactional
@Requires(PeoplePermissions.EDIT)
public class OrganisationService {

    private final OrganisationRepository organisations;
    private final AffiliationRepository affiliations;
    private final RowRecovery recovery;
    private final JdbcClient db;
    private final Clock clock;

    OrganisationService(
            OrganisationRepository organisations,
            AffiliationRepository affiliations,
            RowRecovery recovery,
            JdbcClient db,
            Clock clock) {
        this.organisations = organisations;
        this.affiliations = affiliations;
        this.recovery = recovery;
        this.db = db;
        this.clock = clock;
    }

    /** Makes additions under one name wait for each other, until the transaction ends. */
    public void lockName(String name) {
        TransactionLock.acquire(db, "people_organisation " + TextNormalizer.fold(name));
    }

    /** Creates an organisation. */
    @Transactional(label = "people.add-organisation")
    public OrganisationId create(OrganisationFacts facts) {
        return organisations.save(Organisation.of(facts, clock.instant())).typedId();
    }

    /**
     * Replaces an organisation's data.
     *
     * @param version on which the form was opened
     * @throws org.convergence.platform.database.EditConflict where it was changed meanwhile
     */
    @Transactional(label = "people.change-organisation")
    public void update(OrganisationId id, int version, OrganisationFacts facts) {
        Organisation organisation = find(id.value());
        OptimisticLock.requireSameVersion(Organisation.TABLE, id.value(), version, organisation.version());
        OrganisationFacts changed = facts.asChangeOf(organisation.facts());
        if (!organisation.facts().equals(changed)) {
            OptimisticLock.saveAtVersion(
                    Organisation.TABLE, id.value(), version, () -> organisations.save(organisation.with(changed)));
        }
    }

    /**
     * Deletes an organisation entered by mistake, with its own affiliations.
     *
     * @throws Refused where something references it
     */
    public void delete(OrganisationId id, int version) {
        Organisation organisation = find(id.value());
        OptimisticLock.requireSameVersion(Organisation.TABLE, id.value(), version, organisation.version());
        try {
            affiliations.deleteByMember(id.value());
            organisations.delete(organisation);
        } catch (DataIntegrityViolationException inUse) {
            throw new Refused("people.organisation.in-use");
        }
    }

    /** Restores a deleted organisation. */
    @Transactional(label = "people.restore-organisation")
    public void restore(OrganisationId id) {
        if (db.sql("SELECT EXISTS (SELECT FROM directory.people_alias WHERE id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single()) {
            throw new Refused("people.replace.not-struck-out");
        }
        recovery.restore(Organisation.TABLE, id.value(), Map.of(Affiliation.TABLE, "member"));
    }

    /** The whole data, for merging two records, with the contacts that the actor may not see. */
    public OrganisationFacts findForMerge(OrganisationId id) {
        return find(id.value()).facts();
    }

    private Organisation find(UUID id) {
        return organisations.findById(id).orElseThrow(() -> new NotFound("organisation"));
    }
}
