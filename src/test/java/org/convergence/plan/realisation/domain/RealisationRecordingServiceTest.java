package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationChanged;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationRecorded;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RealisationWithdrawn;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ModuleTest
@RecordApplicationEvents
class RealisationRecordingServiceTest {

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
    private ApplicationEvents events;

    private LocalDate today;
    private ActionId action;

    @BeforeEach
    void preparePlan() {
        actAs(RealisationFixture.COORDINATOR);
        today = settings.today();
        PlanId plan = ground.plan("Plan d’action");
        action = ground.action(plan, ground.means(plan, "1.2", "Ateliers"), "Donner des ateliers");
    }

    @AfterEach
    void clearActor() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void storesARealisationAsEntered() {
        RealisationDetails what = RealisationFixture.with(
                RealisationFixture.workshop("Atelier sur le textile", today),
                new Participations(10, 8, 1, 5, 4),
                ground.organisations("Cégep du Vieux-Port", "Comité jeunes"));
        var amounts = new Amounts(new BigDecimal("3.00"), new BigDecimal("1.50"), 24);
        var telling = new PlanAttribution(Set.of(action), "*Bien* passé.", List.of("https://exemple.org/a"));
        RealisationId id = realisations.record(RecordRealisationCommand.byHand(what, amounts, telling, today));

        RealisationFact kept = fact(id);
        assertThat(kept.state()).isEqualTo(RealisationState.DONE);
        assertThat(kept.happening()).isEqualTo(what);
        assertThat(kept.amounts()).isEqualTo(amounts);
        assertThat(kept.telling()).isEqualTo(telling);
        assertThat(kept.version()).isEqualTo(1);
        assertThat(events.stream(RealisationRecorded.class)).singleElement().satisfies(event -> {
            assertThat(event.realisation()).isEqualTo(id.value());
            assertThat(event.actions()).containsExactly(action.value());
            assertThat(event.organisations()).hasSize(2);
            assertThat(event.participations()).isEqualTo(24);
        });
    }

    @Test
    void aFutureRealisationIsPlannedUntilConfirmed() {
        RealisationId id = record("Rencontre du comité", today.plusDays(1));
        assertThat(fact(id).state()).isEqualTo(RealisationState.PLANNED);
        assertThatThrownBy(() -> correction.confirm(id))
                .isInstanceOf(Refused.class)
                .hasMessage("realisation.done-ahead");
        assertThatThrownBy(() -> record("Rencontre du comité", LocalDate.of(1900, 1, 1)))
                .isInstanceOf(Refused.class)
                .hasMessage("realisation.refused.past");
    }

    @Test
    void confirmsAPlannedRealisationInOneStep() {
        RealisationId id = realisations.record(RecordRealisationCommand.planned(
                source("a"), RealisationFixture.workshop("Atelier", today), Amounts.UNKNOWN, PlanAttribution.NOTHING));
        realisations.record(RecordRealisationCommand.done(
                source("a"), RealisationFixture.workshop("Atelier", today), Amounts.UNKNOWN, PlanAttribution.NOTHING));
        assertThat(fact(id).state()).isEqualTo(RealisationState.DONE);
    }

