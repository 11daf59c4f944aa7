package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.report.Season.as;
import static org.convergence.plan.report.Season.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.CountsFor;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationList;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReport;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.Reports;
import org.convergence.plan.report.Season;
import org.convergence.plan.report.Season.Lines;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
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
    private Season season;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Reports reports;

    @Autowired
    private ReportReading reading;

    @Autowired
    private FiledReports filed;

    @Autowired
    private EvidenceSource evidence;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private RealisationList list;

    @Autowired
    private List<CountsFor> places;

    @Autowired
    private JdbcClient db;

    private record Given(Lines year, Lines programme, ReportId report) {}

    @BeforeEach
    void anOrganisation() {
        visitors.anOrganisation();
    }

    private Given aReport() {
        Lines year = season.plan(2026);
        Lines programme = season.plan(2025);
        db.sql("UPDATE plan.actionplan_plan SET kind = 'PROGRAMME', period_to = ? WHERE id = ?")
                .params(LocalDate.of(2029, 3, 31), programme.plan().value())
                .update();
        link(year.offer(), programme.offer());
        link(year.create(), programme.offer());
        link(year.comic(), programme.comic());
        season.wants(programme.offer(), Target.of(TargetMeasure.PARTICIPATIONS, 100));
        season.workshop("Pour deux lignes de l’année", DAY, Participations.of(20), Set.of(year.offer(), year.create()));
        season.workshop("Pour le programme même", DAY, Participations.of(30), Set.of(programme.offer()));
        season.workshop("Pour les deux plans", DAY, Participations.of(5), Set.of(year.offer(), programme.offer()));
        season.workshop("Pour la bande dessinée", DAY, Participations.of(9), Set.of(year.comic()));
        ReportId report = as(() -> reports.begin(new BeginReport(
                programme.plan(), Audience.ANNUAL, "Bilan", programme.from(), year.to(), null, "fr", null)));
        return new Given(year, programme, report);
    }

    private void link(ActionId contributor, ActionId served) {
        db.sql("INSERT INTO plan.actionplan_link (contributor, served) VALUES (?, ?)")
                .params(contributor.value(), served.value())
                .update();
    }

    @Test
    void theReportOfAProgrammeCountsWhatItsPlanPageCounts() {
        Given made = aReport();
        Contents contents = as(() -> reading.draft(made.report())).contents();
        assertThat(contents.facts()).hasSize(4);
        var shown = evidence.of(List.of(made.programme().plan()));
        for (ActionId line : List.of(made.programme().offer(), made.programme().comic())) {
            var onThePlan = Objects.requireNonNull(shown.get(line));
            List<Fact> behind = Choice.of(line.value(), Counted.REALISATIONS).among(contents.facts());
            assertThat(behind).hasSize(onThePlan.done());
            assertThat(Tally.of(behind).participations().total()).isEqualTo(onThePlan.participations());
        }
        assertThat(shown.get(made.programme().offer()))
                .satisfies(it -> assertThat(it.done()).isEqualTo(3));
        assertThat(contents.parts().stream().flatMap(part -> part.goals().stream()))
                .singleElement()
                .satisfies(goal -> assertThat(goal.reached()).isEqualByComparingTo("55"));
    }

    @Test
    void theListBehindALineAndItsFiguresAreTheSame() {
        Given made = aReport();
        ActionId line = made.programme().offer();
        var filter = new RealisationFilter("", null, null, line, null, null, null, null, null);
        assertThat(as(() -> list.latest(filter, 10)).stream().map(RealisationList.Line::title))
                .containsExactlyInAnyOrder(
                        "Pour deux lignes de l’année", "Pour le programme même", "Pour les deux plans");
        FactsQuery all = FactsQuery.of(made.programme().from(), made.year().to());
        assertThat(as(() -> facts.figures(all.serving(line))).realisations()).isEqualTo(3);
        assertThat(as(() -> facts.byAction(all.serving(made.programme().plan())))
                        .keySet())
                .containsExactlyInAnyOrder(line, made.programme().comic());
        assertThat(as(() -> facts.byMeans(all.serving(made.programme().plan()))).keySet())
                .containsExactlyInAnyOrder(
                        made.programme().workshops(), made.programme().tools());
    }

    @Test
    void whatIsFiledStaysAsItWasWhenNothingWasCorrected() {
        Given made = aReport();
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
    void whoRecordsForALineOfTheYearReadsThatItCountsForTheProgrammesReportToo() {
        Given made = aReport();
        assertThat(as(() -> places.stream()
                        .flatMap(place -> place
                                .of(
                                        new CountsFor.Recorded(
                                                Set.of(made.year().comic()), Days.on(DAY), Evidence.NONE),
                                        french())
                                .stream())
                        .toList()))
                .anySatisfy(word -> assertThat(word).contains("Bilan"));
    }

    private static Words french() {
        return Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));
    }

    @Test
    void whatLiesAfterTheClosingOfAPlanIsInNoReportOnIt() {
        Given made = aReport();
        db.sql("""
                        UPDATE plan.actionplan_plan SET status = 'CLOSED', closed_on = :day, decision_body = 'CA',
                               decision_date = :day
                        WHERE id = :plan
                        """)
                .param("day", DAY.minusDays(1))
                .param("plan", made.programme().plan().value())
                .update();
        assertThat(as(() -> reading.draft(made.report())).contents().facts()).isEmpty();
        assertThat(evidence.of(List.of(made.programme().plan()))).isEmpty();
    }
}
