package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.geography.Place;
import org.convergence.testing.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** The totals of done realisations, for plans and for reports. */
@ModuleTest
class FiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private EvidenceSource evidence;

    @Autowired
    private RealisationFixture ground;

    private PlanId plan;
    private MeansId workshops;
    private ActionId give;
    private ActionId giveInSchools;
    private ActionId prepare;

    @BeforeEach
    void preparePlanWithTwoActions() {
        SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(RealisationFixture.COORDINATOR));
        plan = ground.plan("Plan d’action");
        workshops = ground.means(plan, "1.2", "Ateliers");
        give = ground.action(plan, workshops, "Donner des ateliers");
        giveInSchools = ground.action(plan, workshops, "Dans les écoles", give);
        prepare = ground.action(plan, workshops, "Préparer des outils");
    }

    @AfterEach
    void clearActor() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aRealisationCountsOnceForItsActionItsMeansAndItsReport() {
        record(day(1), Participations.of(20), Set.of(giveInSchools, give, prepare));
        ActionEvidence forGive = of(give);
        assertThat(forGive.done()).isEqualTo(1);
        assertThat(forGive.participations()).isEqualTo(20);
        assertThat(of(giveInSchools).done()).isEqualTo(1);
        FactsQuery year = year().serving(plan);
        assertThat(facts.figures(year).realisations()).isEqualTo(1);
        assertThat(facts.figures(year).participations().total()).isEqualTo(20);
        assertThat(facts.byMeans(year)).containsOnlyKeys(workshops);
        assertThat(figures(facts.byMeans(year), workshops).realisations()).isEqualTo(1);
        assertThat(facts.byAction(year)).containsOnlyKeys(give, giveInSchools, prepare);
    }

    @Test
    void anActionIncludesItsSubActions() {
        record(day(1), null, Set.of(giveInSchools));
        record(day(2), null, Set.of(give));
        assertThat(of(give).done()).isEqualTo(2);
        assertThat(of(give).lastDone()).isEqualTo(day(2));
        assertThat(of(give).countedByKind()).containsExactly(Map.entry("WORKSHOP", 2));
        assertThat(of(giveInSchools).done()).isEqualTo(1);
        assertThat(figures(facts.byAction(year().serving(plan)), give).realisations())
                .isEqualTo(2);
    }

    @Test
    void plannedRealisationsAreNotEvidence() {
        LocalDate ahead = LocalDate.of(2199, 5, 1);
        var what =
                RealisationFixture.with(RealisationFixture.workshop("À venir", ahead), Participations.of(9), Set.of());
        realisations.record(
                RecordRealisationCommand.byHand(what, Amounts.UNKNOWN, PlanAttribution.serving(Set.of(give)), TODAY));
        assertThat(of(give).done()).isZero();
        assertThat(of(give).participations()).isZero();
        assertThat(of(give).nextPlanned()).isEqualTo(ahead);
        assertThat(facts.figures(FactsQuery.forPeriod(TODAY, ahead).serving(plan)))
                .isEqualTo(RealisationFigures.NONE);
    }

    @Test
    void aRealisationBelongsToThePeriodOfItsLastDay() {
        var what = new RealisationDetails(
                "Exposition",
                RealisationKind.OTHER,
                new DayRange(LocalDate.of(2025, 3, 20), LocalDate.of(2025, 4, 5)),
                null,
                null,
                Set.of());
        realisations.record(
                RecordRealisationCommand.byHand(what, Amounts.UNKNOWN, PlanAttribution.serving(Set.of(give)), TODAY));
        LocalDate end = LocalDate.of(2025, 3, 31);
        assertThat(facts.figures(FactsQuery.forPeriod(LocalDate.of(2024, 4, 1), end)
                                .serving(plan))
                        .realisations())
                .isZero();
        assertThat(facts.figures(FactsQuery.forPeriod(end.plusDays(1), end.plusYears(1))
                                .serving(plan))
                        .realisations())
                .isEqualTo(1);
    }

    @Test
    void participationsAreSummedByGenderAndOrganisationsCountedOnce() {
        Set<OrganisationId> both = ground.organisations("Syndicat du textile", "Comité jeunes");
        Set<OrganisationId> one = ground.organisations("Comité jeunes");
        record("QC-06", day(1), new Participations(5, 4, 1, 10, 3), Set.of(give), both);
        record("CO", day(40), new Participations(1, 0, 0, 0, null), Set.of(give), one);
        record(day(2), null, Set.of(prepare));
        FactsQuery query = year().serving(plan);
        RealisationFigures all = facts.figures(query);
        assertThat(all.realisations()).isEqualTo(3);
        assertThat(all.uncounted()).isEqualTo(1);
        assertThat(all.participations()).isEqualTo(new RealisationFigures.GenderCounts(6, 4, 1, 10, 3));
        assertThat(all.organisations()).isEqualTo(2);
        assertThat(all.hours()).isEqualByComparingTo("4.5");
        assertThat(facts.byPlace(query)).containsOnlyKeys("QC-06", "CO", "");
        assertThat(facts.byMonth(query)).containsOnlyKeys(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        assertThat(facts.byKind(query)).containsOnlyKeys(RealisationKind.WORKSHOP);
        assertThat(facts.byOrganisation(query).keySet())
                .containsExactlyElementsOf(ground.organisations("Comité jeunes", "Syndicat du textile"));
        assertThat(facts.figures(query.withParticipant(one.iterator().next())).realisations())
                .isEqualTo(2);
        assertThat(of(give).hours()).isEqualByComparingTo("3.0");
    }

    @Test
    void passesFactsInOrderOfTheirDays() {
        RealisationId later = record(day(9), Participations.of(3), Set.of(give));
        RealisationId earlier = record(day(3), Participations.of(2), Set.of(give));
        List<RealisationFact> told = new ArrayList<>();
        facts.forEach(year().serving(plan), told::add);
        assertThat(told).extracting(RealisationFact::id).containsExactly(earlier, later);
        told.clear();
        facts.forEach(year().serving(plan).withoutRealisations(Set.of(earlier)), told::add);
        assertThat(told).extracting(RealisationFact::id).containsExactly(later);
    }

    @Test
    void leavesOutTheLinesOfOtherPlans() {
        PlanId programme = ground.plan("Programme");
        ActionId other = ground.action(programme, ground.means(programme, "A", "Volet"), "Éducation du public");
        record(day(1), Participations.of(7), Set.of(give, other));
        assertThat(facts.byAction(year().serving(plan))).containsOnlyKeys(give);
        assertThat(facts.byAction(year().serving(programme))).containsOnlyKeys(other);
        assertThat(evidence.findByPlans(List.of(plan, programme))).containsKeys(give, other);
    }

    private ActionEvidence of(ActionId action) {
        return evidence.findByPlans(List.of(plan)).getOrDefault(action, ActionEvidence.NONE);
    }

    private static <K> RealisationFigures figures(Map<K, RealisationFigures> all, K key) {
        return all.getOrDefault(key, RealisationFigures.NONE);
    }

    private static FactsQuery year() {
        return FactsQuery.forPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }

    /** A day of 2026. */
    private static LocalDate day(int number) {
        return LocalDate.ofYearDay(2026, number);
    }

    private RealisationId record(LocalDate day, @Nullable Participations all, Set<ActionId> actions) {
        return record(null, day, all, actions, Set.of());
    }

    private RealisationId record(
            @Nullable String place,
            LocalDate day,
            @Nullable Participations all,
            Set<ActionId> actions,
            Set<OrganisationId> organisations) {
        var what = new RealisationDetails(
                "Atelier",
                RealisationKind.WORKSHOP,
                DayRange.on(day),
                place == null ? null : Place.of(place),
                all,
                organisations);
        var amounts = new Amounts(new BigDecimal("1.5"), null, null);
        return realisations.record(
                RecordRealisationCommand.byHand(what, amounts, PlanAttribution.serving(actions), TODAY));
    }
}
