package org.convergence.safety.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.mission.MissionIncidentSource;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Incidents on their pages: who sees one, what is stored of it, its deadlines. */
@ModuleTest
class SafetyIncidentPagesTest {

    private static final String LIST = "/safety/incident";
    private static final String WORDS = "Le sac bleu a disparu à Ocotlan";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private MissionIncidentSource missions;

    @Autowired
    private JdbcClient db;

    private Actor lead = Actor.VISITOR;
    private Actor president = Actor.VISITOR;
    private Actor colleague = Actor.VISITOR;

    @BeforeEach
    void people() {
        users.ensureOrganisation();
        empty();
        lead = crew.hire(users, "Maryse", "Roy", Role.COORDINATOR);
        president = crew.hire(users, "Ghislaine", "Fortin", Role.BOARD_MEMBER);
        colleague = crew.hire(users, "Louis", "Tremblay", Role.COORDINATOR);
    }

    @AfterEach
    void empty() {
        for (String table : List.of("incident_notice", "incident_entry", "incident_reader", "incident")) {
            db.sql("DELETE FROM safety." + table).update();
        }
        db.sql("DELETE FROM plan.checklist_item WHERE kind = 'safety.incident'").update();
    }

    @Test
    void onlyThePeopleNamedSeeAnIncident() {
        String url = note(colleague, WORDS, "SERIOUS");
        for (Actor named : List.of(colleague, lead, president)) {
            assertThat(pages.as(named).open(url).text()).contains(WORDS, "Dit de vive voix", "Assureur");
        }
        Actor other = crew.hire(users, "Nadège", "Pierre", Role.COORDINATOR);
        assertThat(pages.as(other).open(LIST).text()).doesNotContain("Criminalité");
        for (String page : List.of("", "/edit")) {
            assertThat(pages.as(other).get(url + page)).as(page).hasStatus(404);
        }
        assertThat(pages.as(other).post(url + "/entries", "moment=UPDATE", "told=x"))
                .hasStatus(404);
        assertThat(pages.as(other).post(url + "/notices/INSURER/GIVE")).hasStatus(404);
    }

    @Test
    void itsDeadlinesAreOnThePageOfTheLeadAloneUntilTheyAreMet() {
        String url = note(colleague, WORDS, "SERIOUS");
        assertThat(home(lead)).contains("écrire le rapport", "aviser (Assureur)");
        assertThat(home(colleague)).as("named, not in charge").doesNotContain("écrire le rapport");
        db.sql("UPDATE safety.incident SET written_due_on = written_due_on - 9").update();
        assertThat(home(crew.hire(users, "Nadège", "Pierre", Role.COORDINATOR)))
                .as("late work of others is shown, except this")
                .doesNotContain("écrire le rapport");
        pages.as(lead).post(url + "/entries", "moment=WRITTEN", "told=Rapport");
        pages.as(lead).post(url + "/notices/INSURER/GIVE");
        assertThat(home(lead)).doesNotContain("écrire le rapport", "aviser (Assureur)");
    }

    private String home(Actor actor) {
        return pages.as(actor).open("/").text();
    }

    @Test
    void whatIsToldIsStoredNowhereInClear() {
        String url = note(colleague, WORDS, "MINOR");
        pages.as(lead).post(url + "/entries", "moment=WRITTEN", "told=" + WORDS, "place=Marché d’Ocotlan");
        assertThat(db.sql("SELECT count(*) FROM platform.audit_change WHERE concat(before, after) LIKE '%Ocotlan%'")
                        .query(Integer.class)
                        .single())
                .as("in the history")
                .isZero();
        assertThat(db.sql("SELECT string_agg(sealed, ' ') FROM safety.incident_entry")
                        .query(String.class)
                        .single())
                .doesNotContain("Ocotlan", "Maryse");
    }

    @Test
    void aNameIsPointedOutAndAnErasureReachesSealedText() {
        String told = "told=Louis Tremblay a vu le vol";
        assertThat(Pages.text(post(lead, told, "MINOR"))).contains("Des noms figurent dans ce texte", "Louis Tremblay");
        MvcTestResult kept = post(lead, told, "MINOR", "keepNames=true");
        assertThat(kept).hasStatus(303);
        String url = address(kept);
        PersonId person = new PersonId(Objects.requireNonNull(colleague.personId()));
        references.stream()
                .filter(IncidentReferences.SealedEntryMentions.class::isInstance)
                .forEach(each -> each.rename(person, "[retiré]"));
        assertThat(pages.as(lead).open(url).text()).contains("[retiré] a vu le vol");
    }

    @Test
    void theRestrictedFormIsSeenByThePeopleNamedOnItAlone() {
        assertThat(pages.as(lead)
                        .open(LIST + "/new")
                        .select("select[name=kind]")
                        .text())
                .as("no ordinary incident of this kind")
                .doesNotContain("sexuelle");
        assertThat(post(lead, "told=x", "MINOR", "kind=SEXUAL_VIOLENCE")).hasStatus(422);
        assertThat(pages.as(colleague).post(LIST + "/restricted", "happenedOn=" + settings.today()))
                .as("without a word")
                .hasStatus(422);
        MvcTestResult noted = pages.as(colleague)
                .post(
                        LIST + "/restricted",
                        "wishes=Parler à une infirmière",
                        "offered=Une écoute",
                        "happenedOn=" + settings.today(),
                        "followUpOn=" + settings.today());
        assertThat(noted).hasStatus(303);
        String url = address(noted);
        assertThat(pages.as(colleague).open(url).text())
                .contains("Parler à une infirmière", "Une écoute")
                .doesNotContain("leçon");
        assertThat(pages.as(lead).get(url)).as("not even the security lead").hasStatus(404);
        assertThat(home(colleague)).contains("prendre des nouvelles");
        assertThat(home(lead)).doesNotContain("prendre des nouvelles");
        assertThat(pages.as(lead).open(LIST + "/figures").text())
                .contains("moins de 5")
                .doesNotContain("sexuelle");
    }

