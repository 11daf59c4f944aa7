package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;

/** The papers of the example as PDF: each is made once in a run, for all tests. */
@Lazy
@Component
class ExamplePapers {

    private record PaperInLanguage(ExamplePaper kind, String language) {}

    private final ExampleFixture example;
    private final Pages pages;
    private final TestUsers users;
    private final JdbcClient db;
    private final Map<PaperInLanguage, byte[]> made = new ConcurrentHashMap<>();

    ExamplePapers(ExampleFixture example, Pages pages, TestUsers users, JdbcClient db) {
        this.example = example;
        this.pages = pages;
        this.users = users;
        this.db = db;
    }

    /** A paper of a kind, in a language. */
    byte[] find(ExamplePaper kind, String language) {
        return made.computeIfAbsent(new PaperInLanguage(kind, language), key -> make(kind, language));
    }

    /** The same paper in Word, if the application offers it. */
    Optional<byte[]> findWord(ExamplePaper kind, String language) {
        find(kind, language);
        PageVisitor reader = reader(language);
        return db.sql(kind.addresses()).query(String.class).list().stream()
                .filter(Objects::nonNull)
                .map(address -> answer(
                        reader, address.replace("{language}", language).replace("pdf", "docx"), PaperFormat.WORD))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private byte[] make(ExamplePaper kind, String language) {
        if (made.isEmpty()) {
            example.ensure();
            addPreparedPapers();
        }
        PageVisitor reader = reader(language);
        List<String> addresses = db.sql(kind.addresses()).query(String.class).list();
        return addresses.stream()
                .map(address -> answer(reader, address.replace("{language}", language), PaperFormat.PDF))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " at " + addresses));
    }

    /** A reader of everything, who leads a mission: its sheet is for the people named on it. */
    private PageVisitor reader(String language) {
        Actor actor = users.actor(Role.COORDINATOR, Role.ACCOUNTANT);
        UUID lead = db.sql("SELECT lead FROM safety.mission WHERE lead IS NOT NULL ORDER BY starts_on DESC LIMIT 1")
                .query(UUID.class)
                .single();
        return pages.as(new Actor(actor.id(), actor.label(), lead, language, actor.permissions()));
    }

    /** What the example does not hold: a printed reminder and invoice, and the draft of the next plan. */
    private void addPreparedPapers() {
        db.sql("""
                INSERT INTO resources.dues_letter (id, invoice, expected_on, round, posted_at, by_mail)
                SELECT gen_random_uuid(), i.id, i.due_on, n, now(), false
                FROM (SELECT i.id, i.due_on FROM resources.ledger_issued_invoice i
                      JOIN resources.dues_invoice d ON d.invoice = i.id
                      WHERE NOT EXISTS (SELECT FROM resources.ledger_invoice_payment p WHERE p.invoice = i.id)
                      ORDER BY i.id LIMIT 1) AS i, generate_series(0, 1) AS n
                ON CONFLICT (invoice, expected_on, round) DO UPDATE SET posted_at = excluded.posted_at, by_mail = false
                """).update();
        UUID plan = db.sql(
                        "SELECT id FROM plan.actionplan_plan WHERE status = 'ADOPTED' ORDER BY period_from DESC LIMIT 1")
                .query(UUID.class)
                .single();
        assertThat(reader("fr")
                        .post(
                                "/plan/preparation/" + plan + "/make",
                                "title=Plan suivant",
                                "from=2040-04-01",
                                "to=2041-03-31"))
                .hasStatus3xxRedirection();
    }

    private static Optional<byte[]> answer(PageVisitor reader, String address, PaperFormat format) {
        MockHttpServletResponse answer = (address.startsWith("POST ")
                        ? reader.post(address.substring("POST ".length()))
                        : reader.get(address))
                .getResponse();
        return answer.getStatus() == HttpStatus.OK.value() && format.mediaType().equals(answer.getContentType())
                ? Optional.of(answer.getContentAsByteArray())
                : Optional.empty();
    }
}
