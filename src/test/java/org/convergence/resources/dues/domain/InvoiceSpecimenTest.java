package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.membership.domain.BillingContactService;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Invoices of a call are read before it is issued. */
class InvoiceSpecimenTest extends DuesYearFixture {

    @Autowired
    private Pages pages;

    @Autowired
    private BillingContactService contacts;

    /** Invoices exist in French and English; the form of a call says what a member of another language gets. */
    @ParameterizedTest
    @CsvSource({"es, fr, votre facture", "en, en, your invoice"})
    void writesInTheContactsLanguageOrTheOrganisationsOwn(String spoken, String written, String subject) {
        UUID contact = db.sql("""
                        INSERT INTO directory.people_person (id, given_name, family_name, languages)
                        VALUES (gen_random_uuid(), 'Ana', 'Ruiz', ARRAY[?]) RETURNING id
                        """).param(spoken).query(UUID.class).single();
        as(() -> {
            contacts.setContact(big, 0, new PersonId(contact), null);
            return true;
        });
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueWithoutSending(call);
        assertThat(db.sql("SELECT language FROM resources.ledger_invoice WHERE organisation = ?")
                        .param(big.value())
                        .query(String.class)
                        .single())
                .isEqualTo(written);
        assertThat(db.sql("SELECT subject FROM platform.mail_message WHERE recipient = 'facturation@baie.example'")
                        .query(String.class)
                        .single())
                .contains(subject);
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/resources/dues/calls/" + call.value() + "/edit")
                        .text()
                        .replace('\u00a0', ' '))
                .contains("pour les membres d’une autre langue, la lettre habituelle est utilisée");
    }

    @Test
    void readsSpecimensBeforeTheIssue() throws Exception {
        CallId call = as(() -> calls.prepare(facts(CallKind.APPEAL, "10", null)));
        String url = "/resources/dues/calls/" + call.value();
        List<String> specimens = pages.as(Role.COORDINATOR)
                .open(url + "/issue")
                .select("a[href*=/specimens/]")
                .eachAttr("href");
        assertThat(specimens).as("by mail, on paper").hasSize(2);
        for (String each : specimens) {
            byte[] pdf = pages.as(Role.COORDINATOR).get(each).getResponse().getContentAsByteArray();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("Facture (spécimen)", "n’est pas émise", "Facturé à\nSyndicat ", "À payer 10,00");
            }
        }
        assertThat(pages.as(Role.COORDINATOR).get(url + "/specimens/" + UUID.randomUUID() + ".pdf"))
                .hasStatus(404);
    }
}
