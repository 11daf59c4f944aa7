package org.convergence.resources.dues.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.impact.ImpactLeaflets;
import org.convergence.resources.impact.ImpactLeaflets.ImpactLeaflet;
import org.convergence.resources.ledger.InvoiceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The leaflet on what its membership made possible, enclosed with a member's invoice: never where another organisation
 * pays. The permission to send or print invoices covers it.
 */
@Service
@Requires(DuesPermissions.READ)
public class CallLeafletQueries {

    private static final Actor ENCLOSING = Actor.system("dues");

    private final ImpactLeaflets leaflets;
    private final DocumentStorage documents;
    private final JdbcClient db;

    CallLeafletQueries(ImpactLeaflets leaflets, DocumentStorage documents, JdbcClient db) {
        this.leaflets = leaflets;
        this.documents = documents;
        this.db = db;
    }

    /** The periods that have leaflets, the latest first. */
    public List<ImpactLeaflets.LeafletPeriodBounds> findPeriods() {
        return CurrentActor.callAs(ENCLOSING, leaflets::periods);
    }

    /** A leaflet to enclose with an invoice. */
    record EnclosedLeaflet(String name, DocumentContent content) {

        void writeTo(OutputStream out) throws IOException {
            content.transferTo(out);
        }
    }

    private record LeafletKey(OrganisationId member, LocalDate from, LocalDate until) {}

    /**
     * The leaflet enclosed with an invoice, not with its reminders; empty where its call has none, or none was made.
     */
    Optional<EnclosedLeaflet> findByInvoice(InvoiceId invoice) {
        return db.sql("""
                        SELECT i.organisation, c.leaflets_from, c.leaflets_until FROM resources.dues_share s
                        JOIN resources.dues_call c ON c.id = s.call
                        JOIN resources.ledger_issued_invoice i ON i.id = s.invoice
                        WHERE s.invoice = ? AND c.leaflets_from IS NOT NULL AND i.organisation = i.payer_organisation
                          AND NOT EXISTS (SELECT FROM resources.dues_letter l WHERE l.invoice = s.invoice AND l.round > 0)
                        """)
                .param(invoice.value())
                .query((row, n) -> new LeafletKey(
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getObject("leaflets_from", LocalDate.class),
                        row.getObject("leaflets_until", LocalDate.class)))
                .optional()
                .flatMap(it -> CurrentActor.callAs(
                        ENCLOSING,
                        () -> leaflets.documentFor(it.member(), it.from(), it.until())
                                .flatMap(this::open)));
    }

    private Optional<EnclosedLeaflet> open(ImpactLeaflet made) {
        return documents
                .content(made.document(), made.owner())
                .map(content -> new EnclosedLeaflet(made.name(), content));
    }
}
