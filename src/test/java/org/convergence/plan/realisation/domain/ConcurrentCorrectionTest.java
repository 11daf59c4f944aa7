package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Concurrent corrections of one realisation, by two people, or by a person and its source. */
@ModuleTest
class ConcurrentCorrectionTest {

    private static final RealisationSource SESSION =
            new RealisationSource("education.workshop", "session", "s-1", null);

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private RealisationCorrectionService correction;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private ConcurrentActions atOnce;

    private LocalDate today = LocalDate.EPOCH;
    private List<ActionId> actions = List.of();

    @BeforeEach
    void preparePlan() {
        today = settings.today();
        PlanId plan = ground.plan("Plan d’action");
        var means = ground.means(plan, "1.2", "Ateliers");
        List<ActionId> some = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            some.add(ground.action(plan, means, "Action " + i));
        }
        actions = some;
    }

    @Test
    void concurrentCorrectionsKeepOneAndReportConflicts() {
        for (int round = 0; round < 5; round++) {
            RealisationId id = byHand();
            List<Callable<?>> gestures = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int shift = i;
                gestures.add(() -> {
                    correction.correct(id, 1, entry("Atelier " + shift, Set.copyOf(actions.subList(shift, 6))));
                    return true;
                });
            }
            var ends = atOnce.runTogether(RealisationFixture.COORDINATOR, gestures);
            assertThat(ends).filteredOn(ConcurrentActions.ActionResult::went).hasSize(1);
            assertThat(ends)
                    .filteredOn(end -> !end.went())
                    .allSatisfy(end -> assertThat(end.thrown()).isInstanceOf(EditConflict.class));
            assertThat(fact(id).version()).isEqualTo(2);
        }
    }

    @Test
    void keepsAnUpdateOfTheSourceBesideAConcurrentAttribution() {
        RealisationId id = tell("Atelier", today);
        var told = atOnce.runBeforeCommit(
                RealisationFixture.COORDINATOR,
                () -> correction.correct(id, 1, entry("Atelier", Set.of(actions.get(0)))),
                () -> tell("Atelier reporté", today.minusDays(1)));
        assertThat(told.thrown()).isNull();
        assertThat(fact(id)).satisfies(it -> {
            assertThat(it.happening().title()).isEqualTo("Atelier reporté");
            assertThat(it.actions()).containsExactly(actions.get(0));
            assertThat(it.telling().narrative()).isEqualTo("Bien allé.");
        });
    }

    @Test
    void concurrentConfirmationsSucceedOnceWithoutError() {
        RealisationId id = byHand();
        var ends = atOnce.runTogether(
                RealisationFixture.COORDINATOR, List.of(() -> withdrawn(id), () -> withdrawn(id), () -> withdrawn(id)));
        assertThat(ends).allMatch(ConcurrentActions.ActionResult::went);
        assertThat(fact(id).version()).isEqualTo(2);
    }

    private Object withdrawn(RealisationId id) {
        correction.withdraw(id, "Inscrite deux fois");
        return true;
    }

    private RealisationId byHand() {
        List<RealisationId> made = new ArrayList<>();
        CurrentActor.runAs(
                RealisationFixture.COORDINATOR,
                () -> made.add(realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop("Atelier", today),
                        Amounts.UNKNOWN,
                        PlanAttribution.serving(Set.of(actions.get(5))),
                        today))));
        return made.get(0);
    }

    private RealisationId tell(String title, LocalDate day) {
        List<RealisationId> made = new ArrayList<>();
        CurrentActor.runAs(
                RealisationFixture.COORDINATOR,
                () -> made.add(realisations.record(RecordRealisationCommand.done(
                        SESSION, RealisationFixture.workshop(title, day), Amounts.UNKNOWN, PlanAttribution.NOTHING))));
        return made.get(0);
    }

    private RealisationEntry entry(String title, Set<ActionId> serving) {
        return new RealisationEntry(
                RealisationFixture.workshop(title, today),
                Amounts.UNKNOWN,
                new PlanAttribution(serving, "Bien allé.", List.of()));
    }

    private RealisationFact fact(RealisationId id) {
        List<RealisationFact> found = new ArrayList<>();
        CurrentActor.runAs(RealisationFixture.COORDINATOR, () -> found.addAll(facts.findAllById(List.of(id))));
        return found.get(0);
    }
}
