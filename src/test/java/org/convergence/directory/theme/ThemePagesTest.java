package org.convergence.directory.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dossier gathers what has its words, with what the year added at the top. */
@ModuleTest
class ThemePagesTest {

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noThemes() {
        fixture.clear();
        db.sql("DELETE FROM directory.theme").update();
        today = settings.today();
    }

    private String textile() {
        return fixture.post(
                "/directory/theme/new",
                "name=Textile",
                "words=vêtement; friperie,  Mode rapide",
                "known=Un vêtement sur trois ne sert jamais.",
                "revisedOn=" + today,
                "sources=https://example.org/etude\nÉtude de 2024");
    }

    private void treaty(String code, String title, LocalDate happened) {
        String url = fixture.post(
                "/advocacy/treaty/new", "kind=TREATY", "code=" + code, "title=" + title, "aim=RATIFICATION");
        fixture.post(
                url + "/facts", "fact=OTHER", "day=" + happened, "source=Liste", "checkedOn=" + today, "nextCheckOn=");
    }

    @Test
    void gathersWhatHasItsWordsAndTellsWhatTheYearAdded() {
        String url = textile();
        treaty("C1", "Les vêtements usagés", today.minusDays(20));
        treaty("C2", "Le MODE  RAPIDE", today.minusYears(3));
        treaty("C3", "Les survêtements", today.minusDays(5));
        String page = fixture.main(url);
        assertThat(page)
                .contains("Un vêtement sur trois", "Étude de 2024", "C1, Les vêtements usagés", "C2, Le MODE RAPIDE")
                .doesNotContain("survêtements");
        String year = page.substring(page.indexOf("Ce que l’année a ajouté"), page.indexOf("Ce que nous savons"));
        assertThat(year).contains("Traités et projets de loi : 1", "C1").doesNotContain("C2");
        assertThat(fixture.main("/directory/theme")).contains("Textile", "Relu le");
        assertThat(fixture.main("/search?q=friperie")).contains("Textile");
    }

    @Test
    void showsNoSectionThatItsReaderMayNotRead() {
        String url = textile();
        treaty("C1", "Les vêtements usagés", today.minusDays(20));
        db.sql("""
                        INSERT INTO education.workshop (id, title, theme, minutes, languages, outline, revised_on, published)
                        VALUES (gen_random_uuid(), 'De fil en aiguille', 'Textile', 60, '{fr}', 'Tour de table', ?, false)
                        """).param(today).update();
        try {
            assertThat(fixture.main(url)).contains("De fil en aiguille", "Les vêtements usagés");
            assertThat(pages.as(Role.VOLUNTEER).open(url).select("main").text())
                    .contains("Les vêtements usagés")
                    .doesNotContain("De fil en aiguille", "Modifier");
        } finally {
            db.sql("DELETE FROM education.workshop WHERE title = 'De fil en aiguille'")
                    .update();
        }
    }

    @Test
    void internshipsAndExhibitionsFeedIt() {
        String url = textile();
        for (String state : new String[] {"PUBLISHED", "DRAFT"}) {
            db.sql("""
                            INSERT INTO education.internship_call (id, title_fr, title_en, text_fr, text_en, destination, opens_on,
                                closes_on, decides_on, starts_on, ends_on, places, return_activities, return_by, contact, state)
                            VALUES (gen_random_uuid(), :title, '', 'Cinq semaines dans une friperie.', '', 'Puebla', :day, :day, :day,
                                :day, :day, 1, 0, :day, 'Nadège', :state)
                            """)
                    .param("title", state.equals("DRAFT") ? "Appel en préparation" : "Stage au Mexique")
                    .param("day", today)
                    .param("state", state)
                    .update();
        }
        db.sql("""
                        WITH shown AS (
                            INSERT INTO outreach.exhibition (id, title, panels, insured_value, space_metres, travel_dismount,
                                                             travel_transport, travel_mount, online_since)
                            VALUES (gen_random_uuid(), 'Mains fictives', 12, 9000, 20, 1, 2, 1, :day) RETURNING id),
                        picture AS (
                            INSERT INTO outreach.exhibition_picture (id, exhibition, number, credit, consent, consent_scope)
                            SELECT gen_random_uuid(), id, 1, 'Bao', 'Classeur', 'BOTH' FROM shown RETURNING id)
                        INSERT INTO outreach.exhibition_picture_text (id, picture, language, title, alternative)
                        SELECT gen_random_uuid(), id, 'fr', 'Un matin', 'Une friperie, le rideau à demi levé.' FROM picture
                        """).param("day", today).update();
        try {
            assertThat(fixture.main(url))
                    .contains("Stage au Mexique", "Puebla", "Mains fictives")
                    .doesNotContain("Appel en préparation");
        } finally {
            db.sql("DELETE FROM education.internship_call").update();
            db.sql("DELETE FROM outreach.exhibition WHERE title = 'Mains fictives'")
                    .update();
        }
    }

    @Test
    void refusesASecondDossierATextWithoutDayAndAStaleForm() {
        String url = textile();
        assertThat(pages.as(Role.COORDINATOR).post("/directory/theme/new", "name=TEXTILE"))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/directory/theme/new", "name=Eau", "known=L’eau est un droit.", "revisedOn="))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/directory/theme/new",
                                "name=Eau",
                                "known=L’eau est un droit.",
                                "revisedOn=" + today.plusDays(1)))
                .hasStatus(422);
        fixture.post(url + "/edit", "version=1", "name=Textile", "known=", "revisedOn=" + today);
        assertThat(fixture.main(url)).contains("Ce n’est pas encore écrit");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/edit", "version=1", "name=Textile"))
                .hasStatus(409);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/delete", "version=1"))
                .hasStatus(409);
        fixture.post(url + "/delete", "version=2");
        assertThat(fixture.main("/directory/theme")).contains("Par quel thème commencer?");
    }

    @Test
    void refusesWordsThatAreTooLongOnceJoined() {
        String words =
                IntStream.range(0, 120).mapToObj(each -> "m" + (100 + each)).collect(Collectors.joining(","));
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/directory/theme/new", "name=Eau", "words=" + words.substring(0, 499)))
                .hasStatus(422);
    }

    @Test
    void tellsThePastYearBeforeWhatIsToCome() {
        String url = textile();
        for (int each = 0; each < 9; each++) {
            treaty("F" + each, "Textile à venir", today.plusDays(30 + each));
        }
        treaty("C1", "Textile passé", today.minusDays(20));
        String page = fixture.main(url);
        assertThat(page.substring(page.indexOf("Ce que l’année"), page.indexOf("Ce que nous savons")))
                .contains("C1, Textile passé");
    }
}
