package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.mail.BounceRegistry;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.rendering.PdfPageCount;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.impact.domain.LeafletPeriod;
import org.convergence.resources.impact.domain.LeafletService;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The leaflet goes with the invoice: to the member alone, once, by mail or printed. */
class DuesLetterCompleterTest extends DuesYearFixture {

    private static final LocalDate FROM = LocalDate.of(2025, 4, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 31);

    @Autowired
    private LeafletService making;

    @Autowired
    private CallLeafletQueries leaflets;

    @Autowired
    private DuesLetterCompleter enclosing;

    @Autowired
    private PostalBundleWriter bundle;

    @Autowired
    private List<RepresentativeSection> shown;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private RecipientWords speaking;

    @Autowired
    private MarkGenerator marks;

    @Autowired
    private BounceRegistry bounces;

    @Test
    void enclosesLeafletWithInvoiceButNotReminder() throws Exception {
        told(big, small);
        assertThat(as(leaflets::findPeriods))
                .anyMatch(it -> it.from().equals(FROM) && it.to().equals(UNTIL));
        CallId call = called();
        InvoiceId byMail = invoice(call, "Syndicat de la Baie");
        List<Enclosure> all = as(() -> enclosing.enclosures(byMail.value()));
        assertThat(all).hasSize(2);
        assertThat(PdfPageCount.count(all.get(1).content().getInputStream().readAllBytes()))
                .isBetween(1, 2);
        assertThat(as(() ->
                        enclosing.enclosures(invoice(call, "Syndicat du Lac").value())))
                .as("printed for the post, with the same")
                .hasSize(2);
        db.sql("""
                        INSERT INTO resources.dues_letter (id, invoice, expected_on, round, posted_at, by_mail)
                        SELECT gen_random_uuid(), id, due_on, 1, now(), true FROM resources.ledger_invoice WHERE id = ?
                        """).param(byMail.value()).update();
        assertThat(as(() -> enclosing.enclosures(byMail.value()))).hasSize(1);
    }

    @Test
    void saysThatAFirstLetterLeavesAfterItsDay() {
        InvoiceId invoice = invoice(called(), "Syndicat de la Baie");
        assertThat(as(() -> enclosing.complete(invoice.value()))).containsEntry("late", "");
        clock.moveTo(clock.instant().plus(Duration.ofDays(40)));
        assertThat(as(() -> enclosing.complete(invoice.value())).get("late"))
                .isEqualTo(" (cette date est passée\u00a0: la facture vous parvient en retard)");
        assertThat(speaking.forLanguage("fr").say("dues.letter.facts")).contains("[[due]][[late]]");
    }

    @Test
    void printsLeafletWithInvoice() throws Exception {
        CallId without = called();
        int pages = printed(without);
        told(big, small);
        assertThat(printed(without)).isGreaterThan(pages);
    }

    @Test
    void hidesLeafletFromOtherPayer() throws Exception {
        told(big, small);
        as(() -> {
            PaymentArrangementService.VersionedArrangement kept = arrangements.findFor(big);
            arrangements.save(kept.version(), new PaymentArrangement(big, small, false, null, null, null, null));
            return true;
        });
        CallId call = called();
        InvoiceId paidByAnother = invoice(call, "Syndicat de la Baie");
        List<Enclosure> all = as(() -> enclosing.enclosures(paidByAnother.value()));
        assertThat(all).hasSize(1);
        byte[] mailed = all.get(0).content().getInputStream().readAllBytes();
        assertThat(text(mailed)).contains("Pour Syndicat de la Baie", "1000,00").doesNotContain("000 ×", "effectif");
        assertThat(text(read(small, paidByAnother)))
                .as("on the payer's page")
                .contains("Pour Syndicat de la Baie")
                .doesNotContain("000 ×", "effectif");
        assertThat(text(read(big, paidByAnother))).as("on the member's page").contains("2000 × 0,50 $", "effectif");
        InvoiceId own = invoice(call, "Syndicat du Lac");
        assertThat(text(read(small, own))).contains("effectif");
    }

    @Test
    void hidesInvoiceOfProtectedPersonFromPayer() {
        UUID person = UUID.randomUUID();
        db.sql(
                        "INSERT INTO directory.people_person (id, version, given_name, family_name) VALUES (?, 1, '', 'Paruline')")
                .param(person)
                .update();
        LocalDate today = settings.today();
        as(() -> invoicing.issue(new InvoiceFacts(
                new PersonId(person),
                small,
                "Syndicat du Lac",
                "fr",
                today,
                today,
                null,
                CAD,
                "Une formation",
                null,
                List.of(new InvoiceFacts.InvoiceLineFacts("Inscription", new BigDecimal("40"), AccountPurpose.DUES)),
                null)));
        assertThat(shownTo(small)).contains("Une formation (Paruline)");
        db.sql("UPDATE directory.people_person SET sealed_at = now() WHERE id = ?")
                .param(person)
                .update();
        assertThat(shownTo(small)).doesNotContain("Paruline", "Une formation");
    }

    private String shownTo(OrganisationId reader) {
        return as(() -> Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> shown.stream()
                        .flatMap(each -> each.show(reader, speaking.forOrganisation()).stream())
                        .toList()
                        .toString())));
    }

    private byte[] read(OrganisationId reader, InvoiceId id) {
        return as(() -> {
            var out = new ByteArrayOutputStream();
            try {
                shown.stream()
                        .flatMap(each -> each.file(reader, id.value()).stream())
                        .findFirst()
                        .orElseThrow()
                        .content()
                        .transferTo(out);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    /** The text without separators of figures. */
    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("(?<=\\d)[\\s\u00a0\u202f](?=\\d{3})", "")
                    .replaceAll("[\\s\u00a0\u202f]+", " ");
        }
    }

    @Test
    void warnsOfBouncedAddressBeforeIssue() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        assertThat(as(() -> lines.computeTotal(calls.findById(call))).returned())
                .isEmpty();
        db.sql("INSERT INTO platform.mail_bounce (mark, failed_at, delays, last_at) VALUES (?, now(), 0, now())")
                .param(marks.compute("facturation@baie.example", "bounced address"))
                .update();
        CallTotal total = as(() -> lines.computeTotal(calls.findById(call)));
        bounces.clear("facturation@baie.example");
        assertThat(total.returned()).hasSize(1).first().asString().startsWith("Syndicat de la Baie");
    }

    private int printed(CallId call) throws Exception {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            var out = new ByteArrayOutputStream();
            try (PostalBundleWriter.PostalBundle bound =
                    bundle.writeBatch(call, bundle.findBatches(call).get(0))) {
                bound.write(out);
            }
            return PdfPageCount.count(out.toByteArray());
        });
    }

    private void told(OrganisationId... members) {
        for (OrganisationId each : members) {
            as(() -> {
                making.make(each, new LeafletPeriod(FROM, UNTIL), "fr");
                return true;
            });
        }
    }

    private CallId called() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        db.sql("UPDATE resources.dues_call SET leaflets_from = ?, leaflets_until = ? WHERE id = ?")
                .params(FROM, UNTIL, call.value())
                .update();
        issueAndSend(call);
        return call;
    }

    private InvoiceId invoice(CallId call, String name) {
        InvoiceQueries.InvoiceSummary line =
                Objects.requireNonNull(line(call, name).invoice());
        return line.id();
    }
}
