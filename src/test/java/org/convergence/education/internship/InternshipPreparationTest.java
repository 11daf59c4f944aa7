package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Interviews of candidates before the choice, and the hours of training before the departure. */
@ModuleTest
class InternshipPreparationTest extends InternshipFixture {

    @Test
    void theCommitteeReadsInterviewsHeldAfterTheBlindReadings() {
        applied();
        closed();
        String interview = LIST + "/files/" + file("Ana Roy") + "/interview";
        String[] held = {"on=" + settings.today(), "heldBy=Nadège et Louis", "note=Parle espagnol."};
        assertThat(pages.as(staff).post(interview, held))
                .as("not read blind yet")
                .hasStatus(422);
        score(first, "Ana Roy", 5);
        score(second, "Ana Roy", 6);
        assertThat(pages.as(staff).open(call).select("a[href=" + interview + "]"))
                .as("once both have read")
                .hasSize(1);
        assertThat(pages.as(staff).post(interview, "on=" + settings.today().plusDays(1), "heldBy=Nadège"))
                .as("in the future")
                .hasStatus(422);
        assertThat(pages.as(staff).post(interview, held)).hasStatus(303);
        assertThat(pages.as(staff).post(interview, held[0], held[1])).hasStatus(303);
        assertThat(main(call + "/decide"))
                .as("without a note")
                .contains("Nadège et Louis")
                .doesNotContain("Nadège et Louis :");
        assertThat(pages.as(staff)
                        .post(interview, "on=" + settings.today(), "heldBy=Nadège", "note=Parle aussi créole."))
                .as("written again")
                .hasStatus(303);
        assertThat(count("interview")).isOne();
        assertThat(main(call)).contains("entretien tenu le");
        assertThat(main(call + "/decide")).contains("Parle aussi créole.").doesNotContain("Parle espagnol.");
        assertThat(pages.as(Role.BOARD_MEMBER).get(interview)).hasStatus(403);
        String file = "file-" + file("Ana Roy") + "=CHOSEN";
        assertThat(pages.as(staff).post(call + "/decide", "version=2", "on=" + settings.today(), file))
                .hasStatus(303);
        assertThat(pages.as(staff).post(interview, held)).as("decided").hasStatus(422);
        clock.moveTo(clock.instant().plusSeconds(86_400L * 91));
        works.stream().filter(each -> each.name().equals("internship-sweep")).forEach(RecurringWork::run);
        assertThat(count("interview")).as("destroyed with the scores").isZero();
    }

    @Test
    void hoursOfTrainingAreCountedTowardsSixty() throws Exception {
        String ana = chosen();
        pages.as(staff).post(call + "/letters/CHOSEN");
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
        String page = LIST + "/files/" + file("Ana Roy");
        assertThat(main(page)).contains("0 h sur 60 h");
        assertThat(training(page, "Fin de semaine 1", "14,5")).hasStatus(303);
        assertThat(training(page, "Fin de semaine 2", "80"))
                .as("more than a month")
                .hasStatus(422);
        assertThat(pages.as(staff)
                        .post(
                                page + "/training",
                                "on=" + settings.today().plusDays(1),
                                "title=Fin de semaine 3",
                                "hours=12"))
                .as("to come")
                .hasStatus(422)
                .bodyText()
                .contains("pas encore eu lieu");
        assertThat(training(page, "Fin de semaine 2", "12")).hasStatus(303);
        assertThat(main(page)).contains("26 h 30 sur 60 h", "Fin de semaine 1");
        assertThat(text(Pages.parse(pages.asStranger().get(ana)).text()))
                .as("the phone page")
                .contains("26 h 30 sur 60 h");
        assertThat(pages.as(staff).post(page + "/training/" + id("training WHERE hours = 12") + "/remove"))
                .hasStatus(303);
        assertThat(main(page)).contains("14 h 30 sur 60 h");
        assertThat(pages.as(Role.BOARD_MEMBER).post(page + "/training")).hasStatus(403);
        assertThat(db.sql(
                                "SELECT DISTINCT operation FROM platform.audit_entry WHERE table_name = 'education.internship_training'")
                        .query(String.class)
                        .list())
                .isNotEmpty();
    }

