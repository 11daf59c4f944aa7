package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A picture of a block: its words and its credit are required, and it is seen as long as the people shown agree. */
@ModuleTest
class NewsletterPictureTest extends NewsletterScenario {

    @Autowired
    private OrganisationSettings settings;

    private MvcTestResult add(String block, byte[] file, String alternative, String consent, String until) {
        return mvc.post()
                .uri(block + "/picture")
                .multipart()
                .file("picture", file)
                .param("version", "0")
                .param("alternative-fr", alternative)
                .param("credit", "Atelier fictif, CC BY 4.0")
                .param("people", consent.isEmpty() ? "NOBODY" : "AGREED")
                .param("consent", consent.replace("-", ""))
                .param("until", until)
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange();
    }

    private String issueWithPicture(String until) {
        return issueWithPicture("ARTICLE", until);
    }

    private String issueWithPicture(String kind, String until) {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        write(issue, "ARTICLE", "title-fr=La broderie", "body-fr=On brode.");
        MvcTestResult added = add(
                block(issue, kind),
                SampleFiles.jpeg(1600, 900),
                "Deux mains tiennent une aiguille",
                "formulaires, classeur A",
                until);
        assertThat(added).as(Pages.text(added)).hasStatus(303);
        return issue;
    }

    private Element imageOf(String html) {
        return Objects.requireNonNull(Jsoup.parse(html).selectFirst("img"));
    }

    private String pathOf(Element image) {
        assertThat(image.attr("src")).startsWith("http://localhost:8080/public/newsletter/pictures/");
        return image.attr("src").replace("http://localhost:8080", "");
    }

    @Test
    void aPictureIsInLetterAndArchiveAtOneAddressForAllReaders() throws Exception {
        String issue = issueWithPicture("");
        assertThat(pages.as(Role.STAFF).open(issue).select("main figure img").attr("alt"))
                .isEqualTo("Deux mains tiennent une aiguille");
        MvcTestResult preview = pages.as(Role.STAFF).get(issue + "/mail.html?language=fr");
        assertThat(imageOf(Pages.text(preview)).attr("width")).isEqualTo("536");
        assertThat(String.valueOf(preview.getResponse().getHeader("Content-Security-Policy")))
                .contains("img-src http://localhost:8080;");
        confirm(issue);
        jobs.runAll();
        var letter = received(address("bao"));
        assertThat(MailText.plain(letter).replace('\u00a0', ' '))
                .contains("[Deux mains tiennent une aiguille]", "Image : Atelier fictif, CC BY 4.0", "On brode.");
        Element image = imageOf(html(letter));
        assertThat(image.attr("alt")).isEqualTo("Deux mains tiennent une aiguille");
        assertThat(image.attr("height")).isEqualTo("302");
        assertThat(imageOf(html(received(address("ana")))).attr("src"))
                .as("no address of one reader")
                .isEqualTo(image.attr("src"));
        MvcTestResult file = pages.asStranger().get(pathOf(image));
        assertThat(file).hasStatusOk().hasHeader("Cross-Origin-Resource-Policy", "cross-origin");
        assertThat(file.getResponse().getContentType()).isEqualTo("image/jpeg");
        assertThat(file.getResponse().getCookies()).isEmpty();

        schedule.runWithoutMail();
        assertThat(pages.as(Role.STAFF).post(issue + "/archive")).hasStatus(303);
        assertThat(archived().select("article img").attr("alt")).isEqualTo("Deux mains tiennent une aiguille");
        MvcTestResult copy = pages.as(Role.STAFF).post(issue + "/copy");
        assertThat(Pages.notice(copy)).contains("newsletter.copied.pictures");
        assertThat(main(Pages.location(copy))).contains("On brode.").doesNotContain("Atelier fictif");
        assertThat(pages.as(Role.STAFF).post(block(issue, "ARTICLE") + "/picture/delete"))
                .hasStatus(303);
        assertThat(pages.asStranger().get(pathOf(image))).hasStatus(404);
        assertThat(archived().select("article").text()).contains("On brode.").doesNotContain("aiguille", "Atelier");
    }

    private Document archived() {
        return pages.asStranger()
                .open(pages.asStranger()
                        .open("/public/website/archive")
                        .select("main a:contains(Nouvelles)")
                        .attr("href"));
    }

