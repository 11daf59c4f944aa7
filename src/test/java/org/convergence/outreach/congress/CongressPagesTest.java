package org.convergence.outreach.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.directory.representative.CorrectionSource.CorrectableField;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The unions' year: deadlines as in the notice, who goes and what came back, and the path of a resolution. */
@ModuleTest
class CongressPagesTest {

    private static final String LIST = "/outreach/congress";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private List<CorrectionSource> sources;

    @Autowired
    private Messages messages;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void emptyYear() {
        users.ensureOrganisation();
        today = settings.today();
        List.of("step", "path", "text", "passport", "representation", "deadline", "gathering")
                .forEach(each -> db.sql("DELETE FROM outreach.congress_" + each).update());
    }

    private String post(String url, String... fields) {
        var done = pages.as(Role.STAFF).post(url, fields);
        assertThat(done).as(Pages.text(done)).hasStatus(303);
        return String.valueOf(done.getResponse().getHeader("Location"));
    }

    private String refused(String url, String... fields) {
        var done = pages.as(Role.STAFF).post(url, fields);
        assertThat(done).hasStatus(422);
        return Pages.parse(done).text();
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private String only(String table) {
        return db.sql("SELECT id::text FROM outreach.congress_" + table)
                .query(String.class)
                .single();
    }

    private String[] gathering(int version, LocalDate begins) {
        return new String[] {
            "version=" + version,
            "organisation-new=Centrale fictive du congrès",
            "title=31e congrès fictif",
            "kind=CONGRESS",
            "beginsOn=" + begins,
            "endsOn=" + begins.plusDays(3),
            "everyYears=3",
            "place=Québec"
        };
    }

    private long realisations(String kind, String title) {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE state = 'DONE' AND kind = ? AND title = ?")
                .params(kind, title)
                .query(Long.class)
                .single();
    }

    @Test
    void deadlineOfTheNoticeFollowsTheOpening() {
        LocalDate opens = today.plusDays(100);
        String url = post(LIST + "/new", gathering(0, opens));
        post(url + "/deadlines", "deadline=RESOLUTIONS", "daysBefore=90", "words=90 jours avant", "leadDays=");
        assertThat(main(url)).contains("90 jours avant l’ouverture", "À commencer le");
        assertThat(main("/"))
                .as("60 days before the deadline")
                .contains("Préparer les résolutions : 31e congrès fictif");
        assertThat(refused(url + "/deadlines", "deadline=KIOSK", "dueOn=", "daysBefore="))
                .contains("l’une des deux");
        assertThat(refused(url + "/deadlines", "deadline=KIOSK", "dueOn=" + today, "daysBefore=3"))
                .contains("l’une des deux");
        post(url + "/edit", gathering(1, opens.plusDays(200)));
        assertThat(main("/")).contains("Rien ne presse");
        assertThat(db.sql("SELECT due_on FROM outreach.congress_deadline")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(opens.plusDays(110));
        assertThat(pages.as(Role.STAFF).post(url + "/edit", gathering(1, opens)))
                .as("edited meanwhile")
                .hasStatus(409);
        String[] reversed = gathering(0, opens);
        reversed[5] = "endsOn=" + today;
        assertThat(refused(LIST + "/new", reversed)).contains("La fin vient avant le début");
        assertThat(refused(LIST + "/new", gathering(0, opens.plusDays(200)))).contains("existe déjà");
        db.sql("UPDATE directory.people_organisation SET name = name || 'x'").update();
        post(LIST + "/new", gathering(0, opens.plusDays(200)));
    }

    @Test
    void listGroupsByMonthAndFilters() {
        LocalDate opens = today.plusDays(40);
        String url = post(LIST + "/new", gathering(0, opens));
        post(url + "/deadlines", "deadline=KIOSK", "dueOn=" + today.plusDays(2));
        assertThat(main(LIST)).contains("1 date", "31e congrès fictif", "Kiosque", "Personne n’y va encore");
        assertThat(main(LIST + "?q=fictive du congrès&kind=CONGRESS")).contains("31e congrès fictif");
        assertThat(main(LIST + "?kind=COUNCIL")).contains("Aucune date");
        assertThat(main(LIST + "?past=true")).doesNotContain("31e congrès fictif");
        assertThat(Pages.text(pages.as(Role.STAFF).get(LIST + "/export.csv"))).contains("31e congrès fictif");
        assertThat(main("/")).contains("Réserver le kiosque : 31e congrès fictif");
        String deadline = "/deadlines/" + only("deadline");
        post(url + deadline + "/begin");
        for (String act : List.of("/done", "/remove")) {
            assertThat(pages.as(Role.STAFF).post(LIST + "/" + UUID.randomUUID() + deadline + act))
                    .hasStatus(404);
        }
        post(url + deadline + "/done");
        assertThat(main("/")).doesNotContain("Réserver le kiosque");
        assertThat(pages.as(Role.STAFF)
                        .open(LIST + "/new?from=" + only("gathering"))
                        .select("[name=beginsOn]")
                        .val())
                .isEqualTo(opens.plusYears(3).toString());
        assertThat(pages.as(Role.BOARD_MEMBER).post(url + "/cancel")).hasStatus(403);
    }

    @Test
    void representationIsRealisationOnceAndItsPromiseIsDue() {
        String url = post(LIST + "/new", gathering(0, today.minusDays(1)));
        String form = pages.as(Role.STAFF)
                .open(LIST + "/representations/new?gathering=" + only("gathering"))
                .select("[name=plannedOn]")
                .val();
        assertThat(form).isEqualTo(today.minusDays(1).toString());
        String visit = post(
                LIST + "/representations/new",
                "topic=Mot fictif de solidarité",
                "gathering=" + only("gathering"),
                "origin=ASKED",
                "askedOn=" + today.minusDays(30),
                "plannedOn=" + today.minusDays(1));
        assertThat(main("/")).contains("Écrire quoi dire : Mot fictif de solidarité");
        String[] result = {
            "version=1",
            "on=" + today.minusDays(1),
            "people=300",
            "cameBack=Trois syndicats veulent un atelier",
            "promised=Envoyer la trousse",
            "promiseDue=" + today.plusDays(5)
        };
        post(url + "/cancel");
        assertThat(main("/")).doesNotContain("Mot fictif de solidarité");
        post(url + "/restore");
        post(visit + "/report", result);
        result[0] = "version=2";
        post(visit + "/report", result);
        assertThat(realisations("REPRESENTATION", "Mot fictif de solidarité")).isEqualTo(1);
        assertThat(main("/")).contains("Tenir ce qui a été promis : Mot fictif de solidarité");
        assertThat(main(url)).contains("Mot fictif de solidarité", "Promesse à tenir");
        post(visit + "/acts/keep");
        assertThat(main("/")).doesNotContain("Tenir ce qui a été promis");
        assertThat(refused(visit + "/decline", "version=4", "reason=Non")).contains("C’est déjà terminé");
        post(visit + "/acts/take-back");
        assertThat(realisations("REPRESENTATION", "Mot fictif de solidarité")).isZero();
        result[0] = "version=5";
        result[1] = "on=" + today.plusDays(1);
        assertThat(refused(visit + "/report", result)).contains("à venir");
        post(visit + "/decline", "version=5", "reason=Personne n’était libre");
        assertThat(main(LIST + "/representations")).contains("Sans suite");
    }

    @Test
    void resolutionTravelsWithItsEvidence() {
        post(LIST + "/new", gathering(0, today.plusDays(20)));
        String congress = LIST + "/" + only("gathering");
        post(congress + "/deadlines", "deadline=RESOLUTIONS", "dueOn=" + today.minusDays(5));
        String passport = post(
                LIST + "/passports/new",
                "title=Pour un salaire viable fictif",
                "why-fr=Attendu que le salaire ne suffit pas",
                "resolved-fr=Que la centrale appuie un salaire viable");
        String[] path = {
            "version=1",
            "organisation-new=Centrale fictive du congrès",
            "level=CENTRAL",
            "gathering=" + only("gathering"),
            "carrier-new=",
            "emergencyOn=",
            "emergencyFact="
        };
        post(passport + "/paths/new", path);
        String url = passport + "/paths/" + only("path");
        String[] step = {"version=1", "state=TABLED", "on=" + today, "evidence=Formulaire reçu"};
        assertThat(refused(url + "/step", step)).contains("Seule une organisation affiliée dépose");
        path[4] = "carrier-new=Syndicat local fictif";
        post(url + "/path", path);
        step[0] = "version=2";
        assertThat(refused(url + "/step", step)).contains("L’échéance des résolutions est passée");
        path[0] = "version=2";
        path[5] = "emergencyOn=" + today.minusDays(1);
        path[6] = "emergencyFact=Une fermeture annoncée";
        post(url + "/path", path);
        step[0] = "version=3";
        assertThat(refused(url + "/step", step)).contains("sa règle pour les résolutions d’urgence");
        db.sql("UPDATE outreach.congress_gathering SET emergency_rule = 'Aux deux tiers'")
                .update();
        post(url + "/step", step);
        assertThat(refused(url + "/step", "version=4", "state=ADOPTED", "on=" + today, "evidence="))
                .as("no evidence")
                .contains("Où on peut le lire");
        post(
                url + "/step",
                "version=4",
                "state=AMENDED",
                "on=" + today,
                "evidence=PV, page 4",
                "bindsTo=Une campagne",
                "followUpOn=" + today.plusDays(3));
        assertThat(realisations("RESOLUTION", "Pour un salaire viable fictif")).isEqualTo(1);
        assertThat(main(passport)).contains("Adoptée, amendée", "PV, page 4", "Engage à : Une campagne");
        post(passport + "/paths/new", path);
        assertThat(main(LIST + "/passports")).as("two paths").contains("Adoptée par 1 organisation sur 1.");
        assertThat(main(congress)).contains("Pour un salaire viable fictif");
        assertThat(main("/")).contains("Suivre la résolution : Pour un salaire viable fictif");
        post(url + "/follow-up", "version=5", "followUp=La campagne est lancée", "followUpOn=");
        assertThat(main("/")).doesNotContain("Suivre la résolution");
        var board = pages.as(Role.STAFF).get(LIST + "/passports/board.pdf").getResponse();
        assertThat(board.getContentAsByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        post(url + "/acts/take-back");
        assertThat(realisations("RESOLUTION", "Pour un salaire viable fictif")).isZero();
        assertThat(main(passport)).contains("Déposée").doesNotContain("Une campagne");
    }

    @Test
    void organisationTellsTheDaysOfItsNextCongress() {
        String[] assembly = gathering(0, today);
        assembly[3] = "kind=ASSEMBLY";
        post(LIST + "/new", assembly);
        OrganisationId organisation = new OrganisationId(db.sql("SELECT organisation FROM outreach.congress_gathering")
                .query(UUID.class)
                .single());
        CorrectionSource source = sources.stream()
                .filter(each -> each.kind().equals("congress.next"))
                .findFirst()
                .orElseThrow();
        UUID item = new UUID(0, 1);
        String opens = today.plusDays(200).toString();
        String tabling = today.plusDays(90).toString();
        CurrentActor.runAs(users.actor(Role.STAFF), () -> {
            assertThatThrownBy(() -> source.accept(organisation, item, "RESOLUTIONS", tabling, null))
                    .isInstanceOf(Refused.class);
            assertThat(source.findProblem(item, "opens", "bientôt")).isPresent();
            source.accept(organisation, item, "opens", opens, null);
            source.accept(organisation, item, "RESOLUTIONS", today.plusDays(80).toString(), null);
            source.accept(organisation, item, "RESOLUTIONS", tabling, null);
            Words t = messages.in(Language.FRENCH, ZoneId.of("America/Toronto"));
            assertThat(source.findItems(organisation, t).get(0).fields())
                    .extracting(CorrectableField::value)
                    .containsExactly(opens, tabling, "");
        });
        assertThat(main(LIST + "?kind=CONGRESS")).contains("Congrès", "Résolutions");
        assertThat(only("deadline")).as("told twice").isNotEmpty();
        assertThat(main("/")).doesNotContain("Déposer les résolutions");
    }
}
