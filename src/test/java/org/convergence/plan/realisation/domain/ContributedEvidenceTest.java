package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.DatedRealisation;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A realisation of a line counts for those to which the line contributes, once, however many paths lead there. */
@ModuleTest
class ContributedEvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private EvidenceSource evidence;

    @Autowired
    private JdbcClient db;

    private PlanId year = new PlanId(new UUID(0, 0));
    private PlanId programme = new PlanId(new UUID(0, 0));
    private PlanId directions = new PlanId(new UUID(0, 0));

    @BeforeEach
    void prepareThreePlans() {
        visitors.ensureOrganisation();
        year = ground.plan("Plan de l’année");
        programme = plan("Programme", "PROGRAMME");
        directions = plan("Orientations", "DIRECTIONS");
    }

    @Test
    void aRealisationCountsOnceForADirectionOverSeveralPaths() {
        ActionId workshops = line(year, null);
        ActionId part = line(year, workshops);
        ActionId funded = line(programme, null);
        ActionId direction = line(directions, null);
        link(workshops, direction);
        link(workshops, funded);
        link(funded, direction);
        record(Set.of(workshops, part, direction));
        record(Set.of(part));
        record(Set.of(direction));
        assertThat(done(directions, direction)).isEqualTo(3);
        assertThat(done(programme, funded)).isEqualTo(2);
        assertThat(done(year, workshops)).isEqualTo(2);
        assertThat(done(year, part)).isEqualTo(2);
        assertThat(Objects.requireNonNull(
                                evidence.findByPlans(List.of(directions)).get(direction))
                        .hours())
                .isEqualByComparingTo("6");
    }

    @Test
    void aDirectionEqualsTheDistinctCountOfItsRealisationsForAnyLinks() {
        var random = new Random(20261125);
        List<ActionId> lines = List.of(line(year, null), line(year, null), line(year, null), line(year, null));
        ActionId one = line(directions, null);
        ActionId other = line(directions, null);
        for (int round = 0; round < 12; round++) {
            db.sql("DELETE FROM plan.actionplan_link").update();
            for (ActionId line : lines) {
                for (ActionId direction : List.of(one, other)) {
                    if (random.nextBoolean()) {
                        link(line, direction);
                    }
                }
            }
            record(Set.of(
                    lines.get(random.nextInt(4)), lines.get(random.nextInt(4)).equals(one) ? one : other));
            for (ActionId direction : List.of(one, other)) {
                long expected = db.sql("""
                                SELECT count(DISTINCT s.realisation) FROM plan.realisation_served s
                                WHERE s.action = :line
                                   OR s.action IN (SELECT contributor FROM plan.actionplan_link WHERE served = :line)
                                """)
                        .param("line", direction.value())
                        .query(Long.class)
                        .single();
                assertThat(done(directions, direction)).isEqualTo(expected);
            }
        }
    }

    @Test
    void theProgrammePageShowsRealisationsOfContributingLines() {
        ActionId workshops = line(year, null);
        ActionId session = line(year, workshops);
        ActionId funded = line(programme, null);
        ActionId part = line(programme, funded);
        link(workshops, funded);
        link(workshops, part);
        record(Set.of(session, workshops));
        record(Set.of(part));
        assertThat(shown(programme)).containsExactlyInAnyOrder(funded, part, part);
        assertThat(shown(year)).containsExactlyInAnyOrder(workshops, session);
        db.sql("UPDATE plan.actionplan_plan SET status = 'CLOSED', closed_on = ? WHERE id = ?")
                .params(DAY.minusDays(1), programme.value())
                .update();
        assertThat(shown(programme)).isEmpty();
    }

    private List<ActionId> shown(PlanId plan) {
        return evidence.findRealisations(plan, DAY.withDayOfYear(1), DAY.plusYears(1)).stream()
                .map(DatedRealisation::action)
                .toList();
    }

    private long done(PlanId plan, ActionId line) {
        return evidence.findByPlans(List.of(plan))
                .getOrDefault(line, ActionEvidence.NONE)
                .done();
    }

    private void record(Set<ActionId> served) {
        CurrentActor.runAs(
                RealisationFixture.COORDINATOR,
                () -> realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop("Atelier", DAY),
                        new Amounts(new BigDecimal("2"), null, null),
                        PlanAttribution.serving(served),
                        DAY.plusDays(1))));
    }

    private PlanId plan(String title, String kind) {
        PlanId plan = ground.plan(title);
        db.sql("UPDATE plan.actionplan_plan SET kind = ? WHERE id = ?")
                .params(kind, plan.value())
                .update();
        return plan;
    }

    private ActionId line(PlanId plan, @Nullable ActionId parent) {
        MeansId means = parent == null
                ? ground.means(plan, "1", "Moyen")
                : new MeansId(db.sql("SELECT means FROM plan.actionplan_action WHERE id = ?")
                        .param(parent.value())
                        .query(UUID.class)
                        .single());
        return ground.action(plan, means, "Ligne", parent);
    }

    private void link(ActionId contributor, ActionId served) {
        db.sql("INSERT INTO plan.actionplan_link (contributor, served) VALUES (?, ?)")
                .params(contributor.value(), served.value())
                .update();
    }
}