    @Test
    void refusesAPictureWithoutWordsConsentOrPixels() {
        String issue = begin("fr");
        String block = block(issue, "ARTICLE");
        assertThat(add(block, SampleFiles.jpeg(40, 30), "", "", ""))
                .as("no words")
                .hasStatus(422);
        MvcTestResult unsaid = add(block, SampleFiles.jpeg(40, 30), "Deux mains", "-", "");
        assertThat(unsaid).as("consent without a place").hasStatus(422);
        assertThat(Pages.text(unsaid)).contains("Dites où leur accord est gardé");
        assertThat(add(block, "x".getBytes(java.nio.charset.StandardCharsets.UTF_8), "Deux mains", "", ""))
                .as("no picture")
                .hasStatus(422);
        assertThat(add(block(issue, "SUBJECT"), SampleFiles.jpeg(40, 30), "Deux mains", "", ""))
                .hasStatus(404);
        assertThat(pages.as(Role.BOARD_MEMBER).get(block + "/picture")).hasStatus(403);
        assertThat(db.sql("SELECT count(*) FROM outreach.newsletter_picture")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPictureGoesWithItsConsent() throws Exception {
        LocalDate today = settings.today();
        String draft = issueWithPicture(today.minusDays(1).toString());
        assertThat(main(draft)).contains("L’accord des personnes sur une image est échu");
        assertThat(confirm(draft)).hasStatus(422);
        db.sql("DELETE FROM outreach.newsletter").update();

        String issue = issueWithPicture(today.toString());
        confirm(issue);
        jobs.runAll();
        Element image = imageOf(html(received(address("bao"))));
        assertThat(pages.asStranger().get(pathOf(image))).hasStatusOk();
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        assertThat(pages.asStranger().get(pathOf(image))).hasStatus(404);
        schedule.runWithoutMail();
        assertThat(db.sql("SELECT string_agg(content, '') FROM outreach.newsletter_edition")
                        .query(String.class)
                        .single())
                .contains("On brode.")
                .doesNotContain("aiguille");
    }

    @Test
    void aPictureOfADraftIsSeenByItsWritersAndInTestLetters() {
        String issue = issueWithPicture("");
        String path = pathOf(imageOf(Pages.text(pages.as(Role.STAFF).get(issue + "/mail.html?language=fr"))));
        assertThat(pages.asStranger().get(path)).as("a draft is not out").hasStatus(404);
        assertThat(pages.as(Role.STAFF).get(path)).as("its preview").hasStatusOk();
        UUID author = users.actor(Role.STAFF).id();
        db.sql("INSERT INTO identity.account (id, version, mail, name, created_at) VALUES (?, 1, ?, 'Camille', now())")
                .params(author, address("autrice"))
                .update();
        try {
            assertThat(pages.as(Role.STAFF).post(issue + "/test")).hasStatus(303);
        } finally {
            db.sql("DELETE FROM identity.account WHERE id = ?").param(author).update();
        }
        assertThat(pages.asStranger().get(path)).as("in a test letter").hasStatusOk();
        clock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        assertThat(pages.asStranger().get(path)).as("a day later").hasStatus(404);
    }

    @Test
    void aPictureThatCannotBeTakenOutKeepsNoOtherInItsPlace() {
        LocalDate today = settings.today();
        String stuck = issueWithPicture("LEAD", today.toString());
        confirm(stuck);
        db.sql("UPDATE outreach.newsletter_edition SET content = 'unreadable'").update();
        db.sql(
                        "UPDATE outreach.newsletter SET state = 'SENT', number = 1, started_at = now(), ended_at = now() - interval '9 days'")
                .update();
        String issue = issueWithPicture(today.toString());
        confirm(issue);
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        schedule.runWithoutMail();
        assertThat(db.sql(
                                "SELECT b.newsletter::text FROM outreach.newsletter_picture p JOIN outreach.newsletter_block b ON b.id = p.block")
                        .query(String.class)
                        .list())
                .containsExactly(stuck.substring(stuck.lastIndexOf('/') + 1));
    }

    @Test
    void aProgramWritesAnIssueWithAPicture() {
        String body = """
                {"subject": "Par programme", "segment": "%s", "blocks": [{"kind": "LEAD", "text": "Bonjour"}, {"kind": "ARTICLE",
                 "title": "La broderie", "text": "On brode.", "picture": {"file": "%s", "alternative": "%s", "credit": "Atelier fictif"}}]}
                """;
        String recipients = segment.replaceFirst(".*/", "");
        String file = Base64.getEncoder().encodeToString(SampleFiles.jpeg(800, 600));
        assertThat(post(body.formatted(recipients, file, ""))).as("no words").hasStatus(422);
        assertThat(post(body.formatted(recipients, "Zm9v", "Deux mains")))
                .as("no picture")
                .hasStatus(422);
        assertThat(db.sql("SELECT count(*) FROM outreach.newsletter")
                        .query(Integer.class)
                        .single())
                .as("nothing is written of a request that is refused")
                .isZero();
        MvcTestResult written = post(body.formatted(recipients, file, "Deux mains"));
        assertThat(written).as(Pages.text(written)).hasStatus(201);
        String issue = "/outreach/newsletter/"
                + String.valueOf(written.getResponse().getHeader("Location")).replaceFirst(".*/", "");
        assertThat(pages.as(Role.STAFF).open(issue).select("main figure img").attr("alt"))
                .isEqualTo("Deux mains");
        assertThat(main(issue)).contains("Atelier fictif");
    }

    private MvcTestResult post(String body) {
        return api("", body);
    }

    @Test
    void aWithheldPictureOpensNothing() {
        String issue = issueWithPicture("");
        String path = pathOf(imageOf(Pages.text(pages.as(Role.STAFF).get(issue + "/mail.html?language=fr"))));
        confirm(issue);
        assertThat(pages.asStranger().get(path)).hasStatusOk();
        db.sql(
                        "INSERT INTO platform.shell_withheld (id, page, cause, since) SELECT id, '/x', gen_random_uuid(), now() FROM outreach.newsletter_picture")
                .update();
        assertThat(pages.asStranger().get(path)).hasStatus(404);
    }
}