    @Test
    void refusesDoneInTheFuture() {
        assertThatThrownBy(() -> realisations.record(RecordRealisationCommand.done(
                        source("b"),
                        RealisationFixture.workshop("Atelier", today.plusDays(1)),
                        Amounts.UNKNOWN,
                        PlanAttribution.NOTHING)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void recordsOneRealisationPerSource() {
        RealisationId first = tell(source("c"), "Atelier", 12);
        RealisationId again = tell(source("c"), "Atelier", 12);
        assertThat(again).isEqualTo(first);
        assertThat(fact(first).version()).isEqualTo(1);
        assertThat(events.stream(RealisationRecorded.class)).hasSize(1);
        assertThat(events.stream(RealisationChanged.class)).isEmpty();
    }

    @Test
    void theSourceUpdatesFactsAndKeepsThePlanAttribution() {
        RealisationId id = tell(source("d"), "Atelier", 12);
        correction.correct(
                id,
                1,
                new RealisationEntry(fact(id).happening(), Amounts.UNKNOWN, PlanAttribution.serving(Set.of(action))));
        tell(source("d"), "Atelier remis", 15);
        RealisationFact kept = fact(id);
        assertThat(kept.happening().title()).isEqualTo("Atelier remis");
        assertThat(kept.happening().participations()).isEqualTo(Participations.of(15));
        assertThat(kept.actions()).containsExactly(action);
    }

    @Test
    void typedFactsDoNotOverwriteThoseOfTheSource() {
        RealisationId id = tell(source("e"), "Atelier", 12);
        RealisationDetails other = RealisationFixture.workshop("Autre chose", today.minusDays(5));
        correction.correct(
                id, 1, new RealisationEntry(other, Amounts.UNKNOWN, PlanAttribution.serving(Set.of(action))));
        assertThat(fact(id).happening().title()).isEqualTo("Atelier");
        assertThat(fact(id).actions()).containsExactly(action);
    }

    @Test
    void recordingAgainRestoresAWithdrawnRealisation() {
        RealisationId id = tell(source("f"), "Atelier", 12);
        realisations.withdraw(source("f"), "Annulé par l’école");
        assertThat(fact(id).state()).isEqualTo(RealisationState.WITHDRAWN);
        realisations.withdraw(source("f"), "Encore");
        assertThat(events.stream(RealisationWithdrawn.class)).hasSize(1);
        tell(source("f"), "Atelier", 12);
        assertThat(fact(id).state()).isEqualTo(RealisationState.DONE);
    }

    @Test
    void concurrentRecordingsOfOneSourceCreateOne() throws Exception {
        int tellers = 6;
        var start = new CyclicBarrier(tellers);
        ExecutorService threads = Executors.newFixedThreadPool(tellers);
        try {
            List<Callable<RealisationId>> calls = new ArrayList<>();
            for (int i = 0; i < tellers; i++) {
                calls.add(() -> CurrentActor.callAs(RealisationFixture.COORDINATOR, () -> {
                    start.await();
                    return tell(source("g"), "Atelier", 12);
                }));
            }
            Set<RealisationId> ids = new HashSet<>();
            for (Future<RealisationId> id : threads.invokeAll(calls)) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFormOpenedOnAnEarlierVersionConflicts() {
        RealisationId id = record("Atelier", today);
        var changed = new RealisationEntry(
                RealisationFixture.workshop("Atelier long", today), Amounts.UNKNOWN, PlanAttribution.NOTHING);
        correction.correct(id, 1, changed);
        assertThatThrownBy(() -> correction.correct(id, 1, changed)).isInstanceOf(EditConflict.class);
    }

    @Test
    void aChangeOfLinksAloneIsANewVersion() {
        RealisationId id = record("Atelier", today);
        correction.correct(
                id,
                1,
                new RealisationEntry(
                        RealisationFixture.workshop("Atelier", today),
                        Amounts.UNKNOWN,
                        PlanAttribution.serving(Set.of(action))));
        assertThat(fact(id).version()).isEqualTo(2);
    }

    @Test
    void savingWithoutChangeKeepsTheVersion() {
        RealisationId id = record("Atelier", today);
        correction.correct(
                id,
                1,
                new RealisationEntry(
                        RealisationFixture.workshop("Atelier", today), Amounts.UNKNOWN, PlanAttribution.NOTHING));
        assertThat(fact(id).version()).isEqualTo(1);
    }

    @Test
    void allowsCorrectionAndUndoOfOnesOwnOnly() {
        RealisationId others = record("Atelier", today);
        actAs(RealisationFixture.INTERN);
        assertThatThrownBy(() -> correction.withdraw(others, "Erreur")).isInstanceOf(AccessDeniedException.class);
        RealisationId own = record("Kiosque", today);
        correction.undo(own, "Annulé aussitôt");
        assertThat(fact(own).state()).isEqualTo(RealisationState.WITHDRAWN);
        correction.restore(own);
        assertThat(fact(own).state()).isEqualTo(RealisationState.DONE);
    }

    @Test
    void refusesRecordingWithoutPermission() {
        actAs(Actor.VISITOR);
        assertThatThrownBy(() -> record("Atelier", today)).isInstanceOf(AccessDeniedException.class);
    }

    private RealisationId record(String title, LocalDate day) {
        return realisations.record(RecordRealisationCommand.byHand(
                RealisationFixture.workshop(title, day), Amounts.UNKNOWN, PlanAttribution.NOTHING, today));
    }

    private RealisationId tell(RealisationSource source, String title, int count) {
        RealisationDetails what =
                RealisationFixture.with(RealisationFixture.workshop(title, today), Participations.of(count), Set.of());
        return realisations.record(
                RecordRealisationCommand.done(source, what, Amounts.UNKNOWN, PlanAttribution.NOTHING));
    }

    private RealisationFact fact(RealisationId id) {
        return facts.findAllById(List.of(id)).get(0);
    }

    private static RealisationSource source(String id) {
        return new RealisationSource("education.workshop", "session", id, "/education/workshop/" + id);
    }

    private static void actAs(Actor actor) {
        SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(actor));
    }
}
