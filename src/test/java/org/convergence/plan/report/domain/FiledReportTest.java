package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.plan.report.ReportFixture.as;
import static org.convergence.plan.report.ReportFixture.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convergence.plan.filing.FactDifference;
import org.convergence.plan.filing.FactDifference.DifferenceKind;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.FiledReportQueries.FiledReport;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Place;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** A filed report stays unchanged; later changes are shown beside it. */
@ModuleTest
class FiledReportTest extends ReportFilingServiceFixture {

    @Test
    void refusesChangesToAFiledReport() {
        PreparedReport made = aFiledReport();
        assertThatThrownBy(() -> run(() -> reports.write(made.report(), SectionRef.FOREWORD, "Autre chose.")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> run(() -> reports.leaveOut(made.report(), made.first(), "Trop tard")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> run(() -> drafting.delete(made.report()))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> run(() -> reports.file(made.report()))).isInstanceOf(Refused.class);
    }

    @Test
    void theDatabaseRefusesChangesToFiledData() throws Exception {
        PreparedReport made = aFiledReport();
        String id = "'" + made.report().value() + "'";
        List<String> attempts = List.of(
                "UPDATE plan.filing_file_chunk SET content = 'x' WHERE filing = " + id,
                "DELETE FROM plan.filing_file_chunk WHERE filing = " + id,
                "INSERT INTO plan.filing_file_chunk VALUES (" + id + ", 'PDF', 99, 'x')",
                "UPDATE plan.filing_file SET sha256 = sha256 WHERE filing = " + id,
                "DELETE FROM plan.filing WHERE id = " + id,
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
    void refusesToServeAFileWithAnotherHash() throws Exception {
        PreparedReport made = aFiledReport();
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE plan.filing_file_chunk DISABLE TRIGGER USER");
            statement.execute(
                    "UPDATE plan.filing_file_chunk SET content = content || 'x' WHERE kind = 'PDF' AND filing = '"
                            + made.report().value() + "'");
            statement.execute("ALTER TABLE plan.filing_file_chunk ENABLE TRIGGER USER");
        }
        assertThatThrownBy(() -> as(() -> filed.file(made.report(), FiledFileKind.PDF)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(as(() -> filed.file(made.report(), FiledFileKind.WORD)).bytes())
                .isNotEmpty();
    }

    @Test
    void realisationMovedToAnotherLineOfTheSameMeansIsADifference() {
        PreparedReport made = aFiledReport();
        FiledReport then = as(() -> filed.find(made.report())).orElseThrow();
        var first = as(() -> facts.findAllById(List.of(made.first()))).get(0);
        run(() -> correction.correct(
                made.first(),
                first.version(),
                new RealisationEntry(
                        first.happening(),
                        first.amounts(),
                        org.convergence.plan.realisation.PlanAttribution.serving(
                                Set.of(made.lines().create())))));
        assertThat(as(() -> filed.differences(then)))
                .extracting(FactDifference::kind)
                .containsExactly(DifferenceKind.CHANGED);
    }

    @Test
    void correctionsShowAsDifferencesAndTheFileStays() {
        PreparedReport made = aFiledReport();
        byte[] before = as(() -> filed.file(made.report(), FiledFileKind.PDF)).bytes();
        FiledReport then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(as(() -> filed.differences(then))).isEmpty();

        LocalDate day = LocalDate.of(year, 5, 2);
        var corrected = new RealisationDetails(
                "Atelier au cégep",
                RealisationKind.WORKSHOP,
                DayRange.on(day),
                Place.of("QC-06"),
                new Participations(14, 6, 1, 1, null),
                then.contents().facts().get(0).organisations().stream()
                        .map(each -> new org.convergence.directory.people.OrganisationId(each.id()))
                        .collect(java.util.stream.Collectors.toSet()));
        int version = then.contents().facts().get(0).version();
        run(() -> correction.correct(
                made.first(),
                version,
                new RealisationEntry(
                        corrected,
                        org.convergence.plan.realisation.Amounts.UNKNOWN,
                        org.convergence.plan.realisation.PlanAttribution.serving(
                                Set.of(made.lines().offer())))));
        run(() -> correction.withdraw(made.second(), "N’a pas eu lieu"));
        season.workshop(
                "Atelier retrouvé", day.plusDays(9), TWENTY, Set.of(made.lines().offer()));

        List<FactDifference<ReportFact>> differences = as(() -> filed.differences(then));
        assertThat(differences)
                .extracting(FactDifference::kind)
                .containsExactly(DifferenceKind.CHANGED, DifferenceKind.WITHDRAWN, DifferenceKind.ADDED);
        assertThat(as(() -> filed.file(made.report(), FiledFileKind.PDF)).bytes())
                .isEqualTo(before);
        assertThat(FigureCounter.count(as(() -> filed.find(made.report()))
                                .orElseThrow()
                                .contents()
                                .facts())
                        .participations()
                        .total())
                .isEqualTo(50);
    }

    @Test
    void aNarrativeThatChangesIsNoDifference() {
        PreparedReport made = aFiledReport();
        db.sql("UPDATE plan.realisation SET narrative = 'Raconté autrement.', version = version + 1 WHERE id = ?")
                .param(made.first().value())
                .update();
        FiledReport then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(as(() -> filed.differences(then))).isEmpty();
    }

    @Test
    void aRealisationMovedToAnotherPeriodIsADifference() {
        PreparedReport made = aFiledReport();
        db.sql("UPDATE plan.realisation SET starts_on = starts_on - 90, ends_on = ends_on - 90 WHERE id = ?")
                .param(made.first().value())
                .update();
        FiledReport then = as(() -> filed.find(made.report())).orElseThrow();
        assertThat(as(() -> filed.differences(then)))
                .extracting(FactDifference::kind)
                .containsExactly(DifferenceKind.CHANGED);
    }
}
