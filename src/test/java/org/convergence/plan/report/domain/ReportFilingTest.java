package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.plan.report.Season.as;
import static org.convergence.plan.report.Season.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.domain.Attaching;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.plan.realisation.domain.RealisationAttachments;
import org.convergence.plan.realisation.domain.RealisationCorrection;
import org.convergence.plan.report.BeginReport;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.Reports;
import org.convergence.plan.report.Season;
import org.convergence.plan.report.Season.Lines;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.FiledReports.Filed;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.geography.Place;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A filed report stays as it was handed over, whatever happens afterwards. */
@ModuleTest
class ReportFilingTest {

    private static final Participations TWENTY = new Participations(12, 6, 1, 1, null);

    @Autowired
    private Season season;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Reports reports;

    @Autowired
    private ReportFiling filing;

    @Autowired
    private ReportDrafting drafting;

    @Autowired
    private ReportReading reading;

    @Autowired
    private FiledReports filed;

    @Autowired
    private RealisationCorrection correction;

    @Autowired
    private RealisationAttachments attachments;

    @Autowired
    private Documents documents;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient db;

    private static int year = 2000;

    /** A report with its three texts, on a plan for which two workshops were given. */
    private record Written(Lines lines, ReportId report, RealisationId first, RealisationId second) {}

    @BeforeEach
    void anOrganisation() {
        visitors.anOrganisation();
    }

    private Written aReport() {
        year++;
        Lines lines = season.plan(year);
        LocalDate day = LocalDate.of(year, 5, 2);
        RealisationId first = season.workshop("Atelier au cégep", day, TWENTY, Set.of(lines.offer()), "Cégep", "CSN");
        RealisationId second =
                season.workshop("Atelier au port", day.plusDays(1), Participations.of(30), Set.of(lines.comic()));
        ReportId report = as(() -> reports.begin(
                new BeginReport(lines.plan(), "Rapport " + year, lines.from(), lines.to(), null, "fr", null)));
        run(() -> {
            reports.write(report, SectionRef.FOREWORD, "Une année **riche**.");
            reports.write(report, SectionRef.of(lines.workshops()), "Un atelier au cégep.");
            reports.write(report, SectionRef.of(lines.tools()), "Un atelier au port.");
        });
        return new Written(lines, report, first, second);
    }

    private Written aFiledReport() {
        Written made = aReport();
        run(() -> reports.file(made.report()));
        return made;
    }

