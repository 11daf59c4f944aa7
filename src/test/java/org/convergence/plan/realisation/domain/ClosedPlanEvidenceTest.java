package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A closed plan stays as on the day on which it was closed, whatever is recorded afterwards. */
@ModuleTest
class ClosedPlanEvidenceTest {

    @Autowired
    private EvidenceSource evidence;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private JdbcClient db;

    @Test
    void laterRealisationsCountOnlyForTheOpenPlan() {
        LocalDate today = settings.today();
        PlanId last = ground.plan("L’an dernier");
        PlanId now = ground.plan("Cette année");
        ActionId before = ground.action(last, ground.means(last, "1.2", "Ateliers"), "Donner des ateliers");
        ActionId after = ground.action(now, ground.means(now, "1.2", "Ateliers"), "Donner des ateliers");
        db.sql("UPDATE plan.actionplan_plan SET status = 'CLOSED', closed_on = ? WHERE id = ?")
                .params(today.minusDays(10), last.value())
                .update();
        record("Le jour même", today.minusDays(10), Set.of(before));
        record("Plus tard", today.minusDays(3), Set.of(before, after));
        record("À venir", today.plusDays(3), Set.of(before, after));

        Map<ActionId, ActionEvidence> shown = evidence.findByPlans(List.of(last, now));
        assertThat(shown.get(before))
                .isEqualTo(new ActionEvidence(
                        1, today.minusDays(10), null, 12, 0, new java.math.BigDecimal("0"), 0, Map.of("WORKSHOP", 1)));
        assertThat(shown.get(after)).satisfies(it -> {
            assertThat(it.done()).isEqualTo(1);
            assertThat(it.lastDone()).isEqualTo(today.minusDays(3));
            assertThat(it.nextPlanned()).isEqualTo(today.plusDays(3));
        });
    }

    private void record(String title, LocalDate day, Set<ActionId> actions) {
        var what = RealisationFixture.with(RealisationFixture.workshop(title, day), Participations.of(12), Set.of());
        CurrentActor.runAs(
                RealisationFixture.COORDINATOR,
                () -> realisations.record(RecordRealisationCommand.byHand(
                        what, Amounts.UNKNOWN, PlanAttribution.serving(actions), settings.today())));
    }
}
