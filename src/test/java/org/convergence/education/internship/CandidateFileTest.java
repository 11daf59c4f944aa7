package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.domain.RepresentativeLinkService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A file that its candidate writes on two devices, and that the committee reads with the notes of its readers. */
@ModuleTest
class CandidateFileTest extends InternshipFixture {

    @Test
    void theLaterOfTwoDevicesSeesWhatTheFirstSavedAndOverwritesNothingSilently() {
        String ana = apply("Ana Roy", "ana@union.example", "union=" + union);
        String answer = "answer-" + id("criterion") + "=";
        String[] opened = {"version=1", "name=Ana Roy", "mail=ana@union.example", "union=" + union};
        assertThat(pages.asStranger().open(ana).select("[name=version]").val()).isEqualTo("1");
        assertThat(send(ana, with(opened, answer + "Écrit sur le téléphone."))).hasStatus(303);
        assertThat(send(ana, with(opened, answer + "Écrit sur le téléphone.")))
                .as("the same once more, as by two presses")
                .hasStatus(303);
        MvcTestResult later = send(ana, with(opened, answer + "Écrit sur l’ordinateur."));
        assertThat(later).hasStatus(422);
        assertThat(text(Pages.parse(later).text()))
                .contains("enregistrée sur un autre appareil", "Écrit sur le téléphone.");
        assertThat(Pages.parse(later).select("textarea").val()).isEqualTo("Écrit sur l’ordinateur.");
        assertThat(count("answer WHERE text = 'Écrit sur le téléphone.'")).isOne();
        opened[0] = "version=" + Pages.parse(later).select("[name=version]").val();
        assertThat(send(ana, with(opened, answer + "Les deux."))).hasStatus(303);
        assertThat(count("answer WHERE text = 'Les deux.'")).isOne();
    }

    private static String[] with(String[] fields, String one) {
        String[] all = Arrays.copyOf(fields, fields.length + 1);
        all[fields.length] = one;
        return all;
    }

    @Test
    void theCommitteeReadsTheNotesOnceBothReadingsAreDone() {
        applied();
        closed();
        String file = LIST + "/read/files/" + file("Ana Roy");
        String points = "points-" + id("criterion") + "=8";
        assertThat(pages.as(first).post(file, points, "note=Connaît le terrain."))
                .hasStatus(303);
        assertThat(main(call + "/decide")).as("one reading alone").doesNotContain("Connaît le terrain.");
        assertThat(pages.as(second).post(file, points, "note=À préparer : la langue."))
                .hasStatus(303);
        assertThat(main(call + "/decide")).contains("Connaît le terrain.", "À préparer : la langue.");
    }

    @Test
    void saysNoFileBegunThatIsSent() {
        applied();
        carry();
        assertThat(List.of(server.getReceivedMessages()))
                .singleElement()
                .satisfies(each -> assertThat(text(plain(each))).contains("Votre candidature est bien reçue"));
    }

    @Test
    void receiptThatLeavesLatePromisesNoDayThatIsOver() {
        assertThat(pages.asStranger().open(applied() + "?done=begun").text())
                .as("it is written and sent")
                .doesNotContain("Votre dossier est ouvert");
        closed();
        carry();
        assertThat(List.of(server.getReceivedMessages()))
                .singleElement()
                .satisfies(each -> assertThat(text(plain(each)))
                        .contains("Vous aurez une réponse d’ici le")
                        .doesNotContain("la changer jusqu’au"));
    }

    @Test
    void keepsTheWaitingListUntilTheDepartureAndEachFileUntilItsAnswerLeft() {
        applied();
        for (String name : List.of("Bo Lee", "Cy Lam")) {
            submit(apply(name, name.charAt(0) + "@union.example", "unionName=Autre"), name, "unionName=Autre", "Oui.");
        }
        closed();
        for (String name : List.of("Ana Roy", "Bo Lee", "Cy Lam")) {
            score(first, name, 5);
            score(second, name, 6);
        }
        assertThat(pages.as(staff)
                        .post(
                                call + "/decide",
                                "version=2",
                                "on=" + settings.today(),
                                "file-" + file("Ana Roy") + "=CHOSEN",
                                "file-" + file("Bo Lee") + "=RESERVE",
                                "file-" + file("Cy Lam") + "=NOT_RETAINED"))
                .hasStatus(303);
        pages.as(staff).post(call + "/letters/RESERVE");
        pages.as(staff).post(call + "/letters/NOT_RETAINED");
        assertThat(countAfter(95)).as("their letters wait").isEqualTo(3);
        db.sql("UPDATE education.internship_call SET places = 2, starts_on = starts_on + 200, ends_on = ends_on + 200,"
                        + " return_by = return_by + 200")
                .update();
        assertThat(main("/")).contains("Place à donner à la liste d’attente");
        carry();
        assertThat(countAfter(80)).as("their letters left 80 days ago").isEqualTo(3);
        assertThat(countAfter(20)).as("the one not retained").isEqualTo(2);
        assertThat(count("application WHERE state = 'RESERVE'")).isOne();
        assertThat(countAfter(180)).as("after the departure").isOne();
    }

