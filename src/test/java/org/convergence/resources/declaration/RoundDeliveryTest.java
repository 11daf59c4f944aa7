package org.convergence.resources.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Questions of a round that are delivered by post or by hand, a delivery that is undone, and an approval withdrawn. */
@ModuleTest
class RoundDeliveryTest {

    @Autowired
    private Pages pages;

    @Autowired
    private DeclarationFixture members;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private LocalDate counted = LocalDate.EPOCH;

    @Autowired
    private List<RecurringWork> recurring;

    @BeforeEach
    void nobody() {
        members.clear();
        today = settings.today();
        counted = today.minusDays(20);
    }

    @Test
    void organisationWithoutAnAddressIsAskedOnPaperAndAWrongDeliveryIsUndone() {
        OrganisationId paper = members.addMember("Section sans adresse", null, null);
        OrganisationId maple = members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        String round = prepare();
        assertThat(pages.as(Role.STAFF).open(round + "/delivered").select("main input[name=letters]"))
                .as("not approved yet")
                .isEmpty();
        pages.as(Role.COORDINATOR).post(round + "/approve");
        assertThat(pages.as(Role.STAFF).open(round).select("a[href$=/delivered]"))
                .isNotEmpty();
        assertThat(pages.as(Role.STAFF)
                        .open(round + "/delivered")
                        .select("main label")
                        .text())
                .contains("Section sans adresse", "Syndicat de l’Érable", "Question : En attente d’envoi");
        assertThat(pages.as(Role.STAFF).post(round + "/delivered", "method=POST", "on=" + today))
                .hasStatus(422);
        assertThat(deliver(round, counted.minusDays(1), paper))
                .as("before its day")
                .hasStatus(422);
        assertThat(deliver(round, today.minusDays(1), paper))
                .as("before the round was prepared")
                .hasStatus(422);
        assertThat(deliver(round, today, paper, maple)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(round).select("main").text())
                .as("silent from the next day on")
                .contains("aucune réponse", "La question est partie aujourd’hui")
                .doesNotContain("pas répondu")
                .contains("Question : Remis à la poste le")
                .doesNotContain("En attente d’envoi");
        assertThat(letterStates()).containsOnly("DELIVERED_OTHERWISE");

        assertThat(undo(round, paper)).hasStatus(303);
        assertThat(undo(round, maple)).hasStatus(303);
        assertThat(letterStates()).containsExactly("QUEUED");
        assertThat(pages.as(Role.STAFF).open(round).select("main").text())
                .contains("1 est sans adresse", "Question : En attente d’envoi")
                .doesNotContain("Remis à la poste");
        assertThat(db.sql("SELECT count(*) FROM resources.declaration_question")
                        .query(Long.class)
                        .single())
                .as("what was never asked in another way is not asked")
                .isOne();
    }

    @Test
    void withdrawsApprovalUntilALetterLeft() {
        members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        members.addMember("Syndicat du Bouleau", "bouleau@exemple.org", null);
        String round = prepare();
        assertThat(pages.as(Role.COORDINATOR)
                        .open(round + "/approve")
                        .select("main")
                        .text())
                .contains("tel que le recevra", "Combien en comptait", "[complété à l’envoi]");
        pages.as(Role.COORDINATOR).post(round + "/approve");
        assertThat(letterStates()).containsExactly("QUEUED", "QUEUED");
        assertThat(pages.as(Role.STAFF).post(round + "/approve/withdraw")).hasStatus(403);
        assertThat(pages.as(Role.COORDINATOR).open(round).select("form[action$=/approve/withdraw]"))
                .isNotEmpty();

        assertThat(pages.as(Role.COORDINATOR).post(round + "/approve/withdraw")).hasStatus(303);
        assertThat(letterStates()).as("nothing that waited leaves").containsExactly("WITHHELD", "WITHHELD");
        assertThat(pages.as(Role.COORDINATOR).open(round).select("main").text())
                .contains("Approuver, pour 2 organisations");
        assertThat(pages.as(Role.STAFF).open(round).select("main").text()).contains("Rien n’est envoyé");

        pages.as(Role.COORDINATOR).post(round + "/approve");
        db.sql("UPDATE platform.mail_message SET cut_off = true WHERE state = 'QUEUED'")
                .update();
        assertThat(pages.as(Role.COORDINATOR).post(round + "/approve/withdraw"))
                .as("perhaps sent")
                .hasStatus(422);
        db.sql("UPDATE platform.mail_message SET cut_off = false").update();
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE id = (SELECT id FROM"
                        + " platform.mail_message WHERE state = 'QUEUED' LIMIT 1)")
                .update();
        Document begun = pages.as(Role.COORDINATOR).open(round);
        assertThat(begun.select("form[action$=/approve/withdraw]")).isEmpty();
        assertThat(begun.select("main").text()).contains("une demande est déjà partie");
        assertThat(pages.as(Role.COORDINATOR).post(round + "/approve/withdraw")).hasStatus(422);
        assertThat(letterStates()).as("a refusal takes nothing back").contains("QUEUED", "SENT");
    }

