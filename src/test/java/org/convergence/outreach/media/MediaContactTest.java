package org.convergence.outreach.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
}
