package org.convergence.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.home.WeekFixture;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first page of an organisation that has nothing yet leads; it stops when it is told to. */
@ModuleTest
class FirstStepPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Test
    void stepsAreMarkedFromTheDataAndLeaveWhenPutAway() {
        visitors.ensureOrganisation();
        Actor founder = week.someone(visitors, "Camille", "Dubé", Role.COORDINATOR);
        Document first = pages.as(founder).open("/");
        assertThat(first.text()).contains("Premiers pas");
        assertThat(first.select("ol.rows a.button").eachAttr("href"))
                .containsSubsequence(List.of("/plan/reading", "/plan/calendar"));
        assertThat(pages.as(Role.STAFF).open("/").text()).doesNotContain("Premiers pas");

        week.begin();
        assertThat(pages.as(founder)
                        .open("/")
                        .select("ol.rows > li:first-child")
                        .text())
                .startsWith("Fait")
                .contains("Votre plan d’action");

        String until = pages.as(founder).open("/").select("[name=until]").val();
        pages.as(founder).post("/home/later/line", "subject=home.steps/first", "until=" + until);
        assertThat(pages.as(founder).open("/").text()).doesNotContain("Premiers pas");
        pages.as(founder).post("/home/later/take-up", "subject=home.steps/first");
        assertThat(pages.as(founder).open("/").text()).contains("Premiers pas");
    }
}
