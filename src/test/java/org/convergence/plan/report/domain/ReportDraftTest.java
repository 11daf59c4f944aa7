package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.plan.report.ReportFixture.as;
import static org.convergence.plan.report.ReportFixture.run;

import java.time.LocalDate;
import java.util.Set;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportFixture;
import org.convergence.plan.report.ReportFixture.TestPlanLines;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Lack.LackKind;
import org.convergence.plan.report.domain.Lack.ReportSectionState;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Writing a report: its texts, its figures, its lacks. */
@ModuleTest
class ReportDraftTest {

    private static final Participations TWENTY = new Participations(12, 6, 1, 1, 4);

    @Autowired
    private ReportFixture season;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ReportDraftingService drafting;

    @Autowired
    private ReportFigureService figures;

    @Autowired
    private ReportQueries reading;

    @Autowired
    private RealisationFacts facts;

    private static int year = 2000;

    private TestPlanLines lines = new TestPlanLines(
            new org.convergence.plan.actionplan.PlanId(new java.util.UUID(0, 0)),
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            new org.convergence.plan.actionplan.ObjectiveId(new java.util.UUID(0, 0)),
            new org.convergence.plan.actionplan.MeansId(new java.util.UUID(0, 0)),
            new org.convergence.plan.actionplan.MeansId(new java.util.UUID(0, 0)),
            new org.convergence.plan.actionplan.ActionId(new java.util.UUID(0, 0)),
            new org.convergence.plan.actionplan.ActionId(new java.util.UUID(0, 0)),
            new org.convergence.plan.actionplan.ActionId(new java.util.UUID(0, 0)));
    private ReportId report = new ReportId(new java.util.UUID(0, 0));

    @BeforeEach
    void prepareReport() {
        visitors.ensureOrganisation();
        year += 2;
        lines = season.plan(year);
        report = begin(lines);
    }

    private ReportId begin(TestPlanLines on) {
        return as(() -> drafting.begin(new BeginReportCommand(
                on.plan(),
                Audience.ANNUAL,
                "Rapport d’activités",
                on.from(),
                on.to(),
                on.to().plusMonths(2),
                "fr",
                "Présidence")));
    }

    private LocalDate day(int month, int day) {
        return LocalDate.of(month < 4 ? year + 1 : year, month, day);
    }

    @Test
    void thePlanGivesTheSections() {
        ReportDraft draft = as(() -> reading.findDraft(report));
        assertThat(draft.contents().parts().stream().map(ReportContents.ReportPart::ref))
                .containsExactly(
                        SectionRef.FOREWORD,
                        SectionRef.of(lines.objective()),
                        SectionRef.of(lines.workshops()),
                        SectionRef.of(lines.tools()),
                        SectionRef.CLOSING);
        assertThat(draft.lacks().stream().map(Lack::kind))
                .containsOnly(LackKind.NO_TEXT)
                .hasSize(3);
        assertThat(draft.responsible()).isEqualTo("Présidence");
    }

