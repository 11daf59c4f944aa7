package org.convergence.resources.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What must not become of an appeal: a promise that the law reserves, money that the bank took back. */
@ModuleTest
class AppealFaultsTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient db;

    private String partner = "";
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void aPartner() throws Exception {
        users.ensureOrganisation();
        today = settings.today();
        partner = CurrentActor.callAs(
                        users.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Asosyasyon Egzanp"))
                .value()
                .toString();
    }

    private MvcTestResult launch(String purpose, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "kind=OWN",
                "partner=" + partner,
                "purpose=" + purpose,
                "frenchTitle=Replanter",
                "frenchText=Il faut des semences.",
                "opens=" + today.minusDays(30)));
        for (String each : more) {
            fields.removeIf(field -> field.startsWith(each.substring(0, each.indexOf('=') + 1)));
            fields.add(each);
        }
        return pages.as(Role.COORDINATOR).post("/resources/appeal/new", fields.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un reçu officiel vous sera remis",
                "Semences; REÇUS OFFICIELS sur demande",
                "An official receipt will follow"
            })
    void refusesAPurposeThatPromisesAReceiptWithItsReason(String purpose) {
        assertThat(launch(purpose)).hasStatus(422).bodyText().contains("accusé de réception");
        assertThat(launch("Semences et accusé de réception")).hasStatus(303);
    }

    @Test
    void aGiftThatTheBankTakesBackAfterTheEndLeavesTheAccount() {
        String url = Pages.location(launch("Semences", "closes=" + today.minusDays(2), "target=1000", "shows=yes"));
        String fund = column(url, "fund");
        String gift = Pages.location(pages.as(Role.ACCOUNTANT)
                .post(
                        "/resources/gift/new",
                        "method=CHEQUE",
                        "reference=0042",
                        "amount=300",
                        "received=" + today.minusDays(5),
                        "anonymous=yes",
                        "fund=" + fund));
        assertThat(text(url)).contains("Reçu, en un don 300,00 $", "Reste 300,00 $");
        assertThat(pages.as(Role.ACCOUNTANT).post(gift + "/reverse", "day=" + today, "reason=Sans provision"))
                .as("the appeal has ended, the bank has not")
                .hasStatus(303);
        assertThat(text(url)).contains("Reste 0,00 $").doesNotContain("300,00 $");
        assertThat(pages.asStranger()
                        .open("/public/appeal/" + column(url, "code"))
                        .text())
                .doesNotContain("300,00");
        assertThat(db.sql("SELECT coalesce(sum(effect), 0)::int FROM resources.fund_flow WHERE fund = CAST(? AS uuid)")
                        .param(fund)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void becomesARealisationOnTheDayOnWhichItOpens() {
        String title = "Replanter " + UUID.randomUUID();
        String url = Pages.location(launch("Semences", "opens=" + today.plusDays(1), "frenchTitle=" + title));
        openAppeals();
        assertThat(realisations(title)).as("it opens tomorrow").isEmpty();
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        openAppeals();
        openAppeals();
        assertThat(realisations(title)).containsExactly("DONE");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url + "/edit",
                                "version=1",
                                "kind=OWN",
                                "partner=" + partner,
                                "purpose=Semences",
                                "frenchTitle=" + title,
                                "frenchText=Il faut des semences.",
                                "opens=" + settings.today().plusDays(9)))
                .hasStatus(303);
        openAppeals();
        assertThat(realisations(title)).as("put off").containsExactly("WITHDRAWN");
    }

    private List<String> realisations(String title) {
        return db.sql("SELECT state FROM plan.realisation WHERE title LIKE '%' || ?")
                .param(title)
                .query(String.class)
                .list();
    }

    private void openAppeals() {
        CurrentActor.runAs(
                Actor.system("appeal-openings"),
                () -> works.stream()
                        .filter(each -> each.name().equals("appeal-openings"))
                        .forEach(RecurringWork::run));
    }

    private String column(String url, String name) {
        return db.sql("SELECT " + name + "::text FROM resources.appeal WHERE id = CAST(? AS uuid)")
                .param(url.substring(url.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
    }

    private String text(String url) {
        return pages.as(Role.COORDINATOR).open(url).text().replace('\u00a0', ' ');
    }
}
