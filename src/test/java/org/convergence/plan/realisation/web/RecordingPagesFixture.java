package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A plan, and the form that records its realisations. */
abstract class RecordingPagesFixture {

    static final String TITLE = "Atelier sur l’industrie du textile";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    RealisationFixture ground;

    @Autowired
    RealisationRecorder realisations;

    @Autowired
    RealisationFacts facts;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    JdbcClient db;

    LocalDate today = LocalDate.EPOCH;
    ActionId workshops = new ActionId(new UUID(0, 0));
    ActionId coalitions = workshops;

    @BeforeEach
    void preparePlan() throws Exception {
        visitors.ensureOrganisation();
        today = settings.today();
        ground.clear();
        CurrentActor.callAs(RealisationFixture.COORDINATOR, () -> {
            PlanId plan = ground.plan("Plan d’action");
            workshops = ground.action(
                    plan, ground.means(plan, "1.2", "Ateliers"), "Offrir des ateliers sur l’industrie du textile");
            coalitions =
                    ground.action(plan, ground.means(plan, "3.3", "Coalitions"), "Siéger aux tables de concertation");
            return true;
        });
    }

    MvcTestResult send(String... fields) {
        return post("/plan/realisation", fields);
    }

    Document propose(String... fields) {
        return page(post("/plan/realisation/serves", fields));
    }

    Document open(String url) {
        MvcTestResult answer = get(url, Role.COORDINATOR);
        assertThat(answer).as(url).hasStatusOk();
        return page(answer);
    }

    MvcTestResult get(String url, Role role) {
        return mvc.get().uri(url).with(visitors.as(role)).exchange();
    }

    MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(url).with(visitors.as(Role.COORDINATOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    RealisationFact fact(MvcTestResult recorded) {
        return fact(Pages.location(recorded));
    }

    RealisationFact fact(String url) {
        var id = new RealisationId(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)));
        var found = new ArrayList<RealisationFact>();
        CurrentActor.runAs(RealisationFixture.COORDINATOR, () -> found.addAll(facts.findAllById(List.of(id))));
        return found.get(0);
    }

    static String id(ActionId action) {
        return action.value().toString();
    }
}
