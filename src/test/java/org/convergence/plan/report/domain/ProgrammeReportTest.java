package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.report.ReportFixture.as;
import static org.convergence.plan.report.ReportFixture.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.ContributionSource;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportFixture;
import org.convergence.plan.report.ReportFixture.TestPlanLines;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.Reports;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.EvidenceFilter.FigureMeasure;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The report of a funder's programme counts the realisations of the contributing lines of each year, as its plan page
 * does.
 */
@ModuleTest
class ProgrammeReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);

    @Autowired
    private ReportFixture season;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private Reports reports;

    @Autowired
    private ReportQueries reading;

    @Autowired
    private FiledReportQueries filed;

    @Autowired
    private EvidenceSource evidence;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private RealisationListQueries list;

    @Autowired
    private List<ContributionSource> places;

    @Autowired
    private JdbcClient db;

    private record ProgrammeCase(TestPlanLines year, TestPlanLines programme, ReportId report) {}

    @BeforeEach
    void prepareOrganisation() {
        visitors.ensureOrganisation();
    }

    private ProgrammeCase aReport() {
        TestPlanLines year = season.plan(2026);
        TestPlanLines programme = season.plan(2025);
        db.sql("UPDATE plan.actionplan_plan SET kind = 'PROGRAMME', period_to = ? WHERE id = ?")
                .params(LocalDate.of(2029, 3, 31), programme.plan().value())
                .update();
        link(year.offer(), programme.offer());
        link(year.create(), programme.offer());
        link(year.comic(), programme.comic());
        season.wants(programme.offer(), ActionTarget.of(TargetMeasure.PARTICIPATIONS, 100));
        season.workshop("Pour deux lignes de l’année", DAY, Participations.of(20), Set.of(year.offer(), year.create()));
        season.workshop("Pour le programme même", DAY, Participations.of(30), Set.of(programme.offer()));
        season.workshop("Pour les deux plans", DAY, Participations.of(5), Set.of(year.offer(), programme.offer()));
        season.workshop("Pour la bande dessinée", DAY, Participations.of(9), Set.of(year.comic()));
        ReportId report = as(() -> reports.begin(new BeginReportCommand(
                programme.plan(), Audience.ANNUAL, "Bilan", programme.from(), year.to(), null, "fr", null)));
        return new ProgrammeCase(year, programme, report);
    }

    private void link(ActionId contributor, ActionId served) {
        db.sql("INSERT INTO plan.actionplan_link (contributor, served) VALUES (?, ?)")
                .params(contributor.value(), served.value())
                .update();
    }

    @Test
    void theReportOfAProgrammeCountsWhatItsPlanPageCounts() {
        ProgrammeCase made = aReport();
        ReportContents contents = as(() -> reading.findDraft(made.report())).contents();
        assertThat(contents.facts()).hasSize(4);
        var shown = evidence.findByPlans(List.of(made.programme().plan()));
        for (ActionId line : List.of(made.programme().offer(), made.programme().comic())) {
            var onThePlan = Objects.requireNonNull(shown.get(line));
            List<ReportFact> behind =
                    EvidenceFilter.of(line.value(), FigureMeasure.REALISATIONS).filter(contents.facts());
            assertThat(behind).hasSize(onThePlan.done());
            assertThat(FigureCounter.count(behind).participations().total()).isEqualTo(onThePlan.participations());
        }
        assertThat(shown.get(made.programme().offer()))
                .satisfies(it -> assertThat(it.done()).isEqualTo(3));
        assertThat(contents.parts().stream().flatMap(part -> part.goals().stream()))
                .singleElement()
                .satisfies(goal -> assertThat(goal.reached()).isEqualByComparingTo("55"));
    }

    @Test
    void theListBehindALineAndItsFiguresAreTheSame() {
        ProgrammeCase made = aReport();
        ActionId line = made.programme().offer();
        var filter = RealisationFilter.serving(line);
        assertThat(as(() -> list.findLatest(filter, 10)).stream().map(RealisationListQueries.RealisationRow::title))
                .containsExactlyInAnyOrder(
                        "Pour deux lignes de l’année", "Pour le programme même", "Pour les deux plans");
        FactsQuery all =
                FactsQuery.forPeriod(made.programme().from(), made.year().to());
        assertThat(as(() -> facts.figures(all.serving(line))).realisations()).isEqualTo(3);
        assertThat(as(() -> facts.byAction(all.serving(made.programme().plan())))
                        .keySet())
                .containsExactlyInAnyOrder(line, made.programme().comic());
        assertThat(as(() -> facts.byMeans(all.serving(made.programme().plan()))).keySet())
                .containsExactlyInAnyOrder(
                        made.programme().workshops(), made.programme().tools());
    }

    @Test
    void aFiledReportHasNoDifferencesWithoutCorrections() {
        ProgrammeCase made = aReport();
        run(() -> {
            reports.write(made.report(), SectionRef.FOREWORD, "Un mot.");
            reports.write(made.report(), SectionRef.of(made.programme().workshops()), "Fait.");
            reports.write(made.report(), SectionRef.of(made.programme().tools()), "Fait.");
            reports.explain(made.report(), made.programme().offer(), "Il reste trois ans.");
            reports.file(made.report());
        });
        assertThat(as(() -> filed.differences(filed.find(made.report()).orElseThrow())))
                .isEmpty();
    }

    @Test
    void theRecordingFormNamesTheProgrammeReportToo() {
        ProgrammeCase made = aReport();
        assertThat(as(() -> places.stream()
                        .flatMap(place -> place
                                .describe(
                                        new ContributionSource.RecordedEvidence(
                                                Set.of(made.year().comic()), DayRange.on(DAY), ActionEvidence.NONE),
                                        french())
                                .stream())
                        .toList()))
                .anySatisfy(word -> assertThat(word).contains("Bilan"));
    }

    private static Words french() {
        return Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));
    }

    @Test
    void reportsLeaveOutRealisationsAfterThePlansClosing() {
        ProgrammeCase made = aReport();
        db.sql("""
            UPDATE plan.actionplan_plan SET status = 'CLOSED', closed_on = :day, decision_body = 'CA',
                   decision_date = :day
            WHERE id = :plan
            """)
                .param("day", DAY.minusDays(1))
                .param("plan", made.programme().plan().value())
                .update();
        assertThat(as(() -> reading.findDraft(made.report())).contents().facts())
                .isEmpty();
        assertThat(evidence.findByPlans(List.of(made.programme().plan()))).isEmpty();
    }
}
