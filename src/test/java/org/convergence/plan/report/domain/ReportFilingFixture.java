package org.convergence.plan.report.domain;

import static org.convergence.plan.report.Season.as;
import static org.convergence.plan.report.Season.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.Attaching;
import org.convergence.plan.realisation.domain.RealisationAttachments;
import org.convergence.plan.realisation.domain.RealisationCorrection;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReport;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.Reports;
import org.convergence.plan.report.Season;
import org.convergence.plan.report.Season.Lines;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report ready to file, or filed. */
abstract class ReportFilingFixture {

    static final Participations TWENTY = new Participations(12, 6, 1, 1, null);

    @Autowired
    Season season;

    @Autowired
    Visitors visitors;

    @Autowired
    Reports reports;

    @Autowired
    ReportFiling filing;

    @Autowired
    ReportDrafting drafting;

    @Autowired
    ReportReading reading;

    @Autowired
    FiledReports filed;

    @Autowired
    RealisationCorrection correction;

    @Autowired
    RealisationFacts facts;

    @Autowired
    RealisationAttachments attachments;

    @Autowired
    Documents documents;

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient db;

    static int year = 2000;

    /** A report with its three texts, on a plan with two workshops. */
    record Written(Lines lines, ReportId report, RealisationId first, RealisationId second) {}

    @BeforeEach
    void anOrganisation() {
        visitors.anOrganisation();
    }

    Written aReport() {
        year++;
        Lines lines = season.plan(year);
        LocalDate day = LocalDate.of(year, 5, 2);
        RealisationId first = season.workshop("Atelier au cégep", day, TWENTY, Set.of(lines.offer()), "Cégep", "CSN");
        RealisationId second =
                season.workshop("Atelier au port", day.plusDays(1), Participations.of(30), Set.of(lines.comic()));
        ReportId report = as(() -> reports.begin(new BeginReport(
                lines.plan(), Audience.ANNUAL, "Rapport " + year, lines.from(), lines.to(), null, "fr", null)));
        run(() -> {
            reports.write(report, SectionRef.FOREWORD, "Une année **riche**.");
            reports.write(report, SectionRef.of(lines.workshops()), "Un atelier au cégep.");
            reports.write(report, SectionRef.of(lines.tools()), "Un atelier au port.");
        });
        return new Written(lines, report, first, second);
    }

    Written aFiledReport() {
        Written made = aReport();
        run(() -> reports.file(made.report()));
        return made;
    }

    DocumentId photograph(RealisationId realisation, String caption, boolean publishable) {
        return as(() -> {
            try (PreparedDocument file =
                    documents.prepare(Upload.of("photo.jpg", new ClassPathResource("example/images/serre.jpg")))) {
                return attachments.attach(
                        realisation, file, new Attaching(AttachmentKind.PHOTOGRAPH, caption, "", publishable));
            }
        });
    }

    String text(ReportId report, FiledFile.Kind kind) {
        return new String(as(() -> filed.file(report, kind)).bytes(), StandardCharsets.UTF_8);
    }
}
