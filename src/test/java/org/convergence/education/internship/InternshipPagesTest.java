package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.publicform.FormShield;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a call to the return activities: two blind readers, the choice, letters, the intern's link, destruction. */
@ModuleTest
class InternshipPagesTest extends InternshipFixture {

    @Test
    void aCohortFromItsCallToItsReturnActivities() throws Exception {
        String ana = apply("Ana Roy", "ana@union.example", "union=" + union);
        String bo = apply("Bo Lee", "bo@autre.example", "unionName=Autre");
        assertThat(send(ana, "name=Ana Roy", "mail=ana@union.example", "union=" + union, "submit=true"))
                .as("a criterion is not answered")
                .hasStatus(422);
        submit(ana, "Ana Roy", "union=" + union, "Je milite ici.");
        submit(bo, "Bo Lee", "unionName=Autre", "J’écris bien.");
        assertThat(text(Pages.parse(pages.asStranger().get(ana)).text())).contains("Votre candidature est reçue");
        assertThat(main(LIST)).contains("Appel ouvert");
        closed();
        assertThat(main(LIST)).contains("Appel fermé");

        assertThat(main("/")).contains("2 dossiers attendent une lecture");
        String anaFile = file("Ana Roy");
        assertThat(pages.as(first).open(LIST + "/read/files/" + anaFile).text())
                .contains("Je milite ici.", "Dossier 1")
                .doesNotContain("Ana Roy", "infirmières");
        assertThat(score(first, "Ana Roy", 5)).hasStatus(303);
        assertThat(score(first, "Bo Lee", 9)).hasStatus(303);
        assertThat(main(call)).contains("1 lecture sur 2").doesNotContain("5 sur", "10 sur 20");
        assertThat(pages.as(second).open(LIST + "/read").text()).doesNotContain("Les deux lectures");
        assertThat(pages.as(staff).post(call + "/decide", choice("CHOSEN", "RESERVE")))
                .as("not read twice")
                .hasStatus(422);
        score(second, "Ana Roy", 6);
        score(second, "Bo Lee", 9);
        assertThat(score(second, "Ana Roy", 10)).as("both are done").hasStatus(422);
        assertThat(main(call)).contains("11 sur 20 (5 et 6)", "18 sur 20");

        assertThat(pages.as(staff).open(call + "/decide").select("option[selected][value=CHOSEN]"))
                .as("the reserved seat is proposed for the candidate of its union")
                .hasSize(1);
        assertThat(pages.as(staff).post(call + "/decide", choice("RESERVE", "CHOSEN")))
                .as("a reserved seat is passed over")
                .hasStatus(422);
        assertThat(pages.as(staff).post(call + "/decide", choice("CHOSEN", "RESERVE")))
                .hasStatus(303);
        assertThat(main(call))
                .as("no place is left")
                .contains("Liste d’attente")
                .doesNotContain("Donner une place");
        db.sql("UPDATE education.internship_call SET places = 2").update();
        assertThat(main(call)).contains("Donner une place");
        db.sql("UPDATE education.internship_call SET places = 1").update();
        assertThat(pages.as(staff).post(call + "/reopen")).hasStatus(303);
        String[] again = choice("CHOSEN", "NOT_RETAINED");
        again[0] = "version=4";
        assertThat(pages.as(staff).post(call + "/decide", again)).hasStatus(303);
        assertThat(text(Pages.parse(pages.asStranger().get(bo)).text()))
                .as("nobody is told yet")
                .contains("La décision est prise");
        assertThat(main(call + "/letters/NOT_RETAINED")).contains("Merci du temps que vous avez mis", "Bo Lee");
        pages.as(staff).post(call + "/letters/CHOSEN");
        pages.as(staff).post(call + "/letters/NOT_RETAINED");
        assertThat(pages.as(staff).post(call + "/reopen")).hasStatus(303);
        assertThat(count("call WHERE state = 'DECIDED'")).as("told: it stays").isEqualTo(1);
        assertThat(main(call))
                .contains("personnes choisies : 1 en attente d’envoi", "personnes non choisies : 1 en attente");
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
        assertThat(List.of(server.getReceivedMessages()).stream()
                        .map(InternshipFixture::plain)
                        .filter(each -> each.contains("/education/internship/link/") && !each.contains("[[")))
                .as("the answers alone: the call is closed, and decided")
                .hasSize(2);

        assertThat(main(call))
                .contains("personnes choisies : 1 parti", "Libération à demander", "8 préalables", "Mission à relier");
        assertThat(text(Pages.parse(pages.asStranger().get(ana)).text()))
                .contains("Prochaine étape : Engagement signé", "Nadège, 514 555-0100", "Passeport valide");
        askForTheRelease(anaFile);
        release("AGREED", "");
        assertThat(main(call)).doesNotContain("Libération");
        assertThat(pages.asStranger().open(ana).text()).contains("Passeport valide", "Retirer ma candidature");
        returned();
        assertThat(pages.asStranger().open(ana).text()).doesNotContain("Passeport valide", "Retirer ma candidature");
        assertThat(send(ana + "/withdraw")).as("the stay took place").hasStatus(422);
        assertThat(activity(ana, "")).hasStatus(303);
        String planned = id("return");
        assertThat(activity(ana + "?activity=" + planned, "34")).hasStatus(303);
        assertThat(activity(ana + "?activity=" + planned, "34")).hasStatus(303);
        assertThat(main(call)).contains("1 activité de retour tenue, 34 personnes jointes", "Attestation à remettre");
        assertThat(db.sql(
                                "SELECT count(*) FROM plan.realisation_summary WHERE state = 'DONE' AND title LIKE 'Retour de stage%'")
                        .query(Integer.class)
                        .single())
                .as("recorded twice, counted once")
                .isEqualTo(1);
        leaveAStory(ana, LIST + "/files/" + anaFile);
        assertThat(activity(bo, "3")).as("no intern").hasStatus(404);
        assertThat(pages.as(staff).post(LIST + "/files/" + anaFile + "/attest")).hasStatus(303);
        assertThat(pages.as(staff).get(LIST + "/files/" + anaFile + "/attestation.pdf"))
                .hasStatusOk();

        works.stream().filter(each -> each.name().equals("internship-sweep")).forEach(RecurringWork::run);
        assertThat(count("application"))
                .as("the file of the candidate not retained")
                .isEqualTo(1);
        assertThat(count("score")).isZero();
        assertThat(pages.asStranger().get(bo)).hasStatus(404);
        assertThat(main(call)).contains("parmi 2 candidatures");
        erase(anaFile);
        assertThat(count("application")).isZero();
        assertThat(main(call)).as("figures stay").contains("1 activité de retour tenue, 34 personnes jointes");
    }

