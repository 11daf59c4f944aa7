package org.convergence.directory.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.database.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holdings for tests of hand-overs, written directly into the owners' tables. */
@Component
public class HoldingsFixture {

    private final JdbcClient db;
    private final RealisationFixture ground;

    HoldingsFixture(JdbcClient db, RealisationFixture ground) {
        this.db = db;
        this.ground = ground;
    }

    /** A person of the directory with an address. */
    public PersonId person(String given, String family) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO directory.people_person (id, version, given_name, family_name, languages, contact_points)
                        VALUES (?, 1, ?, ?, '{en}', CAST(? AS jsonb))
                        """)
                .params(
                        id,
                        given,
                        family,
                        "[{\"channel\": \"MAIL\", \"sphere\": \"PROFESSIONAL\", \"value\": \"" + id
                                + "@exemple.org\"}]")
                .update();
        return new PersonId(id);
    }

    /** An account with a role from a day on; returns the id of the account. */
    public UUID account(PersonId person, Role role, LocalDate from) {
        UUID id = Ids.next();
        db.sql(
                        "INSERT INTO identity.account (id, version, mail, name, person_id, created_at) VALUES (?, 1, ?, 'X', ?, now())")
                .params(id, id + "@exemple.org", person.value())
                .update();
        grant(id, role, from);
        return id;
    }

    /** A role without end. */
    public void grant(UUID account, Role role, LocalDate from) {
        db.sql("INSERT INTO identity.role_grant (id, version, account_id, role, from_date) VALUES (?, 1, ?, ?, ?)")
                .params(Ids.next(), account, role.name(), from)
                .update();
    }

    /** Actions of a plan in force. */
    public List<ActionId> actions(int many) {
        PlanId plan = ground.plan("Plan d’action");
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        List<ActionId> actions = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            actions.add(ground.action(plan, means, "Action " + (i + 1)));
        }
        return actions;
    }

    /** Makes the person responsible for an action, with a deadline. */
    public void answers(PersonId person, ActionId action, LocalDate by) {
        db.sql("INSERT INTO plan.actionplan_follow_up (action, responsible, window_to) VALUES (?, ?, ?)")
                .params(action.value(), person.value(), by)
                .update();
    }

    /** Makes the person a helper of an action. */
    public void helps(PersonId person, ActionId action) {
        db.sql("INSERT INTO plan.actionplan_support (action, person) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(action.value(), person.value())
                .update();
    }

    /** Makes the person responsible for an open report and for one of its sections. */
    public void report(PersonId person, PlanId plan, LocalDate from) {
        UUID report = Ids.next();
        db.sql("""
                        INSERT INTO plan.report (id, plan, audience, title, period_from, period_to, language, responsible,
                            created_at)
                        VALUES (?, ?, 'ANNUAL', 'Rapport annuel', ?, ?, 'fr', ?, now())
                        """)
                .params(report, plan.value(), from, from.plusYears(1), person.value())
                .update();
        db.sql("INSERT INTO plan.report_section (id, report, kind, responsible) VALUES (?, ?, 'FOREWORD', ?)")
                .params(Ids.next(), report, person.value())
                .update();
    }

    /** A contract from a day on, without end. */
    public void contract(PersonId person, LocalDate from) {
        db.sql("""
                        INSERT INTO plan.time_contract (id, person, starts_on, source, monday, tuesday, wednesday, thursday,
                            friday, saturday, sunday)
                        VALUES (?, ?, ?, 'WAGE_SUBSIDY', 7, 7, 7, 7, 7, 0, 0)
                        """).params(Ids.next(), person.value(), from).update();
    }

    /** A follow-up of an item of a meeting, assigned to the person. */
    public void followUp(PersonId person, UUID body, UUID meeting, UUID item, LocalDate by) {
        db.sql("""
                        INSERT INTO outreach.assembly_follow_up
                            (id, version, body, meeting, item, what, person, due_on, opened_on, state, outcome)
                        VALUES (?, 1, ?, ?, ?, 'Écrire à la coalition', ?, ?, ?, 'OPEN', '')
                        """)
                .params(Arrays.asList(Ids.next(), body, meeting, item, person.value(), by, by.minusDays(10)))
                .update();
    }

    /** The plan of an action. */
    public PlanId planOf(ActionId action) {
        return new PlanId(Objects.requireNonNull(db.sql("SELECT plan FROM plan.actionplan_action WHERE id = ?")
                .param(action.value())
                .query(UUID.class)
                .single()));
    }
}
