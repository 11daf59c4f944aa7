package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invoices of a call are read before it is issued. */
class InvoiceSpecimenTest extends DuesYearFixture {

    @Autowired
    private Pages pages;

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
