package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Papers of the example that are sent out. The files are left in {@code target/papers} for inspection. */
@ModuleTest
class ExamplePapersTest {

    private static final Path FOLDER = Path.of("target", "papers");

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void itIsEntered() {
        example.ensure();
    }

    @Test
    void invoiceNamesSenderAndWaysToPayOnce() throws IOException {
        UUID open = db.sql("""
                        SELECT i.id FROM resources.ledger_issued_invoice i
                        WHERE i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_payment p WHERE p.invoice = i.id)
                        ORDER BY i.id LIMIT 1""").query(UUID.class).single();
        String text = text("/resources/ledger/invoices/" + open + "/file.pdf", "example-invoice.pdf");
        assertThat(text)
                .contains("Solidarité en partage\nSolidarité en partage inc. · 100, rue de l’Exemple")
                .contains("Facturé à", "À payer d’ici le", "Comment payer", "Par chèque, à l’ordre de Solidarité");
        assertThat(StringUtils.countMatches(text, "Facture F-")).as("its title").isEqualTo(1);
    }

    @Test
    void minutesNameNoVacantSeatAsAbsent() throws IOException {
        List<UUID> held = db.sql("SELECT id FROM outreach.assembly_meeting ORDER BY id")
                .query(UUID.class)
                .list();
        List<String> opened = new ArrayList<>();
        for (UUID meeting : held) {
            String text = text("/outreach/assembly/meetings/" + meeting + "/minutes/pdf", "example-minutes.pdf");
            assertThat(text).doesNotContain("Sans titulaire");
            opened.add(text);
        }
        assertThat(opened).as("minutes that open").anyMatch(text -> text.contains("Procès-verbal"));
    }

    @Test
    void theAssemblyVotedOnceByNameWithTheCardsOfItsRoll() {
        assertThat(db.sql("""
                        SELECT v.outcome || ', ' || v.present - (SELECT sum(b.cards) FROM outreach.vote_ballot b WHERE b.vote = v.id)
                               || ' missing, against ' || v.against
                        FROM outreach.vote v WHERE v.method = 'NOMINAL'""").query(String.class).list()).containsExactly("CARRIED, 0 missing, against 1");
    }

    private String text(String url, String name) throws IOException {
        MvcTestResult answer = pages.as(Role.COORDINATOR, Role.ACCOUNTANT).get(url);
        if (answer.getResponse().getStatus() != HttpStatus.OK.value()) {
            return "";
        }
        byte[] pdf = answer.getResponse().getContentAsByteArray();
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\r", "");
        }
    }
}
