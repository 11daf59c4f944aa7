package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.domain.RealisationAttachmentService.AttachedFile;
import org.convergence.testing.ModuleTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Attached files are described, opened, removed and restored on pages. */
@ModuleTest
class AttachmentEditPagesTest extends AttachmentPagesFixture {

    @Test
    void attachesMoreFilesLater() {
        String page = recorded();
        assertThat(open(page).select("#documents a.button").attr("href")).isEqualTo(page + "/documents");
        assertThat(open(page + "/documents").select("input[type=file]").eachAttr("name"))
                .containsExactly("photographs", "sheets", "papers");
        MvcTestResult nothing = send(page + "/documents", List.of(empty("photographs")));
        assertThat(nothing.getResponse().getStatus()).isEqualTo(422);
        MvcTestResult sent = send(page + "/documents", List.of(photo("photographs"), pdf("papers")), "publish", "yes");
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo(page);
        assertThat(of(sent))
                .extracting(AttachedFile::kind)
                .containsExactly(AttachmentKind.PHOTOGRAPH, AttachmentKind.PAPER);
    }

    @Test
    void describesRemovesAndRestoresAPhotograph() {
        String page = recorded();
        send(page + "/documents", List.of(photo("photographs")));
        String edit = open(page).select("#documents .picture figcaption a").attr("href");
        Document form = open(edit);
        assertThat(form.select("input[name=kind][checked]").val()).isEqualTo("PHOTOGRAPH");

        String version = form.select("input[name=version]").val();
        send(
                edit,
                List.of(),
                "version",
                version,
                "kind",
                "PHOTOGRAPH",
                "caption",
                "La <b>classe</b>",
                "alternative",
                "Une classe",
                "publish",
                "yes");
        Document shown = open(page);
        assertThat(shown.select(".picture img").attr("alt")).isEqualTo("Une classe");
        assertThat(shown.select("figcaption").text()).contains("La <b>classe</b>", "Peut être publiée");

        MvcTestResult late = send(
                edit,
                List.of(),
                "version",
                version,
                "kind",
                "PHOTOGRAPH",
                "caption",
                "Autre chose",
                "alternative",
                "",
                "publish",
                "internal");
        assertThat(late.getResponse().getStatus()).isEqualTo(409);
        assertThat(page(late).text()).contains("La <b>classe</b>", "Autre chose");
        assertThat(page(late).select("textarea[name=alternative]").val()).isEqualTo("Une classe");

        send(edit + "/remove", List.of());
        assertThat(open(page).select(".picture")).isEmpty();
        send(edit + "/restore", List.of());
        assertThat(open(page).select(".picture")).hasSize(1);
    }

    @Test
    void anAttendanceSheetIsListedButOpensOnlyWithPermission() {
        MvcTestResult sent = send("/plan/realisation", List.of(pdf("sheets")), "title", "Atelier", "when", "today");
        String page = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        Document seen =
                page(mvc.get().uri(page).with(visitors.as(Role.BOARD_MEMBER)).exchange());
        assertThat(seen.select("#documents").text()).contains("Feuille de présences", "réservé à l’équipe");
        assertThat(seen.select("#documents a")).isEmpty();
        String address = of(sent).get(0).document().address();
        assertThat(mvc.get()
                        .uri(address)
                        .with(visitors.as(Role.BOARD_MEMBER))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aPaperOfAnotherRealisationIsNotFound() {
        String one = recorded();
        String other = recorded();
        send(one + "/documents", List.of(photo("photographs")));
        String edit = open(one).select("#documents .picture figcaption a").attr("href");
        assertThat(mvc.get()
                        .uri(edit.replace(one, other))
                        .with(visitors.as(Role.STAFF))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }
}
