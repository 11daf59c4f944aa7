package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Language;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A financial report is filed whole or not at all, and never changes from then on (R-GRANT-17). */
@ModuleTest
class FinancialFilingTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ExpenseService expenses;

    @Autowired
    private FinancialReportService reports;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private FiledReportFixture filed;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient db;

    private BudgetLineId line = new BudgetLineId(new UUID(0, 0));

    @BeforeEach
    void anAcceptedExpense() throws SQLException {
        visitors.ensureOrganisation();
        fixture.clear();
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            line = filed.budget("Essai du dépôt");
            expenses.accept(Map.of(filed.expense(line, "2025-03-01", "Imprimerie Neuve", "A-1", "10"), 1));
            reports.explain(line, FiledReportFixture.YEAR, "Retard");
        });
    }

    @AfterEach
    void clear() throws SQLException {
        asOwner("DROP TRIGGER IF EXISTS cut ON resources.spending_report");
        fixture.clear();
    }

    @Test
    void filingCutAtItsLastStepLeavesTheReportApprovedAndIsDoneOnceAfterwards() throws SQLException {
        asOwner("""
                CREATE OR REPLACE FUNCTION public.cut_filing() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the power is cut'; END $$""");
        asOwner("CREATE TRIGGER cut BEFORE UPDATE ON resources.spending_report FOR EACH ROW"
                + " WHEN (NEW.filed_on IS NOT NULL) EXECUTE FUNCTION public.cut_filing()");
        assertThatThrownBy(() -> as(() -> filed.file(line))).hasMessageContaining("the power is cut");
        UUID id = db.sql("SELECT id FROM resources.spending_report WHERE approved_at IS NOT NULL AND filed_on IS NULL")
                .query(UUID.class)
                .single();
        assertThat(filings(id)).isEqualTo("0 0");
        asOwner("DROP TRIGGER cut ON resources.spending_report");
        as(() -> reports.file(new FinancialReportId(id), 2, Language.FRENCH));
        assertThat(filings(id)).startsWith("1 ").isNotEqualTo("1 0");
    }

    @Test
    void filedReportsNeverChange() {
        as(() -> filed.file(line));
        UUID id = db.sql("SELECT id FROM resources.spending_report")
                .query(UUID.class)
                .single();
        for (String change : List.of(
                "UPDATE resources.spending_report SET ends_on = '2025-06-30' WHERE id = ?",
                "UPDATE resources.spending_report SET filed_on = NULL WHERE id = ?",
                "DELETE FROM resources.spending_report WHERE id = ?")) {
            assertThatThrownBy(() -> db.sql(change).param(id).update())
                    .as(change)
                    .hasMessageContaining("spending_report_is_filed");
        }
        for (String change : List.of(
                "UPDATE plan.filing SET facts = '{}' WHERE id = ?",
                "DELETE FROM plan.filing WHERE id = ?",
                "DELETE FROM plan.filing_file WHERE filing = ?")) {
            assertThatThrownBy(() -> db.sql(change).param(id).update())
                    .as(change)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private String filings(UUID id) {
        return db.sql("""
                        SELECT (SELECT count(*) FROM plan.filing WHERE id = :id) || ' '
                            || (SELECT count(*) FROM plan.filing_file WHERE filing = :id)
                        """).param("id", id).query(String.class).single();
    }

    private void as(Runnable work) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), work);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
