package org.convergence.platform.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Upload, storage, access, download and deletion of files. */
@ModuleTest
class DocumentsTest extends DocumentsFixture {

    @Test
    void uploadedFileIsReadBackUnchanged() {
        byte[] random = new byte[1_000_000];
        new java.util.Random(7).nextBytes(random);
        byte[] paper = SampleFiles.zip(java.util.Map.of(
                "[Content_Types].xml",
                "spreadsheetml.sheet.main+xml".getBytes(StandardCharsets.UTF_8),
                "xl/media/picture",
                random));
        MockHttpServletResponse made = post(staffToken, null, "../L'été — bilan.xlsx", paper);
        assertThat(made.getStatus()).isEqualTo(201);
        JsonNode told = json(made);
        assertThat(made.getHeader("Location")).isEqualTo("/api/v1/documents/" + text(told, "id"));
        assertThat(text(told, "name")).isEqualTo("L'été — bilan.xlsx");
        assertThat(told.path("bytes").asInt()).isEqualTo(paper.length);
        assertThat(text(told, "sha256")).isEqualTo(sha256(paper));
        assertThat(told.path("owner").isNull()).isTrue();

        MockHttpServletResponse content = get(staffToken, "/api/v1/documents/" + text(told, "id") + "/content");
        assertThat(content.getContentAsByteArray()).isEqualTo(paper);
        assertThat(json(get(staffToken, "/api/v1/documents/" + text(told, "id"))))
                .isEqualTo(told);
        assertThat(db.sql("SELECT count(*) FROM platform.document_chunk WHERE document = ?")
                        .param(UUID.fromString(text(told, "id")))
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void browserCanOnlySaveFile() {
        JsonNode told = json(post(
                staffToken, null, "notes \"l’été\".txt", "<b>gras</b> et le reste".getBytes(StandardCharsets.UTF_8)));
        MockHttpServletResponse answer = get(staffToken, "/api/v1/documents/" + text(told, "id") + "/content");
        assertThat(answer.getContentType()).isEqualTo("text/plain");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''notes%20l%E2%80%99%C3%A9t%C3%A9.txt");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void pictureIsShownWithThumbnail() {
        CurrentActor.runAs(visitors.actor(Role.STAFF), () -> {
            DocumentId id = keep("photo.jpg", SampleFiles.photograph(1600, 1200, 6));
            Document known = documents.findById(id);
            assertThat(known.size()).isEqualTo(new Document.ImageSize(1200, 1600));
            MockHttpServletResponse shown = page(known.address());
            assertThat(shown.getContentType()).isEqualTo("image/jpeg");
            assertThat(shown.getHeader("Content-Disposition")).startsWith("inline");
            assertThat(SampleFiles.read(shown.getContentAsByteArray()).getHeight())
                    .isEqualTo(1600);
            MockHttpServletResponse small = page(known.thumbnailAddress());
            assertThat(SampleFiles.read(small.getContentAsByteArray()).getHeight())
                    .isEqualTo(480);
        });
    }

    @Test
    void otherFileHasNoThumbnail() {
        CurrentActor.runAs(visitors.actor(Role.STAFF), () -> {
            DocumentId id = keep("pv.pdf", SampleFiles.pdf());
            assertThat(page(documents.findById(id).thumbnailAddress()).getStatus())
                    .isEqualTo(404);
        });
    }

    @Test
    void storesRepeatedUploadOnceAndRefusesOtherFileUnderSameKey() {
        String key = Ids.next().toString();
        byte[] photograph = SampleFiles.photograph(640, 480, 1);
        JsonNode first = json(post(staffToken, key, "photo.jpg", photograph));
        assertThat(json(post(staffToken, key, "photo.jpg", photograph))).isEqualTo(first);
        assertThat(post(staffToken, key, "photo.jpg", SampleFiles.jpeg(640, 480))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void refusedFileHasAdviceAndLeavesNothing() {
        int before = db.sql("SELECT count(*) FROM platform.document")
                .query(Integer.class)
                .single();
        MockHttpServletResponse answer = post(staffToken, null, "IMG_1.HEIC", SampleFiles.heic());
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(json(answer), "detail")).contains("IMG_1.HEIC", "JPEG");
        assertThat(db.sql("SELECT count(*) FROM platform.document")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
        assertThat(mvc.post()
                        .uri("/api/v1/documents")
                        .header("Authorization", "Bearer " + staffToken)
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(415);
    }

    @Test
    void bytesCannotBeChanged() {
        assertThatThrownBy(() ->
                        db.sql("UPDATE platform.document_chunk SET number = 9").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
