package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A measurement framework that comes from a file, or from another project. */
@ModuleTest
class FrameworkImportTest {

    private static final String URL = "/cooperation/project/frameworks";

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noProjects() {
        fixture.clear();
        today = settings.today();
    }

    private String open(String title, String... fields) {
        String url = fixture.post(
                "/cooperation/project/new",
                "title=" + title,
                "role=LEAD",
                "organisation-new=" + CooperationFixture.PARTNER,
                fields.length == 0 ? "reached=" : fields[0]);
        fixture.post(url + "/results/periods", "from=" + today.withDayOfMonth(1), "months=6", "count=2");
        return url;
    }

    private void addResult(String url, String level, String statement, String parent) {
        fixture.post(
                url + "/logic/new",
                "level=" + level,
                "statement=" + statement,
                "assumption=Les usines ouvrent",
                "parent=" + parent);
    }

    private String id(String statement) {
        return db.sql("SELECT id FROM cooperation.project_result WHERE statement = ?")
                .param(statement)
                .query(UUID.class)
                .single()
                .toString();
    }

    /** A project with a framework of three levels, of which two are measured. */
    private String model() {
        String url = open("Modèle");
        addResult(url, "ULTIMATE", "Droits respectés", "");
        addResult(url, "IMMEDIATE", "Capacité renforcée", id("Droits respectés"));
        fixture.post(
                url + "/framework/new",
                "result=" + id("Capacité renforcée"),
                "wording=Nombre de déléguées formées",
                "kind=QUANTITY",
                "bySex=true",
                "addsUp=true",
                "unit=déléguées",
                "baseline.number=4",
                "baselineYear=2025",
                "source=Feuilles de présence",
                "method=Compte à la porte",
                "frequency=Chaque atelier",
                "responsible=La coordination");
        fixture.post(
                url + "/framework/new",
                "result=" + id("Droits respectés"),
                "wording=Part des usines inspectées",
                "kind=RATIO",
                "baseline.number=12",
                "addsUp=true",
                "baseline.denominator=20");
        UUID indicator = db.sql("SELECT id FROM cooperation.project_indicator WHERE kind = 'QUANTITY'")
                .query(UUID.class)
                .single();
        UUID period = db.sql("SELECT id FROM cooperation.project_period ORDER BY starts_on LIMIT 1")
                .query(UUID.class)
                .single();
        fixture.post(url + "/results/" + indicator + "/" + period + "/target", "version=0", "target.number=40");
        return url;
    }

