package org.convergence.outreach.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.geography.Country;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A press contact gets releases once it is noted where the address is published. */
@ModuleTest
class MediaContactTest {

    private static final String HOME = "/outreach/media";

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    @AfterEach
    void emptyPress() {
        db.sql("DELETE FROM outreach.media_recipient").update();
        db.sql("DELETE FROM outreach.media_release").update();
        db.sql("DELETE FROM outreach.media_contact").update();
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text().replace('\u00a0', ' ');
    }

    @Test
    void theFirstReleaseReachesAContactWhoseAddressIsPublished() {
        people.prepare();
        String mail = UUID.randomUUID() + "@journal.example";
        PersonId jade = people.someone("Jade", mail, "fr", "Le Quotidien fictif", "Journaliste");
        assertThat(pages.as(Role.STAFF)
                        .post(HOME + "/contacts/new", "person=" + jade.value(), "themes=Textile", "version=0"))
                .hasStatus(303);
        assertThat(main(HOME + "/contacts")).contains("Sans consentement : Aucun consentement noté");
        UUID segment = UUID.randomUUID();
        db.sql("INSERT INTO directory.segment (id, name, criteria) VALUES (?, ?, '{presstheme=textile}')")
                .params(segment, "Presse " + segment)
                .update();
        String release = Pages.location(pages.as(Role.STAFF)
                .post(HOME + "/releases/new", "title-fr=Le fil", "body-fr=Texte.", "segment=" + segment, "version=0"));
        assertThat(pages.as(Role.COORDINATOR).post(release + "/send")).hasStatus(422);
        String contact = pages.as(Role.STAFF)
                .open(HOME + "/contacts")
                .select("a[href$=/edit]")
                .attr("href");
        assertThat(pages.as(Role.STAFF)
                        .post(contact, "person=" + jade.value(), "themes=Textile", "publishedAt=son site", "version=1"))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(contact, "person=" + jade.value(), "publishedAt=https://journal.example", "version=1"))
                .as("for which themes")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                contact,
                                "person=" + jade.value(),
                                "themes=Textile",
                                "publishedAt=https://journal.example/equipe",
                                "version=1"))
                .hasStatus(303);
        assertThat(main(HOME + "/contacts")).doesNotContain("Sans consentement");
        assertThat(pages.as(Role.COORDINATOR).post(release + "/send")).hasStatus(303);
        assertThat(db.sql("SELECT recipient FROM platform.mail_message WHERE purpose = 'media_release'")
                        .query(String.class)
                        .list())
                .containsExactly(mail);
        assertThat(db.sql("SELECT source FROM directory.consent_entry WHERE person = ?")
                        .param(jade.value())
                        .query(String.class)
                        .list())
                .containsExactly("https://journal.example/equipe");
    }

    private String post(String url, String... fields) {
        MvcTestResult done = pages.as(Role.COORDINATOR).post(url, fields);
        assertThat(done).as(Pages.text(done)).hasStatus(303);
        return Pages.location(done);
    }

    @Test
    void releaseIsWrittenInAnyLanguage() {
        MvcTestResult empty = pages.as(Role.STAFF).post(HOME + "/releases/new", "version=0");
        assertThat(empty).as("in none").hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(HOME + "/releases/new", "version=0", "title-en=Half"))
                .as("half of one")
                .hasStatus(422);
        String url = post(
                HOME + "/releases/new",
                "title-en=A living wage for all",
                "body-en=Text.",
                "title-es=Un salario digno",
                "body-es=Texto.",
                "version=0");
        assertThat(main(url)).contains("A living wage for all", "Un salario digno");
        post(url + "/issue");
        String address = url.replace("/outreach/media/releases/", "/public/press/");
        assertThat(pages.asStranger().open(address + "?in=es").select("h1").text())
                .isEqualTo("Un salario digno");
        assertThat(pages.asStranger().open(address + "?in=fr").select("h1").text())
                .as("the one that was written first stands in")
                .isEqualTo("A living wage for all");
        assertThat(Pages.text(pages.asStranger().get("/public/feeds/press.atom?in=en")))
                .contains("A living wage for all");
        assertThat(db.sql("SELECT count(*) FROM plan.realisation WHERE title = 'A living wage for all'")
                        .query(Long.class)
                        .single())
                .isPositive();
        post(url + "/take-back");
    }

    @Test
    void countriesOfAContactAreTyped() {
        people.prepare();
        PersonId lia = people.someone("Lia", "lia@deuxrives.example", "fr", "Le Quotidien fictif", "Journaliste");
        MvcTestResult refused = pages.as(Role.STAFF)
                .post(HOME + "/contacts/new", "person=" + lia.value(), "themes=x", "countries=Atlantide", "version=0");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused).replace('\u00a0', ' ')).contains("Aucun pays ne s’appelle « Atlantide »");
        post(HOME + "/contacts/new", "person=" + lia.value(), "themes=x", "countries=Haïti, mexico", "version=0");
        String edit = pages.as(Role.STAFF)
                .open(HOME + "/contacts?country=HT")
                .select("main a[href$=/edit]")
                .attr("href");
        assertThat(pages.as(Role.STAFF)
                        .open(edit)
                        .select("main input[name=countries]")
                        .attr("value"))
                .isEqualTo("Haïti, Mexique");
        assertThat(pages.as(Role.STAFF).open(edit).text()).contains("Au plus 50 pays");
        assertThat(postCountries(edit, lia, 50)).hasStatus(303);
        assertThat(postCountries(edit, lia, 51)).hasStatus(422);
    }

    private MvcTestResult postCountries(String edit, PersonId person, int count) {
        Words french = Messages.load().in(Language.FRENCH, ZoneOffset.UTC);
        String names = Country.findAll(french).stream()
                .limit(count)
                .map(each -> each.name(french))
                .collect(Collectors.joining(", "));
        return pages.as(Role.STAFF)
                .post(edit, "person=" + person.value(), "themes=x", "countries=" + names, "version=1");
    }
}
