package org.convergence.plan.realisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The test data around realisations: plans with their lines, organisations, and actors. */
@Component
public class RealisationFixture {

    /** Has every permission of this module. */
    public static final Actor COORDINATOR = new Actor(
            UUID.fromString("00000000-0000-7000-8000-000000000001"),
            "Coordination",
            null,
            "fr",
            Set.of(
                    "realisation.read",
                    "realisation.record",
                    "realisation.edit",
                    "realisation.import",
                    "realisation.readAttendance",
                    "document.read",
                    "document.store",
                    "actionplan.read",
                    "people.read",
                    "people.edit"));

    /** Records own realisations, and may not correct others. */
    public static final Actor INTERN = new Actor(
            UUID.fromString("00000000-0000-7000-8000-000000000002"),
            "Stagiaire",
            null,
            "fr",
            Set.of(
                    "realisation.read",
                    "realisation.record",
                    "actionplan.read",
                    "people.read",
                    "document.read",
                    "document.store"));

    private final JdbcClient db;
    private final PeopleDirectory people;
    private final Clock clock;

    RealisationFixture(JdbcClient db, PeopleDirectory people, Clock clock) {
        this.db = db;
        this.people = people;
        this.clock = clock;
    }

    /** Deletes all realisations. */
    public void clear() {
        for (String table : new String[] {
            "realisation", "actionplan_action", "actionplan_means", "actionplan_objective", "actionplan_plan"
        }) {
            db.sql("DELETE FROM plan." + table).update();
        }
    }

    /** An adopted plan, in force from April 2026 to March 2027. */
    public PlanId plan(String title) {
        return plan(title, LocalDate.of(2026, 4, 1));
    }

    /** An adopted plan of a year, in force for seven months on the day of the test. */
    public PlanId underWay(String title) {
        return plan(title, begun());
    }

    /** The first day of the plan that is {@linkplain #underWay under way}. */
    public LocalDate begun() {
        return LocalDate.now(clock).minusMonths(7).withDayOfMonth(1);
    }

    /** An adopted plan of the year that begins on a day. */
    public PlanId plan(String title, LocalDate from) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO plan.actionplan_plan
                            (id, title, kind, status, period_from, period_to, decision_body, decision_date)
                        VALUES (?, ?, 'ANNUAL', 'ADOPTED', ?, ?, 'Assemblée', ?)
                        """)
                .params(id, title, from, from.plusYears(1).minusDays(1), from.minusMonths(1))
                .update();
        return new PlanId(id);
    }

    /** A means of a plan, under an objective of its own. */
    public MeansId means(PlanId plan, String code, String title) {
        UUID objective = Ids.next();
        UUID id = Ids.next();
        db.sql("INSERT INTO plan.actionplan_objective (id, plan, position, title) VALUES (?, ?, 1, 'Objectif')")
                .params(objective, plan.value())
                .update();
        db.sql(
                        "INSERT INTO plan.actionplan_means (id, plan, objective, position, code, title) VALUES (?, ?, ?, 1, ?, ?)")
                .params(id, plan.value(), objective, code, title)
                .update();
        return new MeansId(id);
    }

    /** An action of a means. */
    public ActionId action(PlanId plan, MeansId means, String text) {
        return action(plan, means, text, null);
    }

    /** A sub-action. */
    public ActionId action(PlanId plan, MeansId means, String text, @Nullable ActionId parent) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO plan.actionplan_action (id, plan, means, parent, position, text, commitment)
                        VALUES (?, ?, ?, ?, 1, ?, 'FIRM')
                        """)
                .params(Arrays.asList(id, plan.value(), means.value(), parent == null ? null : parent.value(), text))
                .update();
        return new ActionId(id);
    }

    /** Organisations with these names, created if missing. */
    public Set<OrganisationId> organisations(String... names) {
        var found = new LinkedHashSet<OrganisationId>();
        Arrays.stream(names).map(people::findOrCreateOrganisation).forEach(found::add);
        return found;
    }

    /** A workshop on a day, without other facts. */
    public static RealisationDetails workshop(String title, LocalDate day) {
        return new RealisationDetails(title, RealisationKind.WORKSHOP, DayRange.on(day), null, null, Set.of());
    }

    /** The same with participations and organisations. */
    public static RealisationDetails with(
            RealisationDetails what, @Nullable Participations all, Set<OrganisationId> organisations) {
        return new RealisationDetails(what.title(), what.kind(), what.when(), what.place(), all, organisations);
    }
}
