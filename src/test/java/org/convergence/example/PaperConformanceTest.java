package org.convergence.example;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * Each kind of paper, made from the example, conforms to PDF/UA-1 as judged by veraPDF. The files are left in {@code
 * target/papers} for inspection.
 */
@ModuleTest
class PaperConformanceTest {

    private static final Path FOLDER = Path.of("target", "papers");

    /** Kinds of papers, with a query for the address of one. */
    private static final Map<String, String> PAPERS = papers();

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    private static Map<String, String> papers() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "invoice",
                "SELECT '/resources/ledger/invoices/' || id || '/file.pdf' FROM resources.ledger_issued_invoice");
        all.put("deposit", "SELECT '/resources/ledger/deposits/' || id || '.pdf' FROM resources.ledger_deposit");
        all.put(
                "leaflet",
                "SELECT '/resources/impact/of/' || organisation || '/preview.pdf' FROM resources.membership");
        all.put(
                "agenda",
                "SELECT '/outreach/assembly/meetings/' || id || '/papers.pdf' FROM outreach.assembly_meeting WHERE state = 'PLANNED'");
        all.put(
                "minutes",
                "SELECT '/outreach/assembly/meetings/' || id || '/minutes/pdf' FROM outreach.assembly_meeting WHERE state = 'HELD'");
        all.put(
                "resolution",
                "SELECT '/outreach/assembly/resolutions/' || id || '/extract/pdf' FROM outreach.assembly_resolution");
        all.put("plan", "SELECT '/plan/actionplan/' || id || '/file/adopted/pdf' FROM plan.actionplan_plan");
        all.put("followed plan", "SELECT '/plan/actionplan/' || id || '/file/followed/pdf' FROM plan.actionplan_plan");
        all.put("how-to", "SELECT '/plan/howto/' || id || '/file/pdf' FROM plan.howto");
        all.put("report", "SELECT '/plan/report/' || id || '/download.pdf' FROM plan.report");
        all.put("capacity", "SELECT '/plan/time/capacity/pdf'");
        all.put(
                "hand-over",
                "SELECT '/directory/handover/of/' || person_id || '/file/pdf' FROM identity.account WHERE person_id IS NOT NULL");
        all.put("claim", "SELECT '/resources/subsidy/claim/' || id || '/pdf' FROM resources.subsidy_claim");
        return all;
    }

    @BeforeEach
    void itIsEntered() {
        example.ensure();
    }

    @Test
    void everyKindOfPaperConformsToPdfUa() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Files.createDirectories(FOLDER);
        var found = new SoftAssertions();
        for (Map.Entry<String, String> kind : PAPERS.entrySet()) {
            byte[] pdf = paper(kind.getValue());
            Files.write(FOLDER.resolve("example-" + kind.getKey() + ".pdf"), pdf);
            found.assertThat(violations(pdf)).as(kind.getKey()).isEmpty();
        }
        found.assertAll();
    }

    private byte[] paper(String addresses) {
        return db.sql(addresses).query(String.class).list().stream()
                .map(url -> pages.as(Role.COORDINATOR, Role.ACCOUNTANT).get(url).getResponse())
                .filter(response -> response.getStatus() == HttpStatus.OK.value())
                .map(MockHttpServletResponse::getContentAsByteArray)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no paper by " + addresses));
    }

    private static Set<String> violations(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(each -> each.getRuleId().getClause() + " " + each.getMessage())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
