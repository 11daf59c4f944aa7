package org.convergence.directory.handover.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.handover.HoldingsFixture;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.howto.domain.HowToService;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class HandoverPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private HoldingsFixture estate;

    @Autowired
    private HowToService howTos;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private Actor maryse = Actor.VISITOR;
    private Actor wapikoni = Actor.VISITOR;
    private Actor elodie = Actor.VISITOR;
    private List<ActionId> actions = List.of();

    @BeforeEach
    void someoneLeavesSoon() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM plan.time_contract").update();
        maryse = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        wapikoni = crew.hire(visitors, "Wapikoni", "Dubé", Role.VOLUNTEER);
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        db.sql("UPDATE directory.people_person SET contact_points = CAST(? AS jsonb) WHERE id = ?")
                .params(
                        "[{\"channel\": \"MAIL\", \"sphere\": \"PROFESSIONAL\", \"value\": \"elodie@exemple.org\"}]",
                        TimeFixture.person(elodie).value())
                .update();
        db.sql("DELETE FROM platform.mail_message").update();
        actions = estate.actions(2);
        actions.forEach(each -> estate.answers(
                TimeFixture.person(wapikoni), each, settings.today().plusDays(9)));
        CurrentActor.runAs(
                elodie, () -> howTos.create("Donner un atelier", "Réserver la salle.", List.of(actions.get(0))));
        estate.contract(TimeFixture.person(wapikoni), settings.today().minusMonths(3));
        db.sql("UPDATE plan.time_contract SET ends_on = ?")
                .param(settings.today().plusDays(10))
                .update();
    }

    @Test
    void notifiesCoordinatorTwoWeeksBeforeAndHandsOverInOneAction() {
        Document today = get(maryse, "/");
        assertThat(today.text()).contains("Un contrat se termine", "Wapikoni Dubé");
        assertThat(today.select("a[href=" + url() + "]").eachText()).contains("Préparer la passation");
        String hers = "/directory/people/persons/" + wapikoni.personId();
        assertThat(get(maryse, hers).select("a[href=" + url() + "]")).isNotEmpty();
        Document preview = get(maryse, url());
        assertThat(preview.text())
                .contains("Passation de Wapikoni Dubé", "1.2 · Action 1", "2 choses à passer", "ne se défait pas");
        assertThat(get(maryse, "/directory/handover/of/" + elodie.personId()).text())
                .contains("Passation d’Élodie Tremblay");
        assertThat(preview.select("input[name=lastDay]").val())
                .isEqualTo(settings.today().plusDays(10).toString());
        MvcTestResult done = pass(preview, Map.of("successor", id(elodie), "note", "Appelez **Josée**."));
        assertThat(done).hasStatus(303);
        Document record = get(maryse, location(done));
        assertThat(record.text()).contains("à Élodie Tremblay", "Appelez Josée.", "passé par Maryse Roy");
        assertThat(get(maryse, hers).select("a[href=" + location(done) + "]")).isNotEmpty();
        assertThat(get(maryse, "/").text()).doesNotContain("Un contrat se termine");
        assertThat(get(maryse, "/directory/handover").text()).contains("Wapikoni Dubé");
    }

    @Test
    void requiresPreviewOfReceiversBeforeHandover() {
        Document form = get(maryse, url());
        Map<String, String> fields = Map.of(
                "successor", id(elodie),
                "mark", form.select("input[name=mark]").val(),
                "lastDay", form.select("input[name=lastDay]").val());
        Document shown = Pages.parse(post(maryse, url(), fields));
        assertThat(shown.select("main").text())
                .contains("Élodie Tremblay reprend 2 choses.", "Bonjour Élodie Tremblay", "[complété à l’envoi]");
        assertThat(letters()).isZero();
        Map<String, String> others = new java.util.HashMap<>(fields);
        others.put("shown", shown.select("input[name=shown]").val());
        others.put("successor", id(maryse));
        assertThat(post(maryse, url(), others))
                .as("a successor other than the one shown")
                .hasStatusOk();
        assertThat(letters()).isZero();
        others.put("successor", id(elodie));
        assertThat(post(maryse, url(), others)).hasStatus(303);
        assertThat(letters()).isOne();
    }

    @Test
    void deliversMessageToSuccessorByHandAndUndoesIt() {
        String record = location(pass(get(maryse, url()), Map.of("successor", id(elodie))));
        String today = settings.today().toString();
        assertThat(get(maryse, record + "/delivered").select("main").text())
                .contains("Élodie Tremblay", "En attente d’envoi");
        assertThat(ask(elodie, record + "/delivered")).hasStatus(403);
        var said = Map.of("letters", id(elodie), "method", "HAND", "on", today);
        assertThat(post(maryse, record + "/delivered", said)).hasStatus(303);
        assertThat(get(maryse, record).text())
                .contains("Remis en main propre le")
                .doesNotContain("En attente d’envoi");
        assertThat(post(maryse, record + "/delivered/" + id(elodie) + "/undo", Map.of()))
                .hasStatus(303);
        assertThat(get(maryse, record).text()).contains("En attente d’envoi").doesNotContain("Remis en main propre");
    }

    @Test
    void takesMessageBackUntilItLeft() {
        String record = location(pass(get(maryse, url()), Map.of("successor", id(elodie))));
        assertThat(post(elodie, record + "/take-back", Map.of())).hasStatus(403);
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();
        assertThat(post(maryse, record + "/take-back", Map.of())).hasStatus(303);
        assertThat(get(maryse, record).text()).contains("Parti le").doesNotContain("Retenu");
        db.sql("UPDATE platform.mail_message SET state = 'QUEUED', sent_at = NULL")
                .update();
        assertThat(post(maryse, record + "/take-back", Map.of())).hasStatus(303);
        assertThat(get(maryse, record).text()).contains("Retenu").doesNotContain("Parti le");
    }

    private long letters() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE recipient = 'elodie@exemple.org'")
                .query(Long.class)
                .single();
    }

    @Test
    void showsNoteToSuccessorUntilMarkedAsRead() {
        MvcTestResult done = pass(get(maryse, url()), Map.of("successor", id(elodie), "note", "Appelez Josée."));
        assertThat(get(elodie, "/").text()).contains("De la part de Wapikoni Dubé", "Appelez Josée.");
        Document welcome = get(elodie, "/directory/handover/welcome");
        assertThat(welcome.text()).contains("1.2 · Action 1", "Donner un atelier", "Appelez Josée.");
        assertThat(post(elodie, location(done) + "/read", Map.of())).hasStatus(303);
        assertThat(get(elodie, "/").text()).doesNotContain("Appelez Josée.");
        assertThat(get(elodie, location(done)).text()).contains("Appelez Josée.");
        assertThat(post(maryse, location(done) + "/read", Map.of())).hasStatus(404);
    }

    @Test
    void showsOnlyOwnHandovers() {
        assertThat(get(wapikoni, url()).select("form[action=" + url() + "]")).isEmpty();
        assertThat(get(wapikoni, url()).text()).contains("1.2 · Action 1");
        assertThat(ask(elodie, url())).hasStatus(404);
        assertThat(ask(elodie, url() + "/file/pdf")).hasStatus(404);
        assertThat(post(elodie, url(), Map.of("lastDay", "2026-01-01"))).hasStatus(403);
        String record = location(pass(get(maryse, url()), Map.of("successor", id(elodie))));
        assertThat(ask(crew.hire(visitors, "Une", "Autre", Role.STAFF), record)).hasStatus(404);
        assertThat(ask(wapikoni, record)).hasStatusOk();
    }

    @Test
    void showsErrorsAndKeepsTypedValues() {
        Document preview = get(maryse, url());
        MvcTestResult nobody = pass(preview, Map.of("note", "Bon vent."));
        assertThat(nobody).hasStatus(422);
        assertThat(Pages.parse(nobody).text()).contains("Choisissez qui prend la relève.", "Bon vent.");
        estate.answers(TimeFixture.person(wapikoni), estate.actions(1).get(0), settings.today());
        MvcTestResult changed = pass(preview, Map.of("successor", id(elodie)));
        assertThat(changed).hasStatus(422);
        assertThat(Pages.parse(changed).text())
                .contains("a changé depuis que la page est ouverte", "3 choses à passer");
        assertThat(pass(Pages.parse(changed), Map.of("successor", id(elodie)))).hasStatus(303);
    }

    /** The list is that of the typed day, however it was written. */
    @Test
    void acceptsDayWithSlashes() {
        String typed = settings.today().plusDays(2).toString().replace('-', '/');
        var fields = Map.of("successor", id(elodie), "mark", "", "lastDay", typed);
        Document again = Pages.parse(post(maryse, url(), fields));
        assertThat(again.text()).contains("Se termine le dernier jour", "Contrat");
        assertThat(pass(again, Map.of("successor", id(elodie)))).hasStatus(303);
    }

    @Test
    void showsEndOfItemsThatStay() {
        LocalDate until = settings.today().plusDays(100);
        UUID organisation = Ids.next();
        db.sql("INSERT INTO directory.people_organisation (id, version, name) VALUES (?, 1, 'Cégep fictif')")
                .param(organisation)
                .update();
        db.sql("INSERT INTO directory.people_function (id, person, organisation, title, until) VALUES (?, ?, ?, ?, ?)")
                .params(Ids.next(), TimeFixture.person(wapikoni).value(), organisation, "Trésorerie", until)
                .update();
        String day =
                Messages.load().in(Language.FRENCH, settings.current().zone()).date(until);
        assertThat(get(maryse, url()).text()).contains("jusqu’au " + day).doesNotContain("d’ici le " + day);
    }

    @Test
    void assignsSomeItemsToAnotherSuccessor() {
        Document preview = get(maryse, url());
        String second = actions.get(1).value().toString();
        String record =
                location(pass(preview, Map.of("successor", id(elodie), "other", id(maryse), "toOther", second)));
        assertThat(get(maryse, record).select(".end").eachText())
                .filteredOn(each -> each.startsWith("à "))
                .containsExactlyInAnyOrder("à Élodie Tremblay", "à Maryse Roy");
    }

    @Test
    void exportsHandoverBeforeAndAfter() {
        for (String format : List.of("pdf", "docx")) {
            assertThat(ask(maryse, url() + "/file/" + format)).hasStatusOk();
        }
        String record = location(pass(get(maryse, url()), Map.of("successor", id(elodie))));
        for (String format : List.of("pdf", "docx")) {
            assertThat(ask(elodie, record + "/file/" + format)).hasStatusOk();
        }
    }

    @Test
    void showsNewcomersWhereToBegin() {
        Actor newcomer = crew.hire(visitors, "Nadège", "Pierre", Role.STAFF);
        assertThat(get(newcomer, "/").text()).doesNotContain("Pour commencer");
        estate.contract(TimeFixture.person(newcomer), settings.today().minusDays(3));
        assertThat(get(newcomer, "/").text()).contains("Pour commencer");
        assertThat(get(newcomer, "/directory/handover/welcome").text()).contains("Rien n’est encore à votre nom.");
        estate.contract(TimeFixture.person(maryse), settings.today().minusDays(40));
        assertThat(get(maryse, "/").text()).doesNotContain("Pour commencer");
    }

    private String url() {
        return "/directory/handover/of/" + wapikoni.personId();
    }

    private static String id(Actor actor) {
        return String.valueOf(actor.personId());
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private MvcTestResult pass(Document preview, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("mark", preview.select("input[name=mark]").val());
        all.put("lastDay", preview.select("input[name=lastDay]").val());
        MvcTestResult shown = post(maryse, url(), all);
        if (shown.getResponse().getStatus() != 200) {
            return shown;
        }
        all.put("shown", Pages.parse(shown).select("input[name=shown]").val());
        return post(maryse, url(), all);
    }

    private MvcTestResult post(Actor who, String url, Map<String, String> fields) {
        return pages.as(who).post(url, form -> fields.forEach(form::field));
    }

    private MvcTestResult ask(Actor who, String url) {
        return pages.as(who).get(url);
    }

    private Document get(Actor who, String url) {
        return pages.as(who).open(url);
    }
}