    @Test
    void colleaguesAndAcquaintancesDoNotScore() {
        applied();
        assertThat(score(first, "Ana Roy", 5)).as("the call is open").hasStatus(422);
        closed();
        db.sql(
                        "INSERT INTO directory.people_function (id, person, organisation, title) VALUES (gen_random_uuid(), ?, ?, 'Déléguée')")
                .params(Objects.requireNonNull(first.personId()), UUID.fromString(union))
                .update();
        assertThat(score(first, "Ana Roy", 5)).as("a colleague").hasStatus(422);
        assertThat(pages.as(second).post(LIST + "/read/files/" + file("Ana Roy") + "/recuse", "relationship=Ma sœur"))
                .hasStatus(303);
        assertThat(score(second, "Ana Roy", 5)).as("declared").hasStatus(422);
        assertThat(score(staff, "Ana Roy", 5)).as("no reader").hasStatus(404);
        assertThat(count("score")).isZero();
    }

    @Test
    void refusesWrongApplicationsAndCalls() {
        String url = LIST + "/apply/" + call.replaceFirst(".*/", "");
        assertThat(begin(url, "name=Ana", "mail=ana@union.example"))
                .as("no consent")
                .hasStatus(422);
        assertThat(begin(url, "name=Ana", "mail=ana", "consent=true")).hasStatus(422);
        assertThat(begin(url, "name=Ana", "mail=a@b.example", "consent=true", "union=" + UUID.randomUUID()))
                .as("another union")
                .hasStatus(422);
        assertThat(save(call + "/edit", 2, "places=1", "quotas=" + union, "seats-" + union + "=2"))
                .as("more seats than places")
                .hasStatus(422);
        assertThat(save(call + "/edit", 2, "places=1", "closesOn=2020-01-01")).hasStatus(422);
        apply("Ana Roy", "ana@union.example", "union=" + union);
        assertThat(save(call + "/edit", 2, "places=1", "criterion1-most=50"))
                .as("published criteria")
                .hasStatus(422);
        closed();
        assertThat(begin(url, "name=Bo", "mail=bo@b.example", "consent=true")).hasStatus(422);
        assertThat(pages.asStranger().get(LIST + "/link/" + "x".repeat(43))).hasStatus(404);
        assertThat(pages.as(Role.BOARD_MEMBER).post(call + "/decide")).hasStatus(403);
        assertThat(pages.as(Role.BOARD_MEMBER).open(call).text()).doesNotContain("Ana Roy");
    }

