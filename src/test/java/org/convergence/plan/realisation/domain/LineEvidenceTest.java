package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.MeansId;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations are counted only on request: counting them costs as much as all the rest. */
@ModuleTest
class LineEvidenceTest {

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

    private PlanId plan;
    private ActionId whole;
    private ActionId part;
    private ActionId other;

    @BeforeEach
    void preparePlan() {
        ground.clear();
        plan = ground.plan("Cette année");
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        whole = ground.action(plan, means, "Donner des ateliers");
        part = ground.action(plan, means, "Dans les écoles", whole);
        other = ground.action(plan, means, "Former des formatrices");
    }

    @Test
    void countsOrganisationsOnceAndOnlyForTargetsThatMeasureThem() {
        wants(whole, "ORGANISATIONS");
        wants(other, "PARTICIPATIONS");
        record(4, Set.of("Syndicat du textile", "Comité jeunes"), part, other);
        record(5, Set.of("Comité jeunes"), whole, other);

        Map<ActionId, ActionEvidence> shown = evidence.findByPlans(List.of(plan));
        assertThat(shown.get(whole)).isEqualTo(workshops(2, 24, 2, 4));
        assertThat(shown.get(part)).isEqualTo(workshops(1, 12, 0, 4));
        assertThat(shown.get(other)).isEqualTo(workshops(2, 24, 0, 4));
    }

    @Test
    void realisationCountsForItsQuantityTowardsATargetOfItsKindAndForOneOtherwise() {
        record(4, new Amounts(null, null, null, 3), Set.of(), part);
        record(5, Set.of(), whole);
        ActionEvidence shown = evidence.findByPlans(List.of(plan)).getOrDefault(whole, ActionEvidence.NONE);
        assertThat(shown.done()).isEqualTo(2);
        assertThat(shown.counted(List.of())).isEqualTo(4);
        assertThat(shown.counted(List.of("WORKSHOP", "TRAINING"))).isEqualTo(4);
        assertThat(shown.counted(List.of("TRAINING"))).isZero();
    }

    private void wants(ActionId action, String measure) {
        db.sql(
                        "UPDATE plan.actionplan_action SET target = jsonb_build_object('measure', ?, 'number', 3, 'kinds', '[]'::jsonb)"
                                + " WHERE id = ?")
                .params(measure, action.value())
                .update();
    }

    private ActionEvidence workshops(int done, long participations, int organisations, int daysAgo) {
        LocalDate last = settings.today().minusDays(daysAgo);
        return new ActionEvidence(
                done, last, null, participations, organisations, BigDecimal.ZERO, 0, Map.of("WORKSHOP", done));
    }

    private void record(int daysAgo, Set<String> organisations, ActionId... actions) {
        record(daysAgo, Amounts.UNKNOWN, organisations, actions);
    }

    private void record(int daysAgo, Amounts amounts, Set<String> organisations, ActionId... actions) {
        LocalDate today = settings.today();
        CurrentActor.runAs(RealisationFixture.COORDINATOR, () -> {
            var what = RealisationFixture.with(
                    RealisationFixture.workshop("Atelier", today.minusDays(daysAgo)),
                    Participations.of(12),
                    ground.organisations(organisations.toArray(String[]::new)));
            realisations.record(
                    RecordRealisationCommand.byHand(what, amounts, PlanAttribution.serving(Set.of(actions)), today));
        });
    }
}
