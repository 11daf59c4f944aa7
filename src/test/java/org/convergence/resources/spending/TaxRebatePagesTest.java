package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agreement bears the cost net of the rebate of taxes where the accountant says that it applies (R-TAX-7). */
@ModuleTest
class TaxRebatePagesTest {

    private static final String TAXES = "/resources/spending/taxes";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private JdbcClient db;

    private final String subject = "resources.grant/agreement/" + UUID.randomUUID();
    private String line = "";

    @BeforeEach
    void aBudget() throws Exception {
        visitors.ensureOrganisation();
        fixture.clear();
        db.sql("DELETE FROM resources.spending_tax_rebate").update();
        line = fixture.createBudget(
                        subject,
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2026, 9, 30),
                        SpendingFixture.line("2.1", "Impression", "1000"))
                .get(0)
                .id()
                .value()
                .toString();
    }

    @AfterEach
    void noRebate() {
        db.sql("DELETE FROM resources.spending_tax_rebate").update();
    }

    private List<BudgetLineState> lines() {
        return fixture.findLines(subject);
    }

    private Money spent() {
        return lines().get(0).spent();
    }

    private void rebate(String from, String until) {
        var answer = pages.as(Role.ACCOUNTANT)
                .post(TAXES, "from=" + from, "until=" + until, "gst=50", "qst=50", "source=44,5 % en 2025-2026");
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
    }

    private String record(String day, String... more) {
        var answer = pages.as(Role.COORDINATOR).post("/resources/spending/new", form -> {
            form.field("amount", "65,92")
                    .field("currency", "CAD")
                    .field("line1", line)
                    .field("day", day);
            for (String each : more) {
                form.field(each.split("=", 2)[0], each.split("=", 2)[1]);
            }
        });
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private String text(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    @Test
    void chargesTheNetCostOfVectorT7WhereTheRebateApplies() {
        rebate("2026-04-01", "2026-06-30");
        String within = record("2026-04-01", "taxed=true");
        assertThat(spent()).isEqualTo(Money.parse("CAD 61.62"));
        assertThat(text(within)).contains("TPS 2,87 $, TVQ 5,72 $; 4,30 $ reviennent", "Coût net", "61,62 $");
        record("2026-03-31", "taxed=true");
        record("2026-07-01", "taxed=true");
        assertThat(spent()).as("full cost before and after").isEqualTo(Money.parse("CAD 193.46"));
        record("2026-05-01", "gst=2,87", "number=2");
        assertThat(spent()).as("GST alone").isEqualTo(Money.parse("CAD 257.94"));
    }

    @Test
    void reportsTheNetCostAndWhatIsClaimed() {
        rebate("2026-04-01", "");
        record("2026-04-02", "taxed=true");
        var report = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/spending/report?budget="
                                + lines().get(0).budgetId().value(),
                        "from=2026-04-01",
                        "to=2026-06-30");
        assertThat(report).as(Pages.text(report)).hasStatus(303);
        assertThat(text(String.valueOf(report.getResponse().getRedirectedUrl())))
                .contains("61,62 $", "Le remboursement de TPS et de TVQ, 4,30 $ en tout");
        assertThat(text(TAXES)).contains("1,44 $", "2,86 $", "4,30 $", "1 dépense, dont 1 pas encore acceptée");
    }

    @Test
    void aPeriodRecordedLaterChangesWhatIsNotAcceptedYet() {
        String accepted = record("2026-04-02", "taxed=true").replaceFirst(".*/", "");
        pages.as(Role.ACCOUNTANT).post("/resources/spending/queue", "expense=" + accepted + ":1");
        record("2026-04-03", "taxed=true");
        assertThat(spent()).isEqualTo(Money.parse("CAD 131.84"));
        rebate("2026-04-01", "2027-03-31");
        assertThat(spent()).isEqualTo(Money.parse("CAD 127.54"));
        assertThat(pages.as(Role.ACCOUNTANT)
                        .post(TAXES, "from=2027-03-31", "gst=50", "qst=50", "source=Une autre période"))
                .as("overlaps")
                .hasStatus(422);
        String remove = pages.as(Role.ACCOUNTANT)
                .open(TAXES)
                .select("form[action$=remove]")
                .attr("action");
        assertThat(pages.as(Role.STAFF).open(TAXES).select("form[action$=remove]"))
                .isEmpty();
        pages.as(Role.ACCOUNTANT).post(remove);
        assertThat(spent()).isEqualTo(Money.parse("CAD 131.84"));
    }

    @Test
    void aCorrectionTakesTheRebateBack() {
        rebate("2026-04-01", "2027-03-31");
        String url = record("2026-04-02", "taxed=true");
        pages.as(Role.ACCOUNTANT).post("/resources/spending/queue", "expense=" + url.replaceFirst(".*/", "") + ":1");
        pages.as(Role.ACCOUNTANT).post("/resources/spending/batches");
        var corrected = pages.as(Role.COORDINATOR).post(url + "/correct", "reason=Doublon", "nothing=true");
        assertThat(corrected).as(Pages.text(corrected)).hasStatus(303);
        assertThat(spent().isZero()).isTrue();
        assertThat(pages.as(Role.ACCOUNTANT).open(TAXES).select("td.number").text())
                .contains("0,00");
    }

    @Test
    void refusesTaxesThatCannotBe() {
        rebate("2026-04-01", "");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/spending/new",
                                "amount=10",
                                "currency=USD",
                                "line1=" + line,
                                "day=2026-04-02",
                                "taxed=true"))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/spending/new",
                                "amount=10",
                                "currency=CAD",
                                "line1=" + line,
                                "day=2026-04-02",
                                "gst=6",
                                "qst=4"))
                .hasStatus(422);
    }
}
