package org.convergence.cooperation.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.convergence.cooperation.fieldwork.PartnerPhone;
import org.convergence.identity.Role;
import org.convergence.testing.DyingDatabase;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The database dies at the end of each step between a partner's telephone and the funder, and of a project's framework and
 * values: nothing of it is left, and the step is done once afterwards.
 */
class CooperationCrashTest extends NarrativeReportTestBase {

    private static final List<String> TABLES = List.of(
            "cooperation.fieldwork_entry",
            "cooperation.fieldwork_part",
            "cooperation.narrative_report",
            "cooperation.narrative_section",
            "cooperation.project_indicator",
            "cooperation.project_period",
            "cooperation.project_result",
            "cooperation.project_value",
            "platform.document",
            "plan.realisation",
            "plan.realisation_document");

    @Autowired
    private DyingDatabase dying;

    @Test
    void nothingOfAStepIsLeftAndItIsDoneOnceAfterwards() throws IOException {
        String report = fixture.report(
                project,
                fixture.deliverable(project, "NR-1", "Fondation Rive"),
                "Rapport 2025",
                "1. Résultats (60 mots)");
        String section = fixture.sections(report).get(0);
        PartnerPhone phone = phone();
        String photograph = UUID.randomUUID().toString();
        byte[] picture = picture();
        UUID result = cooperation.only("project_result");
        String cell = fixture.cell("/cooperation/project/" + project);
        String framework = "/cooperation/project/" + project + "/framework/";
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put(
                "envelope",
                () -> phone.send(
                        "tel",
                        1,
                        "{\"kind\": \"HAPPENED\", \"on\": \"%s\", \"details\": \"Taller\", \"photograph\": \"%s\"}"
                                .formatted(settings.today(), photograph)));
        steps.put("photograph", () -> phone.sendPicture(photograph, picture));
        steps.put(
                "accepted",
                () -> pages.as(Role.COORDINATOR)
                        .post(
                                "/cooperation/fieldwork/" + cooperation.only("fieldwork_entry") + "/accept",
                                "version=2",
                                "title=Taller",
                                "realisation=WORKSHOP"));
        steps.put(
                "written",
                () -> pages.as(Role.COORDINATOR)
                        .post(
                                section,
                                "version=1",
                                "heading=1. Résultats",
                                "most=60",
                                "unit=WORDS",
                                "body=Une bonne année."));
        steps.put("submitted", () -> act(Role.STAFF, report, "submit"));
        steps.put("approved", () -> act(Role.COORDINATOR, report, "approve"));
        steps.put("filed", () -> act(Role.COORDINATOR, report, "file"));
        steps.put("value submitted", () -> pages.as(Role.STAFF).post(cell + "/submit"));
        steps.put("value returned", () -> pages.as(Role.COORDINATOR).post(cell + "/return", "comment=Encore?"));
        steps.put("value submitted again", () -> pages.as(Role.STAFF).post(cell + "/submit"));
        steps.put("value approved", () -> pages.as(Role.COORDINATOR).post(cell + "/approve"));
        steps.put(
                "target",
                () -> pages.as(Role.COORDINATOR)
                        .post(cell + "/target", "version=5", "target.number=50", "reason=Une école de plus"));
        steps.put(
                "result",
                () -> pages.as(Role.COORDINATOR)
                        .post(
                                "/cooperation/project/" + project + "/logic/new",
                                "level=OUTPUT",
                                "statement=Manuels écrits",
                                "parent=" + result));
        steps.put(
                "indicator",
                () -> pages.as(Role.COORDINATOR)
                        .post(framework + "new", "result=" + result, "wording=Manuels tirés", "kind=QUANTITY"));
        int realisations = count("plan.realisation");
        steps.forEach((name, step) -> dying.takeTwice(name, TABLES, () -> require(name, step)));
        assertThat(count("cooperation.fieldwork_entry")).isOne();
        assertThat(count("plan.realisation")).isEqualTo(realisations + 1);
        assertThat(count("plan.realisation_document")).isOne();
        assertThat(word(report)).contains("Une bonne année.").doesNotContain("Brouillon");
    }

    private interface Step {
        MvcTestResult take();
    }

    private static void require(String name, Step step) {
        MvcTestResult answer = step.take();
        assertThat(answer.getResponse().getStatus())
                .as(name + Pages.text(answer))
                .isIn(200, 303);
    }

    private PartnerPhone phone() {
        String url = Pages.require(pages.as(Role.COORDINATOR)
                        .post(
                                "/cooperation/fieldwork/links",
                                "organisation=" + cooperation.partner().value(),
                                "language=es",
                                "country=MX"))
                .select("#made-url")
                .val();
        return new PartnerPhone(mvc, pages, url.replaceFirst("^.*(?=/public/)", ""));
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private int count(String table) {
        return db.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