    @Test
    void theReturnOfACohortWithoutMissionIsARealisation() {
        LocalDate from = settings.today().plusDays(90);
        LocalDate to = settings.today().plusDays(120);
        chosen();
        assertThat(pages.as(staff).open(call).select("#stay"))
                .as("not left yet")
                .isEmpty();
        String[] facts = {"country=MX", "startsOn=" + from, "endsOn=" + to, "people=1"};
        assertThat(pages.as(staff).post(call + "/stay", facts)).hasStatus(303);
        assertThat(stays()).as("in the future").isZero();
        returned();
        assertThat(pages.as(staff).open(call).select("#stay form")).hasSize(1);
        assertThat(pages.as(Role.BOARD_MEMBER).post(call + "/stay", facts)).hasStatus(403);
        assertThat(pages.as(staff).post(call + "/stay", facts)).hasStatus(303);
        assertThat(stays()).isOne();
        Document page = pages.as(staff).open(call);
        assertThat(page.select("#stay")).as("asked once").isEmpty();
        String url = Objects.requireNonNull(page.selectFirst("a:containsOwn(Voir la réalisation du séjour)"))
                .attr("href");
        assertThat(main(url)).contains("Mexique", "Stage au Mexique").doesNotContain("Ana Roy");
        assertThat(pages.as(staff).post(call + "/stay/undo")).hasStatus(303);
        assertThat(stays()).isZero();
        assertThat(pages.as(staff).open(call).select("#stay form")).hasSize(1);
    }

    @Test
    void theUnionAndThePersonThatTheDirectoryHasAreLinkedAtOnce() {
        chosen();
        String page = LIST + "/files/" + file("Ana Roy");
        db.sql(
                        "UPDATE education.internship_application SET organisation = NULL, typed_union = 'Syndicat des infirmières', mail = 'louis.t@union.example'")
                .update();
        db.sql("""
                        UPDATE directory.people_person SET contact_points = jsonb_build_array(jsonb_build_object(
                            'channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'louis.t@union.example')) WHERE id = ?
                        """).param(second.personId()).update();
        var found = pages.as(staff).open(page).select("form[action$=/identity]");
        assertThat(found.text()).contains("Syndicat des infirmières", "Louis Tremblay");
        assertThat(pages.as(staff).post(found.attr("action"))).hasStatus(303);
        assertThat(count("application WHERE organisation = '" + union + "' AND person = '" + second.personId() + "'"))
                .isOne();
        assertThat(pages.as(staff).open(page).select("form[action$=/identity]")).isEmpty();
    }

    @Test
    void tellsThePersonInChargeOnceOfTheirOwnReadings() {
        applied();
        closed();
        assertThat(main("/")).contains("1 dossier attend une lecture").doesNotContain("Dossiers à lire");
        db.sql("UPDATE education.internship_reader SET person = ? WHERE person = ?")
                .params(Objects.requireNonNull(staff.personId()), Objects.requireNonNull(first.personId()))
                .update();
        db.sql("UPDATE education.internship_call SET responsible = ?")
                .param(staff.personId())
                .update();
        assertThat(main("/")).contains("Dossiers à lire").doesNotContain("attend une lecture");
    }

    private int stays() {
        return db.sql("""
                        SELECT count(*) FROM plan.realisation
                        WHERE source_kind = 'stay' AND source_id = ? AND state = 'DONE' AND place = 'MX'
                        """)
                .param(call.replaceFirst(".*/", ""))
                .query(Integer.class)
                .single();
    }

    private MvcTestResult training(String page, String title, String hours) {
        return pages.as(staff).post(page + "/training", "on=" + settings.today(), "title=" + title, "hours=" + hours);
    }
}
