package org.convergence.home;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A week in tests: people of the directory with accounts, and a plan with due lines. */
@Component
public class WeekFixture {

    private final AccountActors accounts;
    private final RealisationFixture ground;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private @Nullable PlanId plan;
    private @Nullable MeansId means;

    WeekFixture(AccountActors accounts, RealisationFixture ground, OrganisationSettings settings, JdbcClient db) {
        this.accounts = accounts;
        this.ground = ground;
        this.settings = settings;
        this.db = db;
    }

    /** A new user with an account and a person of the directory; the mail begins with the first name. */
    public Actor someone(TestUsers visitors, String given, String family, Role role) {
        UUID person = Ids.next();
        String mail = mail(given);
        visitors.createSignInLink(given + " " + family, mail, role);
        db.sql("INSERT INTO directory.people_person (id, version, given_name, family_name) VALUES (?, 1, ?, ?)")
                .params(person, given, family)
                .update();
        db.sql("UPDATE identity.account SET person_id = ? WHERE mail = ?")
                .params(person, mail)
                .update();
        UUID account = db.sql("SELECT id FROM identity.account WHERE mail = ?")
                .param(mail)
                .query(UUID.class)
                .single();
        handedIn(person);
        return accounts.find(account).orElseThrow();
    }

    /** Hands in the person's sheets: what is asked about them depends on the weekday of the test run. */
    private void handedIn(UUID person) {
        db.sql("""
                        INSERT INTO plan.time_sheet
                            (id, person, monday, state, saved_at, submitted_at, decided_at, decided_by, decided_name)
                        SELECT gen_random_uuid(), :person, date_trunc('week', :today::date)::date + 7 * week, 'APPROVED', now(),
                               now(), now(), gen_random_uuid(), 'Réal'
                        FROM generate_series(-1, 1) AS week
                        """).param("person", person).param("today", settings.today()).update();
    }

    private static String mail(String given) {
        return given.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "x") + "." + UUID.randomUUID() + "@exemple.org";
    }

    /** Makes an empty plan of the week the only one in force. */
    public void begin() {
        ground.clear();
        PlanId made = ground.plan("Plan d’action");
        db.sql("UPDATE plan.actionplan_plan SET period_from = ?, period_to = ? WHERE id = ?")
                .params(settings.today().minusMonths(3), settings.today().plusMonths(9), made.value())
                .update();
        plan = made;
        means = ground.means(made, "1.2", "Ateliers");
    }

    /** A firm line whose window ends in so many days; unassigned if no person is given. */
    public ActionId line(String text, @Nullable Actor whose, int days) {
        ActionId id = ground.action(known(plan), known(means), text);
        LocalDate today = settings.today();
        db.sql("""
                        INSERT INTO plan.actionplan_follow_up (action, window_from, window_to, responsible)
                        VALUES (?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id.value(), today.minusDays(60), today.plusDays(days), whose == null ? null : whose.personId()))
                .update();
        return id;
    }

    /** A firm sub-action of a line whose window ends in so many days. */
    public ActionId part(ActionId whole, String text, @Nullable Actor whose, int days) {
        ActionId id = line(text, whose, days);
        db.sql("UPDATE plan.actionplan_action SET parent = ? WHERE id = ?")
                .params(whole.value(), id.value())
                .update();
        return id;
    }

    /** The plan of the week. */
    public PlanId plan() {
        return known(plan);
    }

    private static <T> T known(@Nullable T it) {
        if (it == null) {
            throw new IllegalStateException("begin() first");
        }
        return it;
    }
}
