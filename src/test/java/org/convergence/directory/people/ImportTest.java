package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.OrganisationRegister;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lists brought in from files: shown, entered, taken back. */
@ModuleTest
class ImportTest {

    private static final String ORGANISATIONS = """
            Membres en règle;;;;;
            Nom de l'organisation;Sigle;Type;Région;Courriel;Affiliation;Commentaire interne
            Syndicat des métiers;SM;Syndicat;Laval;a@sm.example;Centrale du Nord;x
            SYNDICAT DES METIERS;;;;b@sm.example;;
            Cégep du Vieux-Port;;Cégep;Québec;pas un courriel;;
            ;;Comité;;;;
            Comité jeunes;;Bidule;;;Centrale du Nord; Conseil de Laval
            """;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Visitors visitors;

    @Autowired
    private QueuedJobs queued;

    @Autowired
    private OrganisationRegister organisations;

    @Autowired
    private OrganisationReading organisationReading;

    @Autowired
    private org.convergence.directory.people.domain.Network network;

    @Autowired
    private PersonRegister persons;

    @Autowired
    private PersonReading personReading;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anEmptyDirectory() {
        visitors.anOrganisation();
        db.sql("DELETE FROM directory.people_import").update();
        db.sql("DELETE FROM directory.people_affiliation").update();
        db.sql("DELETE FROM directory.people_person").update();
        db.sql("DELETE FROM directory.people_organisation").update();
    }

