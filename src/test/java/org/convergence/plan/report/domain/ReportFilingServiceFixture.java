package org.convergence.plan.report.domain;

import static org.convergence.plan.report.ReportFixture.as;
import static org.convergence.plan.report.ReportFixture.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.AttachmentMetadata;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.plan.realisation.domain.RealisationCorrectionService;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportFixture;
import org.convergence.plan.report.ReportFixture.TestPlanLines;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.Reports;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report ready to file, or filed. */
abstract class ReportFilingServiceFixture {

    static final Participations TWENTY = new Participations(12, 6, 1, 1, null);

    @Autowired
    ReportFixture season;

    @Autowired
    TestUsers visitors;

    @Autowired
    Reports reports;

    @Autowired
    ReportFilingService filing;

    @Autowired
    ReportDraftingService drafting;

    @Autowired
    ReportQueries reading;

    @Autowired
    FiledReportQueries filed;

    @Autowired
    RealisationCorrectionService correction;

    @Autowired
    RealisationFacts facts;

    @Autowired
    RealisationAttachmentService attachments;

    @Autowired
    DocumentService documents;

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient db;

    static int year = 2000;

    /** A report with its three texts, on a plan with two workshops. */
    record PreparedReport(TestPlanLines lines, ReportId report, RealisationId first, RealisationId second) {}

    @BeforeEach
    void prepareOrganisation() {
        visitors.ensureOrganisation();
    }

    PreparedReport aReport() {
        year++;
        TestPlanLines lines = season.plan(year);
        LocalDate day = LocalDate.of(year, 5, 2);
        RealisationId first = season.workshop("Atelier au cégep", day, TWENTY, Set.of(lines.offer()), "Cégep", "CSN");
        RealisationId second =
                season.workshop("Atelier au port", day.plusDays(1), Participations.of(30), Set.of(lines.comic()));
        ReportId report = as(() -> reports.begin(new BeginReportCommand(
                lines.plan(), Audience.ANNUAL, "Rapport " + year, lines.from(), lines.to(), null, "fr", null)));
        run(() -> {
            reports.write(report, SectionRef.FOREWORD, "Une année **riche**.");
            reports.write(report, SectionRef.of(lines.workshops()), "Un atelier au cégep.");
            reports.write(report, SectionRef.of(lines.tools()), "Un atelier au port.");
        });
        return new PreparedReport(lines, report, first, second);
    }

    PreparedReport aFiledReport() {
        PreparedReport made = aReport();
        run(() -> reports.file(made.report()));
        return made;
    }

    DocumentId photograph(RealisationId realisation, String caption, boolean publishable) {
        return as(() -> {
            try (PreparedDocument file =
                    documents.prepare(Upload.of("photo.jpg", new ClassPathResource("example/images/serre.jpg")))) {
                return attachments.attach(
                        realisation, file, new AttachmentMetadata(AttachmentKind.PHOTOGRAPH, caption, "", publishable));
            }
        });
    }

    String text(ReportId report, FiledFileKind kind) {
        return new String(as(() -> filed.file(report, kind)).bytes(), StandardCharsets.UTF_8);
    }
}
