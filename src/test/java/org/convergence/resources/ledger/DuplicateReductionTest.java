package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;
import static org.convergence.resources.ledger.LedgerFixture.invoice;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An invoice is reduced once, even if two users enter the same credit or cite the same resolution. */
@ModuleTest
class DuplicateReductionTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private InvoiceDetailsQueries file;

    @Autowired
    private ConcurrentActions atOnce;

    private InvoiceId dues = new InvoiceId(new UUID(0, 0));

    @BeforeEach
    void issueInvoice() {
        visitors.ensureOrganisation();
        OrganisationId union = as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
        dues = as(() -> invoicing.issue(invoice(union, "500", DAY.plusDays(30), null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/credit", "/write-off"})
    void secondEditorGetsConflictAndKeepsInput(String gesture) {
        String url = "/resources/ledger/invoices/" + dues.value() + gesture;
        Document form = Pages.require(
                mvc.get().uri(url).with(visitors.as(Role.COORDINATOR)).exchange());
        String seen = form.select("main form input[name=version]").val();
        assertThat(reduced(url, seen)).hasStatus(303);
        MvcTestResult second = reduced(url, seen);
        assertThat(second).hasStatus(409).bodyText().contains("Dissolution");
        assertThat(as(() -> file.findById(dues)).balance()).isEqualTo(cad("400"));
        String anew = Pages.require(
                        mvc.get().uri(url).with(visitors.as(Role.COORDINATOR)).exchange())
                .select("main form input[name=version]")
                .val();
        assertThat(reduced(url, anew)).hasStatus(303);
        assertThat(as(() -> file.findById(dues)).balance()).isEqualTo(cad("300"));
    }

    @Test
    void concurrentUsersCreditOnce() {
        ConcurrentActions.ActionResult second = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> invoicing.credit(dues, 1, cad("100"), "Effectif révisé"),
                () -> invoicing.credit(dues, 1, cad("100"), "Effectif révisé"));
        assertThat(second.thrown()).isInstanceOf(EditConflict.class);
        assertThat(as(() -> file.findById(dues)).balance()).isEqualTo(cad("400"));
    }

    private MvcTestResult reduced(String url, String version) {
        return mvc.post()
                .uri(url)
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .param("version", version)
                .param("amount", "100")
                .param("reason", "Dissolution")
                .param("body", "CA")
                .param("date", "2026-01-10")
                .param("number", "CA-2026-01-04")
                .exchange();
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }
}
