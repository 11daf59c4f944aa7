package org.convergence.outreach.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a letter of a press release says at the moment when it leaves. */
@ModuleTest
class MediaReleaseLetterTest {

    @Autowired
    private List<BodyCompleter> completers;

    @Autowired
    private TestUsers users;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @Test
    void aLetterThatWaitedPastItsEmbargoNamesNone() {
        users.ensureOrganisation();
        String title = "Le fil " + UUID.randomUUID();
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/outreach/media/releases/new", "title-fr=" + title, "body-fr=Texte.", "version=0"))
                .hasStatus(303);
        UUID release = db.sql("SELECT id FROM outreach.media_release WHERE title_fr = ?")
                .param(title)
                .query(UUID.class)
                .single();
        setEmbargo(release, "1 hour");
        assertThat(terms(release)).startsWith("SOUS EMBARGO");
        setEmbargo(release, "-1 hour");
        assertThat(terms(release)).isEqualTo("POUR PUBLICATION IMMÉDIATE");
        db.sql("DELETE FROM outreach.media_release WHERE id = ?").param(release).update();
    }

    private void setEmbargo(UUID release, String ahead) {
        db.sql("UPDATE outreach.media_release SET embargo_until = now() + CAST(? AS interval) WHERE id = ?")
                .params(ahead, release)
                .update();
    }

    private String terms(UUID release) {
        return completers.stream()
                .filter(each -> each.name().equals("media_release"))
                .findFirst()
                .orElseThrow()
                .complete(release)
                .getOrDefault("terms_fr", "");
    }
}
