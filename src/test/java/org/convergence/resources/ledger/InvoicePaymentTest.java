package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.invoice;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationIdentity;
import org.convergence.platform.settings.SettingsService;
import org.convergence.platform.settings.SettingsService.VersionedProfile;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoicePaperAssembler;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A payment entered from an invoice settles that invoice; an invoice shows its period. */
@ModuleTest
class InvoicePaymentTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private InvoiceDetailsQueries file;

    @Autowired
    private SettingsService settings;

    @Autowired
    private InvoicePaperAssembler papers;

    private OrganisationId union = new OrganisationId(new UUID(0, 0));
    private InvoiceId dues = new InvoiceId(new UUID(0, 0));

    @BeforeEach
    void issueInvoice() throws Exception {
        visitors.ensureOrganisation();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            union = people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID());
            dues = invoicing.issue(invoice(union, "1500", DAY.plusDays(30), null));
            return true;
        });
    }

    @Test
    void settlesInvoiceFromWhichPaymentIsEntered() throws Exception {
        InvoiceId second = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> invoicing.issue(invoice(union, "1500", DAY.plusDays(60), null)));
        String pay = pages.as(Role.STAFF)
                .open("/resources/ledger/invoices/" + second.value())
                .select("a[href*=payments/new]")
                .attr("href");
        Document form = pages.as(Role.STAFF).open(pay);
        assertThat(form.select(".notice li")).hasSize(1);
        String named = form.select("input[name=invoice]").val();
        MvcTestResult saved = noted(named);
        assertThat(saved).hasStatus(303);
        assertThat(state(second)).contains("Réglée");
        assertThat(state(dues)).contains("1 500,00 $ à recevoir sur 1 500,00 $");
    }

    @Test
    void keepsRestOfInvoicePaymentAsAdvance() throws Exception {
        InvoiceId second = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR), () -> invoicing.issue(invoice(union, "200", DAY.plusDays(60), null)));
        MvcTestResult saved = noted(second.value().toString());
        assertThat(pages.as(Role.STAFF)
                        .open(String.valueOf(saved.getResponse().getRedirectedUrl()))
                        .select("main")
                        .text())
                .contains("200,00 $", "Avance", "1 300,00 $");
        assertThat(state(dues)).contains("1 500,00 $ à recevoir sur 1 500,00 $");
    }

    @Test
    void showsPeriodOfInvoiceOnce() throws Exception {
        String paper = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            InvoiceFacts facts = invoice(union, "10", DAY.plusDays(60), null);
            InvoiceId id = invoicing.issue(new InvoiceFacts(
                    facts.debtor(),
                    facts.payer(),
                    facts.addressee(),
                    "fr",
                    facts.issuedOn(),
                    facts.dueOn(),
                    new InvoiceFacts.InvoicePeriod(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30)),
                    facts.currency(),
                    facts.subject(),
                    null,
                    facts.lines(),
                    null));
            return papers.forDebtor(file.findById(id)).toString();
        });
        assertThat(paper).contains("Du 1er juillet 2025 au 30 juin 2026");
    }

    @Test
    void paperHasItsTitleOnceAndSaysHowToPay() {
        try {
            setIdentity(new OrganisationIdentity("", "", "", "", "", "", "Maison", "Virement : a", "", "", "", ""));
            Paper paper =
                    CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> papers.forDebtor(file.findById(dues)));
            assertThat(paper.sections()).extracting(Section::heading).containsExactly("");
            assertThat(paper.toString()).contains("Comment payer", "à l’ordre de Maison", "Virement : a");
        } finally {
            setIdentity(OrganisationIdentity.NONE);
        }
        assertThat(CurrentActor.callAs(
                        visitors.actor(Role.COORDINATOR),
                        () -> papers.forDebtor(file.findById(dues)).toString()))
                .doesNotContain("Comment payer");
    }

    private void setIdentity(OrganisationIdentity identity) {
        CurrentActor.callAs(visitors.actor(Role.ADMINISTRATOR), () -> {
            VersionedProfile now = settings.findCurrent();
            settings.update(now.version(), now.settings().with(identity), new byte[0]);
            return true;
        });
    }

    private String state(InvoiceId invoice) {
        return pages.as(Role.ACCOUNTANT)
                .open("/resources/ledger/invoices/" + invoice.value())
                .select("main")
                .text();
    }

    /** Enters a payment of 1,500 $ by the union. */
    private MvcTestResult noted(String invoice) {
        return mvc.post()
                .uri("/resources/ledger/payments/new")
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .param("organisation", union.value().toString())
                .param("amount", "1500")
                .param("currency", "CAD")
                .param("method", "CHEQUE")
                .param("received", "2026-02-10")
                .param("reference", UUID.randomUUID().toString())
                .param("invoice", invoice)
                .exchange();
    }
}
