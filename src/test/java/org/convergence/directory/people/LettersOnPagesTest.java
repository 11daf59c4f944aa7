package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** The page of a person or an organisation shows the state of its letters. */
@ModuleTest
class LettersOnPagesTest extends DirectoryPagesFixture {

    @Autowired
    private Outbox outbox;

    @Autowired
    private LetterStatusService statuses;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void showsTheStateOfTheLastLettersToItsAddresses() {
        db.sql("DELETE FROM platform.mail_message").update();
        String person =
                add(PERSONS, new String[] {"givenName", "Nadia", "familyName", "Roy", "point", "nadia@exemple.org"});
        String organisation = organisation("Syndicat du Lac", "point", "lac@exemple.org");
        assertThat(letters(person, Role.COORDINATOR)).isEmpty();
        UUID notice = post("Nadia@Exemple.org", "assembly_convened", "Avis au conseil");
        post("nadia@exemple.org", "handover_passed", "Une passation");
        post("lac@exemple.org", "dues_invoice", "Facture F-12");
        transactions.executeWithoutResult(tx -> {
            outbox.post(new Letter("nadia@exemple.org", "Votre lien", "…", "identity_link", null));
            outbox.post(new Letter("nadia@exemple.org", "Discret", "…", "protection_told", null)
                    .regarding("test", UUID.randomUUID())
                    .hidingSubject());
        });
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> transactions.executeWithoutResult(tx -> statuses.markDelivered(
                        "test", List.of(notice), new LetterDelivery(DeliveryMethod.HAND, settings.today(), null))));

        assertThat(letters(person, Role.COORDINATOR).eachText())
                .satisfiesExactly(
                        passed -> assertThat(passed).contains("Passation", "Une passation", "En attente d’envoi"),
                        told -> assertThat(told)
                                .contains("Avis de convocation", "Avis au conseil", "Remis en main propre le"));
        assertThat(letters(person, Role.STAFF).eachText())
                .as("subjects need the permission for the outbox")
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).doesNotContain("Une passation", "Avis au conseil"));
        assertThat(letters(organisation, Role.COORDINATOR).eachText())
                .singleElement()
                .asString()
                .contains("Facture", "Facture F-12");
        for (int i = 0; i < 6; i++) {
            post("nadia@exemple.org", "dues_reminder", "Rappel " + i);
        }
        assertThat(letters(person, Role.COORDINATOR).eachText()).hasSize(5).allMatch(each -> each.contains("Rappel"));
    }

    private UUID post(String to, String purpose, String subject) {
        UUID record = UUID.randomUUID();
        transactions.executeWithoutResult(
                tx -> outbox.post(new Letter(to, subject, "Bonjour", purpose, null).regarding("test", record)));
        return record;
    }

    private Elements letters(String url, Role role) {
        MvcTestResult page =
                mvc.get().uri(URI.create(url)).with(visitors.as(role)).exchange();
        assertThat(page).hasStatusOk();
        return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .select("section")
                .stream()
                .filter(section -> section.select("h2").text().equals("Lettres"))
                .map(section -> section.select("li"))
                .findFirst()
                .orElseGet(Elements::new);
    }
}
