package org.convergence.plan.time.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.Realisations;
import org.convergence.plan.realisation.RecordRealisation;
import org.convergence.plan.realisation.Telling;
import org.convergence.plan.time.Crew;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.AtOnce;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class RealisationHoursTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Week WEEK = new Week(MONDAY);

    @Autowired
    private Realisations realisations;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private SheetKeeping sheets;

    @Autowired
    private AtOnce atOnce;

    @Autowired
    private Ground ground;

    @Autowired
    private Crew crew;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient db;

    private Actor coordinator = Actor.VISITOR;
    private Actor elodie = Actor.VISITOR;
    private Actor luc = Actor.VISITOR;
    private final List<ActionId> actions = new ArrayList<>();

    @BeforeEach
    void aTeamOfTwoAndAPlan() {
        visitors.anOrganisation();
        coordinator = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        luc = crew.hire(visitors, "Luc", "Gagnon", Role.VOLUNTEER);
        crew.contract(coordinator, elodie, MONDAY.minusYears(1), ContractSource.WAGE_SUBSIDY);
        PlanId plan = ground.plan("Plan d’action");
        var means = ground.means(plan, "1.2", "Ateliers");
        actions.add(ground.action(plan, means, "Donner des ateliers"));
        actions.add(ground.action(plan, means, "Créer un outil"));
    }

    @Test
    void hoursAreTheEstimateUntilSomeoneEntersThem() {
        RealisationId workshop = workshop("Atelier", "6");
        assertThat(fact(workshop).amounts().staffHours()).isEqualByComparingTo("6");
        assertThat(fact(workshop).worked()).isFalse();

        CurrentActor.runAs(elodie, () -> sheets.save(WEEK, 0, List.of(cell(0, workshop, 0, "4.5")), false));
        assertThat(fact(workshop).amounts().staffHours()).isEqualByComparingTo("4.5");
        assertThat(fact(workshop).worked()).isTrue();

        CurrentActor.runAs(elodie, () -> sheets.save(WEEK, 1, List.of(), false));
        assertThat(fact(workshop).amounts().staffHours()).isEqualByComparingTo("6");
    }

    @Test
    void whoHasNoContractGivesHerHours() {
        RealisationId workshop = workshop("Atelier", "6");
        CurrentActor.runAs(luc, () -> sheets.save(WEEK, 0, List.of(cell(0, workshop, 0, "3")), false));
        assertThat(fact(workshop).amounts().volunteerHours()).isEqualByComparingTo("3");
        assertThat(fact(workshop).amounts().staffHours())
                .as("the estimate still")
                .isEqualByComparingTo("6");
    }

    @Test
    void whateverIsSavedTheHoursOfARealisationAreTheSumOfItsEntries() {
        List<RealisationId> all = List.of(workshop("Un", "6"), workshop("Deux", "2"), workshop("Trois", "1"));
        var chance = new Random(20261124);
        int[] versions = new int[2];
        for (int i = 0; i < 60; i++) {
            int who = chance.nextInt(2);
            Map<Object, Cell> cells = new LinkedHashMap<>();
            for (int c = chance.nextInt(6); c > 0; c--) {
                Cell cell = cell(
                        chance.nextInt(2),
                        all.get(chance.nextInt(3)),
                        chance.nextInt(7),
                        (1 + chance.nextInt(12)) * 0.25 + "");
                cells.put(List.of(cell.post(), cell.day()), cell);
            }
            int version = versions[who]++;
            CurrentActor.runAs(
                    who == 0 ? elodie : luc, () -> sheets.save(WEEK, version, List.copyOf(cells.values()), false));
            assertSumsHold();
        }
    }

    @Test
    void twoWhoSaveAtOnceAreBothCounted() {
        RealisationId workshop = workshop("Atelier", "6");
        AtOnce.End end = atOnce.whileUnsaved(
                elodie,
                () -> sheets.save(WEEK, 0, List.of(cell(0, workshop, 0, "4")), false),
                () -> CurrentActor.runAs(
                        coordinator, () -> sheets.save(WEEK, 0, List.of(cell(1, workshop, 1, "3")), false)));
        assertThat(end.went()).isTrue();
        assertSumsHold();
    }

    private void assertSumsHold() {
        assertThat(db.sql("""
                                SELECT count(*) FROM plan.realisation r
                                CROSS JOIN LATERAL (
                                    SELECT sum(e.hours) FILTER (WHERE NOT e.volunteer) AS staff,
                                           sum(e.hours) FILTER (WHERE e.volunteer) AS volunteers
                                    FROM plan.time_entry e WHERE e.realisation = r.id) AS entered
                                WHERE (r.worked_staff_hours, r.worked_volunteer_hours)
                                      IS DISTINCT FROM (entered.staff, entered.volunteers)
                                """).query(Long.class).single()).isZero();
    }

    private Cell cell(int action, RealisationId realisation, int day, String hours) {
        return new Cell(new Post(actions.get(action), realisation), MONDAY.plusDays(day), new BigDecimal(hours));
    }

    private RealisationFact fact(RealisationId id) {
        RealisationFact[] found = new RealisationFact[1];
        CurrentActor.runAs(coordinator, () -> found[0] = facts.of(List.of(id)).get(0));
        return found[0];
    }

    private RealisationId workshop(String title, String hours) {
        RealisationId[] made = new RealisationId[1];
        CurrentActor.runAs(
                elodie,
                () -> made[0] = realisations.record(RecordRealisation.byHand(
                        Ground.workshop(title, MONDAY.plusDays(2)),
                        new Amounts(new BigDecimal(hours), null, null),
                        new Telling(Set.copyOf(actions), "", List.of()),
                        MONDAY.plusYears(1))));
        return made[0];
    }
}
