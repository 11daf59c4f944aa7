package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A reader without an account reads by a link, under the rules of readers with one (R-EDU-8). */
@ModuleTest
class ReaderLinkTest extends InternshipFixture {

    private static final Pattern LINK = Pattern.compile("(/education/internship/reader/[\\w-]+)");

    @Autowired
    private PersonService persons;

    private PersonId louise = new PersonId(new UUID(0, 0));

    @BeforeEach
    void nameReaderWithoutAccount() {
        louise = person("Louise", "Paradis", "louise@union.example");
        assertThat(save(call + "/edit", 2, "readers=" + louise.value(), "quotas=" + union, "places=1"))
                .hasStatus(303);
    }

    private PersonId person(String given, String family, String mail) {
        List<ContactPoint> points = mail.isEmpty()
                ? List.of()
                : List.of(new ContactPoint(
                        ContactPoint.ContactChannel.MAIL, ContactPoint.ContactSphere.PROFESSIONAL, mail, null));
        try {
            return CurrentActor.callAs(
                    users.actor(Role.COORDINATOR),
                    () -> persons.create(new PersonFacts(given, family, null, null, List.of("fr"), points, null)));
        } catch (Exception refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The link that left. */
    private String invite() throws Exception {
        assertThat(main(call + "/readers/letters")).contains("Louise Paradis", "n’avez pas besoin de compte");
        assertThat(pages.as(staff).post(call + "/readers/letters")).hasStatus(303);
        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE recipient = 'louise@union.example'")
                        .query(String.class)
                        .single())
                .as("the secret is made when the letter leaves")
                .contains("[[link]]");
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
        Matcher link = LINK.matcher(List.of(server.getReceivedMessages()).stream()
                .map(InternshipFixture::plain)
                .filter(each -> each.contains("/education/internship/reader/"))
                .findFirst()
                .orElseThrow());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void lettersSayTheDaysOfTheCallWhenTheyLeave() throws Exception {
        applied();
        apply("Bo Lee", "bo@autre.example", "unionName=Autre");
        assertThat(pages.as(staff).post(call + "/readers/letters")).hasStatus(303);
        LocalDate day = db.sql("UPDATE education.internship_call SET closes_on = closes_on + 1 RETURNING closes_on")
                .query(LocalDate.class)
                .single();
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
        String closes = day.format(DateTimeFormatter.ofPattern(
                day.getDayOfMonth() == 1 ? "'1er' MMMM yyyy" : "d MMMM yyyy", Locale.CANADA_FRENCH));
        assertThat(List.of(server.getReceivedMessages()))
                .extracting(InternshipFixture::plain)
                .as("the first letter of a file that was sent does not leave")
                .hasSize(3)
                .allMatch(each -> each.replace('\u00a0', ' ').contains(closes) && !each.contains("[["));
    }

    private MvcTestResult scoreBy(String link, String file, int points) {
        return post(link + "/files/" + file, "internship-reading", "points-" + id("criterion") + "=" + points);
    }

    @Test
    void readsBlindByTheLinkUntilTheDecision() throws Exception {
        applied();
        String file = file("Ana Roy");
        assertThat(main(call)).contains("Louise ParadisSans compte : un lien est à envoyer", "0 de 1 lus");
        String link = invite();
        assertThat(main(call)).contains("Lit par un lien · Parti le").doesNotContain("Envoyer le lien de lecture");
        assertThat(pages.asStranger().get(link + "/files/" + file))
                .as("the call is open")
                .hasStatus(422);
        closed();
        assertThat(text(pages.asStranger().open(link + "?in=en").text())).contains("File 1", "To read");
        assertThat(text(pages.asStranger().open(link + "/files/" + file).text()))
                .contains("Je milite ici.", "Dossier 1")
                .doesNotContain("Ana Roy", "infirmières");
        assertThat(score(first, "Ana Roy", 5)).hasStatus(303);
        assertThat(text(pages.asStranger().open(link).text()))
                .as("no score of the other before both are done")
                .doesNotContain("Les deux lectures");
        assertThat(scoreBy(link, file, 99)).as("too many points").hasStatus(422);
        assertThat(scoreBy(link, file, 7)).hasStatus(303);
        assertThat(text(pages.asStranger().open(link).text())).contains("Les deux lectures : 5 et 7");
        assertThat(main(call)).contains("12 sur 20 (5 et 7)", "1 de 1 lus");
        assertThat(scoreBy(link, file, 8))
                .as("both are done; the public page says so")
                .hasStatus(422)
                .bodyText()
                .contains("sheet-frame");
        assertThat(pages.as(staff)
                        .post(call + "/decide", "version=3", "on=" + settings.today(), "file-" + file + "=CHOSEN"))
                .hasStatus(303);
        assertThat(pages.asStranger().get(link)).as("ends with the decision").hasStatus(404);
        assertThat(count("reader_link")).isZero();
    }

    @Test
    void refusesColleaguesAndAcquaintancesByTheLinkToo() throws Exception {
        applied();
        String file = file("Ana Roy");
        String link = invite();
        closed();
        assertThat(post(link + "/files/" + file + "/recuse", "internship-reading", "relationship=Ma sœur"))
                .hasStatus(303);
        assertThat(scoreBy(link, file, 5)).as("declared").hasStatus(422);
        db.sql("DELETE FROM education.internship_reading").update();
        db.sql(
                        "INSERT INTO directory.people_function (id, person, organisation, title) VALUES (gen_random_uuid(), ?, ?, 'Déléguée')")
                .params(louise.value(), UUID.fromString(union))
                .update();
        assertThat(scoreBy(link, file, 5)).as("a colleague").hasStatus(422);
        assertThat(Pages.text(pages.asStranger().get(link + "/files/" + file))).contains("Vous avez une fonction");
        assertThat(count("score")).isZero();
        db.sql(
                        "UPDATE education.internship_application SET organisation = NULL, typed_union = 'SYNDICAT des infirmieres'")
                .update();
        assertThat(scoreBy(link, file, 5)).as("a union that was typed").hasStatus(422);
        db.sql("UPDATE education.internship_application SET typed_union = 'Syndicat des infirmières d’ailleurs'")
                .update();
        assertThat(scoreBy(link, file, 5)).hasStatus(303);
    }

    @Test
    void opensNoFileOfAnotherCallNorAfterItIsTakenBack() throws Exception {
        applied();
        String file = file("Ana Roy");
        String link = invite();
        String other = Pages.location(save(LIST + "/new", 0, "places=1", "readers=" + louise.value()));
        pages.as(staff).post(other + "/publish");
        db.sql("UPDATE education.internship_application SET call = ?")
                .param(UUID.fromString(other.replaceFirst(".*/", "")))
                .update();
        closed();
        assertThat(pages.asStranger().get(link + "/files/" + file))
                .as("of another call")
                .hasStatus(404);
        assertThat(post(link + "/files/" + file, "internship-reading", "points=5"))
                .hasStatus(404);
        String revoke = Objects.requireNonNull(pages.as(staff)
                        .open(call)
                        .select("form[action$=/revoke]")
                        .first())
                .attr("action");
        assertThat(pages.as(staff).post(revoke)).hasStatus(303);
        assertThat(pages.asStranger().get(link)).hasStatus(404);
        assertThat(main(call)).contains("Envoyer le lien de lecture à 1 personne");
    }

    @Test
    void namesReadersWhoCannotBeReachedWhenTheCallIsPublished() {
        PersonId karim = person("Karim", "Haddad", "");
        String other = Pages.location(save(LIST + "/new", 0, "places=1", "readers=" + karim.value()));
        MvcTestResult published = pages.as(staff).post(other + "/publish");
        assertThat(published).hasStatus(303);
        assertThat(Pages.notice(published)).contains("internship.published.unreachable");
        assertThat(main(other)).contains("Karim HaddadNi compte ni courriel");
        assertThat(count("call WHERE state = 'PUBLISHED'")).isEqualTo(2);
    }
}
