package org.convergence.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.home.WeekFixture;
import org.convergence.identity.AccountActors;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpService;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** « Relancer »: shown first, traced on the record, and taken back until it left. */
@ModuleTest
class ReminderPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private FollowUpService followUps;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private AccountActors accounts;

    @Autowired
    private MarkGenerator marks;

    @Autowired
    private JdbcClient db;

    private Actor ana = Actor.VISITOR;
    private Actor real = Actor.VISITOR;
    private String key = "";
    private String action = "";

    @BeforeEach
    void aLateLineOfAnother() {
        visitors.ensureOrganisation();
        week.begin();
        ana = week.someone(visitors, "Ana", "Ortiz", Role.STAFF);
        real = week.someone(visitors, "Réal", "Gagnon", Role.STAFF);
        ActionId late = week.line("Écrire aux membres", real, -2);
        key = "plan.actionplan/action/" + late.value();
        action = "/plan/actionplan/action/" + late.value();
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Test
    void showsTheReminderBeforeItIsSent() {
        String link = "/home/remind?subject=" + key;
        String shown = page(ana, link).select("main").text().replace('\u00a0', ' ');
        assertThat(shown)
                .contains(
                        "Le courriel n’est pas encore configuré",
                        "Un courriel à :",
                        "Réal Gagnon",
                        "Le courriel, tel que le recevra Réal Gagnon",
                        "Rappel : Écrire aux membres",
                        "Ana Ortiz attend ceci de vous : Écrire aux membres",
                        action,
                        "rxal.")
                .doesNotContain("refuse cette adresse");
        assertThat(letters()).isEmpty();
        assertThat(page(ana, action).text()).doesNotContain("Rappel à");
    }

    @Test
    void tracesTheReminderOnItsRecordAndSendsItOnceADay() {
        assertThat(post(ana, "/home/remind", "subject", key)).hasStatus(303);
        assertThat(post(ana, "/home/remind", "subject", key)).hasStatus(303);
        assertThat(letters()).hasSize(1);
        assertThat(letters().get(0)).startsWith("rxal.").contains("Ana Ortiz attend ceci de vous", action);
        assertThat(db.sql("SELECT discreet FROM platform.mail_message")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(page(ana, action).text())
                .contains("Rappel à Réal Gagnon", "demandé par Ana Ortiz", "En attente d’envoi")
                .doesNotContain("Parti le");
        assertThat(browser.get()
                        .uri(URI.create("/home/remind?subject=" + key))
                        .with(authentication(new ActorAuthentication(ana)))
                        .exchange())
                .as("reminded today")
                .hasStatus(303);
        Document today = page(ana, "/");
        String offer = "a[href^=/home/remind?][href$=" + key.substring(key.lastIndexOf('/') + 1) + "]";
        assertThat(today.select(offer)).isEmpty();
        assertThat(today.select("li:contains(Écrire aux membres)").text())
                .containsPattern("\\S · Rappel : En attente d’envoi");
        db.sql("UPDATE home.reminder SET day = day - 1").update();
        assertThat(page(ana, "/").select(offer))
                .as("one of yesterday still waits")
                .isEmpty();
        assertThat(post(ana, "/home/remind", "subject", key)).hasStatus(303);
        assertThat(letters()).hasSize(1);
        Actor auditor = week.someone(visitors, "Paul", "Morin", Role.AUDITOR);
        assertThat(page(auditor, "/").select("a[href^=/home/remind?]")).isEmpty();
        Document read = page(auditor, action);
        assertThat(read.text()).contains("Rappel à Réal Gagnon");
        assertThat(read.select("form[action^=/home/remind/take-back]")).isEmpty();
        assertThat(post(auditor, "/home/remind", "subject", key)).hasStatus(403);
        assertThat(post(ana, "/home/remind", "subject", "plan.actionplan/action/" + UUID.randomUUID()))
                .hasStatus(404);
    }

    @Test
    void saysThatTheAddressIsRefused() {
        String mail = accounts.findMail(real.id()).orElseThrow();
        db.sql("INSERT INTO platform.mail_bounce (mark, failed_at, delays, last_at) VALUES (?, now(), 0, now())")
                .param(marks.compute(mail, "bounced address"))
                .update();
        assertThat(page(ana, "/home/remind?subject=" + key).select("main").text())
                .contains(mail, "son serveur refuse cette adresse depuis le");
    }

    @Test
    void takesBackAReminderUntilItLeft() {
        post(ana, "/home/remind", "subject", key);
        String takeBack =
                page(ana, action).select("form[action^=/home/remind/take-back]").attr("action");
        MvcTestResult taken = post(ana, takeBack);
        assertThat(taken).hasStatus(303);
        assertThat(taken.getResponse().getRedirectedUrl()).isEqualTo(action);
        Document record = page(ana, action);
        assertThat(record.text()).contains("Retenu", "annulé avant l’envoi · Ana Ortiz");
        assertThat(record.select("form[action^=/home/remind/take-back]")).isEmpty();

        assertThat(post(ana, "/home/remind", "subject", key)).hasStatus(303);
        assertThat(letters())
                .as("a reminder that was taken back can be sent again")
                .hasSize(2);
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE state = 'QUEUED'")
                .update();
        post(ana, takeBack);
        assertThat(page(ana, action).text()).contains("Parti le").doesNotContain("Retenu");
        assertThat(page(ana, action).select("form[action^=/home/remind/take-back]"))
                .isEmpty();
    }

    @Autowired
    private List<BodyCompleter> completers;

    @Test
    void withholdsAReminderOfWhatIsDone() {
        UUID reminder = remind();
        assertThat(withholdingReason(reminder)).isEmpty();
        db.sql("UPDATE plan.actionplan_action SET dropped_on = current_date, dropped_reason = 'Faite' WHERE id = ?")
                .param(UUID.fromString(key.substring(key.lastIndexOf('/') + 1)))
                .update();
        assertThat(withholdingReason(reminder)).contains("home.remind.withheld.done");
    }

    @Test
    void withholdsAReminderOfWhatAnotherPersonDoesNow() {
        UUID reminder = remind();
        db.sql("UPDATE plan.actionplan_follow_up SET responsible = ? WHERE responsible = ?")
                .param(week.someone(visitors, "Maude", "Roy", Role.STAFF).personId())
                .param(real.personId())
                .update();
        assertThat(withholdingReason(reminder)).contains("home.remind.withheld.done");
        db.sql("UPDATE identity.role_grant SET role = 'AUDITOR' WHERE account_id = ?")
                .param(ana.id())
                .update();
        assertThat(withholdingReason(reminder))
                .as("Ana no longer sees what waits on others")
                .isEmpty();
    }

    private UUID remind() {
        post(ana, "/home/remind", "subject", key);
        return db.sql("SELECT record_id FROM platform.mail_message")
                .query(UUID.class)
                .single();
    }

    private Optional<String> withholdingReason(UUID reminder) {
        BodyCompleter completer = completers.stream()
                .filter(each -> each.name().equals("home_reminder"))
                .findFirst()
                .orElseThrow();
        return CurrentActor.callAs(
                Actor.system("mail"),
                () -> completer.withholdingReason(
                        new BodyCompleter.WaitingLetter(reminder, "a", "home_reminder", reminder, Instant.EPOCH)));
    }

    @Test
    void tracesTheReminderOfAFollowUp() {
        MeetingId meeting = meetings.plan(
                board.addBoard().id(), settings.today().minusDays(3).atTime(19, 0));
        db.sql("UPDATE outreach.assembly_meeting SET state = 'HELD' WHERE id = ?")
                .param(meeting.value())
                .update();
        UUID item = meetings.itemId(meeting, 1);
        PersonId person = new PersonId(Objects.requireNonNull(real.personId()));
        UUID id = board.callAs(() ->
                followUps.create(item, null, new FollowUpFacts("Réserver la salle", person, null, settings.today())));
        assertThat(post(ana, "/home/remind", "subject", "outreach.assembly/follow-up/" + id))
                .hasStatus(303);
        assertThat(page(ana, "/outreach/assembly/follow-ups/" + id).text())
                .contains("Rappel à Réal Gagnon", "En attente d’envoi");
    }

    @Test
    void tracesTheReminderOfAProspect() {
        OrganisationId union = board.callAs(() -> people.findOrCreateOrganisation("Syndicat du Noyer"));
        String prospect = String.valueOf(post(
                        ana,
                        "/resources/prospect/new",
                        "organisation",
                        union.value().toString(),
                        "follower",
                        String.valueOf(real.personId()),
                        "next",
                        "Appeler",
                        "nextOn",
                        settings.today().minusDays(2).toString())
                .getResponse()
                .getRedirectedUrl());
        String subject = "resources.prospect/" + prospect.substring(prospect.lastIndexOf('/') + 1);
        assertThat(post(ana, "/home/remind", "subject", subject)).hasStatus(303);
        assertThat(page(ana, prospect).text()).contains("Rappel à Réal Gagnon", "En attente d’envoi");
    }

    private List<String> letters() {
        return db.sql("SELECT recipient || ' ' || body FROM platform.mail_message")
                .query(String.class)
                .list();
    }

    private Document page(Actor actor, String url) {
        MvcTestResult result = browser.get()
                .uri(URI.create(url))
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult post(Actor actor, String url, String... fields) {
        var request = browser.post()
                .uri(URI.create(url))
                .with(authentication(new ActorAuthentication(actor)))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
