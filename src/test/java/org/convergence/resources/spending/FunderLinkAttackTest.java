package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks on the link by which a funder opens a filed report: it opens that report, masked, and nothing else. */
@ModuleTest
class FunderLinkAttackTest {

    private static final BudgetPeriod YEAR = FiledReportFixture.YEAR;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ExpenseService expenses;

    @Autowired
    private FinancialReportService reports;

    @Autowired
    private PersonService persons;

    @Autowired
    private ProtectionService protection;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private List<RecurringWork> recurring;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private FiledReportFixture filed;

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
        db.sql("""
                        INSERT INTO directory.people_organisation (id, name, short_name, other_names)
                        VALUES (?, 'Costureras Ficticias del Sur', 'QFS', '{Ficticosur}')
                        """).param(partner).update();
        db.sql("""
                        INSERT INTO cooperation.partner (id, organisation, stage, since) VALUES (?, ?, 'ACTIVE', '2024-01-01')
                        """).params(UUID.randomUUID(), partner).update();
        witness = CurrentActor.callAs(
                coordinator, () -> persons.create(PersonFacts.named("Ixchelina", "Tzoczil-" + suffix())));
        String name = db.sql("SELECT display_name FROM directory.people_person_name WHERE id = ?")
                .param(witness.value())
                .query(String.class)
                .single();
        FinancialReportId id = CurrentActor.callAs(coordinator, () -> {
            BudgetLineId line = filed.budget("Essai du lien");
            plain = filed.expense(line, "2025-03-01", "Imprimerie Neuve", "A-1", "10");
            ExpenseId secret = filed.expense(line, "2025-03-02", "costureras ficticias DEL SUR", "B-2", "20");
            third = filed.expense(line, "2025-03-03", name, "C-3", "30");
            expenses.accept(Map.of(plain, 1, secret, 1, third, 1));
            reports.explain(
                    line, YEAR, "Retard des Costureras Ficticias del Sur (QFS, ficticosur), selon " + name + ".");
            return filed.file(line);
        });
        report = "/resources/spending/report/" + id.value();
        link = make();
    }

    /** Twelve letters: one test seals the witness, and nobody may be entered under her name again. */
    private static String suffix() {
        String letters = UUID.randomUUID().toString().substring(24);
        for (int digit = 0; digit <= 9; digit++) {
            letters = letters.replace((char) ('0' + digit), (char) ('g' + digit));
        }
        return letters;
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
                .contains(
                        "Essai du lien",
                        "Imprimerie Neuve",
                        "60,00 $",
                        "Aucune pièce de ce rapport n’a été corrigée ni retirée")
                .contains("Retard des […] ([…], […]), selon", "Nom retiré", "Montrée sur place")
                .doesNotContainIgnoringCase("costureras")
                .doesNotContain("QFS", "icticosur");
        assertThat(text(link + "?in=es"))
                .contains("Informe financiero", "Comprobantes")
                .doesNotContainIgnoringCase("costureras");
        assertThat(text(link + "?in=en")).contains("Financial report", "Open voucher 1");
        var voucher = stranger.get(link + "/voucher/1").getResponse();
        assertThat(voucher.getContentAsString()).isEqualTo("Facture A-1");
        assertThat(voucher.getHeader("Content-Disposition"))
                .contains("001.text")
                .doesNotContain("Imprimerie");
        assertThat(stranger.get(link + "/voucher/2")).as("names a partner").hasStatus(404);
        assertThat(pages.as(Role.COORDINATOR).open(report + "/links").text())
                .contains("Ouvert 4 fois", "1 pièce téléchargée");
    }

    @Test
    void opensNoOtherReportVoucherOrAddress() {
        UUID other = CurrentActor.callAs(coordinator, () -> {
            BudgetLineId line = filed.budget("Un autre bailleur");
            ExpenseId late = filed.expense(line, "2025-04-01", "Autre fournisseur", "Z-9", "99");
            expenses.accept(Map.of(late, 1));
            reports.explain(line, YEAR, "Autre");
            return filed.file(line).value();
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
            assertThat(stranger.get(inside).getResponse().getStatus())
                    .as(inside)
                    .isNotEqualTo(200);
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
        assertThat(pages.as(Role.COORDINATOR).open(report + "/links").text()).contains("Terminé le");
        db.sql("UPDATE resources.spending_report_link SET until = '2025-01-01'").update();
        assertThat(stranger.get(second)).hasStatus(404);
        assertThat(stranger.get(second + "/voucher/1")).hasStatus(404);
        recurring.stream().filter(each -> each.name().equals("spending-sweep")).forEach(RecurringWork::run);
        assertThat(db.sql("SELECT count(*) FROM resources.spending_report_link")
                        .query(Long.class)
                        .single())
                .isZero();
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
            filed.expense(line, "2025-05-05", "Fournisseur tardif", "T-1", "44");
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
    void voucherOnSiteStaysThereUnderTheNumberOfItsCorrection() {
        db.sql("""
                        UPDATE resources.spending_expense SET corrects = :plain,
                               document = (SELECT document FROM resources.spending_expense WHERE id = :plain)
                        WHERE id = :third
                        """).param("plain", plain.value()).param("third", third.value()).update();
        CurrentActor.runAs(coordinator, () -> expenses.keepOnSite(third, true));
        assertThat(stranger.get(link + "/voucher/1")).hasStatus(404);
        assertThat(stranger.get(link + "/voucher/3")).hasStatus(404);
        CurrentActor.runAs(coordinator, () -> expenses.keepOnSite(plain, false));
        assertThat(stranger.get(link + "/voucher/1")).hasStatus(200);
    }

    @Test
    void personSealedAfterTheFilingIsNamedNowhereEvenBeforeTheSweep() throws Exception {
        String before = text(link + "?in=fr");
        assertThat(before).contains("Ixchelina");
        CurrentActor.runAs(
                coordinator, () -> protection.seal(witness, protection.findVersion(witness), "Luciole", List.of()));
        assertThat(text(link + "?in=fr")).doesNotContain("Ixchelina", "Tzoczil", "Luciole");
        jobs.runAll();
        assertThat(text(link + "?in=fr"))
                .doesNotContain("Ixchelina", "Tzoczil", "Luciole")
                .contains("selon […].");
        assertThat(stranger.get(link + "/voucher/3"))
                .as("names a sealed person")
                .hasStatus(404);
    }
}