    private String framework(String project) {
        return db.sql("""
                        SELECT coalesce(string_agg(concat_ws(' | ', r.level, r.statement, p.statement, i.wording, i.kind, nullif(i.unit, ''),
                                   i.by_sex, i.adds_up, i.baseline_year, i.baseline_number::float,
                                   i.baseline_denominator::float, i.baseline_people_not_stated, nullif(i.source, ''), nullif(i.method, ''),
                                   nullif(i.frequency, ''), nullif(i.responsible, ''), v.target_number::float), E'\n' ORDER BY r.statement, i.wording), '')
                        FROM cooperation.project_result r
                        LEFT JOIN cooperation.project_result p ON p.id = r.parent
                        LEFT JOIN cooperation.project_indicator i ON i.result = r.id
                        LEFT JOIN cooperation.project_value v ON v.indicator = i.id
                        WHERE r.project = CAST(? AS uuid)
                        """)
                .param(project.substring(project.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
    }

    private String upload(String project, byte[] file) {
        MvcTestResult answer = mvc.post()
                .uri(URL)
                .multipart()
                .file("file", file)
                .param("project", project.substring(project.lastIndexOf('/') + 1))
                .with(users.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return Pages.location(answer);
    }

    private void enter(String url) {
        fixture.post(url + "/run", "version=1");
        jobs.runAll();
    }

    @Test
    void ourOwnFileComesInAsItWasAndCanBeUndone() {
        String model = model();
        for (String format : new String[] {"xlsx", "csv"}) {
            byte[] file = pages.as(Role.COORDINATOR)
                    .get(model + "/framework/export." + format)
                    .getResponse()
                    .getContentAsByteArray();
            String url = open("Copie " + format);
            String page = upload(url, file);
            assertThat(fixture.main(page)).as(format).contains("2 seront ajoutées", "Copie " + format);
            assertThat(framework(url)).as("nothing is kept before it is said").isEmpty();
            enter(page);
            assertThat(framework(url)).isEqualTo(framework(model));
            assertThat(fixture.main(upload(url, file)))
                    .as("the same once more")
                    .doesNotContain("seront ajoutées", "sera ajoutée");
            fixture.post(page + "/undo");
            jobs.runAll();
            assertThat(framework(url)).isEmpty();
        }
    }

    @Test
    void aTargetTypedSinceKeepsItsIndicatorWhenTheFileIsUndone() {
        String url = open("Copie");
        String page = upload(
                url, "Niveau;Résultat;Indicateur\nExtrant;Manuel écrit;Manuels\n".getBytes(StandardCharsets.UTF_8));
        enter(page);
        UUID period = db.sql("SELECT id FROM cooperation.project_period ORDER BY starts_on LIMIT 1")
                .query(UUID.class)
                .single();
        fixture.post(
                url + "/results/" + fixture.only("project_indicator") + "/" + period + "/target",
                "version=0",
                "target.number=2");
        fixture.post(page + "/undo");
        jobs.runAll();
        assertThat(framework(url)).isEqualTo("OUTPUT | Manuel écrit | Manuels | QUANTITY | f | t | 2");
        assertThat(fixture.main(page)).contains("Manuels");
    }

    @Test
    void aFundersFileSaysWhatIsNotUnderstood() {
        String url = open("Bailleur", "level2=Outcome 1000");
        String file = """
                Niveau;Résultat attendu;Indicateur;Données de base;Cibles;Moyens de vérification
                Impact;Droits respectés;Part des usines;60 %;;
                Outcome 1000 (court terme);Capacité renforcée;Nombre de déléguées;4,5 déléguées;2031: 30;Listes
                ;;Avis des déléguées;Elles se taisent;;
                Pilier;Autre effet;;;;
                Activité;Animer des ateliers;Ateliers;;;
                """;
        String page = upload(url, ("Titre du bailleur;;;;;\n" + file).getBytes(StandardCharsets.UTF_8));
        assertThat(fixture.main(page + "?show=remarks"))
                .contains(
                        "Données de base – « 60 % » n’est pas un chiffre de cet indicateur",
                        "« 4,5 déléguées » n’est pas un chiffre",
                        "Le projet n’a pas de période « 2031 »",
                        "« Pilier » n’est pas un niveau de ce projet",
                        "Choisissez un résultat qui se mesure");
        enter(page);
        assertThat(framework(url)).isEqualTo("""
                ACTIVITY | Animer des ateliers | Autre effet
                IMMEDIATE | Autre effet | Droits respectés
                IMMEDIATE | Capacité renforcée | Droits respectés | Avis des déléguées | QUALITATIVE | f | f
                IMMEDIATE | Capacité renforcée | Droits respectés | Nombre de déléguées | QUANTITY | déléguées | t | t | Listes
                ULTIMATE | Droits respectés | Part des usines | RATIO | f | t""");
        MvcTestResult aside = pages.as(Role.BOARD_MEMBER).get(URL);
        assertThat(aside).hasStatus(403);
    }

    @Test
    void anotherProjectGivesItsWordsAndNotItsFigures() {
        String model = model();
        String url = open("Nouveau");
        assertThat(fixture.main(url + "/framework")).contains("Reprendre le cadre d’un autre projet", "Modèle");
        String from = "model=" + model.substring(model.lastIndexOf('/') + 1);
        fixture.post(url + "/framework/copy", from);
        assertThat(framework(url)).isEqualTo("""
                IMMEDIATE | Capacité renforcée | Droits respectés | Nombre de déléguées formées | QUANTITY | déléguées | t | t | Feuilles de présence | Compte à la porte | Chaque atelier | La coordination
                ULTIMATE | Droits respectés | Part des usines inspectées | RATIO | f | t""");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/framework/copy", from))
                .as("twice")
                .hasStatus(422);
        assertThat(fixture.main(url + "/framework")).doesNotContain("Reprendre le cadre d’un autre projet");
    }
}