    @Test
    void keepsTheApprovalOfARoundDeliveredByHandOrAnswered() {
        OrganisationId maple = members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        String round = prepare();
        pages.as(Role.COORDINATOR).post(round + "/approve");
        deliver(round, today, maple);
        assertThat(pages.as(Role.COORDINATOR).post(round + "/approve/withdraw")).hasStatus(422);
        undo(round, maple);
        members.declareHeadcount(maple, 400, counted);
        db.sql("UPDATE resources.declaration_question SET answered_at = now(), headcount = (SELECT id FROM"
                        + " resources.membership_headcount WHERE organisation = ?)")
                .param(maple.value())
                .update();
        assertThat(pages.as(Role.COORDINATOR).post(round + "/approve/withdraw")).hasStatus(422);
    }

    @Test
    void withdrawsApprovalOfADayToCome() {
        members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        String round = String.valueOf(pages.as(Role.STAFF)
                .post("/resources/declaration/new", days(today.plusDays(5), today.plusDays(14), today.plusDays(28)))
                .getResponse()
                .getRedirectedUrl());
        pages.as(Role.COORDINATOR).post(round + "/approve");
        assertThat(letterStates()).isEmpty();
        assertThat(pages.as(Role.COORDINATOR).post(round + "/approve/withdraw")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(round).select("main a.main").text())
                .contains("Approuver, pour 1 organisation");
    }

    @Test
    void saysThatAQuestionPerhapsLeft() {
        members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        String round = prepare();
        pages.as(Role.COORDINATOR).post(round + "/approve");
        db.sql("UPDATE platform.mail_message SET cut_off = true WHERE state = 'QUEUED'")
                .update();
        assertThat(pages.as(Role.STAFF).open(round).select("main").text())
                .contains("La question est peut-être partie", "Question : Peut-être parti")
                .doesNotContain("Pas partie", "pas encore partie");
    }

    @Test
    void remindsAsManyDaysAfterTheQuestionLeftAsPlanned() {
        members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        String round = prepare();
        pages.as(Role.COORDINATOR).post(round + "/approve");
        db.sql(
                        "UPDATE resources.declaration_round SET counted_on = asks_on - 30, asks_on = asks_on - 14, reminds_on = asks_on")
                .update();
        db.sql("UPDATE resources.declaration_question SET asked_at = asked_at - interval '14 days'")
                .update();
        questionLeft(2);
        runSchedule();
        assertThat(reminders()).as("without mail for twelve days").isZero();
        questionLeft(14);
        runSchedule();
        assertThat(reminders()).isOne();
    }

    private void questionLeft(int daysAgo) {
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() - make_interval(days => ?)"
                        + " WHERE matter = 'declaration_question'")
                .param(daysAgo)
                .update();
    }

    private void runSchedule() {
        recurring.stream()
                .filter(each -> each.name().equals("declaration-rounds"))
                .forEach(each -> CurrentActor.runAs(Actor.system("rounds"), each::run));
    }

    private long reminders() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE matter = 'declaration_reminder'")
                .query(Long.class)
                .single();
    }

    private MvcTestResult deliver(String round, LocalDate on, OrganisationId... organisations) {
        List<String> fields = new ArrayList<>(List.of("method=POST", "on=" + on));
        for (OrganisationId each : organisations) {
            fields.add("letters=" + each.value());
        }
        return pages.as(Role.STAFF).post(round + "/delivered", fields.toArray(String[]::new));
    }

    private MvcTestResult undo(String round, OrganisationId organisation) {
        return pages.as(Role.STAFF).post(round + "/delivered/" + organisation.value() + "/undo");
    }

    private List<String> letterStates() {
        return db.sql("SELECT state FROM platform.mail_message WHERE matter = 'declaration_question'")
                .query(String.class)
                .list();
    }

    private String prepare() {
        MvcTestResult made = pages.as(Role.STAFF)
                .post("/resources/declaration/new", days(today, today.plusDays(14), today.plusDays(28)));
        assertThat(made).hasStatus(303);
        return String.valueOf(made.getResponse().getRedirectedUrl());
    }

    private String[] days(LocalDate asks, LocalDate reminds, LocalDate closes) {
        return new String[] {"countedOn=" + counted, "asksOn=" + asks, "remindsOn=" + reminds, "closesOn=" + closes};
    }
}
