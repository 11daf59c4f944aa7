package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.invoice;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A union that owes, and files of the bank, for the tests of its pages. */
abstract class BankPagesFixture {

    static final String BANK = "/resources/ledger/bank";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Pages pages;

    @Autowired
    TestUsers visitors;

    @Autowired
    PeopleDirectory people;

    @Autowired
    InvoiceService invoicing;

    @Autowired
    PaymentService receiving;

    @Autowired
    JobTestRunner jobs;

    @Autowired
    JdbcClient db;

    String name = "";
    OrganisationId union = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void createUnion() {
        visitors.ensureOrganisation();
        name = "Local " + UUID.randomUUID().toString().substring(0, 8);
        as(() -> union = people.findOrCreateOrganisation(name));
        db.sql("UPDATE resources.ledger_bank_line SET state = 'ASIDE', aside = 'TRANSFER' WHERE state = 'OPEN'")
                .update();
    }

    <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    void owed(String amount) {
        as(() -> invoicing.issue(invoice(union, amount, DAY.plusDays(30), null)));
    }

    static String location(MvcTestResult result) {
        assertThat(result).hasStatus(303);
        return Objects.requireNonNull(result.getResponse().getHeader("Location"));
    }

    void statement(String text) {
        String url = uploaded(text);
        assertThat(pages.as(Role.STAFF).open(url).select("main").text()).contains(", CAD", "Dates en chiffres");
        assertThat(pages.as(Role.STAFF).post(url + "/run", "version=1")).hasStatus(303);
        jobs.runAll();
    }

    String uploaded(String text) {
        String bank = pages.as(Role.STAFF)
                .open(BANK + "/import")
                .select("select[name=bank] option[value]:not([value=''])")
                .val();
        MvcTestResult uploaded = mvc.post()
                .uri(BANK + "/import")
                .multipart()
                .file(new MockMultipartFile("file", "relevé.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("bank", bank)
                .param("currency", "CAD")
                .with(visitors.as(Role.STAFF))
                .with(csrf())
                .exchange();
        return location(uploaded);
    }
}