    private int countAfter(int days) {
        clock.moveTo(clock.instant().plus(Duration.ofDays(days)));
        works.stream().filter(each -> each.name().equals("internship-sweep")).forEach(RecurringWork::run);
        return count("application");
    }

    private void carry() {
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
    }

    @Autowired
    private RepresentativeLinkService links;

    @Autowired
    private RecipientWords words;

    @Test
    void theHostSeesWhoComesWithinTheirAgreementAndSaysHowItWent() {
        String ana = chosen();
        assertThat(pages.as(staff).post(call + "/letters/CHOSEN")).hasStatus(303);
        OrganisationId casa = CurrentActor.callAs(
                users.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Casa obrera de Puebla"));
        MvcTestResult named = pages.as(staff)
                .post(
                        call + "/host",
                        "version="
                                + db.sql("SELECT version FROM education.internship_call")
                                        .query(Integer.class)
                                        .single(),
                        "host=" + casa.value(),
                        "hostContact=María, +52 222 555 0100");
        assertThat(named).as(Pages.text(named)).hasStatus(303);
        assertThat(text(pages.asStranger().open(ana).text()))
                .contains(
                        "Qui vous accueille", "Casa obrera de Puebla", "María, +52 222 555 0100", "mais pas votre nom");
        assertThat(text(open(casa).text()))
                .contains("Vos stagiaires", "1 stagiaire", "Nadège, 514 555-0100")
                .doesNotContain("Ana Roy");
        assertThat(open(casa).select("textarea[name^=internship.host]"))
                .as("the stay has not begun")
                .isEmpty();
        assertThat(send(ana + "/host", "named=true")).hasStatus(303);
        assertThat(open(casa).text()).contains("Ana Roy");
        assertThat(send(ana + "/host")).hasStatus(303);
        assertThat(open(casa).text()).as("taken back").doesNotContain("Ana Roy");

        OrganisationId sending = new OrganisationId(UUID.fromString(union));
        db.sql("UPDATE education.internship_application SET told_on = NULL").update();
        assertThat(text(open(sending).text())).as("the intern is not told yet").doesNotContain("Ana Roy");
        db.sql("UPDATE education.internship_application SET told_on = ?")
                .param(settings.today())
                .update();
        assertThat(text(open(sending).text()))
                .as("the sending union")
                .contains("Vos membres en stage", "Ana Roy · Stage au Mexique", "Libération à demander");

        returned();
        String question = open(casa).select("textarea[name^=internship.host]").attr("name");
        assertThat(post(link(casa), "representative", question + "=Un séjour très vivant."))
                .hasStatus(303);
        assertThat(main(call)).as("not read yet").doesNotContain("Un séjour très vivant.");
        String proposal = db.sql("SELECT id FROM directory.representative_proposal WHERE kind = 'internship.host'")
                .query(String.class)
                .single();
        assertThat(pages.as(staff).post("/directory/representative/" + proposal + "/accept", "seen="))
                .hasStatus(303);
        assertThat(main(call)).contains("Un séjour très vivant.");

        OrganisationId other = CurrentActor.callAs(
                users.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Red de mujeres de Oaxaca"));
        db.sql("UPDATE education.internship_application SET host_named_on = DATE '2026-01-01'")
                .update();
        assertThat(pages.as(staff)
                        .post(
                                call + "/host",
                                "version="
                                        + db.sql("SELECT version FROM education.internship_call")
                                                .query(Integer.class)
                                                .single(),
                                "host=" + other.value(),
                                "hostContact=María, +52 222 555 0100"))
                .hasStatus(303);
        assertThat(main(call)).contains("Red de mujeres de Oaxaca").doesNotContain("Un séjour très vivant.", "María");
        assertThat(text(open(other).text()))
                .as("what was said and agreed to the former host stays with it")
                .contains("1 stagiaire")
                .doesNotContain("Un séjour très vivant.", "Ana Roy");
    }

    @Test
    void theHostAndTheUnionReadTheSameDays() {
        chosen();
        assertThat(pages.as(staff).post(call + "/letters/CHOSEN")).hasStatus(303);
        OrganisationId casa = CurrentActor.callAs(
                users.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Casa obrera de Puebla"));
        LocalDate day = settings.today().plusDays(200);
        UUID mission = Ids.next();
        db.sql("""
                        INSERT INTO safety.mission (id, title, kind, purpose, risk, starts_on, ends_on, state)
                        VALUES (?, 'Stage', 'INTERN', 'Stage', 'LOW', ?, ?, 'PREPARED')""").params(mission, day, day.plusDays(8)).update();
        db.sql("UPDATE education.internship_call SET host = ?, mission = ?, return_by = ?")
                .params(casa.value(), mission, day.plusDays(60))
                .update();
        String days = words.forOrganisation().period(day, day.plusDays(8)).replace('\u00a0', ' ');
        assertThat(text(open(casa).text())).contains(days);
        assertThat(text(open(new OrganisationId(UUID.fromString(union))).text()))
                .containsIgnoringCase(days);
        assertThat(main(call)).contains(days);
    }

    private String link(OrganisationId organisation) {
        return CurrentActor.callAs(
                users.actor(Role.COORDINATOR), () -> links.create(organisation).getPath());
    }

    private Document open(OrganisationId organisation) {
        return pages.asStranger().open(link(organisation));
    }
}
