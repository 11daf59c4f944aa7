package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.plan.report.ReportFixture.as;
import static org.convergence.plan.report.ReportFixture.run;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.filing.FactDifference;
import org.convergence.plan.filing.FactDifference.DifferenceKind;
import org.convergence.plan.filing.FiledFile;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.FiledReportQueries.FiledReport;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A filed report stays as filed, whatever happens afterwards. */
@ModuleTest
class ReportFilingServiceTest extends ReportFilingServiceFixture {

    @Test
    void requiredLacksPreventTheFiling() {
        PreparedReport made = aReport();
        run(() -> reports.write(made.report(), SectionRef.FOREWORD, ""));
        assertThatThrownBy(() -> run(() -> reports.file(made.report())))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("report.refused.lacks");
                    assertThat(refused.arguments()).containsExactly(1);
                });
        assertThat(as(() -> filed.find(made.report()))).isEmpty();
    }

    @Test
    void aNamePreventsTheFiling() {
        PreparedReport made = aReport();
        season.person("Gérald", "Lavallée");
        run(() -> reports.write(made.report(), SectionRef.FOREWORD, "Merci à Gérald Lavallée."));
        assertThatThrownBy(() -> run(() -> reports.file(made.report()))).isInstanceOf(Refused.class);
        run(() -> reports.write(made.report(), SectionRef.FOREWORD, "Merci au trésorier."));
        run(() -> reports.file(made.report()));
        assertThat(text(made.report(), FiledFileKind.FACTS)).doesNotContain("Lavallée");
    }

    @Test
    void theFilesHoldTheContentsOfTheReport() throws Exception {
        PreparedReport made = aFiledReport();
        FiledFile pdf = as(() -> filed.file(made.report(), FiledFileKind.PDF));
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            assertThat(stripper.getText(document))
                    .contains("Rapport " + year, "Une année riche.", "Un atelier au cégep.", "Atelier au port", "CSN")
                    .as("the words of links")
                    .doesNotContain("les voir une à une", "d’où ça vient");
        }
        assertThat(pdf.sha256())
                .isEqualTo(db.sql("SELECT encode(sha256(?), 'hex')")
                        .param(pdf.bytes())
                        .query(String.class)
                        .single());
        JsonNode facts = Json.parse(text(made.report(), FiledFileKind.FACTS)).node();
        assertThat(facts.path("schema").asInt()).isEqualTo(Snapshot.SCHEMA);
        assertThat(facts.path("figures").path("participations").asInt()).isEqualTo(50);
        assertThat(facts.path("figures").path("women").asInt()).isEqualTo(12);
        assertThat(facts.path("realisations").size()).isEqualTo(2);
        assertThat(facts.path("sections").get(0).path("text").asString()).isEqualTo("Une année **riche**.");
        FiledReport then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(then.contents())
                .isEqualTo(as(() -> reading.findDraft(made.report())).contents());
    }

    @Test
    void countsApprovedHoursOfALineBeyondThoseOfItsRealisations() {
        PreparedReport made = aReport();
        LocalDate monday = LocalDate.of(year, 6, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        sheet(monday, "APPROVED", 20, made.lines().offer());
        sheet(monday.plusWeeks(1), "SUBMITTED", 5, made.lines().offer());
        sheet(monday.plusWeeks(2), "APPROVED", 4, made.lines().comic());
        assertThat(sheetHours(made)).isEqualByComparingTo("24");
        db.sql("UPDATE plan.realisation SET staff_hours = 3 WHERE id = ?")
                .param(made.first().value())
                .update();
        assertThat(sheetHours(made)).as("three are in the realisation").isEqualByComparingTo("21");
        db.sql("UPDATE plan.realisation SET worked_staff_hours = 3 WHERE id = ?")
                .param(made.first().value())
                .update();
        assertThat(sheetHours(made)).as("three others, entered for it").isEqualByComparingTo("24");
        db.sql("UPDATE plan.realisation SET worked_staff_hours = NULL WHERE id = ?")
                .param(made.first().value())
                .update();
        run(() -> reports.write(made.report(), SectionRef.FOREWORD, "Une année."));
        run(() -> reports.file(made.report()));
        assertThat(text(made.report(), FiledFileKind.FACTS)).contains("sheetHours");
        assertThat(as(() -> filed.find(made.report())).orElseThrow().contents().sheetHours())
                .isEqualByComparingTo("21");
    }

    private BigDecimal sheetHours(PreparedReport made) {
        return as(() -> reading.findDraft(made.report())).contents().sheetHours();
    }

    private void sheet(LocalDate monday, String state, int hours, ActionId line) {
        UUID person = Ids.next();
        db.sql("INSERT INTO directory.people_person (id, given_name, family_name) VALUES (?, 'Mireille', 'Demers')")
                .param(person)
                .update();
        db.sql("""
                        INSERT INTO plan.time_sheet
                            (id, person, monday, state, saved_at, submitted_at, decided_at, decided_by, decided_name)
                        VALUES (?, ?, ?, ?, now(), now(), now(), ?, 'Coordination')
                        """).params(Ids.next(), person, monday, state, Ids.next()).update();
        db.sql("""
                        INSERT INTO plan.time_entry (id, person, monday, day, hours, action, volunteer)
                        VALUES (?, ?, ?, ?, ?, ?, false)
                        """)
                .params(Ids.next(), person, monday, monday.plusDays(1), hours, line.value())
                .update();
    }

    @Test
    void aWronglyFiledReportIsReplacedByANewEdition() {
        PreparedReport made = aFiledReport();
        ReportId next = as(() -> filing.replace(made.report()));
        assertThat(as(() -> reading.findDraft(next)).contents().parts().get(0).text())
                .isEqualTo("Une année **riche**.");
        assertThatThrownBy(() -> as(() -> filing.replace(made.report()))).isInstanceOf(Refused.class);
        assertThat(as(() -> reading.findById(made.report())).replacedBy()).isNull();
        run(() -> reports.write(next, SectionRef.FOREWORD, "Une année riche, et corrigée."));
        run(() -> reports.file(next));
        assertThat(as(() -> reading.findById(made.report())).replacedBy()).isEqualTo(next);
        assertThat(text(made.report(), FiledFileKind.FACTS)).doesNotContain("corrigée");
        assertThat(text(next, FiledFileKind.FACTS)).contains("corrigée");
    }

    @Test
    void concurrentFilingsFileOnce() throws Exception {
        PreparedReport made = aReport();
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
        PreparedReport made = aReport();
        photograph(made.first(), "La serre au printemps", true);
        DocumentId internal = photograph(made.second(), "Pour nous seulement", false);
        ReportContents contents = as(() -> reading.findDraft(made.report())).contents();
        assertThat(contents.photographs())
                .singleElement()
                .satisfies(photo -> assertThat(photo.caption()).isEqualTo("La serre au printemps"));
        run(() -> reports.file(made.report()));
        FiledFile pdf = as(() -> filed.file(made.report(), FiledFileKind.PDF));
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("La serre au printemps")
                    .doesNotContain("Pour nous seulement");
        }
        String facts = text(made.report(), FiledFileKind.FACTS);
        assertThat(facts).contains("sha256").doesNotContain(internal.value().toString());

        FiledReport then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(as(() -> filed.differences(then))).isEmpty();
        DocumentId shown = new DocumentId(contents.photographs().get(0).document());
        run(() -> attachments.permit(shown, false));
        assertThat(as(() -> filed.differences(then)))
                .extracting(FactDifference::kind)
                .containsExactly(DifferenceKind.REDACTED);
        assertThat(as(() -> filed.publishableContents(then)).photographs()).isEmpty();
        assertThat(as(() -> filed.file(made.report(), FiledFileKind.PDF)).sha256())
                .isEqualTo(pdf.sha256());
    }

    @Test
    void theSamePictureOfTwoRealisationsIsShownOnce() {
        PreparedReport made = aReport();
        photograph(made.first(), "La serre au printemps", true);
        photograph(made.second(), "La serre au printemps", true);
        assertThat(as(() -> reading.findDraft(made.report())).contents().photographs())
                .hasSize(1);
    }

    @Test
    void aDraftHasNoFiledFile() {
        PreparedReport made = aReport();
        assertThatThrownBy(() -> as(() -> filed.file(made.report(), FiledFileKind.PDF)))
                .isInstanceOf(NotFound.class);
    }
}