    @Test
    void isClosedAfterItsReviewWithoutNoticesDueAndOnceRegistered() {
        String url = note(lead, WORDS, "SERIOUS", "privacy=true");
        assertThat(pages.as(lead).open(url + "/lessons").text()).contains("Aucune leçon n’est encore notée");
        assertThat(pages.as(lead).get(LIST + "/" + UUID.randomUUID() + "/lessons"))
                .hasStatus(404);
        assertRefused(url, "Faites d’abord le retour");
        pages.as(lead).post(url + "/entries", "moment=AFTER", "told=Retour");
        assertRefused(url, "Donnez d’abord les avis");
        pages.as(lead).post(url + "/notices/INSURER/GIVE");
        pages.as(lead).post(url + "/notices/BOARD/DROP");
        assertRefused(url, "Inscrivez d’abord");
        assertThat(pages.as(lead).post(url + "/register", "entry=" + UUID.randomUUID()))
                .hasStatus(404);
        UUID entry = UUID.randomUUID();
        db.sql("INSERT INTO directory.consent_incident (id, information, circumstances, happened, known_on, persons,"
                        + " assessment, serious, measures, recorded_by, recorded_at)"
                        + " VALUES (?, 'x', 'Sac perdu', 'hier', '2026-01-01', '1', 'x', false, 'x', ?, '2026-01-01')")
                .params(entry, lead.id())
                .update();
        assertThat(pages.as(lead).open(url).text()).contains("Sac perdu");
        assertThat(pages.as(lead).post(url + "/register", "entry=" + entry)).hasStatus(303);
        assertThat(close(url)).hasStatus(303);
        assertThat(pages.as(lead).post(url + "/entries", "moment=UPDATE", "told=x"))
                .hasStatus(422);
    }

    @Test
    void aLessonIsATaskThatTellsNothingOfTheIncident() {
        String url = note(lead, WORDS, "SERIOUS");
        Actor other = crew.hire(users, "Nadège", "Pierre", Role.COORDINATOR);
        assertThat(pages.as(lead)
                        .post(
                                "/plan/checklist/safety.incident/" + url.replaceFirst(".*/", "") + "/new",
                                "label=Attacher les sacs",
                                "dueOn=" + settings.today(),
                                "owner=" + other.personId()))
                .hasStatus(303);
        assertThat(pages.as(lead).open(url).text()).contains("Attacher les sacs");
        assertThat(home(other)).contains("Attacher les sacs").doesNotContain(WORDS);
        assertThat(pages.as(other).open(url + "/lessons").text())
                .contains("Attacher les sacs")
                .doesNotContain(WORDS, "Criminalité");
        assertThat(pages.as(other).get(url)).hasStatus(404);
    }

    private void assertRefused(String url, String words) {
        MvcTestResult refused = close(url);
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).contains(words);
    }

    private MvcTestResult close(String url) {
        String version = pages.as(lead)
                .open(url)
                .select("form[action$=/close] input[name=version]")
                .attr("value");
        return pages.as(lead).post(url + "/close", "version=" + version);
    }

    @Test
    void aMissionShowsItsIncidentsToThePeopleNamedAndKeepsItsCheckIns() {
        UUID mission = UUID.randomUUID();
        db.sql("INSERT INTO safety.mission (id, title, kind, purpose, risk, starts_on, ends_on, lead, president, state)"
                        + " VALUES (?, 'Visite', 'STAFF', 'x', 'LOW', '2026-01-01', '2026-01-02', ?, ?, 'PREPARED')")
                .params(mission, Objects.requireNonNull(lead.personId()), Objects.requireNonNull(president.personId()))
                .update();
        assertThat(pages.as(lead)
                        .open(LIST + "/new?mission=" + mission)
                        .select("[data-chooser=president]")
                        .text())
                .contains("Ghislaine Fortin");
        note(lead, WORDS, "MINOR", "mission=" + mission);
        assertThat(pages.as(lead).open("/safety/mission/" + mission).text()).contains("Criminalité");
        assertThat(pages.as(colleague).open("/safety/mission/" + mission).text())
                .doesNotContain("Criminalité");
        assertThat(db.sql(missions.cited()).query(UUID.class).list())
                .as("its check-ins stay")
                .containsExactly(mission);
        empty();
        db.sql("DELETE FROM safety.mission WHERE id = ?").param(mission).update();
    }

    private static String address(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String note(Actor actor, String words, String severity, String... more) {
        MvcTestResult noted = post(actor, "told=" + words, severity, more);
        assertThat(noted).hasStatus(303);
        return address(noted);
    }

    private MvcTestResult post(Actor actor, String told, String severity, String... more) {
        List<String> fields = new ArrayList<>(List.of(more));
        if (fields.stream().noneMatch(each -> each.startsWith("kind="))) {
            fields.add("kind=CRIME");
        }
        fields.addAll(List.of(
                told,
                "severity=" + severity,
                "happenedOn=" + settings.today(),
                "lead=" + lead.personId(),
                "president=" + president.personId()));
        return pages.as(actor).post(LIST + "/new", fields.toArray(String[]::new));
    }
}
