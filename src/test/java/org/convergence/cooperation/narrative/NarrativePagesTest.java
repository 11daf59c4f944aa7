package org.convergence.cooperation.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.narrative.NarrativeFixture.PartnerBrowser;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A report from the deliverable to the file, with facts beside it and the partner's yes. */
class NarrativePagesTest extends NarrativeReportTestBase {
    @Test
    void reportIsWrittenFromFactsReadByThePartnerAndFiledWithItsYes() throws IOException {
        UUID due = fixture.deliverable(project, "NR-1", "Fondation Rive");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/cooperation/narrative/new?due=" + due)
                        .select("option[selected]")
                        .eachText())
                .first()
                .isEqualTo("Couturières de deux rives");
        assertThat(cooperation.main("/cooperation/narrative/new")).contains("Entente fictive · Rapport annuel");
        String report = fixture.report(project, due, "Rapport 2025", SECTIONS);
        assertThat(cooperation.main("/cooperation/project/" + project)).contains("Rapports narratifs");
        assertThat(cooperation.main("/cooperation/narrative?project=" + project))
                .contains("Rapport 2025", "Fondation Rive");
        String results = fixture.sections(report).get(0);
        assertThat(cooperation.main(results))
                .contains("Comparez-les aux cibles.", "0 / 60 mots", "Déléguées formées", "cible : 40", "écart : −12")
                .contains("20 femmes", "3 de genre non déclaré", "Sous la cible, sans explication")
                .contains("28 participations à 1 activité", "Elles peuvent quitter l’atelier.");
        write(results, 1, "1. Résultats", "Une bonne année.", "insert=" + fact(results, "RESULT"));
        assertThat(cooperation.main(report))
                .contains("Une bonne année.", "preuve", "est sous sa cible, sans explication")
                .contains("« 2. Partenaires » est vide");
        assertThat(pages.as(Role.COORDINATOR).open(report).select("mark a").attr("href"))
                .startsWith("/cooperation/project/" + project + "/results/");

        String second = fixture.sections(report).get(1);
        String passage = cooperation.post(
                second + "/passages", "partner=" + cooperation.partner().value());
        cooperation.post(passage, "version=1", "body=La coordinadora enseigne.");
        PartnerBrowser partner = fixture.partnerPage();
        assertThat(cooperation.main(passage)).contains("en espagnol : ajoutez ce texte dans sa langue");
        cooperation.post(passage, "version=2", "body=La coordinadora enseigne.", "translation=Enseña.");
        assertThat(cooperation.main(report)).contains("Le passage n’a pas encore été montré à");
        assertThat(fixture.open(partner).text()).doesNotContain("enseigne");
        cooperation.post(report + "/show-passages");
        assertThat(fixture.open(partner).text())
                .contains("Nada de esto sale de aquí sin su permiso", "«Rapport 2025»", "Fondation Rive")
                .containsSubsequence("En su idioma Enseña.", "El original La coordinadora enseigne.");
        assertThat(fixture.answer(partner, "CORRECTION", ""))
                .as("an empty correction")
                .hasStatus(422);
        assertThat(fixture.answer(partner, "CORRECTION", "Enseñamos juntas.")).hasStatus(303);
        assertThat(fixture.answer(partner, "YES", "", "1")).as("an old version").hasStatus(422);
        assertThat(cooperation.main("/directory/people/organisations/"
                        + cooperation.partner().value()))
                .contains("une réponse sur un rapport");
        assertThat(cooperation.main(passage)).contains("Enseñamos juntas.", "Elle propose un autre texte");
        assertThat(word(report)).doesNotContain("Enseñamos", "enseigne").contains("Brouillon");
        cooperation.post(passage + "/correction", "version=" + passageVersion());
        assertThat(cooperation.main(passage)).contains("Enseñamos juntas.", "Pas encore montré");
        assertThat(pages.as(Role.COORDINATOR).post(passage + "/remove", "version=" + passageVersion()))
                .as("answered")
                .hasStatus(422);
        cooperation.post(
                passage,
                "version=" + passageVersion(),
                "body=Nous enseignons ensemble.",
                "translation=Enseñamos juntas.");
        cooperation.post(report + "/show-passages");
        assertThat(fixture.answer(partner, "YES", "")).hasStatus(303);
        assertThat(cooperation.main(report)).contains("Elle a dit oui").doesNotContain("en dehors du fichier");

        assertThat(cooperation.main(second)).contains("27 mots, car les passages acceptés en prennent 3");

