package org.convergence.platform.document.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.document.TestDocumentGuard;
import org.convergence.platform.document.Upload;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Files uploaded by programs and people. */
abstract class DocumentsFixture {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    DocumentService documents;

    @Autowired
    DocumentStorage keeping;

    @Autowired
    TestDocumentGuard door;

    @Autowired
    List<RecurringWork> recurring;

    @Autowired
    JdbcClient db;

    String staffToken = "";

    String otherToken = "";

    @BeforeEach
    void tokens() {
        visitors.ensureOrganisation();
        staffToken = visitors.createToken(Role.STAFF);
        otherToken = visitors.createToken(Role.COORDINATOR);
    }

    DocumentId keep(String name, byte[] bytes) {
        try (PreparedDocument prepared = documents.prepare(Upload.of(name, new ByteArrayResource(bytes)))) {
            return documents.store(prepared);
        }
    }

    DocumentId kept(DocumentOwner owner) {
        try (PreparedDocument prepared =
                documents.prepare(Upload.of("pv.pdf", new ByteArrayResource(SampleFiles.pdf())))) {
            return keeping.store(prepared, owner);
        }
    }

    <T> T as(Role role, java.util.function.Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(role), work::get);
    }

    void tidy() {
        RecurringWork tidying = recurring.stream()
                .filter(each -> each.name().equals("document.tidy"))
                .findFirst()
                .orElseThrow();
        CurrentActor.runAs(Actor.system("document.tidy"), tidying::run);
    }

    void discardedAgo(DocumentId id, int hours) {
        db.sql("UPDATE platform.document SET discarded_at = ? WHERE id = ?")
                .params(before(hours), id.value())
                .update();
    }

    static OffsetDateTime before(int hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
    }

    int chunks(DocumentId id) {
        return db.sql("SELECT count(*) FROM platform.document_chunk WHERE document = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    int documentRows(DocumentId id) {
        return db.sql("SELECT count(*) FROM platform.document WHERE id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** The use cases that changed a document; the test's own change of time is left out. */
    List<String> gestures(DocumentId id) {
        return db.sql("""
                        SELECT gesture || ' ' || operation FROM platform.audit_entry
                        WHERE table_name = 'platform.document' AND row_id = ? AND gesture <> '' ORDER BY id
                        """).param(id.value().toString()).query(String.class).list();
    }

    MockHttpServletResponse post(String token, @Nullable String key, String name, byte[] bytes) {
        var request = mvc.post()
                .uri("/api/v1/documents")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/html", bytes))
                .header("Authorization", "Bearer " + token);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .exchange()
                .getResponse();
    }

    MockHttpServletResponse get(String token, String address) {
        return mvc.get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
    }

    MockHttpServletResponse page(String address) {
        return mvc.get().uri(address).with(visitors.as(Role.STAFF)).exchange().getResponse();
    }

    static JsonNode json(MockHttpServletResponse answer) {
        return Json.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
