package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.resources.spending.domain.VoucherFile;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks on the link by which a funder opens a filed report: it opens that report, masked, and nothing else. */
@ModuleTest
class FunderLinkAttackTest {

    private static final BudgetPeriod YEAR = new BudgetPeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private Budgets budgets;

    @Autowired
    private ExpenseService expenses;

    @Autowired
    private FinancialReportService reports;

    @Autowired
    private DocumentService documents;

    @Autowired
    private PersonService persons;

    @Autowired
    private ProtectionService protection;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private Actor coordinator = Actor.VISITOR;
    private PageVisitor stranger;
    private UUID partner = UUID.randomUUID();
    private PersonId witness = new PersonId(new UUID(0, 0));
    private String report = "";
    private String link = "";
    private ExpenseId plain = new ExpenseId(new UUID(0, 0));
    private ExpenseId third = new ExpenseId(new UUID(0, 0));

    @BeforeEach
    void aFiledReportAndItsLink() throws SQLException {
        visitors.ensureOrganisation();
        clear();
        coordinator = visitors.actor(Role.COORDINATOR);
        stranger = pages.asStranger().from("10.77.1.1");
        db.sql("INSERT INTO directory.people_organisation (id, name) VALUES (?, 'Costureras Ficticias del Sur')")
                .param(partner)
                .update();
        db.sql("""
                        INSERT INTO cooperation.partner (id, organisation, stage, since) VALUES (?, ?, 'ACTIVE', '2024-01-01')
                        """).params(UUID.randomUUID(), partner).update();
        witness = CurrentActor.callAs(
                coordinator, () -> persons.create(PersonFacts.named("Ixchelina", "Tzoczil-" + suffix())));
        String name = db.sql("SELECT display_name FROM directory.people_person_name WHERE id = ?")
                .param(witness.value())
                .query(String.class)
                .single();
        FinancialReportId filed = CurrentActor.callAs(coordinator, () -> {
            BudgetLineId line = budget("Essai du lien");
            plain = expense(line, "2025-03-01", "Imprimerie Neuve", "A-1", "10");
            ExpenseId secret = expense(line, "2025-03-02", "costureras ficticias DEL SUR", "B-2", "20");
            third = expense(line, "2025-03-03", name, "C-3", "30");
            expenses.accept(Map.of(plain, 1, secret, 1, third, 1));
            reports.explain(line, YEAR, "Retard des Costureras Ficticias del Sur, selon " + name + ".");
            return file(line);
        });
        report = "/resources/spending/report/" + filed.value();
        link = make();
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, 4).replaceAll("[0-9]", "x");
    }

    @AfterEach
    void clear() throws SQLException {
        fixture.clear();
        db.sql("DELETE FROM cooperation.partner WHERE organisation = ?")
                .param(partner)
                .update();
        db.sql("DELETE FROM directory.people_organisation WHERE id = ?")
                .param(partner)
                .update();
    }

    private BudgetLineId budget(String title) {
        String subject = "resources.grant/agreement/" + UUID.randomUUID();
        budgets.create(new BudgetFacts(
                subject,
                title,
                "CAD",
                YEAR.startsOn(),
                YEAR.endsOn(),
                List.of(new BudgetLineFacts("1", "Ateliers", CostClass.DIRECT, new BigDecimal("9000")))));
        return budgets.findLines(subject).get(0).id();
    }

    private ExpenseId expense(BudgetLineId line, String day, String supplier, String number, String amount) {
        ByteArrayResource file = new ByteArrayResource(("Facture " + number).getBytes(StandardCharsets.UTF_8));
        try (PreparedDocument prepared = documents.prepare(Upload.of(supplier + ".txt", file))) {
            return expenses.record(
                    new ExpenseFacts(
                            LocalDate.parse(day),
                            ExpenseService.money(new BigDecimal(amount), "CAD"),
                            supplier,
                            number,
                            "",
                            false,
                            List.of(new ExpenseSplit(line, new BigDecimal("100"), null))),
                    new VoucherFile(prepared, null));
        }
    }

    private FinancialReportId file(BudgetLineId line) {
        BudgetId budget = new BudgetId(db.sql("SELECT budget FROM resources.spending_line WHERE id = ?")
                .param(line.value())
                .query(UUID.class)
                .single());
        FinancialReportId id = reports.open(budget, YEAR);
        reports.approve(id, 1);
        reports.file(id, 2, Language.FRENCH);
        return id;
    }

    private String make() {
        String address = Pages.require(pages.as(Role.COORDINATOR)
                        .post(report + "/links", "until=" + settings.today().plusDays(30)))
                .select("#f-link")
                .val();
        return address.substring(address.indexOf("/resources/"));
    }

    private String text(String address) {
        return stranger.open(address).text().replace('\u00a0', ' ');
    }

    @Test
    void showsFiguresAndEvidenceInThreeLanguagesWithoutNamesOfPartners() throws Exception {
        var answer = stranger.get(link);
        assertThat(answer.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(answer.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(text(link + "?in=fr"))
                .contains("Essai du lien", "Imprimerie Neuve", "60,00 $", "Rien n’a changé")
                .contains("Retard des […], selon", "Nom retiré", "Montrée sur place")
                .doesNotContainIgnoringCase("costureras");
        assertThat(text(link + "?in=es")).contains("Informe financiero", "Comprobantes").doesNotContainIgnoringCase("costureras");
        assertThat(text(link + "?in=en")).contains("Financial report", "Open voucher 1");
        var voucher = stranger.get(link + "/voucher/1").getResponse();
        assertThat(voucher.getContentAsString()).isEqualTo("Facture A-1");
        assertThat(voucher.getHeader("Content-Disposition")).contains("001.text").doesNotContain("Imprimerie");
        assertThat(stranger.get(link + "/voucher/2")).as("names a partner").hasStatus(404);
        assertThat(pages.as(Role.COORDINATOR).open(report + "/links").text()).contains("Ouvert 4 fois");
    }

    @Test
    void opensNoOtherReportVoucherOrAddress() {
        UUID other = CurrentActor.callAs(coordinator, () -> {
            BudgetLineId line = budget("Un autre bailleur");
            ExpenseId id = expense(line, "2025-04-01", "Autre fournisseur", "Z-9", "99");
            expenses.accept(Map.of(id, 1));
            reports.explain(line, YEAR, "Autre");
            return file(line).value();
        });
        UUID document = db.sql("SELECT document FROM resources.spending_expense WHERE id = ?")
                .param(plain.value())
                .query(UUID.class)
                .single();
        for (String attack : List.of(
                "/voucher/0",
                "/voucher/4",
                "/voucher/-1",
                "/voucher/" + plain.value(),
                "/voucher/1/",
                "/voucher/",
                "/",
                "/" + other,
                "/financial.pdf",
                "/sample.pdf?seed=1",
                "/../" + other)) {
            assertThat(stranger.get(link + attack).getResponse().getStatus())
                    .as(attack)
                    .isIn(400, 404);
        }
        for (String inside : List.of(
                report,
                report + "/links",
                report + "/financial.pdf",
                report + "/sample.zip?seed=1",
                "/platform/document/" + document,
                "/resources/spending/report/" + other)) {
            assertThat(stranger.get(inside).getResponse().getStatus()).as(inside).isNotEqualTo(200);
        }
        assertThat(stranger.get("/resources/spending/link/" + other)).hasStatus(404);
        assertThat(text(link + "?report=" + other + "&id=" + other))
                .doesNotContain("Un autre bailleur", "Autre fournisseur");
    }

    @Test
    void endedAndExpiredLinksOpenNothing() {
        String second = make();
        UUID first = db.sql("SELECT id FROM resources.spending_report_link ORDER BY made_at LIMIT 1")
                .query(UUID.class)
                .single();
        pages.as(Role.COORDINATOR).post(report + "/links/" + first + "/end");
        assertThat(stranger.get(link)).hasStatus(404);
        assertThat(stranger.get(link + "/voucher/1")).hasStatus(404);
        assertThat(stranger.get(second)).hasStatus(200);
        db.sql("UPDATE resources.spending_report_link SET until = '2025-01-01'").update();
        assertThat(stranger.get(second)).hasStatus(404);
        assertThat(stranger.get(second + "/voucher/1")).hasStatus(404);
        assertThat(pages.as(Role.COORDINATOR).post(report + "/links", "until=2025-01-01"))
                .hasStatus(422);
        assertThat(pages.as(Role.BOARD_MEMBER).get(report + "/links")).hasStatus(403);
    }

    @Test
    void showsNothingThatCameAfterTheFilingButThatAVoucherChanged() {
        CurrentActor.runAs(coordinator, () -> {
            BudgetLineId line = new BudgetLineId(db.sql("SELECT id FROM resources.spending_line")
                    .query(UUID.class)
                    .single());
            expense(line, "2025-05-05", "Fournisseur tardif", "T-1", "44");
            expenses.keepOnSite(plain, true);
        });
        db.sql("UPDATE resources.spending_split SET converted = 35, amount = 35 WHERE expense = ?")
                .param(third.value())
                .update();
        assertThat(text(link + "?in=fr"))
                .contains("La pièce 3 a été corrigée", "30,00 $")
                .doesNotContain("Fournisseur tardif", "44,00", "35,00", "Imprimerie Neuve");
        assertThat(stranger.get(link + "/voucher/1")).as("on site since").hasStatus(404);
    }

    @Test
    void personSealedAfterTheFilingIsNamedNowhere() throws Exception {
        String before = text(link + "?in=fr");
        assertThat(before).contains("Ixchelina");
        CurrentActor.runAs(
                coordinator,
                () -> protection.seal(witness, protection.findVersion(witness), "Luciole", List.of()));
        jobs.runAll();
        assertThat(text(link + "?in=fr")).doesNotContain("Ixchelina", "Tzoczil").contains("Luciole");
        assertThat(Objects.requireNonNullElse(
                        stranger.get(link + "/voucher/3").getResponse().getHeader("Content-Disposition"), ""))
                .doesNotContain("Ixchelina", "Tzoczil");
    }
}
