package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.RealisationAttachments;
import org.convergence.plan.realisation.domain.RealisationAttachments.Attached;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Photographs, attendance sheets and papers of a realisation, as pages. */
@ModuleTest
class AttachmentPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ground ground;

    @Autowired
    private RealisationAttachments attachments;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisation() {
        visitors.anOrganisation();
        ground.clear();
        db.sql("DELETE FROM platform.document").update();
    }

    @Test
    void aRealisationIsRecordedWithItsPhotographsAndItsSheet() {
        MvcTestResult sent = send(
                "/plan/realisation",
                List.of(photo("photographs"), photo("photographs"), pdf("sheets"), empty("sheets")),
                "title",
                "Atelier",
                "when",
                "today",
                "publish",
                "internal");
        List<Attached> all = of(sent);
        assertThat(all)
                .extracting(Attached::kind)
                .containsExactly(AttachmentKind.PHOTOGRAPH, AttachmentKind.PHOTOGRAPH, AttachmentKind.ATTENDANCE);
        assertThat(all).noneMatch(Attached::publishable);

        Document page = open(Objects.requireNonNull(sent.getResponse().getRedirectedUrl()));
        assertThat(page.select(".pictures img")).hasSize(2).allSatisfy(image -> {
            assertThat(image.attr("src")).endsWith("/thumbnail");
            assertThat(image.attr("alt")).isEqualTo("Photo");
        });
        assertThat(page.select("#documents .rows a").attr("href"))
                .isEqualTo("/platform/document/" + all.get(2).document().id().value());
    }

    @Test
    void permissionIsGivenOnlyBySayingSo() {
        assertThat(of(send("/plan/realisation", List.of(photo("photographs")), "title", "A", "when", "today")))
                .noneMatch(Attached::publishable);
        MvcTestResult yes = send(
                "/plan/realisation",
                List.of(photo("photographs"), photo("sheets")),
                "title",
                "B",
                "when",
                "today",
                "publish",
                "yes");
        assertThat(of(yes)).extracting(Attached::publishable).containsExactly(true, false);
        assertThat(open("/plan/realisation/new")
                        .select("input[name=publish][checked]")
                        .val())
                .isEqualTo("internal");
    }

    @Test
    void aFormThatIsShownAgainHasNotLostItsPhotographs() {
        MvcTestResult refused = send(
                "/plan/realisation",
                List.of(photo("photographs"), file("photographs", "IMG.HEIC", SampleFiles.heic())),
                "title",
                "",
                "when",
                "today",
                "publish",
                "yes");
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        Document again = page(refused);
        assertThat(again.select(".error").text()).contains("IMG.HEIC", "JPEG");
        String kept = again.select("input[name=kept-photographs]").val();
        assertThat(again.select("img[src*=" + kept + "]")).hasSize(1);
        assertThat(again.select("input[name=publish][checked]").val()).isEqualTo("yes");

        MvcTestResult sent = send(
                "/plan/realisation",
                List.of(),
                "title",
                "Atelier",
                "when",
                "today",
                "publish",
                "yes",
                "kept-photographs",
                kept);
        assertThat(of(sent)).singleElement().satisfies(it -> {
            assertThat(it.document().id().value()).hasToString(kept);
            assertThat(it.publishable()).isTrue();
        });
    }

    @Test
    void theSameFormSentTwiceAttachesOnceAndAnotherPhotographIsNotLostInSilence() {
        String key = org.convergence.platform.database.Ids.next().toString();
        String[] fields = {"title", "Atelier", "when", "today", "key", key};
        MvcTestResult first = send("/plan/realisation", List.of(photo("photographs")), fields);
        MvcTestResult second = send("/plan/realisation", List.of(photo("photographs")), fields);
        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(of(first)).hasSize(1);
        MvcTestResult more = send("/plan/realisation", List.of(photo("photographs"), photo("photographs")), fields);
        assertThat(more.getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void nobodyAttachesWhatSomeoneElseBroughtIn() {
        MvcTestResult refused = send("/plan/realisation", List.of(photo("photographs")), "title", "", "when", "today");
        String hers = page(refused).select("input[name=kept-photographs]").val();
        MvcTestResult sent = mvc.post()
                .uri("/plan/realisation")
                .param("title", "Atelier")
                .param("when", "today")
                .param("kept-photographs", hers, "n’importe quoi")
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
        assertThat(of(sent)).isEmpty();
    }

    @Test
    void moreIsAttachedAfterwards() {
        String page = recorded();
        assertThat(open(page).select("#documents a.button").attr("href")).isEqualTo(page + "/documents");
        assertThat(open(page + "/documents").select("input[type=file]").eachAttr("name"))
                .containsExactly("photographs", "sheets", "papers");
        MvcTestResult nothing = send(page + "/documents", List.of(empty("photographs")));
        assertThat(nothing.getResponse().getStatus()).isEqualTo(422);
        MvcTestResult sent = send(page + "/documents", List.of(photo("photographs"), pdf("papers")), "publish", "yes");
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo(page);
        assertThat(of(sent))
                .extracting(Attached::kind)
                .containsExactly(AttachmentKind.PHOTOGRAPH, AttachmentKind.PAPER);
    }

    @Test
    void aPhotographIsDescribedRemovedAndBroughtBack() {
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
    void aSheetIsNamedToAllAndOpenedByFew() {
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
    void aPaperOfAnotherRealisationIsNotHere() {
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

    private String recorded() {
        return Objects.requireNonNull(send("/plan/realisation", List.of(), "title", "Atelier", "when", "today")
                .getResponse()
                .getRedirectedUrl());
    }

    private static MockMultipartFile photo(String field) {
        return file(field, "photo.jpg", SampleFiles.photograph(640, 480, 6));
    }

    private static MockMultipartFile pdf(String field) {
        return file(field, "présences.pdf", SampleFiles.pdf());
    }

    /** As a browser sends a field in which nothing was chosen. */
    private static MockMultipartFile empty(String field) {
        return file(field, "", new byte[0]);
    }

    private static MockMultipartFile file(String field, String name, byte[] bytes) {
        return new MockMultipartFile(field, name, "application/octet-stream", bytes);
    }

    private MvcTestResult send(String address, List<MockMultipartFile> files, String... fields) {
        var request = mvc.post().uri(address).multipart();
        files.forEach(request::file);
        var sent = request.with(csrf()).with(visitors.as(Role.STAFF));
        for (int i = 0; i < fields.length; i += 2) {
            sent = sent.param(fields[i], fields[i + 1]);
        }
        return sent.exchange();
    }

    private List<Attached> of(MvcTestResult recorded) {
        String address = Objects.requireNonNull(recorded.getResponse().getRedirectedUrl());
        RealisationId id = new RealisationId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
        try {
            return CurrentActor.callAs(Ground.COORDINATOR, () -> attachments.of(id));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Document open(String address) {
        return page(mvc.get().uri(address).with(visitors.as(Role.STAFF)).exchange());
    }

    private static Document page(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
