package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.identity.Role;
import org.convergence.platform.shell.WithheldRecords;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What was handed over to another tool does not go out any more once a person is protected. */
@ModuleTest
class NewsletterHandedOverTest extends NewsletterScenario {

    @Autowired
    private ProtectionService protection;

    @Autowired
    private WithheldRecords withheld;

    @Autowired
    private TransactionTemplate transaction;

    private final UUID sealing = UUID.randomUUID();

    @AfterEach
    void showAgain() {
        withheld.releaseAll(sealing);
    }

    private String handedOver() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        write(issue, "ARTICLE", "title-fr=La teinture", "body-fr=Elle sèche.");
        assertThat(pages.as(Role.STAFF).post(issue + "/elsewhere/hand-over", "version=" + version(issue)))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).get(issue + "/elsewhere/people.csv")).hasStatusOk();
        assertThat(main(issue + "/elsewhere")).contains("Copier le HTML");
        return issue;
    }

    @Test
    void refusesTheListOnceAPersonOfItIsProtected() {
        PersonId person = fixture.someone("Yaretzi", address("yaretzi"), "fr", "Syndicat I", "Communications");
        fixture.consents(person);
        String issue = handedOver();
        fixture.as(() -> {
            protection.seal(person, protection.findVersion(person), "Martinet", List.of());
            return person;
        });
        MvcTestResult list = pages.as(Role.STAFF).get(issue + "/elsewhere/people.csv");
        assertThat(list).hasStatus(422);
        assertThat(Pages.text(list)).contains("ne doit plus servir").doesNotContain("Martinet", "Yaretzi");
        assertThat(main(issue + "/elsewhere"))
                .contains("ne doit plus servir", "C’est envoyé")
                .doesNotContain("Copier le HTML");
        assertThat(pages.as(Role.STAFF).post(issue + "/elsewhere/take-back")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(issue + "/elsewhere/hand-over", "version=" + version(issue)))
                .hasStatus(303);
        assertThat(Pages.text(pages.as(Role.STAFF).get(issue + "/elsewhere/people.csv")))
                .contains(address("ana"))
                .doesNotContain(address("yaretzi"));
    }

    @Test
    void refusesWhatMayNameAProtectedPersonUntilAPersonDecides() {
        String issue = handedOver();
        transaction.executeWithoutResult(status -> withheld.withhold(sealing, words -> words.contains("La teinture")));
        MvcTestResult list = pages.as(Role.STAFF).get(issue + "/elsewhere/people.csv");
        assertThat(list).hasStatus(422);
        assertThat(Pages.text(list)).contains("nomme peut-être");
        assertThat(main(issue + "/elsewhere")).doesNotContain("Copier le HTML", "Télécharger les adresses");
        withheld.releaseAll(sealing);
        assertThat(pages.as(Role.STAFF).get(issue + "/elsewhere/people.csv")).hasStatusOk();
    }
}