    @Test
    void whatIsMissingIsSaidAndForbidsTheFiling() {
        Written made = aReport();
        run(() -> reports.write(made.report(), SectionRef.FOREWORD, ""));
        assertThatThrownBy(() -> run(() -> reports.file(made.report())))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("report.refused.lacks");
                    assertThat(refused.arguments()).containsExactly(1);
                });
        assertThat(as(() -> filed.find(made.report()))).isEmpty();
    }

    @Test
    void aNameForbidsTheFiling() {
        Written made = aReport();
        season.person("Gérald", "Lavallée");
        run(() -> reports.write(made.report(), SectionRef.FOREWORD, "Merci à Gérald Lavallée."));
        assertThatThrownBy(() -> run(() -> reports.file(made.report()))).isInstanceOf(Refused.class);
        run(() -> reports.write(made.report(), SectionRef.FOREWORD, "Merci au trésorier."));
        run(() -> reports.file(made.report()));
        assertThat(text(made.report(), FiledFile.Kind.FACTS)).doesNotContain("Lavallée");
    }

    @Test
    void theFilesSayWhatTheReportSays() throws Exception {
        Written made = aFiledReport();
        FiledFile pdf = as(() -> filed.file(made.report(), FiledFile.Kind.PDF));
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            assertThat(stripper.getText(document))
                    .contains("Rapport " + year, "Une année riche.", "Un atelier au cégep.", "Atelier au port", "CSN");
        }
        assertThat(pdf.sha256()).isEqualTo(FiledFile.hex(FiledFile.sha256(pdf.bytes())));
        JsonNode facts = Json.parse(text(made.report(), FiledFile.Kind.FACTS)).node();
        assertThat(facts.path("schema").asInt()).isEqualTo(1);
        assertThat(facts.path("figures").path("participations").asInt()).isEqualTo(50);
        assertThat(facts.path("figures").path("women").asInt()).isEqualTo(12);
        assertThat(facts.path("realisations").size()).isEqualTo(2);
        assertThat(facts.path("sections").get(0).path("text").asString()).isEqualTo("Une année **riche**.");
        Filed then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(then.contents())
                .isEqualTo(as(() -> reading.draft(made.report())).contents());
    }

    @Test
    void nothingOfAFiledReportIsWrittenAnyMore() {
        Written made = aFiledReport();
        assertThatThrownBy(() -> run(() -> reports.write(made.report(), SectionRef.FOREWORD, "Autre chose.")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> run(() -> reports.leaveOut(made.report(), made.first(), "Trop tard")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> run(() -> drafting.discard(made.report()))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> run(() -> reports.file(made.report()))).isInstanceOf(Refused.class);
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatWasFiled() throws Exception {
        Written made = aFiledReport();
        String id = "'" + made.report().value() + "'";
        List<String> attempts = List.of(
                "UPDATE plan.report_file_chunk SET content = 'x' WHERE report = " + id,
                "DELETE FROM plan.report_file_chunk WHERE report = " + id,
                "INSERT INTO plan.report_file_chunk VALUES (" + id + ", 'PDF', 99, 'x')",
                "UPDATE plan.report_file SET sha256 = sha256 WHERE report = " + id,
                "DELETE FROM plan.report_filing WHERE report = " + id,
                "UPDATE plan.report SET title = 'Autre' WHERE id = " + id,
                "DELETE FROM plan.report WHERE id = " + id,
                "UPDATE plan.report_section SET text = 'Autre' WHERE report = " + id,
                "DELETE FROM plan.report_section WHERE report = " + id,
                "INSERT INTO plan.report_gap (id, report, action, words) VALUES (gen_random_uuid(), " + id
                        + ", gen_random_uuid(), 'x')");
        for (var who : List.of(database.application(), database.owner())) {
            for (String attempt : attempts) {
                try (var connection = who.connect();
                        var statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute(attempt))
                            .as(who.user() + ": " + attempt)
                            .isInstanceOf(java.sql.SQLException.class)
                            .hasMessageMatching("(?s).*(never changed|permission denied).*");
                }
            }
        }
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE plan.report_section SET responsible_words = 'Nouvelle équipe' WHERE report = " + id);
        }
    }

    @Test
    void aFileThatIsNotWhatWasFiledIsNotHandedOut() throws Exception {
        Written made = aFiledReport();
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE plan.report_file_chunk DISABLE TRIGGER USER");
            statement.execute(
                    "UPDATE plan.report_file_chunk SET content = content || 'x' WHERE kind = 'PDF' AND report = '"
                            + made.report().value() + "'");
            statement.execute("ALTER TABLE plan.report_file_chunk ENABLE TRIGGER USER");
        }
        assertThatThrownBy(() -> as(() -> filed.file(made.report(), FiledFile.Kind.PDF)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(as(() -> filed.file(made.report(), FiledFile.Kind.WORD)).bytes())
                .isNotEmpty();
    }

    @Test
    void correctionsShowAsDifferencesAndTheFileStays() {
        Written made = aFiledReport();
        byte[] before = as(() -> filed.file(made.report(), FiledFile.Kind.PDF)).bytes();
        Filed then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(as(() -> filed.differences(then))).isEmpty();

        LocalDate day = LocalDate.of(year, 5, 2);
        var corrected = new Happening(
                "Atelier au cégep",
                RealisationKind.WORKSHOP,
                Days.on(day),
                Place.of("QC-06"),
                new Participations(14, 6, 1, 1, null),
                then.contents().facts().get(0).organisations().stream()
                        .map(each -> new org.convergence.directory.people.OrganisationId(each.id()))
                        .collect(java.util.stream.Collectors.toSet()));
        int version = then.contents().facts().get(0).version();
        run(() -> correction.correct(
                made.first(),
                version,
                new Entry(
                        corrected,
                        org.convergence.plan.realisation.Amounts.UNKNOWN,
                        org.convergence.plan.realisation.Telling.serving(
                                Set.of(made.lines().offer())))));
        run(() -> correction.withdraw(made.second(), "N’a pas eu lieu"));
        season.workshop(
                "Atelier retrouvé", day.plusDays(9), TWENTY, Set.of(made.lines().offer()));

        List<Difference> differences = as(() -> filed.differences(then));
        assertThat(differences)
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.CHANGED, Difference.Kind.WITHDRAWN, Difference.Kind.ADDED);
        assertThat(as(() -> filed.file(made.report(), FiledFile.Kind.PDF)).bytes())
                .isEqualTo(before);
        assertThat(Tally.of(as(() -> filed.find(made.report()))
                                .orElseThrow()
                                .contents()
                                .facts())
                        .participations()
                        .total())
                .isEqualTo(50);
    }

    @Test
    void aNarrativeThatChangesIsNoDifference() {
        Written made = aFiledReport();
        db.sql("UPDATE plan.realisation SET narrative = 'Raconté autrement.', version = version + 1 WHERE id = ?")
                .param(made.first().value())
                .update();
        Filed then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(as(() -> filed.differences(then))).isEmpty();
    }

    @Test
    void whatBelongsToAnotherPeriodTodayIsADifference() {
        Written made = aFiledReport();
        db.sql("UPDATE plan.realisation SET starts_on = starts_on - 90, ends_on = ends_on - 90 WHERE id = ?")
                .param(made.first().value())
                .update();
        Filed then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(as(() -> filed.differences(then)))
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.CHANGED);
    }

    @Test
    void aWronglyFiledReportIsReplacedByANewEdition() {
        Written made = aFiledReport();
        ReportId next = as(() -> filing.replace(made.report()));
        assertThat(as(() -> reading.draft(next)).contents().parts().get(0).text())
                .isEqualTo("Une année **riche**.");
        assertThatThrownBy(() -> as(() -> filing.replace(made.report()))).isInstanceOf(Refused.class);
        assertThat(as(() -> reading.one(made.report())).replacedBy()).isNull();
        run(() -> reports.write(next, SectionRef.FOREWORD, "Une année riche, et corrigée."));
        run(() -> reports.file(next));
        assertThat(as(() -> reading.one(made.report())).replacedBy()).isEqualTo(next);
        assertThat(text(made.report(), FiledFile.Kind.FACTS)).doesNotContain("corrigée");
        assertThat(text(next, FiledFile.Kind.FACTS)).contains("corrigée");
    }

    @Test
    void twoWhoFileAtOnceFileOnce() throws Exception {
        Written made = aReport();
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<String>> answers = new ArrayList<>();
        Callable<String> file = () -> {
            try {
                run(() -> reports.file(made.report()));
                return "filed";
            } catch (Refused refused) {
                return refused.messageKey();
            }
        };
        answers.add(both.submit(file));
        answers.add(both.submit(file));
        List<String> said = new ArrayList<>();
        for (Future<String> answer : answers) {
            said.add(answer.get());
        }
        both.shutdown();
        assertThat(said).containsExactlyInAnyOrder("filed", "report.refused.filed");
    }

    @Test
    void photographsWithPermissionAreInTheFilesAndOnlyThose() throws Exception {
        Written made = aReport();
        photograph(made.first(), "La serre au printemps", true);
        DocumentId internal = photograph(made.second(), "Pour nous seulement", false);
        Contents contents = as(() -> reading.draft(made.report())).contents();
        assertThat(contents.photographs())
                .singleElement()
                .satisfies(photo -> assertThat(photo.caption()).isEqualTo("La serre au printemps"));
        run(() -> reports.file(made.report()));
        FiledFile pdf = as(() -> filed.file(made.report(), FiledFile.Kind.PDF));
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("La serre au printemps")
                    .doesNotContain("Pour nous seulement");
        }
        String facts = text(made.report(), FiledFile.Kind.FACTS);
        assertThat(facts).contains("sha256").doesNotContain(internal.value().toString());

        Filed then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(as(() -> filed.differences(then))).isEmpty();
        DocumentId shown = new DocumentId(contents.photographs().get(0).document());
        run(() -> attachments.permit(shown, false));
        assertThat(as(() -> filed.differences(then)))
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.PERMISSION);
        assertThat(as(() -> filed.showable(then)).photographs()).isEmpty();
        assertThat(as(() -> filed.file(made.report(), FiledFile.Kind.PDF)).sha256())
                .isEqualTo(pdf.sha256());
    }

    private DocumentId photograph(RealisationId realisation, String caption, boolean publishable) {
        return as(() -> {
            try (PreparedDocument file =
                    documents.prepare(Upload.of("photo.jpg", new ClassPathResource("example/images/serre.jpg")))) {
                return attachments.attach(
                        realisation, file, new Attaching(AttachmentKind.PHOTOGRAPH, caption, "", publishable));
            }
        });
    }

    @Test
    void aDraftHasNoFiledFile() {
        Written made = aReport();
        assertThatThrownBy(() -> as(() -> filed.file(made.report(), FiledFile.Kind.PDF)))
                .isInstanceOf(NotFound.class);
    }

    private String text(ReportId report, FiledFile.Kind kind) {
        return new String(as(() -> filed.file(report, kind)).bytes(), StandardCharsets.UTF_8);
    }
}
