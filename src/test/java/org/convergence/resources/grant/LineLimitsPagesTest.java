package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Caps and transfers warn while one types, and keep the financial report from approval (R-GRANT-5, R-GRANT-12). */
@ModuleTest
class LineLimitsPagesTest {

    private static final String AGREEMENT = "/resources/grant/agreement";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate start = LocalDate.EPOCH;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
        start = settings.today().minusDays(40);
    }

    private String agreement(String title, String... more) {
        var answer = pages.as(Role.COORDINATOR).post(AGREEMENT + "/new", form -> {
            form.field("title", title)
                    .field("scope", "PROJECT")
                    .field("currency", "CAD")
                    .field("from", start.toString())
                    .field("to", start.plusDays(30).toString())
                    .field("tolerance", "10")
                    .field("lines", "1;Salaires;1000\n2;Administration;300");
            for (String each : more) {
                form.field(each.split("=", 2)[0], each.split("=", 2)[1]);
            }
        });
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String line(String agreement, String code) {
        return db.sql("""
                        SELECT l.id FROM resources.spending_line l JOIN resources.spending_budget b ON b.id = l.budget
                        WHERE b.subject = ? AND l.code = ?
                        """)
                .params(agreement.substring(1).replaceFirst("/", "."), code)
                .query(UUID.class)
                .single()
                .toString();
    }

    private String text(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private void spend(String line, String amount) {
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/spending/new",
                                "amount=" + amount,
                                "currency=CAD",
                                "line1=" + line,
                                "day=" + start.plusDays(3)))
                .hasStatus(303);
    }

    private String report(String agreement) {
        String reports = pages.as(Role.COORDINATOR)
                .open(agreement)
                .select("a[href*=spending/report]")
                .attr("href");
        return Objects.requireNonNull(pages.as(Role.COORDINATOR)
                .post(reports, "from=" + start, "to=" + start.plusDays(30))
                .getResponse()
                .getRedirectedUrl());
    }

    private void explainAll(String agreement) {
        for (String code : new String[] {"1", "2"}) {
            pages.as(Role.COORDINATOR)
                    .post(
                            "/resources/spending/line/" + line(agreement, code) + "/variance",
                            "from=" + start,
                            "to=" + start.plusDays(30),
                            "back=/resources/grant",
                            "reason=Retard.");
        }
    }

    @Test
    void aLineAboveItsCapWarnsAndBlocksTheReport() {
        String agreement = agreement("Entente plafonnée");
        String admin = line(agreement, "2");
        String limits = agreement + "/line/" + admin + "/limits";
        assertThat(pages.as(Role.COORDINATOR).post(limits, "version=1", "capPercent=10", "capBase=9"))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(limits, "version=1", "capPercent=10", "capBase=1"))
                .hasStatus(303);
        spend(line(agreement, "1"), "500");
        spend(admin, "50");
        assertThat(text(agreement)).doesNotContain("plafond de");
        spend(admin, "10");
        assertThat(text(agreement)).contains("Au-dessus de son plafond de 10,00 $");
        String report = report(agreement);
        assertThat(text(report)).contains("1 ligne dépasse son plafond");
        assertThat(pages.as(Role.COORDINATOR).open(report).select("form[action$=approve]"))
                .isEmpty();
        pages.as(Role.COORDINATOR).post(limits, "version=2", "capPercent=12", "capBase=1");
        assertThat(text(report)).doesNotContain("dépasse son plafond");
    }

    @Test
    void aTransferBeyondTheToleranceNeedsAnAmendment() {
        String agreement = agreement("Entente déplacée");
        String url = agreement + "/line/" + line(agreement, "2");
        String report = report(agreement);
        pages.as(Role.COORDINATOR).post(url, "version=1", "amount=330");
        assertThat(text(report)).as("10 % may move").doesNotContain("sans avenant");
        pages.as(Role.COORDINATOR).post(url, "version=2", "amount=331");
        assertThat(text(report)).contains("1 ligne a bougé au-delà de la tolérance sans avenant");
        assertThat(text(agreement)).contains("il faut un avenant");
        pages.as(Role.COORDINATOR).post(url + "/limits", "version=3", "amendment=Avenant 1, 3 mars");
        assertThat(text(report)).doesNotContain("sans avenant");
        assertThat(text(agreement)).doesNotContain("il faut un avenant");
        pages.as(Role.COORDINATOR).post(url, "version=4", "amount=400");
        assertThat(text(report)).as("one amendment allows one amount").contains("sans avenant");
    }

    @Test
    void anAmendmentAfterAFiledClaimLeavesTheClaimAndIsToldBesideIt() {
        String agreement = agreement("Entente modifiée");
        String salaries = line(agreement, "1");
        spend(salaries, "500");
        db.sql("UPDATE resources.spending_expense SET state = 'ACCEPTED' WHERE amount = 500")
                .update();
        String report = report(agreement);
        explainAll(agreement);
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.post(report + "/approve", "version=1")).hasStatus(303);
        assertThat(coordinator.post(report + "/file", "version=2")).hasStatus(303);
        assertThat(text(report)).contains("Rien n’a changé", "1 000,00 $");

        assertThat(coordinator.post(agreement + "/line/" + salaries, "version=1", "amount=400"))
                .hasStatus(303);
        assertThat(text(agreement)).as("more is spent than the line has now").contains("Dépassée de 100,00 $");
        assertThat(text(report))
                .contains("Budget de la ligne 1 : 1 000,00 $ dans le rapport, 400,00 $ maintenant")
                .contains("1 – Salaires Retard. 1 000,00 $ 500,00 $")
                .doesNotContain("Rien n’a changé")
                .as("no books are imported")
                .doesNotContain("pas dans les livres");
        assertThat(Pages.text(coordinator.post(agreement + "/edit", form -> {
                    coordinator
                            .open(agreement + "/edit")
                            .select("main form input[name], main form textarea[name]")
                            .forEach(each -> form.field(
                                    each.attr("name"),
                                    each.attr("name").equals("to")
                                            ? start.plusDays(2).toString()
                                            : each.val()));
                })))
                .as("its expense would fall outside")
                .contains("1 dépense tomberait hors de ces dates");
        assertThat(coordinator.post(agreement + "/line/" + salaries + "/remove", "version=2"))
                .as("its expense is on it")
                .hasStatus(422);
    }

    @Test
    void aFundersMoneyIsPublicInAllItsAgreementsOrInNone() {
        String first = agreement("Première entente", "funder-new=Fondation des essais");
        String second = agreement("Seconde entente", "funder-new=Fondation des essais", "money=PRIVATE");
        assertThat(text(second)).contains("Privé : syndicat, fondation");
        assertThat(text(first)).contains("Privé : syndicat, fondation");
        assertThat(text(agreement("Troisième entente", "funder-new=Fondation des essais")))
                .contains("Privé : syndicat, fondation");
        assertThat(text(agreement("Autre entente", "funder-new=Ministère des essais")))
                .doesNotContain("Privé : syndicat");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                first + "/edit",
                                form -> pages.as(Role.COORDINATOR)
                                        .open(first + "/edit")
                                        .select("main form input[name], main form textarea[name]")
                                        .forEach(each -> form.field(each.attr("name"), each.val()))))
                .hasStatus(303);
        assertThat(text(second)).as("not said any longer").doesNotContain("Privé : syndicat");
    }
}
