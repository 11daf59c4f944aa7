package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.domain.NewsletterPicture;
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
    private static final String SECRET = "relay-link-of-this-test";

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

    /**
     * A kind of public thing.
     *
     * @param write an UPDATE of one record with {@code :words}, which returns what stands for {@code #} in the addresses
     */
    private record PublicKind(String name, String write, List<String> urls) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<PublicKind> kinds() {
        return Stream.of(
                kind(
                        "event",
                        "UPDATE outreach.event SET about = :words WHERE id = (SELECT id FROM outreach.event WHERE announced_at IS NOT NULL"
                                + " AND state <> 'DRAFT' ORDER BY announced_at DESC LIMIT 1) RETURNING id::text",
                        "/public/event/#",
                        "/public/feeds/event.json"),
                kind(
                        "gathering",
                        "UPDATE outreach.congress_gathering SET title = :words, shown = true, published_at = now(), expected = false, cancelled_on = NULL,"
                                + " begins_on = current_date, ends_on = current_date + 30 WHERE id = (SELECT id FROM outreach.congress_gathering"
                                + " WHERE begins_on <= current_date + 30 ORDER BY id LIMIT 1) RETURNING id::text",
                        "/public/website/calendar",
                        "/public/embed/calendar",
                        "/public/feeds/congress.atom",
                        "/public/feeds/congress.ics"),
                kind(
                        "position",
                        "UPDATE advocacy.position SET title = :words, url = 'https://exemple.org/p' WHERE id = (SELECT id FROM advocacy.position"
                                + " WHERE published_on IS NOT NULL ORDER BY published_on DESC LIMIT 1) RETURNING id::text",
                        "/public/feeds/position.json"),
                kind(
                        "release",
                        "UPDATE outreach.media_release SET body_fr = :words WHERE id = (SELECT id FROM outreach.media_release"
                                + " WHERE issued_at IS NOT NULL AND (embargo_until IS NULL OR embargo_until < now()) LIMIT 1) RETURNING id::text",
                        "/public/press/#?in=fr",
                        "/public/feeds/press.json"),
                kind(
                        "appeal",
                        "UPDATE resources.appeal SET french_text = :words WHERE id = (SELECT id FROM resources.appeal"
                                + " WHERE opens_on <= current_date AND (closes_on IS NULL OR closes_on >= current_date) LIMIT 1) RETURNING code",
                        "/public/appeal/#?in=fr",
                        "/public/feeds/appeal.json"),
                kind(
                        "issue",
                        "UPDATE outreach.newsletter_edition SET subject = :words WHERE id = (SELECT id FROM outreach.newsletter_public_edition"
                                + " WHERE language = 'fr' ORDER BY sent_at DESC LIMIT 1)"
                                + " RETURNING (SELECT number::text FROM outreach.newsletter n WHERE n.id = newsletter)",
                        "/public/website/archive",
                        "/public/website/archive/#?in=fr",
                        "/public/feeds/newsletter.atom"),
                kind(
                        "picture of an issue",
                        "WITH one AS (SELECT p.id FROM outreach.newsletter_picture p JOIN outreach.newsletter_block b ON b.id = p.block"
                                + " JOIN outreach.newsletter n ON n.id = b.newsletter WHERE n.state <> 'DRAFT'"
                                + " AND (p.consent_until IS NULL OR p.consent_until >= current_date) ORDER BY p.id LIMIT 1)"
                                + " UPDATE outreach.newsletter_picture SET credit = left(:words, 200) WHERE id = (SELECT id FROM one)"
                                + " RETURNING id::text",
                        NewsletterPicture.PATH + "#"),
                kind(
                        "what we do",
                        "UPDATE outreach.website_settings SET about_fr = :words RETURNING id::text",
                        "/public/website?in=fr"),
                kind(
                        "tool",
                        "UPDATE education.tool SET description = :words WHERE id = (SELECT t.id FROM education.tool t JOIN education.tool_edition e"
                                + " ON e.tool = t.id WHERE t.made_by IS NULL AND e.address IS NOT NULL AND e.published_on <= current_date"
                                + " AND NOT EXISTS (SELECT FROM education.tool_consent) OR t.made_by IS NULL AND e.address IS NOT NULL LIMIT 1)"
                                + " RETURNING id::text",
                        "/public/tools"),
                kind(
                        "workshop",
                        "UPDATE education.workshop SET outline = :words WHERE id = (SELECT id FROM education.workshop"
                                + " WHERE published AND retired_on IS NULL LIMIT 1) RETURNING id::text",
                        "/public/workshops"),
                kind(
                        "evaluation",
                        "UPDATE education.workshop SET title = :words WHERE id = (SELECT workshop FROM education.workshop_session"
                                + " WHERE state IN ('PLANNED', 'HELD') AND closed_on IS NULL LIMIT 1)"
                                + " RETURNING (SELECT s.id::text FROM education.workshop_session s WHERE s.workshop = education.workshop.id"
                                + " AND s.state IN ('PLANNED', 'HELD') AND s.closed_on IS NULL LIMIT 1)",
                        "/public/evaluation/#"),
                kind(
                        "internship call",
                        "UPDATE education.internship_call SET text_fr = :words WHERE id = (SELECT id FROM education.internship_call"
                                + " WHERE state <> 'DRAFT' LIMIT 1) RETURNING id::text",
                        "/education/internship/apply/#?in=fr"),
                kind(
                        "volunteer task",
                        "UPDATE plan.volunteering_task SET detail = :words WHERE id = (SELECT id FROM plan.volunteering_task LIMIT 1)"
                                + " RETURNING id::text",
                        "/public/volunteering/#"),
                kind(
                        "exhibition",
                        "UPDATE outreach.exhibition SET title = :words WHERE id = (SELECT id FROM outreach.exhibition"
                                + " WHERE online_since IS NOT NULL LIMIT 1) RETURNING id::text",
                        "/public/exhibition/#",
                        "/public/exhibition/#/panels"),
                kind(
                        "photograph",
                        "UPDATE outreach.exhibition_picture_text SET caption = :words WHERE picture = (SELECT p.id FROM outreach.exhibition_picture p"
                                + " JOIN outreach.exhibition e ON e.id = p.exhibition WHERE e.online_since IS NOT NULL AND p.withdrawn_on IS NULL"
                                + " AND p.document IS NOT NULL AND p.consent_scope <> 'PANELS'"
                                + " AND (p.consent_until IS NULL OR p.consent_until > current_date + 30) ORDER BY p.number LIMIT 1)"
                                + " RETURNING (SELECT p.exhibition || '/' || p.number FROM outreach.exhibition_picture p WHERE p.id = picture)",
                        "/public/exhibition/#?in=fr"),
                kind(
                        "relay kit",
                        "WITH one AS (SELECT r.id, r.kit FROM outreach.relay r ORDER BY r.id LIMIT 1),"
                                + " link AS (UPDATE outreach.relay_text SET body = :words WHERE kit IN (SELECT kit FROM one))"
                                + " UPDATE outreach.relay_kit SET body = :words, source = NULL WHERE id IN (SELECT kit FROM one)"
                                + " RETURNING (SELECT id::text FROM one)",
                        "/outreach/relay/link/" + SECRET));
    }

    private static PublicKind kind(String name, String write, String... urls) {
        return new PublicKind(name, write, List.of(urls));
    }

    @ParameterizedTest
    @MethodSource("kinds")
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
        urls.forEach(url -> assertThat(isShown(stranger.get(url), family)).as(url).isTrue());
        seal(person);
        urls.forEach(url -> assertThat(isShown(stranger.get(url), family)).as(url).isFalse());

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
        return type != null && type.startsWith("image/") || Pages.text(answer).contains(name);
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
        PublicKind event = kinds().findFirst().orElseThrow();
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
                .params(relay, Token.hashOf(SECRET))
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
