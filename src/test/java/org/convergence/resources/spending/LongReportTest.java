package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestTags;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report of more expenses than a paper can list says where they are: in its workbook and in annexes. */
@ModuleTest
@Tag(TestTags.SLOW)
class LongReportTest {

    private static final int EXPENSES = 501;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Autowired
    private TestUsers visitors;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private FinancialReports reports;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient db;

    private final String subject = "resources.grant/agreement/" + UUID.randomUUID();

    @BeforeEach
    void moreExpensesThanAPaperCanList() throws Exception {
        visitors.ensureOrganisation();
        fixture.clear();
        db.sql("DELETE FROM resources.ledger_books_line").update();
        db.sql("DELETE FROM resources.ledger_books").update();
        UUID line = fixture.createBudget(subject, FIRST, LAST, SpendingFixture.line("1", "Ateliers", "100000"))
                .get(0)
                .id()
                .value();
        db.sql("""
                        WITH made AS (
                            INSERT INTO resources.spending_expense
                                (id, day, amount, currency, supplier, number, state, recorded_by, recorded_at)
                            SELECT gen_random_uuid(), :day::date + (n - 1) / 2, 12.34, 'CAD', 'Fournisseur ' || n, 'F-' || n,
                                   'ACCEPTED', gen_random_uuid(), now() FROM generate_series(1, :many) n RETURNING id)
                        INSERT INTO resources.spending_split (id, expense, line, amount, converted, rates)
                        SELECT gen_random_uuid(), id, :line, 12.34, 12.34, '[]' FROM made
                        """)
                .param("day", FIRST)
                .param("many", EXPENSES)
                .param("line", line)
                .update();
    }

    @AfterEach
    void clear() throws Exception {
        fixture.clear();
    }

    private byte[] write(String format) throws IOException {
        Words t = messages.in(Language.FRENCH, ZoneId.of("America/Toronto"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            try {
                reports.find(subject, FIRST, LAST, format, t).writer().writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }

    @Test
    void listsItsExpensesInAnnexesAndTheWorkbook() throws IOException {
        Map<String, String> archive = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(write("zip")))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                archive.put(each.getName(), SpendingFixture.text(in.readAllBytes()));
            }
        }
        List<String> names = List.copyOf(archive.keySet());
        assertThat(names).hasSize(4).endsWith("annexe-pieces-001-500.pdf", "annexe-pieces-501-501.pdf");
        assertThat(archive.get(names.get(0)))
                .contains("Les 501 dépenses de cette période sont énumérées dans les annexes", "rien n’est comparé")
                .doesNotContain("Fournisseur 1");
        assertThat(archive.get(names.get(1))).contains("Fournisseur 1<", "Fournisseur 501<");
        assertThat(archive.get(names.get(2)))
                .contains("Annexe : pièces 001 à 500", "Brouillon", "Fournisseur 1 ", "Fournisseur 500 ")
                .doesNotContain("Fournisseur 501 ");
        assertThat(archive.get(names.get(3))).contains("Fournisseur 501 ").doesNotContain("Fournisseur 500 ");
        assertThat(SpendingFixture.text(write("docx")))
                .contains("Les 501 dépenses")
                .doesNotContain("Fournisseur 1");
    }
}
