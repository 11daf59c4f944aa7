package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.convergence.identity.Role;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Photographs and papers uploaded through the API. */
@ModuleTest
class AttachmentApiTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    /** Created once: sign-ins are limited. */
    private static String staff = "";

    private static String volunteer = "";
    private static String auditor = "";

    private String realisation = "";

    @BeforeEach
    void prepareRealisation() {
        visitors.ensureOrganisation();
        if (staff.isEmpty()) {
            staff = visitors.createToken(Role.STAFF);
            volunteer = visitors.createToken(Role.VOLUNTEER);
            auditor = visitors.createToken(Role.AUDITOR);
        }
        MockHttpServletResponse made = mvc.post()
                .uri("/api/v1/realisations")
                .header("Authorization", "Bearer " + staff)
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\": \"Atelier\", \"date\": \"2026-03-10\"}")
                .exchange()
                .getResponse();
        realisation = "/api/v1/realisations/" + json(made).path("id").asString() + "/documents";
    }

    @Test
    void aPictureIsAnInternalPhotographByDefault() {
        JsonNode told = json(attach(staff, Map.of(), "photo.jpg", SampleFiles.photograph(640, 480, 1)));
        assertThat(told.path("kind").asString()).isEqualTo("PHOTOGRAPH");
        assertThat(told.path("publish").asBoolean()).isFalse();
        JsonNode no = json(attach(staff, Map.of("publish", "false"), "photo.jpg", SampleFiles.jpeg(64, 48)));
        assertThat(no.path("publish").asBoolean()).isFalse();
        JsonNode yes = json(attach(
                staff,
                Map.of("publish", "true", "caption", "La classe", "alternative", "Une classe"),
                "photo.jpg",
                SampleFiles.jpeg(64, 48)));
        assertThat(yes.path("publish").asBoolean()).isTrue();
        assertThat(yes.path("alternative").asString()).isEqualTo("Une classe");

        JsonNode all = json(get(staff, realisation));
        assertThat(all).hasSize(3);
        assertThat(all.get(0)).isEqualTo(told);
        MockHttpServletResponse content =
                get(auditor, all.get(0).path("address").asString());
        assertThat(content.getContentType()).isEqualTo("image/jpeg");
    }

    @Test
    void onlyAnExplicitYesPermitsPublication() {
        MockHttpServletResponse answer =
                attach(staff, Map.of("publish", "peut-être"), "photo.jpg", SampleFiles.jpeg(64, 48));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(json(answer).path("errors").get(0).path("field").asString()).isEqualTo("publish");
        assertThat(json(get(staff, realisation))).isEmpty();
    }

    @Test
    void attendanceSheetsAreNotPublishedAndNeedAPermission() {
        assertThat(attach(staff, Map.of("kind", "ATTENDANCE", "publish", "true"), "p.pdf", SampleFiles.pdf())
                        .getStatus())
                .isEqualTo(422);
        JsonNode sheet = json(attach(staff, Map.of("kind", "ATTENDANCE"), "p.pdf", SampleFiles.pdf()));
        String address = sheet.path("address").asString();
        assertThat(get(staff, address).getStatus()).isEqualTo(200);
        assertThat(get(auditor, address).getStatus()).isEqualTo(404);
        assertThat(json(get(auditor, realisation)).get(0).path("address").isNull())
                .isTrue();
    }

    @Test
    void attachesOnceUnderTheSameKey() {
        String key = Ids.next().toString();
        byte[] photo = SampleFiles.jpeg(64, 48);
        JsonNode first = json(attach(staff, Map.of(), "photo.jpg", photo, key));
        assertThat(json(attach(staff, Map.of(), "photo.jpg", photo, key))).isEqualTo(first);
        assertThat(attach(staff, Map.of("publish", "true"), "photo.jpg", photo, key)
                        .getStatus())
                .isEqualTo(422);
        assertThat(json(get(staff, realisation))).hasSize(1);
    }

    @Test
    void attachesAnEarlierUploadByItsId() {
        MockHttpServletResponse made = mvc.post()
                .uri("/api/v1/documents")
                .multipart()
                .file(new MockMultipartFile("file", "pv.pdf", "application/pdf", SampleFiles.pdf()))
                .header("Authorization", "Bearer " + staff)
                .exchange()
                .getResponse();
        String id = json(made).path("id").asString();
        MockHttpServletResponse attached = mvc.post()
                .uri(realisation)
                .param("document", id)
                .header("Authorization", "Bearer " + staff)
                .exchange()
                .getResponse();
        assertThat(attached.getStatus()).isEqualTo(201);
        assertThat(json(attached).path("kind").asString()).isEqualTo("PAPER");
        JsonNode known = json(get(auditor, "/api/v1/documents/" + id));
        assertThat(known.path("owner").asString()).startsWith("plan.realisation/");
        assertThat(known.path("keptUntil").isNull()).isTrue();
    }

    @Test
    void refusesMissingFilesAndForeignOrUnknownRealisations() {
        assertThat(mvc.post()
                        .uri(realisation)
                        .header("Authorization", "Bearer " + staff)
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(attach(volunteer, Map.of(), "photo.jpg", SampleFiles.jpeg(64, 48))
                        .getStatus())
                .isEqualTo(403);
        realisation = "/api/v1/realisations/" + Ids.next() + "/documents";
        assertThat(attach(staff, Map.of(), "photo.jpg", SampleFiles.jpeg(64, 48))
                        .getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletResponse attach(String token, Map<String, String> said, String name, byte[] bytes) {
        return attach(token, said, name, bytes, Ids.next().toString());
    }

    private MockHttpServletResponse attach(
            String token, Map<String, String> said, String name, byte[] bytes, String key) {
        var request = mvc.post()
                .uri(realisation)
                .multipart()
                .file(new MockMultipartFile("file", name, "image/jpeg", bytes))
                .header("Idempotency-Key", key)
                .header("Authorization", "Bearer " + token);
        for (var each : said.entrySet()) {
            request = request.param(each.getKey(), each.getValue());
        }
        return request.exchange().getResponse();
    }

    private MockHttpServletResponse get(String token, String address) {
        return mvc.get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) {
        return Json.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
    }
}
