package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.MailText;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What readers see of our letters: the letter itself, light and dark, and a union's page of a kit in three languages. */
@JourneyTest
class OutreachJourneyTest extends NewsletterScenario {

    private static final Pattern KIT = Pattern.compile("http://localhost:8080(/outreach/relay/link/[\\w-]{43})");

    private static final String LONG_ADDRESS =
            "https://orga.example/" + "une-page-dont-l-adresse-est-bien-trop-longue/".repeat(3) + "?de=infolettre";

    @Autowired
    private BrowserUser visitor;

    @AfterEach
    void kits() {
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
    }

    @Test
    void eachBlockIsReadableLightAndDarkOnAnyWidth() throws Exception {
        String issue = begin("fr");
        pages.as(Role.STAFF).post(issue + "/blocks", "kind=APPEAL");
        pages.as(Role.STAFF).post(issue + "/blocks", "kind=RELAY");
        write(issue, "SUBJECT", "title-fr=Ce que novembre a permis");
        write(
                issue,
                "LEAD",
                "body-fr=Bonjour à toutes et à tous,\n\nVoici ce qui s’est fait ce mois-ci\u00a0: " + LONG_ADDRESS);
        write(
                issue,
                "ARTICLE",
                "title-fr=Trois ateliers sur la négociation des conventions collectives",
                "body-fr=Les ateliers ont réuni 64 personnes\u00a0:\n- à Québec\n- à Rimouski\n- à Gatineau",
                "url=https://orga.example/ateliers");
        write(
                issue,
                "APPEAL",
                "title-fr=Écrire à la ministre avant le 12 décembre",
                "body-fr=Une lettre est prête\u00a0: deux minutes suffisent.",
                "url=https://orga.example/lettre");
        write(
                issue,
                "DATE",
                "title-fr=Assemblée de solidarité",
                "body-fr=Au 12, rue des Érables, à 18 h 30.",
                "happens=2026-12-10",
                "url=https://orga.example/assemblee");
        write(
                issue,
                "RELAY",
                "title-fr=La grève des ouvrières du textile continue",
                "body-fr=Elles demandent un salaire qui permet de vivre.",
                "url=https://orga.example/greve");
        confirm(issue);
        jobs.runAll();
        String letter = html(received(address("bao")));
        for (int width : new int[] {320, 600}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                look(letter, new BrowserLook(width, scheme, "fr-CA"));
            }
        }
    }

    /** On a telephone and in a window, in French, English and Spanish, without an account. */
    @Test
    void unionAnswersOnItsPageInItsLanguage() throws Exception {
        fixture.isPublished(ana);
        String kit = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/relay/new",
                        "title=Salaire viable",
                        "body=Un chandail sur dix est cousu sous le salaire qui permet de vivre.\n\nParlez-en.",
                        "licence=Libre de reprise",
                        "segment=" + segment.replaceFirst(".*/", "")));
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        Matcher link = KIT.matcher(MailText.plain(received(address("ana"))));
        assertThat(link.find()).isTrue();
        for (BrowserLook look : List.of(
                new BrowserLook(390, ColorScheme.DARK, "es-MX"),
                new BrowserLook(390, ColorScheme.LIGHT, "fr-CA"),
                new BrowserLook(1280, ColorScheme.LIGHT, "en-CA"))) {
            String language = look.language().substring(0, 2);
            Page page = Chromium.open(look);
            page.navigate(visitor.urlOf(link.group(1)));
            if (page.locator("nav a[hreflang=" + language + "]").count() > 0) {
                page.locator("nav a[hreflang=" + language + "]").first().click();
            }
            page.locator("html[lang^=" + language + "]").waitFor();
            new JourneyScreenshots(page, look, "relay").checkAndSave("01-kit");
            if (look.width() == 390 && language.equals("fr")) {
                page.locator("[name=answer][value=TAKEN]").check();
                page.waitForTimeout(2_100);
                page.locator("main form button[type=submit]").click();
                page.locator("[role=status]").waitFor();
                new JourneyScreenshots(page, look, "relay").checkAndSave("02-answered");
            }
            page.context().close();
        }
        assertThat(main(kit)).contains("Syndicat A");
    }

    @Test
    void segmentAndPassportsHoldOnATelephone() {
        String passport = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/congress/passports/new",
                        "title=Pour un salaire viable",
                        "why-fr=Attendu que le salaire ne suffit pas",
                        "resolved-fr=Que la centrale appuie un salaire viable"));
        BrowserLook look = new BrowserLook(390, ColorScheme.LIGHT, "fr-CA");
        Page page = visitor.signIn(look, Role.STAFF);
        JourneyScreenshots pictures = new JourneyScreenshots(page, look, "outreach");
        page.navigate(visitor.urlOf(segment));
        pictures.checkAndSave("01-segment");
        assertThat(page.locator("main").textContent()).contains("Sans adresse de courriel");
        page.navigate(visitor.urlOf(segment + "/edit"));
        pictures.checkAndSave("02-segment-form");
        for (String url : List.of("/outreach/congress/passports", passport)) {
            page.navigate(visitor.urlOf(url));
            pictures.checkAndSave("03-passport" + (url.equals(passport) ? "" : "s"));
            assertThat(page.locator("main").textContent()).contains("Pour un salaire viable");
        }
        page.context().close();
    }

    private static void look(String letter, BrowserLook look) {
        Page page = Chromium.open(look);
        page.setContent(letter);
        var pictures = new JourneyScreenshots(page, look, "newsletter");
        Chromium.assertLetterSound(page);
        pictures.save("30-letter");
        if (look.scheme() == ColorScheme.LIGHT) {
            page.evaluate(
                    "['data-ogsc', 'data-ogsb'].forEach(mark => document.documentElement.setAttribute(mark, ''))");
            assertThat(page.locator("li a").count())
                    .as("a link alone is no list")
                    .isZero();
            assertThat(color(page, ".sheet", "background-color"))
                    .as("Outlook on the web, dark")
                    .isEqualTo("rgb(29, 32, 36)");
            Chromium.assertLetterSound(page);
            pictures.save("31-letter-outlook-dark");
        }
        page.context().close();
    }

    private static Object color(Page page, String selector, String property) {
        return page.evalOnSelector(selector, "(each, name) => getComputedStyle(each)[name]", property);
    }
}