    /** A story is told as far as the intern agrees, and not once she takes it back. */
    private void leaveAStory(String link, String page) {
        assertThat(pages.asStranger().get(link)).bodyText().contains("/story");
        assertThat(tell(link, "learned=Le temps", "story=Un matin à Cali.", "forReports=true"))
                .as("no end")
                .hasStatus(422);
        assertThat(tell(link, "learned=Le temps", "story=Un matin à Cali.")).hasStatus(303);
        assertThat(main(page)).contains("Le temps", "Aucun accord en vigueur");
        assertThat(pages.as(staff).post(page + "/story")).as("no consent").hasStatus(422);
        String until = "until=" + settings.today().plusYears(1);
        assertThat(tell(link, "story=Un matin à Cali.", "forReports=true", "named=true", until))
                .hasStatus(303);
        assertThat(kit(page)).as("not for members").doesNotContain("Un matin à Cali.");
        assertThat(pages.as(staff).post(page + "/story")).hasStatus(303);
        assertThat(stories()).isOne();
        assertThat(tell(link, "story=Un matin à Cali.", "forReports=true", "forMembers=true", until))
                .hasStatus(303);
        assertThat(kit(page)).contains("Un matin à Cali.");
        assertThat(stories()).as("not by her name").isZero();
        assertThat(pages.as(staff).post(page + "/story")).hasStatus(303);
        assertThat(stories()).isOne();
        assertThat(tell(link, "story=Un soir à Cali.", "forReports=true", "forMembers=true", until))
                .hasStatus(303);
        assertThat(stories()).as("other words").isZero();
        assertThat(pages.as(staff).post(page + "/story")).hasStatus(303);
        assertThat(db.sql("SELECT narrative FROM plan.realisation WHERE source_kind = 'story' AND state = 'DONE'")
                        .query(String.class)
                        .single())
                .isEqualTo("Un soir à Cali.");
        db.sql("UPDATE education.internship_story SET until_on = CURRENT_DATE - 2")
                .update();
        assertThat(kit(page)).as("the end").doesNotContain("Un soir à Cali.");
        db.sql("UPDATE education.internship_story SET until_on = CURRENT_DATE + 2")
                .update();
        assertThat(pages.asStranger().post(link + "/story/withdraw")).hasStatus(303);
        assertThat(stories()).as("taken back").isZero();
        assertThat(kit(page)).doesNotContain("Un soir à Cali.");
        assertThat(main(page)).contains("Aucun accord en vigueur");
    }

    private MvcTestResult tell(String link, String... fields) {
        return pages.asStranger().post(link + "/story", form -> {
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
            form.field(
                    FormShield.OPENED,
                    guard.shield("internship-story", clock.instant().minusSeconds(30))
                            .opened());
        });
    }

    private String kit(String page) {
        return pages.as(staff)
                .open("/outreach/relay/new?from=education.internship/" + page.replaceFirst(".*/", ""))
                .html();
    }

    private int stories() {
        return db.sql(
                        "SELECT count(*) FROM plan.realisation_summary WHERE title LIKE 'Récit de stage%' AND state = 'DONE'")
                .query(Integer.class)
                .single();
    }

    /** The union is asked by a letter, which tells its state and is withheld once the union answered. */
    private void askForTheRelease(String file) {
        String page = LIST + "/files/" + file;
        assertThat(pages.as(staff).get(page + "/release/letter"))
                .as("no days and no pay yet")
                .hasStatus(303);
        release("ASKED", "");
        assertThat(pages.as(staff).get(page + "/release/letter"))
                .as("no address of the union")
                .hasStatus(303);
        assertThat(pages.as(staff).post(page + "/union")).hasStatus(303);
        assertThat(Pages.notice(pages.as(staff).get(page + "/release/letter"))).contains("release-union");
        assertThat(main(page)).contains("Relier le syndicat au répertoire");
        pages.as(staff).post(page + "/union", "union=" + union);
        assertThat(pages.as(staff).post(page + "/release/letter")).hasStatus(422);
        db.sql("""
                        UPDATE directory.people_organisation SET contact_points = jsonb_build_array(jsonb_build_object(
                            'channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'bureau@union.example')) WHERE id = ?::uuid
                        """).param(union).update();
        assertThat(main(page + "/release/letter"))
                .contains("Ana Roy", "25 jours", "8 428,31", "284,50", "18,5 %", "bureau@union.example");
        String mark = pages.as(staff)
                .open(page + "/release/letter")
                .select("[name=confirmed]")
                .val();
        db.sql("UPDATE education.internship_application SET release_days = 12 WHERE release_days IS NOT NULL")
                .update();
        assertThat(pages.as(staff).post(page + "/release/letter", "confirmed=" + mark))
                .hasStatus(303);
        assertThat(count("application WHERE release_days = 12")).isOne();
        assertThat(main(page)).as("it is not the letter that was shown").doesNotContain("En attente");
        String seen = pages.as(staff)
                .open(page + "/release/letter")
                .select("[name=confirmed]")
                .val();
        assertThat(pages.as(staff).post(page + "/release/letter", "confirmed=" + seen))
                .hasStatus(303);
        assertThat(main(page)).contains("En attente");
        assertThat(pages.as(staff).post(page + "/release/letter", "confirmed=" + seen))
                .as("the last one waits")
                .hasStatus(422);
        assertThat(count("application WHERE release_state = 'ASKED'")).isOne();
    }
}