        assertThat(act(Role.COORDINATOR, report, "file")).as("not approved").hasStatus(422);
        assertThat(act(Role.STAFF, report, "submit")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open("/").text().replace('\u00a0', ' '))
                .contains("Relire le rapport : ");
        assertThat(pages.as(Role.COORDINATOR).post(results, "version=2", "heading=X", "body=Trop tard"))
                .as("submitted")
                .hasStatus(422);
        assertThat(act(Role.STAFF, report, "approve")).as("not the staff's").hasStatus(403);
        assertThat(act(Role.COORDINATOR, report, "approve")).hasStatus(303);
        assertThat(cooperation.main("/")).contains("Figer et remettre le rapport : Rapport 2025");
        assertThat(pages.as(Role.COORDINATOR).open(report).select(".history").text())
                .contains("Approuvé le")
                .doesNotContainPattern("\\d-\\d\\dT\\d");
        assertThat(pages.as(Role.COORDINATOR).post(results, "version=2", "heading=X", "body=Trop tard"))
                .as("approved")
                .hasStatus(422);
        assertThat(fixture.answer(partner, "WITHHELD", "")).hasStatus(303);
        assertThat(Pages.text(act(Role.COORDINATOR, report, "file"))).contains("est vide");
        assertThat(fixture.answer(partner, "YES", "")).hasStatus(303);
        String action = fixture.action(partner);
        assertThat(act(Role.STAFF, report, "file")).hasStatus(303);
        MvcTestResult tooLate = fixture.post(partner, action, "WITHHELD", "", Integer.toString(passageVersion()));
        assertThat(tooLate).hasStatus(422);
        assertThat(Pages.text(tooLate)).contains("Este informe está cerrado");
        assertThat(word(report))
                .contains(
                        "1. Résultats",
                        "Une bonne année.",
                        "Déléguées formées",
                        "2. Partenaires",
                        "Nous enseignons ensemble.")
                .doesNotContain("Brouillon", "Comparez-les");
        assertThat(pages.as(Role.COORDINATOR)
                        .get(report + "/report.pdf")
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(fixture.open(partner).text()).contains("con este texto");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/cooperation/fieldwork/reports/of/"
                                + cooperation.partner().value())
                        .select("textarea[name=body]")
                        .val())
                .as("nobody handed it in yet")
                .contains("«Rapport 2025», texto final del")
                .doesNotContain("entregado");
        assertThat(db.sql("SELECT proof FROM resources.grant_agreement_due WHERE done_on IS NULL AND proof = ?")
                        .param(report)
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(cooperation.main(report)).contains("Aucun des faits du rapport n’a changé");
        cooperation.realise(RealisationKind.TRAINING, LocalDate.of(2025, 6, 1), Participations.of(2));
        assertThat(cooperation.main(report)).contains("Déléguées formées", "est maintenant", "30");
        assertThat(act(Role.COORDINATOR, report, "take-up")).as("filed").hasStatus(422);
        handsInAsPeopleNoteIt(report, due);
    }

    private void handsInAsPeopleNoteIt(String report, UUID due) {
        LocalDate today = settings.today();
        assertThat(cooperation.main(report))
                .contains("Figé le", "n’est pas envoyé d’ici", "le livrable de l’entente l’est alors aussi")
                .doesNotContain("Déposé");
        db.sql("UPDATE cooperation.narrative_report SET due = NULL WHERE due = ?")
                .param(due)
                .update();
        assertThat(cooperation.main(report))
                .contains("notez le jour et le moyen.")
                .doesNotContain("livrable de l’entente");
        db.sql("UPDATE cooperation.narrative_report SET due = ? WHERE '/cooperation/narrative/' || id = ?")
                .params(due, report)
                .update();
        assertThat(handIn(report, today.plusDays(1), "Portail")).hasStatus(422);
        assertThat(handIn(report, today, "")).hasStatus(422);
        assertThat(handedIn(due)).isZero();
        assertThat(handIn(report, today, "Portail de la fondation")).hasStatus(303);
        assertThat(facts(report)).contains("Remis le", "Portail de la fondation");
        assertThat(handedIn(due)).isOne();
        assertThat(pages.as(Role.COORDINATOR).post(report + "/hand-in/undo")).hasStatus(303);
        assertThat(facts(report)).doesNotContain("Remis le");
        assertThat(handedIn(due)).isZero();
    }

    private String facts(String report) {
        return pages.as(Role.COORDINATOR).open(report).select("dl.facts").get(0).text();
    }

    private MvcTestResult handIn(String report, LocalDate on, String how) {
        String version = pages.as(Role.COORDINATOR)
                .open(report)
                .select("form[action$=/hand-in] input[name=version]")
                .val();
        return pages.as(Role.COORDINATOR).post(report + "/hand-in", "version=" + version, "on=" + on, "how=" + how);
    }

    private int handedIn(UUID due) {
        return db.sql("SELECT count(*) FROM resources.grant_agreement_due WHERE id = ? AND done_on IS NOT NULL")
                .param(due)
                .query(Integer.class)
                .single();
    }

    @Test
    void factThatNamesAPersonIsLeftOut() {
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR), () -> persons.create(PersonFacts.named("Odilon", "Fabrecourt")));
        db.sql("UPDATE cooperation.project_result SET assumption = 'Odilon Fabrecourt reste.' WHERE project = ?")
                .param(project)
                .update();
        assertThat(cooperation.main(openReport() + "/facts"))
                .contains("1 fait est laissé de côté parce qu’une personne y est nommée", "Déléguées formées")
                .doesNotContain("Fabrecourt");
    }

    @Test
    void participationsAndPeopleInOneReportAreSaid() {
        String report = openReport();
        String section = fixture.sections(report).get(0);
        write(section, 1, "1. Résultats", "Avant.", "insert=" + fact(section, "PEOPLE:participations"));
        assertThat(cooperation.main(report)).doesNotContain("compte des participations et des personnes");
        db.sql("""
                        INSERT INTO cooperation.narrative_insertion (id, section, kind, reference, label, body, inserted_on)
                        VALUES (gen_random_uuid(), ?, 'PEOPLE', 'x/y', 'Déléguées', 'Avant.', '2026-01-01')
                        """)
                .param(UUID.fromString(section.substring(section.lastIndexOf('/') + 1)))
                .update();
        assertThat(cooperation.main(report)).contains("compte des participations et des personnes");
    }

    @Test
    void refusalIsSeenByWritersAndWhatThePartnerTypedIsKept() {
        String report = openReport();
        String passage = cooperation.post(
                fixture.sections(report).get(1) + "/passages",
                "partner=" + cooperation.partner().value());
        cooperation.post(passage, "version=1", "body=Elle enseigne à Sur.");
        cooperation.post(report + "/show-passages");
        assertThat(cooperation.main(report)).as("no page yet").contains("Cette organisation n’a pas de lien valable");
        PartnerBrowser partner = fixture.partnerPage();
        cooperation.post(report + "/show-passages");
        assertThat(fixture.open(partner).text()).as("not in its language").doesNotContain("enseigne");
        cooperation.post(
                passage, "version=" + passageVersion(), "body=Elle enseigne à Sur.", "translation=Enseña en Sur.");
        cooperation.post(report + "/show-passages");
        assertThat(fixture.open(partner).select("textarea[name=correction]").val())
                .contains("Enseña en Sur.");
        MvcTestResult late = fixture.answer(partner, "CORRECTION", "Enseñamos en todas partes.", "1");
        assertThat(late).hasStatus(422);
        assertThat(Pages.parse(late).select("textarea[name=correction]").val()).isEqualTo("Enseñamos en todas partes.");
        MvcTestResult tooLong = fixture.answer(partner, "CORRECTION", "a".repeat(10_001));
        assertThat(Pages.text(tooLong)).contains("demasiado largo", "a".repeat(10_001));
        assertThat(fixture.answer(partner, "WITHHELD", "")).hasStatus(303);
        assertThat(cooperation.main(report)).contains("demande de ne pas le dire");
        assertThat(Pages.text(pages.as(Role.BOARD_MEMBER).get(report))).doesNotContain("enseigne", "ne pas le dire");
        assertThat(pages.as(Role.BOARD_MEMBER).get(passage)).hasStatus(403);
        assertThat(pages.as(Role.COORDINATOR).post(fixture.sections(report).get(1) + "/remove", "version=1"))
                .as("answered")
                .hasStatus(422);
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> assertThatThrownBy(() -> answers.answer(
                                cooperation.partner(),
                                UUID.fromString(passage.substring(passage.lastIndexOf('/') + 1)),
                                passageVersion(),
                                PassageAnswer.YES,
                                ""))
                        .isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void reportOpensForTheProjectThatTheAgreementFundsEvenEnded() {
        UUID due = fixture.deliverable(project, "NR-1", "Fondation Rive");
        db.sql("UPDATE cooperation.project SET ends_on = '2025-12-31' WHERE id = ?")
                .param(project)
                .update();
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/cooperation/narrative/new?due=" + due)
                        .select("select[name=project] option[selected]")
                        .val())
                .isEqualTo(project.toString());
        String[] fields = {
            "project=" + project, "due=" + due, "title=Rapport", "from=2025-01-01", "to=2025-12-31", "language=FRENCH"
        };
        db.sql("UPDATE resources.grant_agreement_due SET done_on = '2026-01-01' WHERE id = ?")
                .param(due)
                .update();
        assertThat(Pages.text(pages.as(Role.COORDINATOR).post("/cooperation/narrative/new", fields)))
                .contains("déjà noté comme remis");
        db.sql("UPDATE resources.grant_agreement_due SET done_on = NULL WHERE id = ?")
                .param(due)
                .update();
        db.sql("DELETE FROM cooperation.project_agreement WHERE project = ?")
                .param(project)
                .update();
        assertThat(Pages.text(pages.as(Role.COORDINATOR).post("/cooperation/narrative/new", fields)))
                .contains("ne finance pas ce projet");
    }
}
