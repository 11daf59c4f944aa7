package org.convergence.safety.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The crisis cell of a grave incident: who does what, the numbers to call, decisions with their hour (R-SEC-8). */
@ModuleTest
class CrisisCellTest {

    private static final String LIST = "/safety/incident";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private Actor lead = Actor.VISITOR;
    private Actor president = Actor.VISITOR;
    private Actor colleague = Actor.VISITOR;

    @BeforeEach
    void people() {
        users.ensureOrganisation();
        empty();
        lead = crew.hire(users, "Maryse", "Roy", Role.COORDINATOR);
        president = crew.hire(users, "Ghislaine", "Fortin", Role.BOARD_MEMBER);
        colleague = crew.hire(users, "Louis", "Tremblay", Role.COORDINATOR);
        db.sql("UPDATE directory.people_person SET contact_points = jsonb_build_array(jsonb_build_object("
                        + "'channel', 'PHONE', 'sphere', 'PROFESSIONAL', 'value', '514 555-0142')) WHERE id = ?")
                .param(president.personId())
                .update();
    }

    @AfterEach
    void empty() {
        for (String table :
                List.of("incident_duty", "incident_notice", "incident_entry", "incident_reader", "incident")) {
            db.sql("DELETE FROM safety." + table).update();
        }
    }

    private String note(String severity) {
        return Objects.requireNonNull(pages.as(lead)
                .post(
                        LIST + "/new",
                        "told=Une disparition",
                        "kind=KIDNAPPING",
                        "severity=" + severity,
                        "happenedOn=" + settings.today(),
                        "lead=" + lead.personId(),
                        "president=" + president.personId())
                .getResponse()
                .getRedirectedUrl());
    }

    private String text(Actor actor, String page) {
        return pages.as(actor).open(page).text().replace('\u00a0', ' ');
    }

    private String version(String url) {
        return pages.as(lead)
                .open(url)
                .select("form[action$=/cell] input[name=version]")
                .attr("value");
    }

    @Test
    void thePeopleNamedHaveDutiesNumbersAndALogOfDecisions() {
        String incident = note("CRITICAL");
        String url = incident + "/cell";
        assertThat(pages.as(lead).open(incident).select("a[href=" + url + "]")).hasSize(1);
        assertThat(text(lead, url)).contains("Dirige et décide Personne encore", "Une seule voix vers l’extérieur");
        assertThat(pages.as(lead)
                        .post(
                                url,
                                "version=" + version(url),
                                "duty-LEAD=" + lead.personId(),
                                "duty-FAMILY=" + president.personId(),
                                "duty-MEDIA=" + president.personId()))
                .hasStatus(303);
        for (Actor named : List.of(lead, president)) {
            assertThat(text(named, url))
                    .contains(
                            "Dirige et décide Maryse Roy · sans numéro dans le répertoire",
                            "Appelle les proches Ghislaine Fortin · 514 555-0142",
                            "Répond aux médias Ghislaine Fortin",
                            "Note les décisions Personne encore");
        }
        assertThat(pages.as(lead).open(url).select("a[href=tel:5145550142]")).hasSize(2);

        String decided = "Personne ne part vers le nord avant demain";
        assertThat(pages.as(president).post(url + "/decisions", "decision=" + decided))
                .hasStatus(303);
        assertThat(text(lead, url)).contains(decided, "Ghislaine Fortin").containsPattern(decided + " .*\\d{1,2} h");
        assertThat(text(lead, incident)).contains(decided);
        assertThat(db.sql("SELECT string_agg(e::text, ' ') FROM safety.incident_entry e")
                        .query(String.class)
                        .single())
                .as("at rest")
                .doesNotContain("vers le nord");
        assertThat(pages.as(lead).post(url, "version=" + version(url), "duty-LEAD=" + president.personId()))
                .hasStatus(303);
        assertThat(text(lead, url))
                .contains("Dirige et décide Ghislaine Fortin", "Appelle les proches Personne encore");
    }

    @Test
    void nobodyElseHasADutyOrFindsTheCell() {
        String url = note("CRITICAL") + "/cell";
        String version = version(url);
        assertThat(Pages.text(pages.as(lead).post(url, "version=" + version, "duty-LEAD=" + colleague.personId())))
                .contains("n’est pas nommée sur l’incident");
        assertThat(pages.as(lead).post(url, "version=" + version, "duty-LEAD=" + lead.personId()))
                .hasStatus(303);
        assertThat(pages.as(president).post(url, "version=" + version, "duty-LEAD=" + president.personId()))
                .as("given out meanwhile by another")
                .hasStatus(409);
        assertThat(pages.as(colleague).get(url)).hasStatus(404);
        assertThat(pages.as(colleague).post(url + "/decisions", "decision=x")).hasStatus(404);
        assertThat(pages.as(colleague).post(url, "version=1", "duty-LEAD=" + colleague.personId()))
                .hasStatus(404);
        db.sql("UPDATE safety.incident SET president = NULL").update();
        db.sql("UPDATE safety.incident_duty SET person = ?")
                .param(president.personId())
                .update();
        assertThat(text(lead, url)).as("no longer named").doesNotContain("Ghislaine", "514 555");
    }

    @Test
    void aLessGraveIncidentOffersNoneAndARestrictedOneHasNone() {
        String minor = note("MINOR");
        assertThat(pages.as(lead).open(minor).select("a[href$=/cell]")).isEmpty();
        String restricted = Objects.requireNonNull(pages.as(lead)
                .post(LIST + "/restricted", "wishes=Une écoute", "happenedOn=" + settings.today())
                .getResponse()
                .getRedirectedUrl());
        assertThat(pages.as(lead).get(restricted + "/cell")).hasStatus(404);
        assertThat(pages.as(lead).post(restricted + "/cell/decisions", "decision=x"))
                .hasStatus(404);
    }
}
