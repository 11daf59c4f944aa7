package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.jobs.RecurringWork;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A person of the directory, sealed by the tests, and texts that name them. */
abstract class SweepFixture extends ProtectionFixture {

    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv",
            "doc", "application/msword",
            "html", "text/html",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    @Autowired
    JobTestRunner queued;

    @Autowired
    private List<RecurringWork> recurring;

    @Autowired
    private DatabaseServer server;

    UUID her = new UUID(0, 0);

    @BeforeEach
    void someone() {
        for (String table : new String[] {"mention", "sweep", "gesture", "opener", "consent", "mark", "vault"}) {
            db.sql("DELETE FROM directory.protection_" + table).update();
        }
        db.sql("DELETE FROM directory.people_alias").update();
        db.sql("DELETE FROM directory.people_person").update();
        db.sql("DELETE FROM platform.imports_file").update();
        db.sql("DELETE FROM platform.document").update();
        db.sql("DELETE FROM plan.realisation").update();
        db.sql("DELETE FROM plan.observance").update();
    }

    void add() {
        add("Citlali", "Bojórquez");
    }

    void add(String given, String family, String... more) {
        String[] fields = Stream.concat(Stream.of("givenName", given, "familyName", family), Stream.of(more))
                .toArray(String[]::new);
        String added = String.valueOf(
                post(Role.STAFF, PERSONS + "/new", fields).getResponse().getRedirectedUrl());
        her = UUID.fromString(added.substring(added.lastIndexOf('/') + 1));
    }

    void seal() {
        seal("Sittelle");
    }

    void seal(String codeName) {
        String url = "/directory/protection/persons/" + her + "/seal";
        assertThat(post(Role.STAFF, url, "version", "1", "codeName", codeName, "understood", "true"))
                .hasStatus(303);
        queued.runAll();
    }

    void makeStaffOpener() {
        db.sql("DELETE FROM directory.protection_opener").update();
        db.sql("INSERT INTO directory.protection_opener (person, account) VALUES (?, ?)")
                .params(her, id(Role.STAFF))
                .update();
    }

    /** The mentions to decide, including those in the audit history. */
    List<String> places(String url) {
        return page(Role.STAFF, url).select("li").eachText();
    }

    /** Submits the action on the place with this label, as one of the openers sees it. */
    MvcTestResult decide(Role role, String saying, String gesture) {
        String action = page(Role.STAFF, "/directory/protection/persons/" + her).select("li").stream()
                .filter(each -> each.text().contains(saying) && !each.text().contains("L’historique"))
                .map(each -> each.select("form[action$=/" + gesture + "]").attr("action"))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseThrow();
        return post(role, action);
    }

    String said(String table, UUID row, String column) {
        return db.sql("SELECT " + column + " FROM " + table + " WHERE id = ?")
                .param(row)
                .query(String.class)
                .single();
    }

    UUID realisation(String title, String narrative) {
        UUID id = UUID.randomUUID();
        db.sql("""
                        INSERT INTO plan.realisation (id, state, title, kind, starts_on, ends_on, narrative, recorded_by, recorded_at)
                        VALUES (:id, 'PLANNED', :title, 'WORKSHOP', now(), now(), :narrative, :id, now())
                        """)
                .param("id", id)
                .param("title", title)
                .param("narrative", narrative)
                .update();
        return id;
    }

    void insertDay(String name, String note) {
        db.sql("INSERT INTO plan.observance (id, name, month, day, weeks_ahead, note, since)"
                        + " VALUES (gen_random_uuid(), ?, 3, 8, 4, ?, DATE '2026-01-01')")
                .params(name, note)
                .update();
    }

    List<String> days() {
        return db.sql("SELECT name FROM plan.observance ORDER BY name")
                .query(String.class)
                .list();
    }

    UUID file(String name, byte[] bytes) {
        UUID document = UUID.randomUUID();
        db.sql("""
                        INSERT INTO platform.document (id, name, media_type, bytes, sha256, uploaded_by, uploaded_at)
                        VALUES (:id, :name, :type, :bytes, sha256(:content), :id, now())
                        """)
                .param("id", document)
                .param("name", name)
                .param("type", TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"))
                .param("bytes", bytes.length)
                .param("content", bytes)
                .update();
        db.sql("INSERT INTO platform.document_chunk (document, rendition, number, bytes) VALUES (?, 'CONTENT', 0, ?)")
                .params(document, bytes)
                .update();
        return document;
    }

    byte[] bytes(UUID document) {
        return db.sql("SELECT bytes FROM platform.document_chunk WHERE document = ? ORDER BY number")
                .param(document)
                .query(byte[].class)
                .single();
    }

    void asOwner(String change) throws SQLException {
        try (Connection owner = server.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute(change);
        }
    }

    void night() {
        recurring.stream()
                .filter(each -> each.name().equals("protection.sweep"))
                .forEach(each -> CurrentActor.runAs(Actor.system("test"), each::run));
        queued.runAll();
    }
}
