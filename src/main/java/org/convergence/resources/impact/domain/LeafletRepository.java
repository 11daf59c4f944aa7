package org.convergence.resources.impact.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.resources.impact.ImpactPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores leaflets with their files. */
@Component
class LeafletRepository {

    static final String OWNER = "resources.impact";

    private final DocumentStorage documents;
    private final JdbcClient db;
    private final Clock clock;

    LeafletRepository(DocumentStorage documents, JdbcClient db, Clock clock) {
        this.documents = documents;
        this.db = db;
        this.clock = clock;
    }

    static DocumentOwner owner(UUID leaflet) {
        return new DocumentOwner(OWNER, leaflet);
    }

    /** The language of a member's last leaflet; empty if it never had one. */
    Optional<String> findLastLanguage(OrganisationId organisation) {
        return db.sql(
                        "SELECT language FROM resources.impact_leaflet WHERE organisation = ? ORDER BY made_at DESC LIMIT 1")
                .param(organisation.value())
                .query(String.class)
                .optional();
    }

    /** Whether the current leaflet has exactly this content. */
    boolean isCurrent(OrganisationId organisation, LeafletPeriod span, String digest) {
        return db.sql("""
                        SELECT digest FROM resources.impact_leaflet
                        WHERE organisation = ? AND period_from = ? AND period_to = ? AND replaced_at IS NULL
                        """)
                .params(organisation.value(), span.from(), span.to())
                .query((row, n) -> row.getString(1))
                .optional()
                .filter(digest::equals)
                .isPresent();
    }

    /**
     * The row stored with the file.
     *
     * @param digest of the whole content
     */
    record NewLeaflet(
            OrganisationId organisation,
            LeafletPeriod span,
            String language,
            String digest,
            int stories,
            int silenced) {}

    /** Replaces the current leaflet; {@code false} if another transaction stored the same content first. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean save(NewLeaflet making, PreparedDocument file) {
        String place = making.organisation().value() + " " + making.span();
        TransactionLock.acquire(db, "impact " + place);
        if (isCurrent(making.organisation(), making.span(), making.digest())) {
            return false;
        }
        OffsetDateTime now = SqlTime.now(clock);
        db.sql("""
                        UPDATE resources.impact_leaflet SET replaced_at = ?
                        WHERE organisation = ? AND period_from = ? AND period_to = ? AND replaced_at IS NULL
                        """)
                .params(
                        now,
                        making.organisation().value(),
                        making.span().from(),
                        making.span().to())
                .update();
        UUID id = Ids.next();
        DocumentId document = documents.store(file, owner(id));
        db.sql("""
                        INSERT INTO resources.impact_leaflet (id, organisation, period_from, period_to, language, document,
                            digest, stories, silenced, made_at)
                        VALUES (:id, :organisation, :from, :to, :language, :document, :digest, :stories, :silenced, :now)
                        """)
                .param("id", id)
                .param("organisation", making.organisation().value())
                .param("from", making.span().from())
                .param("to", making.span().to())
                .param("language", making.language())
                .param("document", document.value())
                .param("digest", making.digest())
                .param("stories", making.stories())
                .param("silenced", making.silenced())
                .param("now", now)
                .update();
        return true;
    }

    /** Lets accounts with the read permission open leaflets. */
    @Bean
    static DocumentGuard leafletDocumentGuard() {
        return DocumentGuard.of(OWNER, ImpactPermissions.READ);
    }

    /** Leaflets when two members are merged: of two current ones for the same period, one stays. */
    @Bean
    static IdentityReferences referencesFromImpact(ReferenceDeclarations declare) {
        return declare.table("resources.impact_leaflet")
                .organisation("organisation")
                .onePer("period_from", "period_to", "replaced_at");
    }
}
