package org.convergence.plan.realisation.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.plan.realisation.domain.RealisationAttachmentService.AttachedFile;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Forms with uploads, and the pages that show the files. */
abstract class AttachmentPagesFixture {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    RealisationFixture ground;

    @Autowired
    RealisationAttachmentService attachments;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void prepareOrganisation() {
        visitors.ensureOrganisation();
        ground.clear();
        db.sql("DELETE FROM platform.document").update();
    }

    String recorded() {
        return Objects.requireNonNull(send("/plan/realisation", List.of(), "title", "Atelier", "when", "today")
                .getResponse()
                .getRedirectedUrl());
    }

    static MockMultipartFile photo(String field) {
        return file(field, "photo.jpg", SampleFiles.photograph(640, 480, 6));
    }

    static MockMultipartFile pdf(String field) {
        return file(field, "présences.pdf", SampleFiles.pdf());
    }

    /** A file field without a chosen file, as a browser sends it. */
    static MockMultipartFile empty(String field) {
        return file(field, "", new byte[0]);
    }

    static MockMultipartFile file(String field, String name, byte[] bytes) {
        return new MockMultipartFile(field, name, "application/octet-stream", bytes);
    }

    MvcTestResult send(String address, List<MockMultipartFile> files, String... fields) {
        var request = mvc.post().uri(address).multipart();
        files.forEach(request::file);
        var sent = request.with(csrf()).with(visitors.as(Role.STAFF));
        for (int i = 0; i < fields.length; i += 2) {
            sent = sent.param(fields[i], fields[i + 1]);
        }
        return sent.exchange();
    }

    List<AttachedFile> of(MvcTestResult recorded) {
        String address = Objects.requireNonNull(recorded.getResponse().getRedirectedUrl());
        RealisationId id = new RealisationId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
        try {
            return CurrentActor.callAs(RealisationFixture.COORDINATOR, () -> attachments.findByRealisation(id));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Document open(String address) {
        return page(mvc.get().uri(address).with(visitors.as(Role.STAFF)).exchange());
    }

    static Document page(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
