package org.convergence.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Place;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Projects, partners and realisations for the tests of cooperation. */
@Lazy
@Component
public class CooperationFixture {

    /** An invented partner abroad. */
    public static final String PARTNER = "Coordinadora de Costureras de Prueba";

    private final Pages pages;
    private final TestUsers users;
    private final PeopleDirectory people;
    private final RealisationRecorder realisations;
    private final JdbcClient db;

    CooperationFixture(
            Pages pages, TestUsers users, PeopleDirectory people, RealisationRecorder realisations, JdbcClient db) {
        this.pages = pages;
        this.users = users;
        this.people = people;
        this.realisations = realisations;
        this.db = db;
    }

    /** Deletes all that cooperation holds, and all realisations. */
    public void clear() {
        users.ensureOrganisation();
        for (String table : List.of(
                "narrative_report",
                "fieldwork_report",
                "fieldwork_entry",
                "fieldwork_link",
                "partner_request",
                "partner",
                "project_evaluation",
                "project_value",
                "project_indicator",
                "project_period",
                "project_result",
                "project")) {
            db.sql("DELETE FROM cooperation." + table).update();
        }
        db.sql("DELETE FROM plan.realisation").update();
        db.sql("DELETE FROM resources.spending_budget WHERE title = 'Envoi fictif'")
                .update();
    }

    public OrganisationId partner() {
        return CurrentActor.callAs(users.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation(PARTNER));
    }

    /** 13,500 pesos sent to the partner in March 2026. */
    public void sendMoney() {
        UUID budget = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.spending_budget (id, subject, title, currency, starts_on, ends_on)
                        VALUES (?, 'resources.grant/agreement/' || ?, 'Envoi fictif', 'CAD', '2026-01-01', '2026-12-31')
                        """).params(budget, budget).update();
        db.sql("""
                        INSERT INTO resources.spending_remittance (id, budget, organisation, sent_on, sent, received, currency)
                        VALUES (gen_random_uuid(), ?, ?, '2026-03-12', 1000, 13500, 'MXN')
                        """).params(budget, partner().value()).update();
    }

    /** A mission with the partner, in Mexico. */
    public RealisationId realise(RealisationKind kind, LocalDate day, @Nullable Participations participations) {
        return CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> realisations.record(RecordRealisationCommand.byHand(
                        new RealisationDetails(
                                "Atelier du " + day,
                                kind,
                                DayRange.on(day),
                                Place.of("MX"),
                                participations,
                                Set.of(partner())),
                        Amounts.UNKNOWN,
                        PlanAttribution.NOTHING,
                        day)));
    }

    /** Posts as the coordinator; returns the address of the next page. */
    public String post(String url, String... fields) {
        MvcTestResult answer = pages.as(Role.COORDINATOR).post(url, fields);
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    /** The text of a page, as the coordinator sees it. */
    public String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    /** The only row of a table. */
    public UUID only(String table) {
        return db.sql("SELECT id FROM cooperation." + table).query(UUID.class).single();
    }
}
