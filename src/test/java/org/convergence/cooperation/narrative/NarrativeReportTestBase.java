package org.convergence.cooperation.narrative;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.cooperation.fieldwork.PartnerPassageSource;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of narrative reports share: a project with facts, and the acts on its report. */
@ModuleTest
abstract class NarrativeReportTestBase {

    static final String SECTIONS = "1. Résultats (60 mots)\nComparez-les aux cibles.\n\n2. Partenaires (30 mots)";

    @Autowired
    NarrativeFixture fixture;

    @Autowired
    CooperationFixture cooperation;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers users;

    @Autowired
    PersonService persons;

    @Autowired
    AllIdentityReferences references;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PartnerPassageSource answers;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    JdbcClient db;

    UUID project = new UUID(0, 0);

    @BeforeEach
    void aProjectWithFacts() {
        project = fixture.project();
    }

    String openReport() {
        return fixture.report(
                project, fixture.deliverable(project, "NR-1", "Fondation Rive"), "Rapport 2025", SECTIONS);
    }

    String fact(String section, String kind) {
        return pages.as(Role.COORDINATOR)
                .open(section)
                .select("button[name=insert][value^=" + kind + "]")
                .attr("value");
    }

    void write(String section, int version, String heading, String body, String... more) {
        String[] fields = {"version=" + version, "heading=" + heading, "most=60", "unit=WORDS", "body=" + body};
        String[] all = Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
        cooperation.post(section, all);
    }

    MvcTestResult act(Role role, String report, String act) {
        int version = db.sql("SELECT version FROM cooperation.narrative_report WHERE id = ?")
                .param(UUID.fromString(report.substring(report.lastIndexOf('/') + 1)))
                .query(Integer.class)
                .single();
        return pages.as(role).post(report + "/" + act, "version=" + version);
    }

    String word(String report) throws IOException {
        byte[] bytes = pages.as(Role.COORDINATOR)
                .get(report + "/report.docx")
                .getResponse()
                .getContentAsByteArray();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText().replace('\u00a0', ' ');
        }
    }

    int passageVersion() {
        return db.sql("SELECT version FROM cooperation.narrative_passage")
                .query(Integer.class)
                .single();
    }
}
