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
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportQueries;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportService;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.list.ListRequest;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.BankFileSamples;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files in the usual formats enter each line once, and are removed as a whole. */
@ModuleTest
class StatementImportTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ImportService imports;

    @Autowired
    private ImportQueries board;

    @Autowired
    private StatementImportKind kind;

    @Autowired
    private StatementService statements;

    @Autowired
    private BookAccountService accounts;

    @Autowired
    private BankLineTieService ties;

    @Autowired
    private BankLineQueries lines;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private JdbcClient db;

    private AccountId bank = new AccountId(new UUID(0, 0));

    @BeforeEach
    void createBank() {
        visitors.ensureOrganisation();
        String code = "B" + UUID.randomUUID().toString().substring(0, 12);
        bank = as(() -> accounts.addBank(code, "Compte courant"));
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private UUID read(String text, Charset charset) {
        StatementSettings settings = new StatementSettings(Ids.next(), bank.value(), "CAD");
        return as(() -> imports.upload(
                kind, "relevé.csv", new ByteArrayInputStream(text.getBytes(charset)), Json.of(settings)));
    }

    private UUID read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    private ImportFile open(UUID id) {
        return as(() -> board.findById(id));
    }

    private void run(UUID id) {
        as(() -> {
            imports.start(id, open(id).version());
            return true;
        });
        jobs.runAll();
    }

    private int count(UUID id, ImportOutcome outcome) {
        return as(() -> board.countByOutcome(id)).getOrDefault(outcome, 0);
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
    void detectsColumnsWithoutTitles() {
        UUID id = read(BankFileSamples.DESJARDINS);
        assertThat(columns(id))
                .containsExactly(
                        "", "", "", "DAY", "", "TEXT", "REFERENCE", "WITHDRAWAL", "DEPOSIT", "", "", "", "", "BALANCE");
        assertThat(count(id, ImportOutcome.CREATED)).isEqualTo(6);
        assertThat(as(() -> board.countRemarked(id))).isZero();
        run(id);
        assertThat(entered())
                .containsExactly(
                        "2026-02-02 -7.95",
                        "2026-02-03 500.00",
                        "2026-02-03 820.50",
                        "2026-02-05 -450.25",
                        "2026-02-06 120.00",
                        "2026-02-06 120.00");
        assertThat(as(() -> statements.findLatest(50)))
                .filteredOn(it -> it.account().endsWith("Compte courant"))
                .anySatisfy(it -> {
                    assertThat(it.lines()).isEqualTo(6);
                    assertThat(it.open()).isEqualTo(4);
                });
    }

    @Test
    void readsFormatsOfInstitutions() {
        UUID nationale = read(BankFileSamples.NATIONALE, Charset.forName("windows-1252"));
        assertThat(columns(nationale)).containsExactly("DAY", "TEXT", "", "WITHDRAWAL", "DEPOSIT", "BALANCE");
        assertThat(as(() -> board.countRemarked(nationale))).isZero();
        UUID royale = read(BankFileSamples.ROYALE);
        assertThat(columns(royale)).containsExactly("", "", "DAY", "REFERENCE", "TEXT", "TEXT", "AMOUNT", "");
        assertThat(count(royale, ImportOutcome.ASIDE))
                .as("lines in another currency")
                .isEqualTo(1);
        run(royale);
        assertThat(entered()).containsExactly("2026-02-03 500.00", "2026-02-05 -450.25");
        UUID montreal = read(BankFileSamples.MONTREAL);
        assertThat(columns(montreal)).containsExactly("", "", "DAY", "AMOUNT", "TEXT");
        assertThat(count(montreal, ImportOutcome.CREATED)).isEqualTo(2);
        UUID toronto = read(BankFileSamples.TORONTO_DOMINION);
        assertThat(columns(toronto)).containsExactly("DAY", "TEXT", "WITHDRAWAL", "DEPOSIT", "BALANCE");
        assertThat(open(toronto).choices().as(StatementSettings.class).dates()).isEqualTo(DateOrder.MONTH_FIRST);
        UUID scotia = read(BankFileSamples.SCOTIA);
        assertThat(columns(scotia)).containsExactly("DAY", "AMOUNT", "", "TEXT", "TEXT");
        assertThat(count(scotia, ImportOutcome.CREATED)).isEqualTo(3);
    }

    @Test
    void entersLinesOfOverlappingFilesOnce() {
        run(read(BankFileSamples.DESJARDINS));
        UUID again = read(BankFileSamples.DESJARDINS);
        assertThat(count(again, ImportOutcome.SAME)).isEqualTo(6);
        run(again);
        assertThat(entered()).hasSize(6);
        String third = BankFileSamples.DESJARDINS.substring(BankFileSamples.DESJARDINS.indexOf("\"Caisse", 400))
                + "\"Caisse du Vieux-Port\",\"123456\",\"EOP\",\"2026/02/06\",00007,\"Virement Interac de /Centrale du Fleuve\",\"\",\"\",120.00,\"\",\"\",\"\",\"\",6222.30";
        UUID overlapping = read(third);
        assertThat(count(overlapping, ImportOutcome.CREATED)).isEqualTo(1);
        run(overlapping);
        assertThat(entered()).hasSize(7);
    }

    @Test
    void remembersCorrectedColumnsForAccount() {
        UUID first = read("Quand;Quoi;Combien\n03.02.2026;Virement;500,00\n04.02.2026;Frais;-5,00\n");
        assertThat(count(first, ImportOutcome.CREATED)).isZero();
        ImportFile file = open(first);
        List<@Nullable ImportColumn> said = List.of(StatementColumn.DAY, StatementColumn.TEXT, StatementColumn.AMOUNT);
        as(() -> {
            imports.updateColumns(first, file.version(), said, file.choices());
            return true;
        });
        assertThat(count(first, ImportOutcome.CREATED)).isEqualTo(1);
        run(first);
        assertThat(columns(read("Quand;Quoi;Combien\n04.02.2026;Virement;20,00\n")))
                .containsExactly("DAY", "TEXT", "AMOUNT");
    }

    private void setIncomingColumns(UUID id, List<@Nullable ImportColumn> columns) {
        ImportFile file = open(id);
        DirectionSettings incoming = new DirectionSettings(DirectionSettings.UnsignedMeaning.INCOMING, "", "");
        StatementSettings settings = file.choices().as(StatementSettings.class);
        as(() -> {
            imports.updateColumns(id, file.version(), columns, Json.of(settings.with(DateOrder.DAY_FIRST, incoming)));
            return true;
        });
    }

    @Test
    void remembersUnsignedMeaningForAccount() {
        UUID first = read("Quand;Description;Montant\n2026-02-03;Virement;500,00\n");
        assertThat(count(first, ImportOutcome.CREATED)).isZero();
        setIncomingColumns(first, List.of(StatementColumn.DAY, StatementColumn.TEXT, StatementColumn.AMOUNT));
        run(first);
        assertThat(entered()).containsExactly("2026-02-03 500.00");
        assertThat(count(read("Quand;Description;Montant\n2026-02-04;Virement;20,00\n"), ImportOutcome.CREATED))
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
        assertThat(count(second, ImportOutcome.CREATED)).isEqualTo(1);
        assertThat(as(() -> board.lines(second, ImportOutcome.ASIDE, 0, 10)))
                .flatExtracting(ImportLineResult::remarks)
                .extracting(ImportRemark::key)
                .containsExactly("ledger.statement.lack.direction-word");
    }

    @Test
    void reportsDirectionContradictedByBalance() {
        String file = """
                Date;Description;Montant;Solde
                2026-02-03;Virement;500,00;1500,00
                2026-02-04;Chèque;20,00;1480,00
                """;
        UUID id = read(file);
        setIncomingColumns(id, open(id).columns());
        assertThat(as(() -> board.lines(id, null, 0, 10)))
                .flatExtracting(ImportLineResult::remarks)
                .extracting(ImportRemark::key)
                .containsExactly("ledger.statement.opposite");
    }

    @Test
    void reportsUnreadableRowsAndTreatsFormulasAsText() {
        UUID id = read("""
                Date;Description;Retrait;Dépôt;Solde
                2026-02-03;=1+1;;500,00;1500,00
                hier;Virement;;20,00;1520,00
                2026-02-04;Virement;;vingt;1520,00
                ;Total;;520,00;
                2026-02-05;Virement;;40,00;1600,00""");
        assertThat(count(id, ImportOutcome.CREATED)).isEqualTo(2);
        assertThat(as(() -> board.lines(id, ImportOutcome.ASIDE, 0, 10)))
                .flatExtracting(ImportLineResult::remarks)
                .extracting(ImportRemark::key)
                .containsExactly(
                        "ledger.statement.lack.date", "ledger.statement.lack.figure", "ledger.statement.lack.day");
        assertThat(as(() -> board.lines(id, ImportOutcome.CREATED, 0, 10)))
                .last()
                .satisfies(it ->
                        assertThat(it.remarks()).extracting(ImportRemark::key).containsExactly("ledger.statement.gap"));
    }

    @Test
    void removesFileExceptIdentifiedLines() {
        UUID id = read(BankFileSamples.TORONTO_DOMINION);
        run(id);
        var paidOut = ListRequest.first(BankLineQueries.BankLineSelection.OUT, 500);
        List<BankLineQueries.BankLine> rows = as(() -> lines.findSlice(paidOut)).rows();
        var out = rows.stream().filter(it -> it.bank().equals(bank)).toList().get(0);
        as(() -> {
            ties.setAside(out.id(), out.version(), BankLineQueries.AsideReason.WITHDRAWAL, null);
            imports.undo(id);
            return true;
        });
        jobs.runAll();
        assertThat(entered()).containsExactly("2026-02-05 -450.25");
        as(() -> {
            ties.reopen(out.id());
            return true;
        });
        assertThatThrownBy(() -> as(() -> {
                    imports.undo(id);
                    return true;
                }))
                .hasMessage("imports.too-late");
    }
}
