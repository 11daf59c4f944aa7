package org.convergence.plan.time.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.domain.merging.MergeService;
import org.convergence.directory.people.domain.merging.MergeService.RecordVersion;
import org.convergence.identity.Role;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contracts, weeks and hours when two members of the team are merged. */
@ModuleTest
class TimePersonMergeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private MergeService replacement;

    @Autowired
    private MergeService takingApart;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private Actor coordinator = Actor.VISITOR;
    private Actor elodie = Actor.VISITOR;
    private Actor same = Actor.VISITOR;

    @BeforeEach
    void prepareTeam() {
        visitors.ensureOrganisation();
        coordinator = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        same = crew.hire(visitors, "Elodie", "Tremblay", Role.STAFF);
    }

    @Test
    void removesTheApproverThatBecomesTheWorker() {
        UUID contract = crew.contract(coordinator, elodie, MONDAY, ContractSource.PERMANENT);
        UUID other = crew.contract(coordinator, coordinator, MONDAY, ContractSource.PERMANENT);
        UUID both = person(same);
        db.sql("UPDATE plan.time_contract SET approver = ? WHERE id IN (?, ?)")
                .params(both, contract, other)
                .update();

        replace(same, elodie);
        assertThat(approver(contract)).isNull();
        assertThat(approver(other)).isEqualTo(person(elodie));

        apart(same);
        assertThat(approver(contract)).isEqualTo(both);
        assertThat(approver(other)).isEqualTo(both);
    }

    @Test
    void refusesToMergePeopleWithHoursInTheSameWeek() {
        hours(elodie, MONDAY, "7");
        hours(same, MONDAY, "7");
        assertThatThrownBy(() -> replace(same, elodie))
                .isInstanceOfSatisfying(
                        Refused.class, said -> assertThat(said.messageKey()).isEqualTo("time.refused.two-weeks"));
        assertThat(sum(same)).isEqualTo("7.00");
    }

    @Test
    void deletesTheEmptySheetOfTwoAndLosesNoHour() {
        sheet(elodie, MONDAY);
        hours(same, MONDAY, "6");
        hours(elodie, MONDAY.plusDays(7), "5");
        sheet(same, MONDAY.plusDays(7));

        replace(same, elodie);
        assertThat(sum(elodie)).isEqualTo("11.00");
        assertThat(sheets(elodie)).isEqualTo(2);

        apart(same);
        assertThat(sum(elodie)).isEqualTo("5.00");
        assertThat(sum(same)).isEqualTo("6.00");
        assertThat(List.of(sheets(elodie), sheets(same))).containsExactly(2L, 2L);
    }

    private void replace(Actor duplicate, Actor kept) {
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> replacement.mergePeople(
                        new RecordVersion(person(duplicate), 1), new RecordVersion(person(kept), 1), Map.of()));
    }

    private void apart(Actor duplicate) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> takingApart.undoMerge(person(duplicate)));
    }

    private static UUID person(Actor actor) {
        return TimeFixture.person(actor).value();
    }

    private @Nullable UUID approver(UUID contract) {
        return db.sql("SELECT approver FROM plan.time_contract WHERE id = ?")
                .param(contract)
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    private void sheet(Actor of, LocalDate monday) {
        db.sql("INSERT INTO plan.time_sheet (id, person, monday, saved_at) VALUES (?, ?, ?, now())")
                .params(Ids.next(), person(of), monday)
                .update();
    }

    private void hours(Actor of, LocalDate monday, String hours) {
        sheet(of, monday);
        db.sql("""
                        INSERT INTO plan.time_entry (id, person, monday, day, hours, volunteer)
                        VALUES (?, ?, ?, ?, CAST(? AS numeric), false)
                        """).params(Ids.next(), person(of), monday, monday, hours).update();
    }

    private String sum(Actor of) {
        return db.sql("SELECT coalesce(sum(hours), 0)::text FROM plan.time_entry WHERE person = ?")
                .param(person(of))
                .query(String.class)
                .single();
    }

    private long sheets(Actor of) {
        return db.sql("SELECT count(*) FROM plan.time_sheet WHERE person = ?")
                .param(person(of))
                .query(Long.class)
                .single();
    }
}
