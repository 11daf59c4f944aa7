package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportBoard;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.Imports;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.BankFiles;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files in the usual formats enter each line once, and are removed as a whole. */
@ModuleTest
class StatementImportTest {

    @Autowired
    private Visitors visitors;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportBoard board;

    @Autowired
    private StatementKind kind;

    @Autowired
    private Statements statements;

    @Autowired
    private BookAccounts accounts;

    @Autowired
    private LineTies ties;

    @Autowired
    private BankLines lines;

    @Autowired
    private QueuedJobs jobs;

    @Autowired
    private JdbcClient db;

    private AccountId bank = new AccountId(new UUID(0, 0));

    @BeforeEach
    void aBank() {
        visitors.anOrganisation();
        String code = "B" + UUID.randomUUID().toString().substring(0, 12);
        bank = as(() -> accounts.addBank(code, "Compte courant"));
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private UUID read(String text, Charset charset) {
        StatementSettings settings = new StatementSettings(Ids.next(), bank.value(), "CAD");
        return as(() ->
                imports.read(kind, "relevé.csv", new ByteArrayInputStream(text.getBytes(charset)), Json.of(settings)));
    }

    private UUID read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    private ImportFile open(UUID id) {
        return as(() -> board.open(id));
    }

    private void run(UUID id) {
        as(() -> {
            imports.run(id, open(id).version());
            return true;
        });
        jobs.runAll();
    }

    private int count(UUID id, Outcome outcome) {
        return as(() -> board.counts(id)).getOrDefault(outcome, 0);
    }

    private List<String> columns(UUID id) {
        List<String> names = new ArrayList<>();
        for (@Nullable ImportColumn column : open(id).columns()) {
            names.add(column == null ? "" : column.name());
        }
        return names;
    }

    private List<String> entered() {
        return db.sql("""
                        SELECT to_char(day, 'YYYY-MM-DD') || ' ' || to_char(amount, 'FM999990.00') FROM resources.ledger_bank_line
                        WHERE bank = ? ORDER BY day, amount
                        """).param(bank.value()).query(String.class).list();
    }

    @Test
    void aFileWithoutTitlesIsToldByWhatStandsInIt() {
        UUID id = read(BankFiles.DESJARDINS);
        assertThat(columns(id))
                .containsExactly(
                        "", "", "", "DAY", "", "TEXT", "REFERENCE", "WITHDRAWAL", "DEPOSIT", "", "", "", "", "BALANCE");
        assertThat(count(id, Outcome.CREATED)).isEqualTo(6);
        assertThat(as(() -> board.remarked(id))).isZero();
        run(id);
        assertThat(entered())
                .containsExactly(
                        "2026-02-02 -7.95",
                        "2026-02-03 500.00",
                        "2026-02-03 820.50",
                        "2026-02-05 -450.25",
                        "2026-02-06 120.00",
                        "2026-02-06 120.00");
        assertThat(as(() -> statements.latest(50)))
                .filteredOn(it -> it.account().endsWith("Compte courant"))
                .anySatisfy(it -> {
                    assertThat(it.lines()).isEqualTo(6);
                    assertThat(it.open()).isEqualTo(4);
                });
    }

    @Test
    void eachInstitutionIsReadAsItWrites() {
        UUID nationale = read(BankFiles.NATIONALE, Charset.forName("windows-1252"));
        assertThat(columns(nationale)).containsExactly("DAY", "TEXT", "", "WITHDRAWAL", "DEPOSIT", "BALANCE");
        assertThat(as(() -> board.remarked(nationale))).isZero();
        UUID royale = read(BankFiles.ROYALE);
        assertThat(columns(royale)).containsExactly("", "", "DAY", "REFERENCE", "TEXT", "TEXT", "AMOUNT", "");
        assertThat(count(royale, Outcome.ASIDE))
                .as("what is in another currency")
                .isEqualTo(1);
        run(royale);
        assertThat(entered()).containsExactly("2026-02-03 500.00", "2026-02-05 -450.25");
        UUID montreal = read(BankFiles.MONTREAL);
        assertThat(columns(montreal)).containsExactly("", "", "DAY", "AMOUNT", "TEXT");
        assertThat(count(montreal, Outcome.CREATED)).isEqualTo(2);
        UUID toronto = read(BankFiles.TORONTO_DOMINION);
        assertThat(columns(toronto)).containsExactly("DAY", "TEXT", "WITHDRAWAL", "DEPOSIT", "BALANCE");
        assertThat(open(toronto).choices().as(StatementSettings.class).dates()).isEqualTo(DateOrder.MONTH_FIRST);
        UUID scotia = read(BankFiles.SCOTIA);
        assertThat(columns(scotia)).containsExactly("DAY", "AMOUNT", "", "TEXT", "TEXT");
        assertThat(count(scotia, Outcome.CREATED)).isEqualTo(3);
    }

    @Test
    void theSameFileTwiceAndOneThatOverlapsEnterEachLineOnce() {
        run(read(BankFiles.DESJARDINS));
        UUID again = read(BankFiles.DESJARDINS);
        assertThat(count(again, Outcome.SAME)).isEqualTo(6);
        run(again);
        assertThat(entered()).hasSize(6);
        String third = BankFiles.DESJARDINS.substring(BankFiles.DESJARDINS.indexOf("\"Caisse", 400))
                + "\"Caisse du Vieux-Port\",\"123456\",\"EOP\",\"2026/02/06\",00007,\"Virement Interac de /Centrale du Fleuve\",\"\",\"\",120.00,\"\",\"\",\"\",\"\",6222.30";
        UUID overlapping = read(third);
        assertThat(count(overlapping, Outcome.CREATED)).isEqualTo(1);
        run(overlapping);
        assertThat(entered()).hasSize(7);
    }

    @Test
    void whatWasCorrectedIsRememberedForTheAccount() {
        UUID first = read("Quand;Quoi;Combien\n03.02.2026;Virement;500,00\n04.02.2026;Frais;-5,00\n");
        assertThat(count(first, Outcome.CREATED)).isZero();
        ImportFile file = open(first);
        List<@Nullable ImportColumn> said = List.of(StatementColumn.DAY, StatementColumn.TEXT, StatementColumn.AMOUNT);
        as(() -> {
            imports.settle(first, file.version(), said, file.choices());
            return true;
        });
        assertThat(count(first, Outcome.CREATED)).isEqualTo(1);
        run(first);
        assertThat(columns(read("Quand;Quoi;Combien\n04.02.2026;Virement;20,00\n")))
                .containsExactly("DAY", "TEXT", "AMOUNT");
    }

    private void sayIncoming(UUID id, List<@Nullable ImportColumn> columns) {
        ImportFile file = open(id);
        DirectionSettings incoming = new DirectionSettings(DirectionSettings.Unsigned.INCOMING, "", "");
        StatementSettings settings = file.choices().as(StatementSettings.class);
        as(() -> {
            imports.settle(id, file.version(), columns, Json.of(settings.reading(DateOrder.DAY_FIRST, incoming)));
            return true;
        });
    }

    @Test
    void remembersForTheAccountWhatAmountsWithoutSignAre() {
        UUID first = read("Quand;Description;Montant\n2026-02-03;Virement;500,00\n");
        assertThat(count(first, Outcome.CREATED)).isZero();
        sayIncoming(first, List.of(StatementColumn.DAY, StatementColumn.TEXT, StatementColumn.AMOUNT));
        run(first);
        assertThat(entered()).containsExactly("2026-02-03 500.00");
        assertThat(count(read("Quand;Description;Montant\n2026-02-04;Virement;20,00\n"), Outcome.CREATED))
                .isEqualTo(1);
    }

    @Test
    void remembersTheDirectionColumnAndItsWords() {
        String head = "Date;Description;Montant;Sens\n";
        UUID first = read(head + "2026-02-03;Virement;500,00;C\n2026-02-04;Chèque;450,25;D\n");
        run(first);
        assertThat(entered()).containsExactly("2026-02-03 500.00", "2026-02-04 -450.25");
        UUID second = read(head + "2026-02-05;Chèque;20,00;D\n2026-02-06;Frais;5,00;F\n");
        assertThat(columns(second)).containsExactly("DAY", "TEXT", "AMOUNT", "DIRECTION");
        assertThat(count(second, Outcome.CREATED)).isEqualTo(1);
        assertThat(as(() -> board.lines(second, Outcome.ASIDE, 0, 10)))
                .flatExtracting(ImportLine::remarks)
                .extracting(Remark::key)
                .containsExactly("ledger.statement.lack.direction-word");
    }

    @Test
    void saysWhereTheBalanceContradictsTheDirection() {
        String file = """
                Date;Description;Montant;Solde
                2026-02-03;Virement;500,00;1500,00
                2026-02-04;Chèque;20,00;1480,00
                """;
        UUID id = read(file);
        sayIncoming(id, open(id).columns());
        assertThat(as(() -> board.lines(id, null, 0, 10)))
                .flatExtracting(ImportLine::remarks)
                .extracting(Remark::key)
                .containsExactly("ledger.statement.opposite");
    }

    @Test
    void whatCannotBeReadIsSaidAndAFormulaIsOnlyText() {
        UUID id = read("""
                Date;Description;Retrait;Dépôt;Solde
                2026-02-03;=1+1;;500,00;1500,00
                hier;Virement;;20,00;1520,00
                2026-02-04;Virement;;vingt;1520,00
                ;Total;;520,00;
                2026-02-05;Virement;;40,00;1600,00""");
        assertThat(count(id, Outcome.CREATED)).isEqualTo(2);
        assertThat(as(() -> board.lines(id, Outcome.ASIDE, 0, 10)))
                .flatExtracting(ImportLine::remarks)
                .extracting(Remark::key)
                .containsExactly(
                        "ledger.statement.lack.date", "ledger.statement.lack.figure", "ledger.statement.lack.day");
        assertThat(as(() -> board.lines(id, Outcome.CREATED, 0, 10)))
                .last()
                .satisfies(
                        it -> assertThat(it.remarks()).extracting(Remark::key).containsExactly("ledger.statement.gap"));
    }

    @Test
    void aFileIsTakenBackButForWhatIsSaidMeanwhile() {
        UUID id = read(BankFiles.TORONTO_DOMINION);
        run(id);
        BankLines.Line out = as(() -> lines.some(BankLines.Which.OUT, null, 500)).stream()
                .filter(it -> it.bank().equals(bank))
                .findFirst()
                .orElseThrow();
        as(() -> {
            ties.setAside(out.id(), out.version(), BankLines.Aside.WITHDRAWAL, null);
            imports.undo(id);
            return true;
        });
        jobs.runAll();
        assertThat(entered()).containsExactly("2026-02-05 -450.25");
        as(() -> {
            ties.open(out.id());
            return true;
        });
        assertThatThrownBy(() -> as(() -> {
                    imports.undo(id);
                    return true;
                }))
                .hasMessage("imports.too-late");
    }
}
