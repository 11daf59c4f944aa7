package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.convergence.identity.Role;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A kit for bulletins made of an article has its picture, with words and credit, as long as the people shown agree. */
@ModuleTest
class NewsletterKitTest extends NewsletterScenario {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/outreach/relay/link/[\\w-]{43})");

    @Autowired
    private OrganisationSettings settings;

    private String article = "";

    @AfterEach
    void noKit() {
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
    }

    private String begin() {
        fixture.isPublished(ana);
        String issue = begin("fr");
        write(issue, "ARTICLE", "title-fr=La broderie", "body-fr=On brode.");
        article = block(issue, "ARTICLE");
        MvcTestResult added = mvc.post()
                .uri(article + "/picture")
                .multipart()
                .file("picture", SampleFiles.jpeg(1600, 900))
                .param("version", "0")
                .param("alternative-fr", "Deux mains tiennent une aiguille")
                .param("credit", "Atelier fictif, CC BY 4.0")
                .param("people", "AGREED")
                .param("consent", "formulaires, classeur A")
                .param("until", settings.today().plusDays(5).toString())
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange();
        assertThat(added).as(Pages.text(added)).hasStatus(303);
        return pages.as(Role.STAFF)
                .open(issue)
                .select("a[href*=/outreach/relay/new?from=]:contains(bulletins)")
                .attr("href");
    }

    /** Sends the form as it opens, except for these fields. */
    private MvcTestResult save(String url, String... changes) {
        Map<String, String> fields = new HashMap<>();
        for (Element each : pages.as(Role.STAFF)
                .open(url)
                .select(
                        "main form input:not([type=file]):not([type=checkbox]), main form textarea, [name=take][checked]")) {
            fields.put(each.attr("name"), each.val());
        }
        fields.put("segment", segment.replaceFirst(".*/", ""));
        for (String each : changes) {
            fields.put(each.split("=", 2)[0], each.split("=", 2)[1]);
        }
        return pages.as(Role.STAFF).post(url.replaceFirst("\\?.*", ""), form -> fields.forEach(form::field));
    }

    @Test
    void aKitOfAnArticleTakesItsPictureWithItsWordsItsCreditAndItsConsent() throws Exception {
        String begin = begin();
        Document form = pages.as(Role.STAFF).open(begin);
        assertThat(form.select("[name=alternative]").val()).isEqualTo("Deux mains tiennent une aiguille");
        assertThat(form.select("[name=credit]").val()).isEqualTo("Atelier fictif, CC BY 4.0");
        assertThat(form.select("figure").text()).contains("formulaires, classeur A, jusqu’au");
        assertThat(pages.as(Role.STAFF).get(form.select("figure img").attr("src")))
                .hasStatusOk();
        MvcTestResult saved = save(begin);
        assertThat(saved).as(Pages.text(saved)).hasStatus(303);
        String kit = Pages.location(saved);
        assertThat(main(kit))
                .contains("Atelier fictif, CC BY 4.0", "formulaires, classeur A, jusqu’au", "Voir l’image");
        assertThat(save(kit + "/edit")).as("kept when it is changed").hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        MimeMessage letter = received(address("ana"));
        assertThat(MailText.plain(letter).replace('\u00a0', ' '))
                .contains("Deux mains tiennent", "Atelier fictif, CC BY 4.0", "On brode.");
        assertThat(width(letter)).as("the picture is enclosed").isPositive();
        String link = link(letter);
        assertThat(pages.asStranger().open(link).select("main").text()).contains("Atelier fictif, CC BY 4.0");
        assertThat(pages.asStranger().get(link + "/picture")).hasStatusOk();

        assertThat(pages.as(Role.STAFF).post(article + "/picture/delete")).hasStatus(303);
        assertThat(pages.asStranger().get(link + "/picture")).hasStatus(404);
        assertThat(pages.asStranger().open(link).select("img")).isEmpty();
    }

    private static int width(MimeMessage letter) throws Exception {
        MimeMultipart parts = (MimeMultipart) letter.getContent();
        try (InputStream picture = parts.getBodyPart(parts.getCount() - 1).getInputStream()) {
            return Objects.requireNonNull(ImageIO.read(picture), "a picture").getWidth();
        }
    }

    private static String link(MimeMessage letter) throws Exception {
        Matcher link = LINK.matcher(MailText.plain(letter));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void noLetterLeavesOnceTheConsentEndedUntilTheKitIsWithoutThatPicture() {
        String kit = Pages.location(save(begin()));
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        clock.moveTo(clock.instant().plus(Duration.ofDays(7)));
        carry();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(main(kit))
                .contains("l’accord des personnes est fini")
                .doesNotContain("Proposer aux bulletins", "Voir l’image");
        assertThat(save(kit + "/edit", "before=")).as("without its picture").hasStatus(303);
        assertThat(main(kit)).doesNotContain("l’accord des personnes est fini");
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
    }

    @Test
    void aPictureThatTheWriterDidNotSeeIsRefused() {
        String begin = begin();
        assertThat(save(begin, "take=")).as("left out").hasStatus(303);
        MvcTestResult other = save(begin, "taken=0193a1b2-0000-7000-8000-0000000000f1", "take=true");
        assertThat(other).hasStatus(422);
        assertThat(Pages.text(other)).contains("a changé entre-temps");
    }
}
