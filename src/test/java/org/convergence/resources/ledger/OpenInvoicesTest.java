package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.list.ListRequest;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The cost of listing open invoices does not depend on the number of settled ones. */
@ModuleTest
class OpenInvoicesTest {

    private static final int SETTLED = 4_000;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceQueries invoices;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @Test
    void listOfOpenInvoicesReadsNoSettledOnes() {
        visitors.ensureOrganisation();
        var undone = new TransactionTemplate(transactions);
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> undone.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    settled(people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
                    var asked = InvoiceQueries.InvoiceFilter.open(DAY.plusDays(90));
                    int open = invoices.sum(asked).count();
                    long before = read();
                    List<InvoiceQueries.InvoiceSummary> some =
                            invoices.findSlice(ListRequest.first(asked, 100)).rows();
                    assertThat(invoices.sum(asked).count()).isEqualTo(open);
                    assertThat(some).hasSize(Math.min(open, 100));
                    assertThat(read() - before).isLessThan(open * 4L + 100);
                }));
    }

    private void settled(OrganisationId union) {
        db.sql("""
                        INSERT INTO resources.ledger_invoice
                            (id, series, sequence, organisation, payer_organisation, addressee, language, issued_on, due_on,
                             currency, total, subject)
                        SELECT gen_random_uuid(), 'OUVERT', n, :union, :union, 'Syndicat', 'fr', :day, :day, 'CAD', 10, 'Cotisation'
                        FROM generate_series(1, :many) n
                        """)
                .param("union", union.value())
                .param("day", DAY)
                .param("many", SETTLED + 3)
                .update();
        db.sql("""
                        INSERT INTO resources.ledger_reduction (id, invoice, kind, series, sequence, made_on, amount, reason)
                        SELECT gen_random_uuid(), id, 'CREDIT', 'OUVERT-C', sequence, :day, 10, 'Crédité'
                        FROM resources.ledger_invoice WHERE series = 'OUVERT' AND sequence <= :many
                        """).param("day", DAY.plusDays(10)).param("many", SETTLED).update();
        db.sql("ANALYZE resources.ledger_invoice").update();
    }

    /** How many rows of invoices this transaction read. */
    private long read() {
        return db.sql("""
                        SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables
                        WHERE relid = 'resources.ledger_invoice'::regclass
                        """).query(Long.class).single();
    }
}
