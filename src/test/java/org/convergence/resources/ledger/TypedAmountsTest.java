package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An amount may have zeros after its cents, as calculators write it, but no thousandths. */
@ModuleTest
class TypedAmountsTest {

    private static final String NEW = "/resources/ledger/payments/new";

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
    private PaymentQueries payments;

    private OrganisationId union = new OrganisationId(new UUID(0, 0));
    private InvoiceId dues = new InvoiceId(new UUID(0, 0));

    @BeforeEach
    void issueInvoice() {
        visitors.ensureOrganisation();
        union = as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
        dues = as(() -> invoicing.issue(invoice(union, "100", DAY.plusDays(30), null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"37.500", "37,5000", "37,500000", "37,5"})
    void acceptsTrailingZerosInPayment(String typed) {
        MvcTestResult saved = paid(typed);
        assertThat(saved).hasStatus(303);
        String url = String.valueOf(saved.getResponse().getRedirectedUrl());
        var id = new PaymentId(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)));
        assertThat(as(() -> payments.findById(id)).amount()).isEqualTo(cad("37.50"));
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url + "/edit",
                                "organisation=" + union.value(),
                                "amount=20.000",
                                "method=CASH",
                                "received=2026-02-10",
                                "version=1",
                                "part-" + dues.value() + "=20.000"))
                .hasStatus(303);
        assertThat(as(() -> file.findById(dues)).balance()).isEqualTo(cad("80"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.500", "1,5000", "20.000"})
    void acceptsTrailingZerosInReductions(String typed) {
        assertThat(reduced("/credit", typed)).hasStatus(303);
        assertThat(reduced("/write-off", typed)).hasStatus(303);
        assertThat(as(() -> file.findById(dues)).reduced()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.505", "0,0010"})
    void rejectsThousandths(String typed) {
        assertThat(paid(typed)).hasStatus(422).bodyText().contains(typed);
        assertThat(paid("12.505")).hasStatus(422).bodyText().contains("a deux décimales au plus");
        assertThat(reduced("/credit", "12.505")).hasStatus(422).bodyText().contains("a deux décimales au plus");
    }

    @Test
    void acceptsTrailingZerosInApi() {
        assertThat(mvc.post()
                        .uri("/api/v1/payments")
                        .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"organisation\":\"" + union.value()
                                + "\",\"method\":\"CASH\",\"received\":\"2026-02-10\",\"amount\":20.0000}"))
                .hasStatus(201);
    }

    private MvcTestResult paid(String typed) {
        return pages.as(Role.COORDINATOR)
                .post(NEW, "organisation=" + union.value(), "amount=" + typed, "method=CASH", "received=2026-02-10");
    }

    private MvcTestResult reduced(String gesture, String typed) {
        return pages.as(Role.COORDINATOR)
                .post(
                        "/resources/ledger/invoices/" + dues.value() + gesture,
                        "version=" + as(() -> file.findById(dues)).version(),
                        "amount=" + typed,
                        "reason=Effectif révisé",
                        "body=CA",
                        "date=2026-01-10");
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }
}