    @Test
    void aListIsShownBeforeAnythingOfItIsEntered() {
        String url = read("ORGANISATIONS", ORGANISATIONS);
        assertThat(get(url))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "5 lignes lues",
                        "3 seront ajoutées",
                        "1 sera complétée",
                        "1 laissée de côté",
                        "Comme la ligne 3",
                        "« Centrale du Nord » n’est pas au répertoire",
                        "« pas un courriel » n’est ni un courriel",
                        "Le genre « Bidule »",
                        "Cette ligne ne nomme personne");
        assertThat(count("organisation")).isZero();
        assertThat(get(url + "/aside.csv")).bodyText().contains("Comité;").doesNotContain("Vieux-Port");
    }

    @Test
    void aListIsEnteredReportedAndTakenBack() throws Exception {
        String url = read("ORGANISATIONS", ORGANISATIONS);
        enter(url);
        assertThat(get(url))
                .bodyText()
                .contains("3 ajoutées", "1 complétée", "1 laissée de côté", "Vous pouvez revenir");
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "Syndicat des métiers", "Cégep du Vieux-Port", "Comité jeunes", "Centrale du Nord");
        assertThat(count("affiliation")).isEqualTo(2);
        assertThat(db.sql("SELECT contact_keys::text FROM directory.people_organisation WHERE short_name = 'SM'")
                        .query(String.class)
                        .single())
                .isEqualTo("{a@sm.example,b@sm.example}");
        OrganisationId cegep = id("Cégep du Vieux-Port");
        act(() -> {
            organisations.change(cegep, 1, OrganisationFacts.named("Cégep du Nouveau-Port"));
            return true;
        });

        assertThat(post(url + "/undo")).hasStatus(303);
        queued.runAll();
        assertThat(get(url)).bodyText().contains("Cégep du Nouveau-Port", "Modifiée depuis");
        assertThat(names()).containsExactly("Cégep du Nouveau-Port");
        assertThat(count("affiliation")).isZero();
        assertThat(post(url + "/undo")).hasStatus(422);
    }

    @Test
    void whatIsKnownIsCompletedAndAsBeforeWhenTheListIsTakenBack() throws Exception {
        OrganisationFacts before = new OrganisationFacts(
                "Syndicat des métiers",
                null,
                List.of("Les métiers"),
                OrganisationKind.FEDERATION,
                "QC-06",
                null,
                List.of(),
                null);
        OrganisationId id = act(() -> organisations.add(before));
        String url =
                read("ORGANISATIONS", "Nom;Sigle;Type;Région;Courriel\nLes metiers;SM;Syndicat;Laval;a@sm.example\n");
        assertThat(get(url)).bodyText().contains("1 sera complétée");
        enter(url);
        OrganisationFacts after = act(() -> organisationReading.find(id)).facts();
        assertThat(after.shortName()).isEqualTo("SM");
        assertThat(after.place()).isEqualTo("QC-06");
        assertThat(after.kind()).isEqualTo(OrganisationKind.FEDERATION);
        assertThat(after.contactPoints()).extracting(ContactPoint::value).containsExactly("a@sm.example");
        post(url + "/undo");
        queued.runAll();
        assertThat(act(() -> organisationReading.find(id)).facts()).isEqualTo(before);
    }

    @Test
    void theFileIsRightWhereOneSaysSo() throws Exception {
        OrganisationId id = act(() -> organisations.add(new OrganisationFacts(
                "Syndicat des métiers", null, List.of(), OrganisationKind.FEDERATION, "QC-06", null, List.of(), null)));
        String url = read("ORGANISATIONS", "Nom;Type;Région\nSyndicat des métiers;Syndicat;Laval\n");
        assertThat(post(
                        url + "/columns",
                        "version",
                        "1",
                        "column0",
                        "NAME",
                        "column1",
                        "KIND",
                        "column2",
                        "",
                        "known",
                        "REPLACE"))
                .hasStatus(303);
        assertThat(post(url + "/columns", "version", "1", "column0", "NAME", "known", "LEAVE"))
                .hasStatus(409);
        assertThat(post(url + "/columns", "version", "2", "column0", "NAME", "column1", "NAME", "known", "LEAVE"))
                .hasStatus(422);
        enter(url, 2);
        OrganisationFacts after = act(() -> organisationReading.find(id)).facts();
        assertThat(after.kind()).isEqualTo(OrganisationKind.LOCAL_UNION);
        assertThat(after.place()).isEqualTo("QC-06");
    }

    @Test
    void aListThatLeftComesBackAsItWas() throws Exception {
        OrganisationId central = act(() -> organisations.add(OrganisationFacts.named("Centrale du Nord")));
        OrganisationId union = act(() -> organisations.add(new OrganisationFacts(
                "Syndicat des métiers; et des arts",
                "SM",
                List.of("Les métiers", "Les arts"),
                OrganisationKind.LOCAL_UNION,
                "QC-13",
                "https://sm.example",
                List.of(
                        new ContactPoint(
                                ContactPoint.Channel.MAIL, ContactPoint.Sphere.PROFESSIONAL, "a@sm.example", null),
                        new ContactPoint(
                                ContactPoint.Channel.PHONE, ContactPoint.Sphere.PROFESSIONAL, "514 555-0101", null)),
                "Une note\nsur deux lignes")));
        act(() -> network.affiliate(union, central, AffiliationNature.AFFILIATED, Period.ALWAYS));
        byte[] file =
                get("/directory/people/organisations/export.xlsx").getResponse().getContentAsByteArray();
        MvcTestResult read = upload("ORGANISATIONS", "retour.xlsx", file);
        assertThat(get(String.valueOf(read.getResponse().getRedirectedUrl())))
                .bodyText()
                .contains("2 inchangées")
                .doesNotContain("remarque");
    }

    @Test
    void peopleAreRecognisedByNameAndAddressAndNotMixedUp() throws Exception {
        PersonId ana = act(() -> persons.add(new PersonFacts(
                "Ana",
                "Ruiz",
                null,
                null,
                List.of(),
                List.of(new ContactPoint(
                        ContactPoint.Channel.MAIL, ContactPoint.Sphere.PROFESSIONAL, "Ana@exemple.org", null)),
                null)));
        act(() -> persons.add(PersonFacts.named("Zoé", "Roy")));
        act(() -> persons.add(PersonFacts.named("Zoé", "Roy")));
        String url = read("PERSONS", """
                Prénom;Nom;Courriel;Cellulaire;Organisation;Fonction;Depuis;Langues
                Ana;Ruiz;ana@exemple.org;514 555-0101;Syndicat du ruban;Présidente;2024-09-01;français, espagnol
                Ana;Ruiz;autre@exemple.org;;;;;
                Zoe;Roy;;;;;;
                Luc;Bo;ana@exemple.org;;Syndicat du ruban;;;
                Luc;Bo;;;Syndicat du ruban;Trésorier;32 mai;
                """);
        assertThat(get(url))
                .bodyText()
                .contains(
                        "2 seront ajoutées",
                        "2 seront complétées",
                        "1 laissée de côté",
                        "Une autre personne de ce nom",
                        "Le répertoire en connaît 2",
                        "aussi celui d’une autre personne",
                        "« 32 mai » n’est pas une date");
        enter(url);
        assertThat(act(() -> personReading.find(ana)).facts().languages()).containsExactly("fr", "es");
        assertThat(act(() -> personReading.functions(ana)))
                .singleElement()
                .satisfies(held -> assertThat(held.title()).isEqualTo("Présidente"));
        assertThat(db.sql(
                                "SELECT f.title FROM directory.people_function f JOIN directory.people_person p ON p.id = f.person WHERE p.given_name = 'Luc' ORDER BY f.title")
                        .query(String.class)
                        .list())
                .containsExactly("Personne-ressource", "Trésorier");
        assertThat(count("organisation")).isEqualTo(1);
        post(url + "/undo");
        queued.runAll();
        assertThat(count("person")).isEqualTo(3);
        assertThat(count("organisation")).isZero();
        assertThat(act(() -> personReading.find(ana)).facts().contactPoints()).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadSaysWhyAndLeavesNothing() {
        assertThat(upload("ORGANISATIONS", "vide.csv", new byte[0])).hasStatus(422);
        assertThat(upload("ORGANISATIONS", "titres.csv", "Nom;Sigle\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422);
        assertThat(upload("ORGANISATIONS", "image.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3}))
                .hasStatus(422);
        assertThat(db.sql("SELECT count(*) FROM directory.people_import")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anImportIsForgottenOrRunOnce() {
        String url = read("ORGANISATIONS", "Nom;Sigle\nA;B\n");
        assertThat(post(url + "/run", "version", "9")).hasStatus(409);
        assertThat(post(url + "/discard")).hasStatus(303);
        assertThat(get(url)).hasStatus(404);
        String other = read("ORGANISATIONS", "Nom;Sigle\nA;B\n");
        enter(other);
        assertThat(post(other + "/run", "version", "1")).hasStatus(422);
        assertThat(post(other + "/discard")).hasStatus(422);
        assertThat(mvc.get().uri(other).with(visitors.as(Role.VOLUNTEER))).hasStatus(403);
    }

    private void enter(String url) {
        enter(url, 1);
    }

    private void enter(String url, int version) {
        assertThat(post(url + "/run", "version", String.valueOf(version))).hasStatus(303);
        assertThat(get(url)).hasStatusOk().bodyText().contains("progress");
        assertThat(get(url + "/work")).hasStatusOk();
        queued.runAll();
        assertThat(get(url)).hasStatusOk();
    }

    private String read(String subject, String text) {
        MvcTestResult read = upload(subject, "membres.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read).hasStatus(303);
        return String.valueOf(read.getResponse().getRedirectedUrl());
    }

    private MvcTestResult upload(String subject, String name, byte[] content) {
        return mvc.post()
                .uri("/directory/people/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .param("subject", subject)
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
    }

    private MvcTestResult get(String url) {
        return mvc.get().uri(url).with(visitors.as(Role.COORDINATOR)).exchange();
    }

    private MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(url).with(csrf()).with(visitors.as(Role.COORDINATOR));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private OrganisationId id(String name) {
        return new OrganisationId(db.sql("SELECT id FROM directory.people_organisation WHERE name = :name")
                .param("name", name)
                .query(java.util.UUID.class)
                .single());
    }

    private List<String> names() {
        return db.sql("SELECT name FROM directory.people_organisation")
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return db.sql("SELECT count(*) FROM directory.people_" + table)
                .query(Long.class)
                .single();
    }

    private static <T> T act(Callable<T> work) throws Exception {
        return CurrentActor.callAs(Actor.system("test"), work);
    }
}
