package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.checklist.ChecklistItemId;
import org.convergence.platform.access.Actor;
import org.convergence.safety.mission.MissionId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the forms of a mission propose: points completed at once, with their proofs, and the zone of a country. */
@ModuleTest
class MissionFormTest extends MissionFixture {

    @Test
    void ticksSeveralItemsAtOnceAndAsksForProofs() {
        MissionId id = prepare();
        List<ChecklistItemId> items = db.sql(
                        "SELECT id FROM plan.checklist_item WHERE subject = ? AND code IS NULL ORDER BY position")
                .param(id.value())
                .query((row, n) -> new ChecklistItemId(row.getObject(1, UUID.class)))
                .list();
        var list = pages.as(lead).open(url(id)).select("#checklist");
        assertThat(list.select("[name=item]")).as("no paper proves them").hasSize(6);
        assertThat(list.select("[name^=proof-]")).hasSize(9);
        String action = list.select("form").attr("action");
        assertThat(tick(action, items)).hasStatus(303);
        assertThat(text(lead, url(id))).as("nothing chosen").contains("0 fait sur 17");
        String[] chosen = list.select("[name=item]").stream()
                .map(each -> "item=" + each.val())
                .toArray(String[]::new);
        assertThat(tick(action, items, chosen)).hasStatus(303);
        assertThat(text(lead, url(id))).contains("6 faits sur 17");
        String training = items.get(0).value().toString();
        assertThat(pages.as(lead).post(action, "listed=" + training, version(items.get(0)), "item=" + training))
                .as("without its proof")
                .hasStatus(303);
        assertThat(text(lead, url(id))).contains("6 faits sur 17");
        assertThat(tick(action, items.subList(0, 1), "proof-" + training + "=Attestation 12"))
                .hasStatus(303);
        assertThat(text(lead, url(id))).contains("7 faits sur 17", "Attestation 12");
    }

    private String version(ChecklistItemId item) {
        return "version-" + item.value() + "="
                + db.sql("SELECT version FROM plan.checklist_item WHERE id = ?")
                        .param(item.value())
                        .query(Integer.class)
                        .single();
    }

    private MvcTestResult tick(String action, List<ChecklistItemId> listed, String... more) {
        return pages.as(lead)
                .post(
                        action,
                        Stream.concat(
                                        listed.stream()
                                                .flatMap(each -> Stream.of("listed=" + each.value(), version(each))),
                                        Stream.of(more))
                                .toArray(String[]::new));
    }

    @Test
    void proposesTheUsualZoneOfACountryWithSeveral() {
        var form = pages.as(lead).open("/safety/mission/new?leg1-country=MX");
        assertThat(form.select("#zone-1 option[selected]").val()).isEqualTo("America/Mexico_City");
        assertThat(pages.as(lead).open("/safety/mission/new").select("#zone-1 option"))
                .isEmpty();
        var made = pages.as(lead)
                .post(
                        "/safety/mission/new",
                        "title=Visite",
                        "kind=PARTNER_VISIT",
                        "purpose=Rencontrer",
                        "risk=MODERATE",
                        "travellers=" + traveller.personId(),
                        "leg1-country=MX",
                        "leg1-place=Puebla",
                        "leg1-from=" + START,
                        "leg1-to=" + END,
                        "leg2-country=MX",
                        "leg2-place=Tijuana",
                        "leg2-from=" + END,
                        "leg2-to=" + END);
        assertThat(made).hasStatus(303);
        assertThat(Pages.notice(made)).contains("mission.created.zone");
        assertThat(db.sql("SELECT zone FROM safety.mission_leg ORDER BY position")
                        .query(String.class)
                        .list())
                .containsExactly("America/Mexico_City", "America/Tijuana");
    }

    private String text(Actor actor, String page) {
        return pages.as(actor).open(page).text().replace('\u00a0', ' ');
    }

    private static String url(MissionId id) {
        return "/safety/mission/" + id.value();
    }
}
