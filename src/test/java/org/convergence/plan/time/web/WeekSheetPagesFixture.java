package org.convergence.plan.time.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.plan.time.TimeFixture;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A team of two, a workshop of six hours on a Wednesday, and requests for a week. */
abstract class WeekSheetPagesFixture {

    static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    static final String WEEK = "/plan/time/week/2026-W23";

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestUsers visitors;

    @Autowired
    TimeFixture crew;

    @Autowired
    RealisationFixture ground;

    @Autowired
    RealisationRecorder realisations;

    @Autowired
    JdbcClient db;

    Actor maryse = Actor.VISITOR;
    Actor elodie = Actor.VISITOR;
    ActionId action = new ActionId(new UUID(0, 0));
    ActionId other = action;

    @BeforeEach
    void prepareTeamAndWorkshop() {
        visitors.ensureOrganisation();
        maryse = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        crew.contract(maryse, elodie, MONDAY.minusYears(1), ContractSource.WAGE_SUBSIDY);
        PlanId plan = ground.plan("Plan d’action");
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        action = ground.action(plan, means, "Donner des ateliers");
        other = ground.action(plan, means, "Créer un outil");
        CurrentActor.runAs(
                elodie,
                () -> realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop("Atelier au cégep", MONDAY.plusDays(2)),
                        new Amounts(new BigDecimal("6"), null, null),
                        PlanAttribution.serving(Set.of(action)),
                        MONDAY.plusYears(1))));
    }

    long entries() {
        return db.sql("SELECT count(*) FROM plan.time_entry WHERE person = ?")
                .param(elodie.personId())
                .query(Long.class)
                .single();
    }

    static RequestPostProcessor as(Actor actor) {
        return authentication(new ActorAuthentication(actor));
    }

    MvcTestResult get(Actor actor, String url) {
        return browser.get().uri(url).with(as(actor)).exchange();
    }

    MvcTestResult send(Actor actor, String url, Map<String, String> fields) {
        var request = browser.post().uri(url).with(csrf()).with(as(actor));
        fields.forEach((name, value) -> request.param(name, value.split("\n", -1)));
        return request.exchange();
    }

    /** The current form of the page, with the button that is pressed. */
    static Map<String, String> typed(Document page, String button) {
        Map<String, String> fields = new TreeMap<>(Map.of("do", button));
        for (Element input : page.select("form.wide input[name]")) {
            fields.merge(input.attr("name"), input.attr("value"), (one, other) -> one + "\n" + other);
        }
        fields.keySet().removeAll(List.of("_csrf", "_page", "_for"));
        return fields;
    }
}
