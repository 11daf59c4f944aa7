package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.grant.AgreementDeliverables;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.grant.GrantPermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads deliverables, and records the page of what was made for one. */
@Service
@Transactional(readOnly = true)
@Requires(GrantPermissions.READ_DELIVERABLES)
class AgreementDeliverableService implements AgreementDeliverables {

    private final JdbcClient db;

    AgreementDeliverableService(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Deliverable> findByAgreements(List<UUID> agreements) {
        return find("d.agreement = ANY (?)", agreements);
    }

    @Override
    public List<Deliverable> findOpen() {
        return find("d.done_on IS NULL AND cardinality(CAST(? AS uuid[])) = 0", List.of());
    }

    @Override
    public Optional<Deliverable> findById(AgreementDueId id) {
        return find("d.id = ANY (?)", List.of(id.value())).stream().findFirst();
    }

    private List<Deliverable> find(String condition, List<UUID> ids) {
        return db.sql("""
                        SELECT d.id, d.agreement, a.title, a.funder, coalesce(o.name, '') AS funder_name, d.what, d.due_on,
                               d.done_on
                        FROM resources.grant_agreement_due d JOIN resources.grant_agreement a ON a.id = d.agreement
                        LEFT JOIN directory.people_organisation_name o ON o.id = a.funder
                        WHERE d.kind = 'DELIVERABLE' AND %s ORDER BY d.due_on, d.id LIMIT 100
                        """.formatted(condition))
                .param(ids.toArray(UUID[]::new))
                .query(RecordMapper.of(Deliverable.class))
                .list();
    }

    @Override
    @Transactional(label = "grant.agreement.add-proof")
    @Requires(GrantPermissions.EDIT)
    public void addProof(AgreementDueId id, String proof) {
        db.sql("""
                        UPDATE resources.grant_agreement_due
                        SET proof = :proof, version = version + 1
                        WHERE id = :id AND kind = 'DELIVERABLE' AND done_on IS NULL AND proof IS NULL
                        """).param("proof", proof).param("id", id.value()).update();
    }

    @Override
    @Transactional(label = "grant.agreement.done")
    @Requires(GrantPermissions.EDIT)
    public void markHandedIn(AgreementDueId id, LocalDate on) {
        db.sql("""
                        UPDATE resources.grant_agreement_due SET done_on = :on, version = version + 1
                        WHERE id = :id AND kind = 'DELIVERABLE' AND done_on IS NULL
                        """).param("on", on).param("id", id.value()).update();
    }

    @Override
    @Transactional(label = "grant.agreement.undone")
    @Requires(GrantPermissions.EDIT)
    public void undoHandedIn(AgreementDueId id, LocalDate on) {
        db.sql("""
                        UPDATE resources.grant_agreement_due SET done_on = NULL, version = version + 1
                        WHERE id = :id AND kind = 'DELIVERABLE' AND done_on = :on
                        """).param("on", on).param("id", id.value()).update();
    }
}
