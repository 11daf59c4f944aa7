package org.convergence.plan.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.report.ReportFixture;
import org.convergence.plan.report.ReportFixture.TestPlanLines;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A note that was just begun, and requests to its pages. */
abstract class NotePagesFixture {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestUsers visitors;

    @Autowired
    ReportFixture season;

    @Autowired
    BoardFixture board;

    @Autowired
    MeetingFixture meetings;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    JdbcClient db;

    LocalDate today = LocalDate.EPOCH;

    record NotePagesCase(TestPlanLines lines, String url) {

        String field() {
            return "text-" + SectionRef.of(lines.workshops()).slug();
        }

        String why() {
            return "why-" + lines.offer().value();
        }
    }

    @BeforeEach
    void prepareOrganisation() {
        visitors.ensureOrganisation();
        today = settings.today();
    }

    NotePagesCase aNote() {
        TestPlanLines lines = season.underWay(today);
        db.sql("UPDATE plan.actionplan_action SET commitment = 'FIRM' WHERE id = ?")
                .param(lines.offer().value())
                .update();
        db.sql("INSERT INTO plan.actionplan_follow_up (action, window_to) VALUES (?, ?)")
                .params(lines.offer().value(), today.minusDays(10))
                .update();
        season.workshop("Atelier <b>au</b> cégep", today.minusDays(5), Participations.of(20), Set.of(lines.create()));
        MvcTestResult begun = post(
                "/plan/report/new",
                "audience",
                "board",
                "plan",
                lines.plan().value().toString(),
                "title",
                "Note de suivi",
                "from",
                today.minusDays(30).toString(),
                "to",
                today.toString(),
                "language",
                "fr");
        assertThat(begun).hasStatus(303);
        String write = Objects.requireNonNull(begun.getResponse().getRedirectedUrl());
        assertThat(write).endsWith("/write");
        return new NotePagesCase(lines, write.substring(0, write.length() - "/write".length()));
    }

    MvcTestResult write(NotePagesCase made, Document form, String... typed) {
        return submit(made.url() + "/write", form, List.of(typed));
    }

    /** Submits the form of a page with some fields typed. */
    MvcTestResult submit(String url, Document form, List<String> typed) {
        List<String> fields = new ArrayList<>();
        for (Element field : form.select("main form.form input[type=hidden], main form.form textarea")) {
            int at = typed.indexOf(field.attr("name"));
            fields.add(field.attr("name"));
            fields.add(
                    at >= 0
                            ? typed.get(at + 1)
                            : field.is("textarea") ? field.wholeText().strip() : field.val());
        }
        int earlier = typed.indexOf("earlier");
        if (earlier >= 0) {
            fields.add("earlier");
            fields.add(typed.get(earlier + 1));
        }
        return post(url, fields.toArray(String[]::new));
    }

    Document page(String url) {
        MvcTestResult result = get(url, Role.COORDINATOR);
        assertThat(result).as(url).hasStatusOk();
        return Jsoup.parse(Pages.text(result));
    }

    MvcTestResult get(String url, Role role) {
        return browser.get()
                .uri(java.net.URI.create(url))
                .with(visitors.as(role))
                .exchange();
    }

    MvcTestResult post(String url, String... fields) {
        var request =
                browser.post().uri(url).with(visitors.as(Role.COORDINATOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
