package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.domain.RealisationAttachmentService.AttachedFile;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.ModuleTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Photographs, attendance sheets and papers of a realisation, on pages. */
@ModuleTest
class AttachmentPagesTest extends AttachmentPagesFixture {

    @Test
    void recordsARealisationWithPhotographsAndAttendanceSheet() {
        MvcTestResult sent = send(
                "/plan/realisation",
                List.of(photo("photographs"), photo("photographs"), pdf("sheets"), empty("sheets")),
                "title",
                "Atelier",
                "when",
                "today",
                "publish",
                "internal");
        List<AttachedFile> all = of(sent);
        assertThat(all)
                .extracting(AttachedFile::kind)
                .containsExactly(AttachmentKind.PHOTOGRAPH, AttachmentKind.PHOTOGRAPH, AttachmentKind.ATTENDANCE);
        assertThat(all).noneMatch(AttachedFile::publishable);

        Document page = open(Objects.requireNonNull(sent.getResponse().getRedirectedUrl()));
        assertThat(page.select(".pictures img")).hasSize(2).allSatisfy(image -> {
            assertThat(image.attr("src")).endsWith("/thumbnail");
            assertThat(image.attr("alt")).isEqualTo("Photo");
        });
        assertThat(page.select("#documents .rows a").attr("href"))
                .isEqualTo("/platform/document/" + all.get(2).document().id().value());
    }

    @Test
    void permissionToPublishMustBeExplicit() {
        assertThat(of(send("/plan/realisation", List.of(photo("photographs")), "title", "A", "when", "today")))
                .noneMatch(AttachedFile::publishable);
        MvcTestResult yes = send(
                "/plan/realisation",
                List.of(photo("photographs"), photo("sheets")),
                "title",
                "B",
                "when",
                "today",
                "publish",
                "yes");
        assertThat(of(yes)).extracting(AttachedFile::publishable).containsExactly(true, false);
        assertThat(open("/plan/realisation/new")
                        .select("input[name=publish][checked]")
                        .val())
                .isEqualTo("internal");
    }

    @Test
    void aFormShownAgainKeepsItsUploads() {
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
    void aRepeatedFormAttachesOnceAndReportsANewPhotograph() {
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
    void refusesUploadsOfOtherPeople() {
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
}
