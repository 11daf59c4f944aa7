package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Language;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.domain.FinancialReport;
import org.convergence.resources.spending.domain.FinancialReportQueries;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The money of the example agrees with its books. */
@ModuleTest
class ExampleMoneyTest {

    @Autowired
    private ExampleFixture example;

    @Autowired
    private FinancialReportQueries reports;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void itIsEntered() {
        example.ensure();
    }

    @Test
    void reportsOfPastYearsAgreeWithTheBooksToTheCent() {
        List<FinancialReportId> ids = db.sql("SELECT id FROM resources.spending_report ORDER BY starts_on, id")
                .query((row, n) -> new FinancialReportId(Objects.requireNonNull(row.getObject(1, UUID.class))))
                .list();
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            List<FinancialReport> computed = ids.stream()
                    .map(reports::findById)
                    .map(row -> reports.compute(reports.findBudget(row.budget()), row.period(), Language.FRENCH))
                    .toList();
            assertThat(computed).extracting(FinancialReport::currency).containsExactly("CAD", "CAD", "USD");
            assertThat(computed).allSatisfy(report -> {
                assertThat(report.books().until()).isNotNull();
                assertThat(report.books().difference()).isZero();
                assertThat(report.books().onlyHere()).isEmpty();
                assertThat(report.vouchers())
                        .hasSizeGreaterThan(report.currency().equals("CAD") ? 20 : 1);
            });
            assertThat(reports.findFiled(ids.get(0))).isPresent();
        });
        assertThat(db.sql("SELECT DISTINCT currency FROM resources.spending_budget")
                        .query(String.class)
                        .list())
                .as("funders in three currencies")
                .contains("CAD", "MXN", "USD");
    }

    @Test
    void hasTheAgreementsTheWageFilesAndTheFundOfAYearOfFunding() {
        assertThat(count("""
                        resources.grant_agreement WHERE scope = 'MISSION' AND currency = 'CAD'
                            AND ends_on = CAST(starts_on + interval '4 years' AS date) - 1
                            AND starts_on < now() AND ends_on > now()
                        """)).as("the mission is funded for four years").isOne();
        assertThat(count("resources.grant_agreement WHERE scope = 'OUR_PART' AND currency = 'MXN'"))
                .as("our part in another's project")
                .isOne();
        assertThat(db.sql("SELECT DISTINCT currency FROM resources.grant_agreement")
                        .query(String.class)
                        .list())
                .contains("CAD", "MXN", "USD");
        assertThat(count("(SELECT DISTINCT funder FROM resources.grant_agreement) AS funders"))
                .as("funders")
                .isGreaterThanOrEqualTo(2);
        assertThat(db.sql("""
                        SELECT lead(starts_on) OVER (ORDER BY starts_on) - ends_on > 7 FROM resources.subsidy
                        ORDER BY starts_on
                        """).query(Boolean.class).list())
                .as("two wage files with weeks between them that nobody pays")
                .hasSize(2)
                .first()
                .isEqualTo(true);
        assertThat(count("resources.fund WHERE nature = 'EXTERNAL' AND origin LIKE 'Testament%'"))
                .as("a bequest")
                .isOne();
        assertThat(count("resources.spending_report WHERE filed_on IS NOT NULL"))
                .isPositive();
    }

    private int count(String rows) {
        return db.sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
    }
}
