package org.convergence.plan.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.DateReader;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A small plan in the grid, sent as by a browser without scripts. */
@ModuleTest
abstract class GridPageAssemblerFixture {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    ActionPlans plans;

    @Autowired
    PersonService people;

    String grid = "";
    List<UUID> lines = List.of();

    @BeforeEach
    void aDraft() throws Exception {
        visitors.ensureOrganisation();
        PlanId plan = CurrentActor.callAs(Actor.system("test"), () -> plans.draftFrom(Blueprints.aSmallPlan()));
        grid = "/plan/actionplan/" + plan.value() + "/grid";
        lines = CurrentActor.callAs(Actor.system("test"), () -> plans.findLines(List.of(plan))).stream()
                .map(line -> line.id().value())
                .toList();
    }

    void put(Map<String, String> fields, int line, String... values) {
        for (int i = 0; i < values.length; i += 2) {
            fields.put(values[i] + "." + lines.get(line), values[i + 1]);
        }
    }

    Element line(Document page, int line) {
        return Objects.requireNonNull(page.getElementById("row-" + lines.get(line)));
    }

    String value(Document page, int line, String field) {
        return value(
                Objects.requireNonNull(line(page, line).selectFirst("[name=" + field + "." + lines.get(line) + "]")));
    }

    /** The text of a control; a day in words as it is stored. */
    static String value(Element field) {
        Element chosen = field.tagName().equals("select") ? field.selectFirst("option[selected]") : field;
        String text = chosen == null ? "" : chosen.val();
        return DateReader.read(text).map(Object::toString).orElse(text);
    }

    /** The form fields that a browser would send of the grid. */
    static Map<String, String> fields(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("tbody[id] [name]:not(button)").forEach(each -> fields.put(each.attr("name"), value(each)));
        return fields;
    }

    Document page() {
        MvcTestResult result = get(grid, Role.COORDINATOR);
        assertThat(result).hasStatusOk();
        return parsed(result);
    }

    MvcTestResult get(String url, Role role) {
        var request = mvc.get().uri(url).with(visitors.as(role));
        return (notice == null ? request : request.cookie(notice)).exchange();
    }

    jakarta.servlet.http.@org.jspecify.annotations.Nullable Cookie notice;

    MvcTestResult post(String url, Map<String, String> fields) {
        var request = mvc.post().uri(url).with(visitors.as(Role.COORDINATOR)).with(csrf());
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        MvcTestResult result = request.exchange();
        notice = result.getResponse().getCookie("notice");
        return result;
    }

    static Document parsed(MvcTestResult result) {
        return Jsoup.parse(Pages.text(result));
    }
}
