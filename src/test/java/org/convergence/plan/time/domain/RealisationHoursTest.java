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
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.plan.realisation.domain.RealisationCorrectionService;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class RealisationHoursTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Week WEEK = new Week(MONDAY);
    private static final Set<String> DECISIONS = Set.of("give back", "approve", "reopen", "withdraw");
    private static final List<String> ACTS = List.of(
            "save", "save", "submit", "give back", "approve", "reopen", "add", "correct", "take out", "withdraw");

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private WeekSheetService sheets;

    @Autowired
    private RealisationCorrectionService correction;

    @Autowired
    private SheetApprovalService approval;

    @Autowired
    private WeekSheetRepository store;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private Actor coordinator = Actor.VISITOR;
    private Actor elodie = Actor.VISITOR;
    private Actor luc = Actor.VISITOR;
    private final List<ActionId> actions = new ArrayList<>();

    @BeforeEach
    void prepareTeamAndPlan() {
        visitors.ensureOrganisation();
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
    void hoursAreTheEstimateUntilEntered() {
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
    void hoursWithoutContractAreVolunteerHours() {
        RealisationId workshop = workshop("Atelier", "6");
        CurrentActor.runAs(luc, () -> sheets.save(WEEK, 0, List.of(cell(0, workshop, 0, "3")), false));
        assertThat(fact(workshop).amounts().volunteerHours()).isEqualByComparingTo("3");
        assertThat(fact(workshop).amounts().staffHours())
                .as("the estimate still")
                .isEqualByComparingTo("6");
    }

    @Test
    void aContractAddedLaterTurnsVolunteerHoursIntoStaffHours() {
        RealisationId workshop = workshop("Atelier", "6");
        List<HoursCell> cells = List.of(cell(0, workshop, 0, "3"));
        CurrentActor.runAs(luc, () -> sheets.save(WEEK, 0, cells, false));
        crew.contract(coordinator, luc, MONDAY.minusYears(1), ContractSource.INTERN);
        CurrentActor.runAs(luc, () -> sheets.save(WEEK, 1, cells, false));
        assertThat(fact(workshop).amounts().staffHours()).isEqualByComparingTo("3");
        assertThat(fact(workshop).amounts().volunteerHours()).isNull();
    }

    /** Saved, submitted, returned, approved, reopened, added to, corrected, deleted, withdrawn: in any order. */
    @Test
    void hoursOfARealisationAlwaysEqualTheSumOfItsEntries() {
        List<RealisationId> all = List.of(workshop("Un", "6"), workshop("Deux", "2"), workshop("Trois", "1"));
        var chance = new Random(20261124);
        Map<String, Integer> went = new TreeMap<>();
        for (int i = 0; i < 240; i++) {
            Actor who = chance.nextBoolean() ? elodie : luc;
            String act = ACTS.get(chance.nextInt(ACTS.size()));
            try {
                CurrentActor.runAs(DECISIONS.contains(act) ? coordinator : who, () -> perform(act, who, all, chance));
                went.merge(act, 1, Integer::sum);
            } catch (Refused | NotFound no) {
                // A sheet that is locked, or one without anything to decide: nothing may have changed.
                assertThat(no).isNotNull();
            }
            assertSumsHold();
        }
        assertThat(went.keySet())
                .as("each occurred at least once")
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(ACTS));
    }

    private void perform(String act, Actor who, List<RealisationId> all, Random chance) {
        PersonId person = TimeFixture.person(who);
        int version = store.find(person, WEEK)
                .map(WeekSheetRepository.SheetHeader::version)
                .orElse(0);
        switch (act) {
            case "save" -> sheets.save(WEEK, version, cells(all, chance), false);
            case "submit" -> sheets.save(WEEK, version, cells(all, chance), true);
            case "give back" -> approval.returnForCorrection(person, WEEK, "À revoir");
            case "approve" -> approval.approve(person, WEEK, version);
            case "reopen" -> approval.reopen(person, WEEK, "Erreur");
            case "add" -> sheets.add(one(all, chance));
            case "correct" -> sheets.update(entry(person, chance), BigDecimal.valueOf(1 + chance.nextInt(9)));
            case "take out" -> sheets.delete(entry(person, chance));
            case "withdraw" -> correction.withdraw(all.get(chance.nextInt(3)), "Inscrit deux fois");
            default -> throw new IllegalArgumentException(act);
        }
    }

    private List<HoursCell> cells(List<RealisationId> all, Random chance) {
        Map<HoursCell.CellPlace, HoursCell> cells = new LinkedHashMap<>();
        for (int c = chance.nextInt(6); c > 0; c--) {
            HoursCell cell = one(all, chance);
            cells.put(cell.place(), cell);
        }
        return List.copyOf(cells.values());
    }

    private HoursCell one(List<RealisationId> all, Random chance) {
        return cell(
                chance.nextInt(2), all.get(chance.nextInt(3)), chance.nextInt(7), (1 + chance.nextInt(12)) * 0.25 + "");
    }

    private UUID entry(PersonId person, Random chance) {
        List<UUID> ids = db.sql("SELECT id FROM plan.time_entry WHERE person = ? ORDER BY id")
                .param(person.value())
                .query(UUID.class)
                .list();
        return ids.isEmpty() ? UUID.randomUUID() : ids.get(chance.nextInt(ids.size()));
    }

    @Test
    void concurrentSavesAreBothCounted() {
        RealisationId workshop = workshop("Atelier", "6");
        ConcurrentActions.ActionResult end = atOnce.runBeforeCommit(
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

    private HoursCell cell(int action, RealisationId realisation, int day, String hours) {
        return new HoursCell(
                new TimePost(actions.get(action), realisation), MONDAY.plusDays(day), new BigDecimal(hours));
    }

    private RealisationFact fact(RealisationId id) {
        RealisationFact[] found = new RealisationFact[1];
        CurrentActor.runAs(
                coordinator, () -> found[0] = facts.findAllById(List.of(id)).get(0));
        return found[0];
    }

    private RealisationId workshop(String title, String hours) {
        RealisationId[] made = new RealisationId[1];
        CurrentActor.runAs(
                elodie,
                () -> made[0] = realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop(title, MONDAY.plusDays(2)),
                        new Amounts(new BigDecimal(hours), null, null),
                        new PlanAttribution(Set.copyOf(actions), "", List.of()),
                        MONDAY.plusYears(1))));
        return made[0];
    }
}
