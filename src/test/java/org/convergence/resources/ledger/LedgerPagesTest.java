package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.invoice;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
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

/** The pages of the ledger, with and without permission. */
@ModuleTest
class LedgerPagesTest {

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

    private OrganisationId union = new OrganisationId(new UUID(0, 0));
    private String name = "";
    private InvoiceId dues = new InvoiceId(new UUID(0, 0));

    @BeforeEach
    void issueInvoice() throws Exception {
        visitors.ensureOrganisation();
        name = "Syndicat " + UUID.randomUUID();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            union = people.findOrCreateOrganisation(name);
            dues = invoicing.issue(invoice(union, "1500", DAY.plusDays(30), null));
            return true;
        });
    }

    @Test
    void settlesLikeliestInvoiceAndShowsRest() {
        Document form = pages.as(Role.STAFF).open("/resources/ledger/payments/new?organisation=" + union.value());
        assertThat(form.text()).contains("Cotisation 2026", "1 500,00 $");
        MvcTestResult saved = pages.as(Role.COORDINATOR).post("/resources/ledger/payments/new", payment("1600"));
        assertThat(saved).hasStatus(303);
        String url = String.valueOf(saved.getResponse().getRedirectedUrl());
        Document page = pages.as(Role.STAFF).open(url);
        assertThat(page.select("main").text()).contains("Cotisation 2026", "Avance", "100,00 $", "1 600,00 $");
        assertThat(pages.as(Role.ACCOUNTANT)
                        .open("/resources/ledger/invoices/" + dues.value())
                        .select("main")
                        .text())
                .contains("Réglée", "0,00 $ à recevoir sur 1 500,00 $", "Chèque 000123");
        MvcTestResult changed =
                post(url + "/edit", payment("1600"), "version=1", "part-" + dues.value() + "=1000", "part-GIFT=100");
        assertThat(changed).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(url).select("main").text()).contains("Don", "500,00 $");
        assertThat(post(url + "/edit", payment("1600"), "version=1", "part-GIFT=100"))
                .hasStatus(409);
        assertThat(post(url + "/edit", payment("1600"), "version=2", "part-" + dues.value() + "=1500,01"))
                .hasStatus(422)
                .bodyText()
                .contains("Il ne reste que 1\u00a0500,00\u00a0$ à recevoir");
        assertThat(post(url + "/edit", payment("1600"), "version=2", "part-" + dues.value() + "=1000", "part-GIFT=900"))
                .hasStatus(422)
                .bodyText()
                .contains("font 1\u00a0900,00\u00a0$, plus que le paiement de 1\u00a0600,00\u00a0$");
    }

    @Test
    void otherCurrencySettlesNothingAndKeepsInput() {
        String[] dollars = payment("1500");
        dollars[2] = "currency=USD";
        MvcTestResult saved = pages.as(Role.COORDINATOR).post("/resources/ledger/payments/new", dollars);
        assertThat(saved).hasStatus(303);
        String url = String.valueOf(saved.getResponse().getRedirectedUrl());
        assertThat(pages.as(Role.STAFF).open(url).select("main").text())
                .contains("Avance")
                .doesNotContain("Cotisation 2026");
        assertThat(post(url + "/edit", dollars, "version=1", "part-" + dues.value() + "=1500"))
                .hasStatus(422)
                .bodyText()
                .contains("est en CAD, le paiement en USD", "value=\"1500\"", "000123");
        dollars[2] = "currency=GBP";
        assertThat(pages.as(Role.COORDINATOR).post("/resources/ledger/payments/new", dollars))
                .hasStatus(422)
                .bodyText()
                .contains("Cette devise n’est pas connue", "000123");
    }

    @Test
    void reversalAndPaymentLinkToEachOther() {
        String url = String.valueOf(pages.as(Role.COORDINATOR)
                .post("/resources/ledger/payments/new", payment("1500"))
                .getResponse()
                .getRedirectedUrl());
        String back = String.valueOf(pages.as(Role.COORDINATOR)
                .post(url + "/reverse", "on=2026-02-12", "reason=Sans provision")
                .getResponse()
                .getRedirectedUrl());
        assertThat(pages.as(Role.STAFF).open(back).select(".notice a").attr("href"))
                .isEqualTo(url);
        assertThat(pages.as(Role.STAFF).open(back).select("h1").text().replace('\u00a0', ' '))
                .contains("−1 500,00 $");
        assertThat(pages.as(Role.STAFF).open(url).select(".notice a").attr("href"))
                .isEqualTo(back);
    }

    private String[] payment(String amount) {
        return new String[] {
            "organisation=" + union.value(),
            "amount=" + amount,
            "currency=CAD",
            "method=CHEQUE",
            "received=2026-02-10",
            "reference=000123"
        };
    }

    @Test
    void showsErrorsAndKeepsInput() {
        assertThat(pages.as(Role.COORDINATOR).post("/resources/ledger/payments/new", payment("environ 400")))
                .hasStatus(422)
                .bodyText()
                .contains("environ 400");
        assertThat(pages.as(Role.COORDINATOR).post("/resources/ledger/payments/new", payment("-3")))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post("/resources/ledger/payments/new", payment("12,345")))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post("/resources/ledger/payments/new", payment("1000000000")))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/resources/ledger/payments/new", "amount=10", "method=CHEQUE", "received=2026-02-10"))
                .hasStatus(422)
                .bodyText()
                .contains("Dites qui paie");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/ledger/payments/new",
                                "payer=Inconnue",
                                "amount=10",
                                "currency=CAD",
                                "method=CASH",
                                "received=2099-02-10"))
                .hasStatus(422)
                .bodyText()
                .contains("à venir");
    }

    @Test
    void creditsWritesOffAndDelaysInvoice() {
        String url = "/resources/ledger/invoices/" + dues.value();
        assertThat(pages.as(Role.COORDINATOR)
                        .post(url + "/credit", "version=1", "amount=200", "reason=Effectif révisé"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(url + "/delay", "version=2", "until=2026-01-20", "body=CA", "date=2026-01-10"))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(url + "/delay", "version=2", "until=2099-09-30", "body=CA", "date=2026-01-10"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url + "/write-off",
                                "version=3",
                                "amount=1300,01",
                                "reason=x",
                                "body=CA",
                                "date=2026-01-10"))
                .hasStatus(422)
                .bodyText()
                .contains("1300,01");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/write-off", "version=3", "amount=300", "reason=Dissous"))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url + "/write-off",
                                "version=3",
                                "amount=300",
                                "reason=Dissous",
                                "body=CA",
                                "date=2026-01-10"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(url).select("main").text())
                .contains("1 000,00 $ à recevoir sur 1 500,00 $", "30 septembre 2099", "Crédit N-", "Radiation R-")
                .doesNotContain("À recevoir 1 000,00 $ à recevoir");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/resources/ledger/aged?on=2099-10-15")
                        .select("main")
                        .text())
                .contains(name, "1 à 30 jours");
    }

    @Test
    void offersEachStateOnce() {
        assertThat(pages.as(Role.ACCOUNTANT)
                        .open("/resources/ledger")
                        .select("select[name=which] option")
                        .eachText())
                .containsExactly("À recevoir", "Toutes", "En retard", "Réglées");
        assertThat(pages.as(Role.ACCOUNTANT)
                        .open("/resources/ledger?which=OPEN&q=" + name.substring(9, 20))
                        .select("table")
                        .text())
                .contains(name);
    }

    @Test
    void searchesExportsAndRendersPdf() throws Exception {
        assertThat(pages.as(Role.ACCOUNTANT)
                        .open("/resources/ledger?q=" + name.substring(9, 20))
                        .select("table")
                        .text())
                .contains(name, "1 500,00 $");
        assertThat(mvc.get()
                        .uri("/resources/ledger/invoices/export.csv?q=" + name.substring(9, 20))
                        .with(visitors.as(Role.ACCOUNTANT)))
                .hasStatusOk()
                .bodyText()
                .contains(name, "1500");
        byte[] pdf = mvc.get()
                .uri("/resources/ledger/invoices/" + dues.value() + "/file.pdf")
                .with(visitors.as(Role.STAFF))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(mvc.get().uri("/resources/ledger").with(visitors.as(Role.BOARD_MEMBER)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/resources/ledger/payments/new").with(visitors.as(Role.BOARD_MEMBER)))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/resources/ledger/invoices/" + dues.value() + "/credit")
                        .with(csrf())
                        .with(visitors.as(Role.STAFF)))
                .hasStatus(403);
    }

    private MvcTestResult post(String uri, String[] fields, String... more) {
        return pages.as(Role.COORDINATOR)
                .post(uri, Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new));
    }
}
