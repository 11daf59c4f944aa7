package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records deliverables and instalments of agreements: what is due, when it was done, and what arrived. */
@Service
@Transactional
@Requires(GrantPermissions.EDIT)
public class AgreementDueService {

    /** How the addresses of stored files begin. */
    private static final String DOCUMENTS = "/platform/document/";

    static final String TABLE = "resources.grant_agreement_due";

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final DocumentStorage documents;
    private final InstalmentLedger ledger;

    AgreementDueService(
            JdbcClient db, OrganisationSettings settings, DocumentStorage documents, InstalmentLedger ledger) {
        this.ledger = ledger;
        this.documents = documents;
        this.db = db;
        this.settings = settings;
    }

    /**
     * A deliverable or an instalment to add.
     *
     * @param what the deliverable, or the trigger of the instalment, in 1 to 300 characters
     * @param clause that asks for it, in at most 100 characters; may be empty
     * @param amount of an instalment, in the agreement's currency
     * @param owner the person who sees to it
     */
    public record AgreementDueFacts(
            AgreementDueKind kind,
            String what,
            String clause,
            LocalDate dueOn,
            @Nullable BigDecimal amount,
            @Nullable PersonId owner) {}

    /** Adds a deliverable or an instalment. */
    @Transactional(label = "grant.agreement.add-due")
    public AgreementDueId addDue(AgreementId agreement, AgreementDueFacts facts) {
        Map<String, @Nullable Object> values = dueValues(facts);
        values.put("agreement", agreement);
        return new AgreementDueId(VersionedRow.insert(db, TABLE, values));
    }

    private static Map<String, @Nullable Object> dueValues(AgreementDueFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        if (!facts.kind().isMoney()) {
            values.put("amount", null);
        }
        return values;
    }

    /**
     * Corrects a deliverable or an instalment that is still open.
     *
     * @throws Refused if it is handed in or received
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "grant.agreement.correct-due")
    public void correctDue(AgreementDueId id, int version, AgreementDueFacts facts) {
        requireOpen(id);
        VersionedRow.save(db, TABLE, id, version, dueValues(facts));
    }

    /**
     * Deletes a deliverable or an instalment that is still open.
     *
     * @throws Refused if it is handed in or received, or a report is written for it
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "grant.agreement.remove-due")
    public void deleteDue(AgreementDueId id, int version) {
        requireOpen(id);
        try {
            int deleted = db.sql("DELETE FROM resources.grant_agreement_due WHERE id = ? AND version = ?")
                    .params(id.value(), version)
                    .update();
            requireWritten(deleted, id, version);
        } catch (DataIntegrityViolationException referenced) {
            throw new Refused("grant.agreement.refused.due-used");
        }
    }

    private void requireOpen(AgreementDueId id) {
        if (Boolean.TRUE.equals(
                db.sql("SELECT done_on IS NOT NULL FROM resources.grant_agreement_due WHERE id = ? FOR UPDATE")
                        .param(id.value())
                        .query(Boolean.class)
                        .optional()
                        .orElseThrow(() -> new NotFound("due")))) {
            throw new Refused("grant.agreement.refused.due-done");
        }
    }

    /**
     * Records that a deliverable was handed in, an instalment received or a refund paid; money by the accountant too. An
     * instalment is one payment of the ledger: the one that the funder made, if it is entered already.
     *
     * @param received what arrived or went back; {@code null} if it is what was planned
     * @param proof that the refund was paid; {@code null} for none
     * @throws Refused if the day is to come
     * @throws EditConflict if it was changed meanwhile, such as by another person who noted it
     */
    @Requires(GrantPermissions.ACCOUNT)
    @Transactional(label = "grant.agreement.done")
    public void markDone(
            AgreementDueId id,
            int version,
            LocalDate on,
            @Nullable BigDecimal received,
            @Nullable PreparedDocument proof) {
        requireRight(id);
        if (on.isAfter(settings.today())) {
            throw new Refused("grant.refused.future");
        }
        int written = db.sql("""
                        UPDATE resources.grant_agreement_due
                        SET done_on = :on, version = version + 1,
                            received = CASE WHEN kind <> 'DELIVERABLE' THEN nullif(CAST(:received AS numeric), amount) END,
                            proof = coalesce(CAST(:proof AS text), proof)
                        WHERE id = :id AND version = :version AND done_on IS NULL
                        """)
                .param("on", on)
                .param("received", received)
                .param(
                        "proof",
                        proof == null
                                ? null
                                : DOCUMENTS + documents.store(proof, owner(id)).value())
                .param("id", id.value())
                .param("version", version)
                .update();
        requireWritten(written, id, version);
        ledger.enter(id);
    }

    private static DocumentOwner owner(AgreementDueId id) {
        return new DocumentOwner(GrantDocumentGuard.KIND, id.value());
    }

    private static void requireWritten(int written, AgreementDueId id, int version) {
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /**
     * Takes {@link #markDone} back; the payment that it entered is reversed.
     *
     * @throws EditConflict if it was changed meanwhile
     */
    @Requires(GrantPermissions.ACCOUNT)
    @Transactional(label = "grant.agreement.undone")
    public void markOpen(AgreementDueId id, int version) {
        requireRight(id);
        Optional<DocumentId> proof = db.sql("""
                        SELECT substr(proof, length(:documents) + 1) AS document FROM resources.grant_agreement_due
                        WHERE id = :id AND kind = 'REFUND' AND starts_with(proof, :documents)
                        """)
                .param("id", id.value())
                .param("documents", DOCUMENTS)
                .query((row, n) -> new DocumentId(UUID.fromString(row.getString("document"))))
                .optional();
        Optional<PaymentId> payment = db.sql(
                        "SELECT payment FROM resources.grant_agreement_due WHERE id = ? AND payment IS NOT NULL")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(PaymentId::new);
        int written = db.sql("""
                        UPDATE resources.grant_agreement_due
                        SET done_on = NULL, received = NULL, payment = NULL, version = version + 1,
                            proof = CASE WHEN kind <> 'REFUND' THEN proof END
                        WHERE id = ? AND version = ? AND done_on IS NOT NULL
                        """).params(id.value(), version).update();
        requireWritten(written, id, version);
        proof.ifPresent(document -> documents.discard(document, owner(id)));
        payment.ifPresent(each -> ledger.takeBack(each, settings.today()));
    }

    /** What we owe the funder is said by those who keep the agreement. */
    private void requireRight(AgreementDueId id) {
        AgreementDueKind kind = db.sql("SELECT kind FROM resources.grant_agreement_due WHERE id = ?")
                .param(id.value())
                .query((row, n) -> AgreementDueKind.valueOf(row.getString("kind")))
                .optional()
                .orElseThrow(() -> new NotFound("due"));
        if (kind == AgreementDueKind.DELIVERABLE) {
            PermissionCheck.require(GrantPermissions.EDIT);
        }
    }
}
