package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.invoice;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.BatchService;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The accountant's ledger beside ours: 0,00 $, or the lines that explain the difference. Statements by the JSON API.
 */
@ModuleTest
class BooksPagesTest {

    private static final String BOOKS = "/resources/ledger/books";

    /** Far from the days of other tests. */
    private static final LocalDate DAY = LocalDate.of(1991, 3, 5);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private AccountantQueueService queue;

    @Autowired
    private BatchService batches;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private JdbcClient db;

    private String number = "";

    @BeforeEach
    void acceptEntries() {
        visitors.ensureOrganisation();
        String name = "Local " + UUID.randomUUID().toString().substring(0, 8);
        LocalDate day = DAY.plusDays(Math.floorMod(name.hashCode(), 200));
        as(() -> {
            OrganisationId union = people.findOrCreateOrganisation(name);
            InvoiceFacts facts = invoice(union, "640.00", LocalDate.of(2027, 1, 1), null);
            var dated = new InvoiceFacts(
                    union,
                    union,
                    name,
                    "fr",
                    day,
                    day.plusDays(30),
                    null,
                    facts.currency(),
                    facts.subject(),
                    null,
                    facts.lines(),
                    null);
            InvoiceId id = invoicing.issue(dated);
            number = db.sql(
                            "SELECT series || '-' || lpad(sequence::text, 4, '0') FROM resources.ledger_invoice WHERE id = ?")
                    .param(id.value())
                    .query(String.class)
                    .single();
            batches.close(queue.accept(queue.waiting(10_000).stream()
                    .filter(it -> it.party().equals(name))
                    .map(AccountantQueueService.QueueEntry::id)
                    .toList()));
            return true;
        });
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private LocalDate day() {
        return db.sql(
                        "SELECT issued_on FROM resources.ledger_invoice WHERE series || '-' || lpad(sequence::text, 4, '0') = ?")
                .param(number)
                .query(LocalDate.class)
                .single();
    }

    private String compared(String ledger) {
        LocalDate day = day();
        MvcTestResult uploaded = mvc.post()
                .uri(BOOKS + "/import")
                .multipart()
                .file(new MockMultipartFile("file", "gl.csv", "text/csv", ledger.getBytes(StandardCharsets.UTF_8)))
                .param("since", day.toString())
                .param("until", day.toString())
                .with(visitors.as(Role.ACCOUNTANT))
                .with(csrf())
                .exchange();
        assertThat(uploaded).hasStatus(303);
        String url = Objects.requireNonNull(uploaded.getResponse().getHeader("Location"));
        assertThat(mvc.post()
                        .uri(url + "/run")
                        .param("version", "1")
                        .with(visitors.as(Role.ACCOUNTANT))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
        jobs.runAll();
        String first =
                pages.as(Role.ACCOUNTANT).open(BOOKS).select("main .rows a").attr("href");
        return pages.as(Role.ACCOUNTANT).open(first).select("main").text();
    }

    @Test
    void showsZeroOrUnpairedLines() {
        LocalDate day = day();
        String ledger = "Compte;Date;Référence;Description;Débit;Crédit\n"
                + "1100 Comptes à recevoir;;;;;\n"
                + ";" + day + ";" + number + ";Cotisation;640,00;\n"
                + "4100;" + day.plusDays(400) + ";X;Hors période;;10,00\n"
                + "4100;" + day + ";" + number + ";Cotisation;;640,00\n";
        assertThat(compared(ledger)).contains("Tous les comptes concordent", "0,00 $");
        assertThat(compared(ledger.replace(";;640,00", ";;604,00")))
                .contains(
                        "1 compte ne concorde pas",
                        "Écart",
                        "−36,00",
                        "Ici seulement",
                        "Dans les livres seulement",
                        "604,00");
        assertThat(compared(ledger.replace(";Cotisation;;640,00", ";;;604,00")).replace('\u00a0', ' '))
                .as("how many lines, and no separator after a reference alone")
                .contains("Ici seulement : 1 ligne", "Dans les livres seulement : 1 ligne")
                .doesNotContain("· −604");
        String letters = "Compte;Date;Référence;Description;Montant;D/C\n"
                + "1100;" + day + ";" + number + ";Cotisation;640,00;D\n"
                + "4100;" + day + ";" + number + ";Cotisation;640,00;C\n";
        assertThat(compared(letters)).as("amounts without sign").contains("Tous les comptes concordent", "0,00 $");
        assertThat(compared(letters.replace(";C\n", ";X\n"))).contains("1 compte ne concorde pas");
        assertThat(mvc.get().uri(BOOKS).with(visitors.as(Role.STAFF)).exchange())
                .hasStatus(403);
    }

    @Test
    void importsStatementFromApiOnce() {
        String token = visitors.createToken(Role.COORDINATOR);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            MvcTestResult sent = send(token, key, BankFileSamples.TORONTO_DOMINION);
            assertThat(sent).hasStatus(201);
        }
        jobs.runAll();
        assertThat(send(token, UUID.randomUUID().toString(), BankFileSamples.TORONTO_DOMINION))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.known")
                .isEqualTo(3);
        assertThat(send(token, UUID.randomUUID().toString(), "a;b\nc;d\n")).hasStatus(422);
        assertThat(send(
                        token,
                        UUID.randomUUID().toString(),
                        "Date;Texte;Montant\n2026-02-03;VIR A;500,00\n2026-02-04;CHQ;450,25\n"))
                .as("nothing tells deposits from withdrawals")
                .hasStatus(422);
        assertThat(send(
                        token,
                        UUID.randomUUID().toString(),
                        "Date;Texte;Montant;DR/CR\n2026-02-03;VIR A;500,00;CR\n2026-02-04;CHQ;450,25;XX\n"))
                .as("an unknown word")
                .hasStatus(422);
        MvcTestResult twoWays = send(
                token,
                UUID.randomUUID().toString(),
                "Date du mouvement;Texte;Dépôt;Retrait\n02/03/2026;DÉPÔT;10,00;\n");
        assertThat(twoWays).as("day or month first").hasStatus(422).bodyText().contains("02/03/2026", "AAAA-MM-JJ");
        MvcTestResult list = mvc.get()
                .uri("/api/v1/bank-statements")
                .header("Authorization", "Bearer " + token)
                .exchange();
        assertThat(list)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.statements")
                .asArray()
                .isNotEmpty();
    }

    private MvcTestResult send(String token, String key, String text) {
        return mvc.post()
                .uri("/api/v1/bank-statements")
                .multipart()
                .file(new MockMultipartFile("file", "td.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .exchange();
    }
}
