package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.identity.Role;
import org.convergence.platform.access.Token;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * At the moment in which a person is sealed, before any search, nobody outside sees their name where it is doubtful. Each kind
 * of public thing of the example has it once.
 */
@ModuleTest
class SealedNamesLeavePublicPagesTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final List<String> CODE_NAMES = List.of("""
            Alouette Bernache Bruant Buse Canard Cardinal Chouette Cormoran Corneille Cygne Faucon Geai Grive Harfang Huard
            Hirondelle Jaseur Merle Moineau Mouette Paruline Pinson Pluvier
            """.strip().split("\\s+"));

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void example() {
        example.ensure();
    }

    @ParameterizedTest
    @MethodSource("org.convergence.example.PublicKind#kinds")
    void sealingWithdrawsWhatIsPublicBeforeAnySearch(PublicKind kind) {
        String family = family();
        String person = add(family);
        String key = write(kind, "Près de la rue, on menace Ximena " + family + ".");
        if (kind.name().equals("relay kit")) {
            link(UUID.fromString(key));
        }
        List<String> urls =
                kind.urls().stream().map(each -> each.replace("#", key)).toList();
        PageVisitor stranger = pages.asStranger();
        urls.forEach(
                url -> assertThat(isShown(stranger.get(url), family)).as(url).isTrue());
        seal(person);
        urls.forEach(
                url -> assertThat(isShown(stranger.get(url), family)).as(url).isFalse());

        PageVisitor coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.open(person).text())
                .as("the person's page lists what was withdrawn")
                .contains("Retiré du public");
        record WithheldPage(UUID id, String page) {}
        List<WithheldPage> withheld = db.sql(
                        "SELECT DISTINCT ON (page) id, page FROM platform.shell_withheld WHERE cause = ? ORDER BY page")
                .param(UUID.fromString(person.substring(person.lastIndexOf('/') + 1)))
                .query(WithheldPage.class)
                .list();
        assertThat(withheld).isNotEmpty();
        for (WithheldPage each : withheld) {
            assertThat(Pages.text(coordinator.get(each.page())))
                    .as(each.page())
                    .contains(each.page().equals("/outreach/website") ? "<main" : "Retiré du public");
            assertThat(coordinator.post(person + "/withheld/" + each.id() + "/show"))
                    .hasStatus(303);
        }
        assertThat(isShown(stranger.get(urls.get(0)), family)).as("shown again").isTrue();
    }

    /** Whether an answer has the name; a picture has it in its words, and is shown or not. */
    private static boolean isShown(MvcTestResult answer, String name) {
        String type = answer.getResponse().getContentType();
        return (type != null && type.startsWith("image/")) || Pages.text(answer).contains(name);
    }

    @Test
    void sealingWithholdsLettersThatWaitWithTheName() {
        String family = family();
        String person = add(family);
        UUID letter = UUID.randomUUID();
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                        VALUES (?, 'sam@exemple.org', 'Nouvelles', ?, 'test', now(), now() + interval '1 day')
                        """)
                .params(letter, "Près de la rue, on menace Ximena\u200b%20" + family + ".")
                .update();
        seal(person);
        assertThat(db.sql("SELECT state || ' ' || problem FROM platform.mail_message WHERE id = ?")
                        .param(letter)
                        .query(String.class)
                        .single())
                .isEqualTo("WITHHELD mail.withheld.named");
    }

    @Test
    void sealingStopsIssueThatWaitsForItsHour() {
        String family = family();
        String person = add(family);
        UUID issue = UUID.randomUUID();
        db.sql("""
                        INSERT INTO outreach.newsletter (id, state, languages, segment, created_at, leaves_at, confirmed_by, confirmed_name)
                        SELECT ?, 'CONFIRMED', '{fr}', id, now(), now() + interval '1 day', id, 'Ines' FROM directory.segment LIMIT 1
                        """).param(issue).update();
        db.sql("""
                        INSERT INTO outreach.newsletter_edition (id, newsletter, language, subject, content)
                        VALUES (gen_random_uuid(), ?, 'fr', 'Nouvelles', ?)
                        """)
                .params(issue, "{\"blocks\":[{\"text\":\"autobus 55, Ximena  " + family + "\"}]}")
                .update();
        seal(person);
        assertThat(db.sql("SELECT state || ' ' || pause_reason FROM outreach.newsletter WHERE id = ?")
                        .param(issue)
                        .query(String.class)
                        .single())
                .isEqualTo("DRAFT newsletter.named");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/outreach/newsletter/" + issue)
                        .text())
                .contains("Cette infolettre est arrêtée", "Retiré du public");
    }

    @Test
    void enteringPersonUnderCodeNameWithdrawsToo() {
        String family = family();
        PublicKind event = PublicKind.kinds().findFirst().orElseThrow();
        String url = "/public/event/" + write(event, "On menace Ximena " + family + ".");
        assertThat(Pages.text(pages.asStranger().get(url))).contains(family);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/directory/protection/new",
                                "codeName=" + CODE_NAMES.get(PEOPLE.get()),
                                "givenName=Ximena",
                                "familyName=" + family))
                .hasStatus(303);
        assertThat(pages.asStranger().get(url)).hasStatus(410);
        assertThat(pages.asStranger().get(url.toUpperCase(Locale.ROOT).replace("/PUBLIC/EVENT/", "/public/event/")))
                .as("the same id in capitals")
                .hasStatus(410);
    }

    private String write(PublicKind kind, String words) {
        return db.sql(kind.write()).param("words", words).query(String.class).list().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("The example has no " + kind));
    }

    private void link(UUID relay) {
        db.sql(
                        "UPDATE outreach.relay SET person = (SELECT id FROM directory.people_person ORDER BY id LIMIT 1) WHERE id = ?")
                .param(relay)
                .update();
        db.sql("INSERT INTO outreach.relay_link (id, relay, token, made_at) VALUES (gen_random_uuid(), ?, ?, now())")
                .params(relay, Token.hashOf(PublicKind.RELAY_LINK))
                .update();
    }

    private static String family() {
        return "Tlaxcal" + "abcdefghijklmnopqrstuvwxyz".charAt(PEOPLE.getAndIncrement()) + "mec";
    }

    /** Adds a person, and returns the address of their page once they are sealed. */
    private String add(String family) {
        String record = Pages.location(pages.as(Role.COORDINATOR)
                .post("/directory/people/persons/new", "givenName=Ximena", "familyName=" + family));
        return "/directory/protection/persons/" + record.substring(record.lastIndexOf('/') + 1);
    }

    private void seal(String person) {
        String codeName = CODE_NAMES.get(PEOPLE.get());
        assertThat(pages.as(Role.COORDINATOR)
                        .post(person + "/seal", "codeName=" + codeName, "understood=yes", "version=1"))
                .hasStatus(303);
    }
}
