package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Every field of the example organisation holds a malicious text, written past every form; whatever is then opened,
 * shown, printed or downloaded only displays it.
 */
@ModuleTest
class HostileFieldsTest {

    /** Pages opened of each shape of address. */
    private static final int EACH = TestTags.runsAll() ? 2 : 1;

    private static final List<String> BEGINNINGS = List.of("=", "+", "-", "@", "|", "");

    @Autowired
    private ExampleFixture example;

    @Autowired
    private TestDatabase database;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private final Set<String> written = new TreeSet<>();
    private final Set<String> kinds = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void everyFieldIsHostile() throws SQLException {
        example.restore();
        try (Connection owner = database.owner().connect()) {
            for (String column : columns()) {
                write(owner, column);
            }
        }
    }

    @Test
    void neverExecutesUserText() {
        Deque<String> next = new ArrayDeque<>(List.of(
                "/",
                "/api/v1/plans",
                "/api/v1/realisations",
                "/api/v1/people",
                "/api/v1/organisations",
                "/api/v1/plans/"
                        + db.sql("SELECT id FROM plan.actionplan_plan LIMIT 1")
                                .query(String.class)
                                .single() + "/reports/annual.docx"));
        next.add("/search?q=script");
        db.sql("SELECT id FROM plan.report WHERE id NOT IN (SELECT id FROM plan.filing)")
                .query(String.class)
                .list()
                .forEach(report -> next.add("/plan/report/" + report));
        Map<String, Integer> opened = new HashMap<>();
        Set<String> seen = new HashSet<>(next);
        while (!next.isEmpty()) {
            String address = next.remove();
            if (opened.merge(alike(address), 1, Integer::sum) <= EACH) {
                open(address).stream().filter(seen::add).forEach(next::add);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(written)
                .contains(
                        "directory.people_organisation.name",
                        "directory.people_person.family_name",
                        "identity.account.name",
                        "plan.actionplan_action.text",
                        "plan.actionplan_plan.title",
                        "plan.realisation.title",
                        "plan.realisation.narrative");
        assertThat(kinds)
                .contains(
                        "text/html",
                        "application/pdf",
                        "text/csv",
                        "application/json",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    /** Opens a page or a file, checks it, and returns its links within the site. */
    private List<String> open(String address) {
        MvcTestResult result = browser.get()
                .uri(URI.create(address))
                .with(visitors.as(Role.COORDINATOR, Role.ADMINISTRATOR))
                .exchange();
        Throwable failure = result.getUnresolvedException();
        if (failure != null) {
            wrong.add(address + " → " + HostileTexts.shortened(String.valueOf(failure.getCause())));
            return List.of();
        }
        MockHttpServletResponse answer = result.getResponse();
        String type = String.valueOf(answer.getContentType()).replaceAll(";.*", "");
        byte[] body = answer.getContentAsByteArray();
        if (answer.getStatus() >= 400) {
            wrong.add(address + " → " + answer.getStatus());
            return List.of();
        }
        kinds.add(type);
        if (address.contains("/mail.html")) {
            // A letter as it leaves, answered with a policy that runs nothing: it has a style of its own.
            return List.of();
        }
        HostileTexts.harmIn(type, body).forEach(harm -> wrong.add(address + ": " + harm));
        return type.equals("text/html")
                ? Jsoup.parse(new String(body, StandardCharsets.UTF_8)).select("a[href^=/]").eachAttr("href").stream()
                        .map(link -> link.replaceAll("#.*", ""))
                        .filter(link -> !link.isEmpty() && !link.contains("evil.example"))
                        .toList()
                : List.of();
    }

    private static String alike(String address) {
        return address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{}")
                .replaceAll("=[^&]*", "=")
                .replaceAll("\\d+", "0");
    }

    private List<String> columns() {
        return db.sql("""
                        SELECT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns
                         WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND data_type = 'text'
                           AND is_generated = 'NEVER' AND table_name NOT LIKE 'audit%' AND table_name NOT LIKE 'jobs%'
                           AND table_name NOT LIKE 'flyway%' AND table_name NOT LIKE 'backup%' AND table_name NOT LIKE 'protection%'
                           AND column_name <> 'zone'
                         ORDER BY 1""").query(String.class).list();
    }

    /** As long as the column allows; not where only some values are allowed, or where rows would become equal. */
    private void write(Connection owner, String column) throws SQLException {
        String table = column.substring(0, column.lastIndexOf('.'));
        String name = column.substring(column.lastIndexOf('.') + 1);
        for (String payload : HostileTexts.PAYLOADS) {
            try (Statement statement = owner.createStatement()) {
                String beginning = BEGINNINGS.get(written.size() % BEGINNINGS.size());
                int rows = statement.executeUpdate("UPDATE " + table + " SET \"" + name + "\" = '"
                        + (beginning + payload).replace("'", "''") + "' || left(ctid::text, 12) WHERE \"" + name
                        + "\" IS NOT NULL");
                if (rows > 0) {
                    written.add(column);
                }
                return;
            } catch (SQLException refused) {
                // Try a shorter text, or none.
            }
        }
    }
}
