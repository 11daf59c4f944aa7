package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An expense until the accountant accepts it: its days, its voucher, and who may delete it. */
@ModuleTest
class ExpenseEditTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private Budgets budgets;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private final String subject = "resources.grant/agreement/" + UUID.randomUUID();
    private final LocalDate starts = LocalDate.of(2025, 1, 1);
    private final LocalDate ends = LocalDate.of(2030, 12, 31);
    private String line = "";

    @BeforeEach
    void aBudget() throws Exception {
        visitors.ensureOrganisation();
        fixture.clear();
        line = fixture.createBudget(subject, starts, ends, SpendingFixture.line("2.1", "Impression", "1000"))
                .get(0)
                .id()
                .value()
                .toString();
    }

    private List<BudgetLineState> lines() {
        return fixture.findLines(subject);
    }

    private String record(String... more) {
        var answer = pages.as(Role.COORDINATOR).post("/resources/spending/new", form -> {
            Map<String, String> fields =
                    new LinkedHashMap<>(Map.of("amount", "684,75", "currency", "CAD", "line1", line));
            for (String each : more) {
                fields.put(each.split("=", 2)[0], each.split("=", 2)[1]);
            }
            fields.forEach(form::field);
        });
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private String text(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    @Test
    void countsOnlyWhatIsIncurredWithinTheAgreement() {
        for (LocalDate day : List.of(starts.minusDays(1), ends.plusDays(1))) {
            var refused = pages.as(Role.COORDINATOR)
                    .post(
                            "/resources/spending/new",
                            "amount=9000",
                            "currency=CAD",
                            "line1=" + line,
                            "commitment=true",
                            "day=" + day);
            assertThat(refused).hasStatus(422);
            assertThat(Pages.text(refused)).contains("Une entente ne paie que ce qui est");
        }
        record("day=" + starts);
        assertThat(lines().get(0).spent()).isEqualTo(Money.parse("CAD 684.75"));
        assertThatThrownBy(() -> CurrentActor.runAs(
                        visitors.actor(Role.COORDINATOR),
                        () -> budgets.rename(subject, "Entente fictive", starts.plusDays(1), ends)))
                .as("an expense would fall outside")
                .isInstanceOf(Refused.class);
    }

    @Test
    void spendsACommitmentOnItsRealDay() {
        LocalDate later = settings.today().plusDays(30);
        String url = record("commitment=true", "day=" + later);
        assertThat(text(url)).contains("Engagée");
        String due = "Dire si la dépense engagée de 684,75 $ a eu lieu";
        db.sql("UPDATE resources.spending_expense SET day = ?")
                .param(settings.today().minusDays(3))
                .update();
        assertThat(text("/")).contains(due, "En retard de 3 jours");
        String spend =
                pages.as(Role.COORDINATOR).open(url).select("a[href*=spent]").attr("href");
        var form = pages.as(Role.COORDINATOR).open(spend);
        assertThat(form.select("[name=day]").val()).isEqualTo(settings.today().toString());
        assertThat(form.select("[name=amount]").val()).isEqualTo("684,75");
        assertThat(form.select("[name=commitment][checked]")).isEmpty();
        String edit = url + "/edit";
        assertThat(pages.as(Role.COORDINATOR)
                        .post(edit, "version=1", "amount=700", "currency=CAD", "line1=" + line, "day=" + later))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                edit,
                                "version=1",
                                "amount=700",
                                "currency=CAD",
                                "line1=" + line,
                                "day=" + settings.today()))
                .hasStatus(303);
        assertThat(text(url)).contains("À accepter", "700,00 $");
        assertThat(lines().get(0).spent()).isEqualTo(Money.parse("CAD 700.00"));
    }

    @Test
    void takesItsVoucherAndIsCorrectedUntilItIsAccepted() {
        String url = record("day=2026-03-11");
        assertThat(text(url)).contains("Modifier ou joindre la pièce");
        var answer = mvc.post()
                .uri(url + "/edit")
                .multipart()
                .file(new MockMultipartFile(
                        "voucher", "recu.txt", "text/plain", "Reçu 17".getBytes(StandardCharsets.UTF_8)))
                .param("version", "1")
                .param("amount", "600")
                .param("currency", "CAD")
                .param("day", "2026-03-12")
                .param("line1", line)
                .with(visitors.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(303);
        assertThat(text(url)).contains("600,00 $", "12 mars 2026", "Ouvrir la pièce");
        String id = url.replaceFirst(".*/", "");
        pages.as(Role.ACCOUNTANT).post("/resources/spending/queue", "expense=" + id + ":2");
        assertThat(text(url)).doesNotContain("Modifier");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url + "/edit",
                                "version=3",
                                "amount=1",
                                "currency=CAD",
                                "line1=" + line,
                                "day=2026-03-12"))
                .as("accepted meanwhile")
                .hasStatus(409);
    }

    @Test
    void keepsItsDivisionToTheCentWhenAnythingElseIsCorrected() throws Exception {
        fixture.clear();
        List<BudgetLineState> four = fixture.createBudget(
                subject,
                starts,
                ends,
                SpendingFixture.line("1", "Salaires", "9000"),
                SpendingFixture.line("2", "Impression", "9000"),
                SpendingFixture.line("3", "Transport", "9000"),
                SpendingFixture.line("4", "Salle", "9000"));
        line = four.get(0).id().value().toString();
        String url = record(
                "day=2026-03-11",
                "amount=12345,67",
                "by=AMOUNT",
                "share1=1000",
                "line2=" + four.get(1).id().value(),
                "share2=345,66",
                "line3=" + four.get(2).id().value(),
                "share3=0,01",
                "line4=" + four.get(3).id().value());
        assertThat(spent()).containsExactly("1000.00", "345.66", "0.01", "11000.00");
        var form = pages.as(Role.COORDINATOR).open(url + "/edit").select("main form[action$=/edit]");
        assertThat(form.select("[name^=line]")).as("each line, and one more").hasSize(5);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/edit", fields -> {
                    for (var field : form.select(
                            "input[name]:not([name^=_]):not([type=file]):not([type=checkbox]), select, textarea")) {
                        String value = field.is("select")
                                ? field.select("option[selected]").val()
                                : field.val();
                        fields.field(field.attr("name"), field.attr("name").equals("note") ? "Vérifiée" : value);
                    }
                }))
                .hasStatus(303);
        assertThat(text(url)).contains("Vérifiée");
        assertThat(spent()).containsExactly("1000.00", "345.66", "0.01", "11000.00");
    }

    private List<String> spent() {
        return lines().stream()
                .map(each -> each.spent().getAmount().toPlainString())
                .toList();
    }

    @Test
    void isDeletedByItsAuthorOrTheAccountantAfterAQuestion() {
        String url = record("day=2026-03-11");
        assertThat(pages.as(Role.STAFF).open(url).select("details.ask")).isEmpty();
        assertThat(pages.as(Role.STAFF).post(url + "/remove", "version=1")).hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).open(url).select("details.ask:not([open]) form[action$=remove]"))
                .hasSize(1);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/remove", "version=1"))
                .hasStatus(303);
        assertThat(pages.as(Role.ACCOUNTANT).post(record("day=2026-03-11") + "/remove", "version=1"))
                .hasStatus(303);
    }
}
