package org.convergence.resources.subsidy.domain;

import java.time.LocalDate;
import java.util.Objects;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimId;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries.ClaimProofRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that go with claims, and their files, which only readers of the claim open. */
@Service
@Transactional
@Requires(SubsidyPermissions.MANAGE)
public class ClaimProofService {

    private final JdbcClient db;
    private final SubsidyClaimQueries claims;
    private final DocumentStorage documents;
    private final OrganisationSettings settings;

    ClaimProofService(
            JdbcClient db, SubsidyClaimQueries claims, DocumentStorage documents, OrganisationSettings settings) {
        this.db = db;
        this.claims = claims;
        this.documents = documents;
        this.settings = settings;
    }

    /** Records that a document is there, or is not; its file goes with it. */
    public void provide(SubsidyClaimId id, int position, boolean provided) {
        ClaimProofRow proof = find(id, position);
        if (provided) {
            write(id, position, Objects.requireNonNullElse(proof.providedOn(), settings.today()), proof.document());
        } else {
            write(id, position, null, null);
            discard(id, proof);
        }
    }

    /** Attaches the file of a document, in place of the one before; the document is there by it. */
    public void attach(SubsidyClaimId id, int position, PreparedDocument file) {
        ClaimProofRow proof = find(id, position);
        write(
                id,
                position,
                Objects.requireNonNullElse(proof.providedOn(), settings.today()),
                documents.store(file, owner(id)));
        discard(id, proof);
    }

    /** Deletes the documents of a claim that is deleted. */
    void deleteAll(SubsidyClaimId id) {
        claims.findProofs(id).forEach(proof -> discard(id, proof));
        db.sql("DELETE FROM resources.subsidy_claim_proof WHERE claim = ?")
                .param(id.value())
                .update();
    }

    /** Two people who attach a file wait for each other, so that the file before is deleted once. */
    private ClaimProofRow find(SubsidyClaimId id, int position) {
        db.sql("SELECT 1 FROM resources.subsidy_claim_proof WHERE claim = ? AND position = ? FOR UPDATE")
                .params(id.value(), position)
                .query(Integer.class)
                .optional();
        return claims.findProofs(id).stream()
                .filter(proof -> proof.position() == position)
                .findFirst()
                .orElseThrow(() -> new NotFound("proof"));
    }

    private void write(SubsidyClaimId id, int position, @Nullable LocalDate day, @Nullable DocumentId document) {
        db.sql("""
                        UPDATE resources.subsidy_claim_proof
                        SET provided_on = CAST(:day AS date), document = CAST(:document AS uuid)
                        WHERE claim = :claim AND position = :position
                        """)
                .param("day", day)
                .param("document", document == null ? null : document.value())
                .param("claim", id.value())
                .param("position", position)
                .update();
    }

    private void discard(SubsidyClaimId id, ClaimProofRow proof) {
        if (proof.document() != null) {
            documents.discard(proof.document(), owner(id));
        }
    }

    private static DocumentOwner owner(SubsidyClaimId id) {
        return new DocumentOwner(ClaimProofGuard.KIND, id.value());
    }

    /** Readers of a claim may open its documents: the worker, approvers of weeks and managers of subsidies. */
    @Component
    record ClaimProofGuard(SubsidyClaimQueries claims) implements DocumentGuard {

        static final String KIND = "resources.subsidy";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public boolean mayRead(DocumentOwner owner, DocumentId document) {
            if (!CurrentActor.get().may(SubsidyPermissions.READ)) {
                return false;
            }
            try {
                claims.findById(new SubsidyClaimId(owner.id()));
                return true;
            } catch (NotFound hidden) {
                return false;
            }
        }
    }
}