    @Test
    void refusesASecondReportForOnePeriod() {
        assertThatThrownBy(() -> begin(lines))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("report.refused.same-period"));
    }

    @Test
    void figuresCountEachRealisationOnce() {
        season.workshop("Atelier au cégep", day(5, 2), TWENTY, Set.of(lines.offer(), lines.comic()), "Cégep", "CSN");
        season.workshop("Atelier à la bibliothèque", day(6, 9), Participations.of(30), Set.of(lines.offer()), "CSN");
        season.workshop("Réunion sans compte", day(7, 1), null, Set.of(lines.create()));
        season.workshop("Hors période", day(4, 1).minusDays(1), TWENTY, Set.of(lines.offer()));
        season.workshop("Hors plan", day(8, 1), TWENTY, Set.of());
        ReportDraft draft = as(() -> reading.findDraft(report));
        FactsQuery query = FactsQuery.forPeriod(lines.from(), lines.to()).serving(lines.plan());
        assertThat(FigureCounter.count(draft.contents().facts())).isEqualTo(as(() -> facts.figures(query)));
        assertThat(FigureCounter.countBy(draft.contents().facts(), ReportFact::means))
                .isEqualTo(as(() -> facts.byMeans(query)).entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                entry -> entry.getKey().value(), java.util.Map.Entry::getValue)));
        assertThat(FigureCounter.countBy(draft.contents().facts(), fact -> java.util.List.of(fact.kind())))
                .isEqualTo(as(() -> facts.byKind(query)));
        assertThat(FigureCounter.count(draft.contents().facts())
                        .participations()
                        .total())
                .isEqualTo(50);
        assertThat(draft.lacks().stream().map(Lack::kind)).contains(LackKind.UNCOUNTED, LackKind.UNLINKED);
    }

    @Test
    void aLeftOutRealisationLeavesEveryFigureUntilIncludedAgain() {
        RealisationId one = season.workshop("Atelier", day(5, 2), TWENTY, Set.of(lines.offer()));
        season.workshop("Autre atelier", day(5, 3), TWENTY, Set.of(lines.offer()));
        run(() -> figures.leaveOut(report, one, "Compté par notre partenaire"));
        ReportDraft without = as(() -> reading.findDraft(report));
        assertThat(FigureCounter.count(without.contents().facts())
                        .participations()
                        .total())
                .isEqualTo(20);
        assertThat(without.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.title()).isEqualTo("Atelier"));
        run(() -> figures.includeAgain(report, one));
        assertThat(FigureCounter.count(
                                as(() -> reading.findDraft(report)).contents().facts())
                        .participations()
                        .total())
                .isEqualTo(40);
    }

    @Test
    void aMissedTargetIsExplained() {
        season.wants(lines.offer(), ActionTarget.of(TargetMeasure.PARTICIPATIONS, 100));
        season.workshop("Atelier", day(5, 2), TWENTY, Set.of(lines.offer()));
        ReportDraft before = as(() -> reading.findDraft(report));
        assertThat(before.state(SectionRef.of(lines.workshops()))).isEqualTo(ReportSectionState.TO_WRITE);
        assertThat(before.lacks().stream().map(Lack::kind)).contains(LackKind.GAP);
        run(() -> figures.explain(report, lines.offer(), 0, "Deux tempêtes."));
        ReportDraft after = as(() -> reading.findDraft(report));
        assertThat(after.lacks().stream().map(Lack::kind)).doesNotContain(LackKind.GAP);
        assertThat(after.contents().parts().get(2).goals()).singleElement().satisfies(goal -> {
            assertThat(goal.reached()).isEqualByComparingTo("20");
            assertThat(goal.gap()).isEqualByComparingTo("-80");
            assertThat(goal.explanation()).isEqualTo("Deux tempêtes.");
        });
        assertThatThrownBy(() -> run(() -> figures.explain(report, lines.offer(), 0, "Autre chose.")))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void concurrentTextsOfOneSectionConflict() {
        SectionRef section = SectionRef.of(lines.workshops());
        run(() -> drafting.write(report, section, 0, "Le texte de Camille."));
        assertThatThrownBy(() -> run(() -> drafting.write(report, section, 0, "Le mien.")))
                .isInstanceOf(EditConflict.class);
        StoredSection now = as(() -> reading.findDraft(report)).findSection(section);
        assertThat(now.text()).isEqualTo("Le texte de Camille.");
        run(() -> drafting.write(report, section, now.version(), "Les deux."));
        assertThat(as(() -> reading.textAt(now.id(), now.version()))).isEqualTo("Le texte de Camille.");
    }

    @Test
    void copiesLastYearsTextOfTheSameLine() {
        SectionRef section = SectionRef.of(lines.workshops());
        run(() -> drafting.write(report, section, 0, "Douze ateliers, dont trois neufs."));
        TestPlanLines next = season.plan(year + 1);
        ReportId after = begin(next);
        SectionRef same = SectionRef.of(next.workshops());
        run(() -> drafting.takeLastYears(after, same, 0, ""));
        ReportDraft draft = as(() -> reading.findDraft(after));
        assertThat(draft.findSection(same).text()).isEqualTo("Douze ateliers, dont trois neufs.");
        assertThat(draft.lacks(same).stream().map(Lack::kind)).containsExactly(LackKind.LAST_YEARS);
        run(() -> drafting.write(
                after,
                same,
                draft.findSection(same).version(),
                draft.findSection(same).text()));
        assertThat(as(() -> reading.findDraft(after)).lacks(same)).isEmpty();
    }

    @Test
    void confirmedFiguresNeedAnotherCheckWhenTheyChange() {
        season.workshop("Atelier", day(5, 2), null, Set.of(lines.offer()));
        SectionRef section = SectionRef.of(lines.workshops());
        run(() -> drafting.write(report, section, 0, "Un atelier."));
        run(() -> figures.confirm(report, lines.workshops()));
        assertThat(as(() -> reading.findDraft(report)).state(section)).isEqualTo(ReportSectionState.READY);
        season.workshop("Un autre", day(5, 3), TWENTY, Set.of(lines.offer()));
        assertThat(as(() -> reading.findDraft(report)).lacks(section).stream().map(Lack::kind))
                .containsExactly(LackKind.CHANGED);
    }

    @Test
    void asksAboutAPlannedActivityInThePast() {
        season.record(
                RealisationState.PLANNED,
                new RealisationDetails(
                        "Atelier prévu", RealisationKind.WORKSHOP, DayRange.on(day(5, 2)), null, null, Set.of()),
                Set.of(lines.offer()));
        assertThat(as(() -> reading.findDraft(report)).lacks().stream().map(Lack::kind))
                .contains(LackKind.OPEN);
    }

    @Test
    void findsNamesOfPeopleInTextsAndTitles() {
        season.person("Anouk", "Picard-Sioui");
        run(() -> drafting.write(
                report, SectionRef.FOREWORD, 0, "Merci à Anouk Picard-Sioui, et à toute l’équipe d’animation."));
        season.workshop("Atelier avec ANOUK PICARD-SIOUI", day(5, 2), TWENTY, Set.of(lines.offer()));
        ReportDraft draft = as(() -> reading.findDraft(report));
        assertThat(draft.lacks(SectionRef.FOREWORD)).singleElement().satisfies(lack -> {
            assertThat(lack.kind()).isEqualTo(LackKind.NAMED);
            assertThat(lack.arguments()).containsExactly("Anouk Picard-Sioui");
        });
        assertThat(draft.lacks(SectionRef.of(lines.workshops())).stream().map(Lack::kind))
                .contains(LackKind.NAMED_IN_EVIDENCE);
    }
}
