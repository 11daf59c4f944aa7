package org.convergence.cooperation.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A project with a partner, a value below its target, a training, and an agreement with a deliverable. */
@Lazy
@Component
public class NarrativeFixture {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private final CooperationFixture cooperation;
    private final Pages pages;
    private final MockMvcTester mvc;
    private final JdbcClient db;

    NarrativeFixture(CooperationFixture cooperation, Pages pages, MockMvcTester mvc, JdbcClient db) {
        this.cooperation = cooperation;
        this.pages = pages;
        this.mvc = mvc;
        this.db = db;
    }

    /** The page of a partner as opened by its link and its PIN. */
    public record PartnerBrowser(String page, String pin) {}

    /** A new project, with nothing else. */
    public UUID project() {
        cooperation.clear();
        db.sql("DELETE FROM resources.grant_agreement WHERE number LIKE 'NR-%'").update();
        String url = cooperation.post(
                "/cooperation/project/new",
                "title=Couturières de deux rives",
                "role=CO_LEAD",
                "organisation-new=" + CooperationFixture.PARTNER,
                "from=" + START,
                "to=2027-12-31");
        cooperation.post(
                url + "/logic/new",
                "level=IMMEDIATE",
                "statement=Capacité de négocier renforcée",
                "assumption=Elles peuvent quitter l’atelier.",
                "parent=");
        cooperation.post(
                url + "/framework/new",
                "result=" + cooperation.only("project_result"),
                "wording=Déléguées formées",
                "kind=QUANTITY",
                "bySex=true",
                "addsUp=true",
                "unit=déléguées",
                "feed.measure=PARTICIPATIONS",
                "feed.kind=TRAINING",
                "feed.partner=" + cooperation.partner().value());
        cooperation.post(url + "/results/periods", "from=" + START, "months=12", "count=1");
        cooperation.post(cell(url) + "/target", "version=0", "target.number=40");
        cooperation.realise(RealisationKind.TRAINING, LocalDate.of(2025, 5, 4), new Participations(20, 5, 0, 3, null));
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
    }

    public String cell(String projectUrl) {
        return projectUrl + "/results/" + cooperation.only("project_indicator") + "/"
                + cooperation.only("project_period");
    }

    /** An agreement that funds the project, with one deliverable; the id of that. */
    public UUID deliverable(UUID project, String number, String funder) {
        UUID agreement = UUID.randomUUID();
        UUID due = UUID.randomUUID();
        UUID organisation = db.sql("SELECT id FROM directory.people_organisation WHERE name = ?")
                .param(funder)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> {
                    UUID id = UUID.randomUUID();
                    db.sql("INSERT INTO directory.people_organisation (id, name, kind) VALUES (?, ?, 'OTHER')")
                            .params(id, funder)
                            .update();
                    return id;
                });
        db.sql("""
                        INSERT INTO resources.grant_agreement (id, number, title, funder, currency, starts_on, ends_on, scope)
                        VALUES (?, ?, 'Entente fictive', ?, 'CAD', '2025-01-01', '2027-12-31', 'PROJECT')
                        """).params(agreement, number, organisation).update();
        db.sql("""
                        INSERT INTO resources.grant_agreement_due (id, agreement, kind, what, due_on)
                        VALUES (?, ?, 'DELIVERABLE', 'Rapport annuel', '2026-03-01')
                        """).params(due, agreement).update();
        db.sql("INSERT INTO cooperation.project_agreement (project, agreement) VALUES (?, ?)")
                .params(project, agreement)
                .update();
        return due;
    }

    /** A report for a deliverable, with sections. */
    public String report(UUID project, UUID due, String title, String sections) {
        String url = cooperation.post(
                "/cooperation/narrative/new",
                "project=" + project,
                "due=" + due,
                "title=" + title,
                "from=2025-01-01",
                "to=2025-12-31",
                "language=FRENCH");
        cooperation.post(url, "sections=" + sections);
        return url.replace("/sections", "");
    }

    /** The addresses of a report's sections, in order. */
    public List<String> sections(String report) {
        return db
                .sql("SELECT id FROM cooperation.narrative_section WHERE report = ? ORDER BY position")
                .param(UUID.fromString(report.substring(report.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> "/cooperation/narrative/sections/" + id)
                .toList();
    }

    /** Gives the partner its page. */
    public PartnerBrowser partnerPage() {
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + cooperation.partner().value(),
                        "language=es",
                        "country=MX"));
        String url = made.select("#made-url").val();
        return new PartnerBrowser(
                url.substring(url.indexOf("/public/")), made.select("#made-pin").val());
    }

    private Cookie pass(PartnerBrowser browser) {
        return Objects.requireNonNull(pages.asStranger()
                .post(browser.page() + "/pin", "pin=" + browser.pin())
                .getResponse()
                .getCookie("notes"));
    }

    /** The partner's page, opened with its PIN. */
    public Document open(PartnerBrowser browser) {
        return Pages.require(mvc.get().uri(browser.page()).cookie(pass(browser)).exchange());
    }

    /** What the partner answers to the first text that speaks of it. */
    public MvcTestResult answer(PartnerBrowser browser, String answer, String correction) {
        Document page = open(browser);
        return answer(
                browser,
                answer,
                correction,
                page.select("form[action*=/readings/] [name=version]").val());
    }

    public MvcTestResult answer(PartnerBrowser browser, String answer, String correction, String version) {
        return post(browser, action(browser), answer, correction, version);
    }

    /** Where the partner answers to the first text that speaks of it. */
    public String action(PartnerBrowser browser) {
        String action = open(browser).select("form[action*=/readings/]").attr("action");
        assertThat(action).isNotEmpty();
        return action;
    }

    public MvcTestResult post(PartnerBrowser browser, String action, String answer, String correction, String version) {
        return mvc.post()
                .uri(action)
                .cookie(pass(browser))
                .param("version", version)
                .param("answer", answer)
                .param("correction", correction)
                .exchange();
    }
}
