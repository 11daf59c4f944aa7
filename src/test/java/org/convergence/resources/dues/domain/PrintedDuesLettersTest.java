package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.rendering.PdfPageCount;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.PostalBundleWriter.PostalBatch;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invoices, revision invoices and reminders by post are printed on the day they are to be posted. */
class PrintedDuesLettersTest extends DuesYearFixture {

    @Autowired
    private PostalBundleWriter bundle;

    @Autowired
    private Pages screens;

    @Test
    void printsRevisionInvoicesAndReminders() throws Exception {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        LocalDate first = settings.today();
        assertThat(batches(call)).containsExactly(new PostalBatch(first, 1, 1, 1));
        later(3);
        as(() -> {
            declare(small, 300);
            return revisions.settle(call, revisions.findByCall(call).get(0).membership(), false);
        });
        LocalDate besides = settings.today();
        assertThat(batches(call)).containsExactly(new PostalBatch(besides, 1, 1, 1), new PostalBatch(first, 1, 1, 1));
        int pages = printed(call, batches(call).get(0));
        markLettersSent(call);
        later(60);
        db.sql("DELETE FROM platform.mail_message WHERE recipient <> ''").update();
        assertThat(as(() -> reminding.sendReminders(call))).isEqualTo(new DuesReminderService.ReminderResult(1, 2, 0));
        assertThat(batches(call)).first().isEqualTo(new PostalBatch(settings.today(), 1, 1, 2));
        assertThat(printed(call, batches(call).get(0)))
                .as("each with its reminder")
                .isEqualTo(2 * pages + 2);
        assertThat(home()).contains("2 lettres à remettre sur papier : Cotisation");
        assertThat(printed(call)).isEqualTo(2);
        db.sql("""
                        INSERT INTO resources.ledger_reduction (id, invoice, kind, series, sequence, made_on, amount, reason)
                        SELECT gen_random_uuid(), id, 'CREDIT', 'X' || right(id::text, 8), 1, issued_on, total, 'Réglé'
                        FROM resources.ledger_invoice WHERE organisation = ?
                        """).param(small.value()).update();
        assertThat(batches(call))
                .as("settled invoices get no reminder")
                .containsExactly(new PostalBatch(besides, 1, 1, 1), new PostalBatch(first, 1, 1, 1));
        assertThat(home())
                .as("nobody is to post a letter about nothing")
                .doesNotContain("à remettre sur papier : Cotisation");
        assertThat(printed(call)).isZero();
    }

    @Test
    void splitsManyLettersWithoutLoss() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        UUID one = db.sql("SELECT id FROM resources.ledger_invoice WHERE organisation = ?")
                .param(small.value())
                .query(UUID.class)
                .single();
        db.sql("""
                        WITH made AS (INSERT INTO resources.ledger_invoice
                            (id, series, sequence, organisation, payer_organisation, addressee, language, issued_on, due_on,
                             currency, total, subject)
                        SELECT gen_random_uuid(), 'P' || left(i.id::text, 8), n, organisation, payer_organisation, addressee,
                               language, issued_on, due_on, currency, total, subject
                        FROM resources.ledger_invoice i, generate_series(1, 700) AS n WHERE i.id = :one RETURNING id)
                        INSERT INTO resources.ledger_invoice_line (invoice, position, text, amount, account)
                        SELECT made.id, position, text, amount, account FROM made, resources.ledger_invoice_line
                        WHERE invoice = :one
                        """).param("one", one).update();
        db.sql("""
                        INSERT INTO resources.dues_invoice (invoice, call, membership)
                        SELECT i.id, d.call, d.membership FROM resources.ledger_invoice i, resources.dues_invoice d
                        WHERE i.series = 'P' || left(CAST(:one AS text), 8) AND d.invoice = :one
                        """).param("one", one).update();
        db.sql("""
                        INSERT INTO resources.dues_letter (id, invoice, expected_on, round, posted_at, by_mail)
                        SELECT gen_random_uuid(), i.id, l.expected_on, 0, l.posted_at, false FROM resources.ledger_invoice i, resources.dues_letter l
                        WHERE i.series = 'P' || left(CAST(:one AS text), 8) AND l.invoice = :one
                        """).param("one", one).update();
        assertThat(batches(call)).extracting(PostalBatch::letters).containsExactly(500, 201);
        assertThat(batches(call)).extracting(PostalBatch::part).containsExactly(1, 2);
    }

    @Test
    void tellsTheDayOnWhichInvoicesWereSentElsewhere() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        as(() -> launching.enterSentInvoices(call, settings.today().minusDays(3), null));
        UUID invoice = db.sql("SELECT id FROM resources.ledger_invoice WHERE organisation = ?")
                .param(small.value())
                .query(UUID.class)
                .single();
        assertThat(page("/resources/ledger/invoices/" + invoice))
                .contains("Envoi de la facture : envoyée autrement le")
                .doesNotContain("cette facture est à remettre");
        assertThat(page("/resources/dues/calls/" + call.value())).contains("envoyées autrement");
    }

    private String page(String url) {
        return screens.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private String home() {
        return screens.as(Role.COORDINATOR).open("/").text().replace('\u00a0', ' ');
    }

    private long printed(CallId call) {
        return as(() -> letters.findOpen(call)).stream()
                .filter(CallLetterService.OpenLetter::printed)
                .count();
    }

    private List<PostalBatch> batches(CallId call) {
        return as(() -> bundle.findBatches(call));
    }

    private void later(int days) {
        clock.moveTo(clock.instant().plus(Duration.ofDays(days)));
    }

    private int printed(CallId call, PostalBatch batch) throws Exception {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            var out = new ByteArrayOutputStream();
            try (PostalBundleWriter.PostalBundle bound = bundle.writeBatch(call, batch)) {
                bound.write(out);
            }
            return PdfPageCount.count(out.toByteArray());
        });
    }
}
