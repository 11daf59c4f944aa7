package org.convergence.platform.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentKeeping;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.OpenDoor;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.document.Upload;
import org.convergence.platform.jobs.Recurring;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Files in, kept, guarded, sent out, thrown away. */
@ModuleTest
class DocumentsTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentKeeping keeping;

    @Autowired
    private OpenDoor door;

    @Autowired
    private List<Recurring> recurring;

    @Autowired
    private JdbcClient db;

    /** Made once: sign-ins are limited. */
    private static String staffToken = "";

    private static String otherToken = "";

    @BeforeEach
    void tokens() {
        visitors.anOrganisation();
        if (staffToken.isEmpty()) {
            staffToken = visitors.token(Role.STAFF);
            otherToken = visitors.token(Role.COORDINATOR);
        }
    }

    @Test
    void aFileIsBroughtInByProgramAndReadBackToTheByte() {
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
    void aBrowserCanDoNothingWithItButSaveIt() {
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
    void aPictureIsShownAndHasASmallOne() {
        CurrentActor.runAs(visitors.actor(Role.STAFF), () -> {
            DocumentId id = keep("photo.jpg", SampleFiles.photograph(1600, 1200, 6));
            Document known = documents.one(id);
            assertThat(known.size()).isEqualTo(new Document.Size(1200, 1600));
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
    void aPaperHasNoSmallPicture() {
        CurrentActor.runAs(visitors.actor(Role.STAFF), () -> {
            DocumentId id = keep("pv.pdf", SampleFiles.pdf());
            assertThat(page(documents.one(id).thumbnailAddress()).getStatus()).isEqualTo(404);
        });
    }

    @Test
    void whatNothingClaimedIsReadByWhoBroughtItInAlone() {
        JsonNode told = json(post(staffToken, null, "pv.pdf", SampleFiles.pdf()));
        String address = "/api/v1/documents/" + text(told, "id");
        assertThat(get(staffToken, address).getStatus()).isEqualTo(200);
        for (String closed : List.of(address, address + "/content")) {
            assertThat(get(otherToken, closed).getStatus()).isEqualTo(404);
        }
    }

    @Test
    void whatIsOwnedIsReadByWhomItsGuardLetsIn() {
        DocumentOwner owner = new DocumentOwner(OpenDoor.KIND, Ids.next());
        DocumentId id = as(Role.STAFF, () -> {
            DocumentId made = keep("pv.pdf", SampleFiles.pdf());
            keeping.claim(made, owner);
            return made;
        });
        for (Role role : List.of(Role.STAFF, Role.COORDINATOR)) {
            as(role, () -> assertThatThrownBy(() -> documents.one(id)).isInstanceOf(NotFound.class));
        }
        door.open(owner);
        assertThat(as(Role.COORDINATOR, () -> documents.one(id)).owner()).isEqualTo(owner);
    }

    @Test
    void nobodyClaimsWhatIsNotHersOrIsOwnedAlready() {
        DocumentId id = as(Role.STAFF, () -> keep("pv.pdf", SampleFiles.pdf()));
        DocumentOwner owner = new DocumentOwner(OpenDoor.KIND, Ids.next());
        as(
                Role.COORDINATOR,
                () -> assertThatThrownBy(() -> keeping.claim(id, owner)).isInstanceOf(NotFound.class));
        as(Role.STAFF, () -> {
            keeping.claim(id, owner);
            return assertThatThrownBy(() -> keeping.claim(id, new DocumentOwner(OpenDoor.KIND, Ids.next())))
                    .isInstanceOf(NotFound.class);
        });
    }

    @Test
    void whatIsThrownAwayIsClosedAtOnceAndDeletedADayLater() {
        DocumentOwner owner = new DocumentOwner(OpenDoor.KIND, Ids.next());
        door.open(owner);
        DocumentId gone = as(Role.STAFF, () -> kept(owner));
        DocumentId back = as(Role.STAFF, () -> kept(owner));
        DocumentId fresh = as(Role.STAFF, () -> kept(owner));
        as(Role.STAFF, () -> {
            List.of(gone, back, fresh).forEach(each -> keeping.discard(each, owner));
            assertThatThrownBy(() -> documents.content(gone)).isInstanceOf(NotFound.class);
            keeping.restore(back, owner);
            return documents.one(back);
        });
        discardedAgo(gone, 25);
        discardedAgo(fresh, 23);

        tidy();

        as(
                Role.STAFF,
                () -> assertThatThrownBy(() -> keeping.restore(gone, owner)).isInstanceOf(NotFound.class));
        assertThat(chunks(gone)).isZero();
        as(Role.STAFF, () -> {
            keeping.restore(fresh, owner);
            return documents.one(fresh);
        });
        assertThat(documentRows(back)).isOne();
        assertThat(gestures(gone))
                .containsExactly(
                        "DocumentKeeping.keep INSERT", "DocumentKeeping.discard UPDATE", "DocumentStore.delete DELETE");
    }

    @Test
    void whatNothingClaimsForAMonthGoes() {
        DocumentId id = as(Role.STAFF, () -> keep("pv.pdf", SampleFiles.pdf()));
        tidy();
        assertThat(documentRows(id)).isOne();
        db.sql("UPDATE platform.document SET uploaded_at = ? WHERE id = ?")
                .params(before(31 * 24), id.value())
                .update();
        tidy();
        assertThat(documentRows(id)).isZero();
    }

    @Test
    void aFileSentAgainUnderItsKeyIsKeptOnceAndAnotherUnderTheSameKeyIsRefused() {
        String key = Ids.next().toString();
        byte[] photograph = SampleFiles.photograph(640, 480, 1);
        JsonNode first = json(post(staffToken, key, "photo.jpg", photograph));
        assertThat(json(post(staffToken, key, "photo.jpg", photograph))).isEqualTo(first);
        assertThat(post(staffToken, key, "photo.jpg", SampleFiles.jpeg(640, 480))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void aRefusedFileSaysWhatToDoAndLeavesNothing() {
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
                .isEqualTo(400);
    }

    @Test
    void theBytesAreNeverChanged() {
        assertThatThrownBy(() ->
                        db.sql("UPDATE platform.document_chunk SET number = 9").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private DocumentId keep(String name, byte[] bytes) {
        try (PreparedDocument prepared = documents.prepare(Upload.of(name, new ByteArrayResource(bytes)))) {
            return documents.keep(prepared);
        }
    }

    private DocumentId kept(DocumentOwner owner) {
        try (PreparedDocument prepared =
                documents.prepare(Upload.of("pv.pdf", new ByteArrayResource(SampleFiles.pdf())))) {
            return keeping.keep(prepared, owner);
        }
    }

    private <T> T as(Role role, java.util.concurrent.Callable<T> work) {
        try {
            return CurrentActor.callAs(visitors.actor(role), work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void tidy() {
        Recurring tidying = recurring.stream()
                .filter(each -> each.name().equals("document.tidy"))
                .findFirst()
                .orElseThrow();
        CurrentActor.runAs(Actor.system("document.tidy"), tidying::run);
    }

    private void discardedAgo(DocumentId id, int hours) {
        db.sql("UPDATE platform.document SET discarded_at = ? WHERE id = ?")
                .params(before(hours), id.value())
                .update();
    }

    private static OffsetDateTime before(int hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
    }

    private int chunks(DocumentId id) {
        return db.sql("SELECT count(*) FROM platform.document_chunk WHERE document = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private int documentRows(DocumentId id) {
        return db.sql("SELECT count(*) FROM platform.document WHERE id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** Those of use cases; the test's own change of the hour is none. */
    private List<String> gestures(DocumentId id) {
        return db.sql("""
                        SELECT gesture || ' ' || operation FROM platform.audit_entry
                        WHERE table_name = 'platform.document' AND row_id = ? AND gesture <> '' ORDER BY id
                        """).param(id.value().toString()).query(String.class).list();
    }

    private MockHttpServletResponse post(String token, @Nullable String key, String name, byte[] bytes) {
        var request = mvc.post()
                .uri("/api/v1/documents")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/html", bytes))
                .header("Authorization", "Bearer " + token);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse get(String token, String address) {
        return mvc.get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse page(String address) {
        return mvc.get().uri(address).with(visitors.as(Role.STAFF)).exchange().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) {
        return Json.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
