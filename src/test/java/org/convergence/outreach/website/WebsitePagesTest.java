package org.convergence.outreach.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The forms of the website: an address confirms, then a consent or a prospect comes of it. */
@ModuleTest
class WebsitePagesTest extends WebsiteFormFixture {

    /** Vector 1 for this form: a scanner opens the link, the person confirms twice. */
    @Test
    void subscriptionBecomesConsentOnceItsAddressConfirms() throws Exception {
        String name = "paz" + UUID.randomUUID().toString().substring(0, 8);
        String mail = name.toUpperCase(Locale.ROOT) + "@Exemple.example";
        MvcTestResult framed = pages.asStranger().get("/public/embed/subscribe?in=es");
        assertThat(Pages.text(framed)).contains("Suscribirse al boletín", "noticias y los anuncios");
        assertThat(framed.getResponse().getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'self' " + SITE)
                .doesNotContain("'none'; manifest");
        assertThat(framed.getResponse().getHeaders("Set-Cookie"))
                .as("no cookie in a frame")
                .isEmpty();
        assertThat(pages.asStranger()
                        .get("/public/website/subscribe")
                        .getResponse()
                        .getHeader("Content-Security-Policy"))
                .as("a page outside /public/embed is in no frame")
                .contains("frame-ancestors 'none'");

        String[] typed = {"mail=" + mail, "agree=true"};
        assertThat(send("/public/embed/subscribe?in=es", "subscribe", 0, typed))
                .as("a robot")
                .hasStatus(422);
        assertThat(send("/public/embed/subscribe?in=es", "subscribe", 30, "mail=" + mail))
                .as("without the box")
                .hasStatus(422);
        MvcTestResult sent = send("/public/embed/subscribe?in=es", "subscribe", 30, typed);
        assertThat(sent).hasStatus(303);
        assertThat(sent.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(sent.getResponse().getHeader("Location")).isEqualTo("/public/embed/subscribe?in=es&done=1");
        assertThat(Pages.text(pages.asStranger().get("/public/embed/subscribe?in=es&done=1")))
                .contains("Por ahora nuestros correos no salen");
        assertThat(count("directory.people_person WHERE display_name = '" + name + "'"))
                .as("nobody enters the directory unconfirmed")
                .isZero();

        String link = onlyLink();
        pages.asStranger().get(link);
        assertThat(Pages.text(pages.asStranger().get(link)))
                .as("what is confirmed stands above the button")
                .contains("Sí, me suscribo", "Acepto recibir", "12, rue des Érables");
        assertThat(count("directory.people_person WHERE display_name = '" + name + "'"))
                .isZero();
        assertThat(pages.asStranger().post(link)).hasStatus(303);
        assertThat(pages.asStranger().post(link)).hasStatus(303);
        assertThat(Pages.text(pages.asStranger().get(link))).contains("¡Gracias!");
        assertThat(db.sql("""
                        SELECT c.wording FROM directory.consent_entry c JOIN outreach.website_request r ON r.person = c.person
                        WHERE c.purpose = 'NEWS' AND c.basis = 'EXPRESS' AND c.method = 'FORM' AND r.state = 'DONE'
                        """).query(String.class).single())
                .contains("Acepto recibir", "Podrá darse de baja", "12, rue des Érables", "514 555-0100");
        assertThat(pages.as(Role.STAFF).open("/outreach/website").text()).contains("Une personne s’est abonnée");
    }

    @Test
    void whatVisitorsTypedGoesAfterItWasDealtWith() throws Exception {
        assertThat(subscribe("lia" + UUID.randomUUID().toString().substring(0, 8) + "@exemple.example"))
                .startsWith("DONE ");
        db.sql("UPDATE outreach.website_request SET confirmed_at = now() - interval '91 days'")
                .update();
        sweep();
        assertThat(count("outreach.website_request WHERE mail IS NOT NULL"))
                .as("since it ended, not since it was confirmed")
                .isOne();
        db.sql("UPDATE outreach.website_request SET ended_at = now() - interval '91 days'")
                .update();
        sweep();
        assertThat(count("outreach.website_request WHERE mail IS NOT NULL")).isZero();
    }

    /** R-CASL-3: a consent names its sender. */
    @Test
    void withoutSenderNobodySubscribes() {
        db.sql("UPDATE directory.consent_setting SET sender_address = NULL").update();
        assertThat(pages.asStranger().get("/public/website/subscribe")).hasStatus(404);
        assertThat(pages.asStranger().get("/public/embed/subscribe")).hasStatus(404);
        assertThat(pages.as(Role.COORDINATOR).open("/outreach/website/settings").text())
                .contains("Le formulaire reste fermé");
        assertThat(pages.asStranger().get("/public/website/join")).hasStatusOk();
    }

    @Test
    void wishToJoinWaitsForTheTeamAndBecomesProspect() throws Exception {
        String name = "Syndicat du quai " + UUID.randomUUID();
        assertThat(pages.asStranger().open("/public/website/join?in=fr").text())
                .as("what is kept is told where it is typed")
                .contains("votre nom et votre message restent dans le répertoire", "votre courriel aussi")
                .contains("Sans confirmation, tout s’efface sept jours après notre courriel");
        assertThat(pages.asStranger().open("/public/website/ask?in=fr").text())
                .contains("Ce que vous écrivez ici est effacé");
        assertThat(send(
                        "/public/website/join?in=fr",
                        "join",
                        30,
                        "organisation=" + name,
                        "name=Lou Roy",
                        "mail=lou@quai.example",
                        "message=Parlons-nous."))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).open("/outreach/website").text())
                .as("unconfirmed")
                .doesNotContain(name);
        String link = onlyLink();
        assertThat(Pages.text(pages.asStranger().get(link)))
                .as("what is confirmed")
                .contains(name, "Lou Roy", "Parlons-nous.");
        assertThat(pages.asStranger().post(link)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open("/").text()).contains("Répondre à " + name);
        assertThat(pages.as(Role.BOARD_MEMBER).open("/outreach/website").text()).doesNotContain("lou@quai.example");
        String id = db.sql("SELECT id::text FROM outreach.website_request")
                .query(String.class)
                .single();
        String url = "/outreach/website/requests/" + id;
        assertThat(pages.as(Role.BOARD_MEMBER).post(url + "/prospect")).hasStatus(403);
        MvcTestResult made = pages.as(Role.STAFF).post(url + "/prospect");
        assertThat(made).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/prospect")).hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .open(String.valueOf(made.getResponse().getHeader("Location")))
                        .text())
                .contains(name, "Formulaire du site");
        assertThat(count("directory.exchange WHERE body LIKE '%Parlons-nous.%'"))
                .as("its words")
                .isPositive();
        assertThat(count("directory.exchange WHERE body LIKE '%lou@quai.example%'"))
                .as("not the address")
                .isZero();
        assertThat(pages.as(Role.STAFF).open("/").text())
                .contains("Membre possible : " + name, "Répondre à la demande reçue par le site")
                .doesNotContain("Répondre à " + name);
        db.sql("UPDATE outreach.website_request SET ended_at = now() - interval '91 days'")
                .update();
        sweep();
        assertThat(count("outreach.website_request WHERE mail IS NOT NULL OR name || message <> ''"))
                .as("the request is emptied; the exchange stays, as the form says")
                .isZero();
        assertThat(count("directory.exchange WHERE body LIKE '%Parlons-nous.%'"))
                .isPositive();
    }

    @Test
    void organisationThatDecidedToJoinGoesToTheBoard() throws Exception {
        String name = "Syndicat du phare " + UUID.randomUUID();
        String[] typed = {"name=Lou Roy", "mail=lou@phare.example", "decided=true"};
        MvcTestResult nobody = send("/public/website/join?in=fr", "join", 30, typed);
        assertThat(nobody).as("a person decides for no organisation").hasStatus(422);
        assertThat(Pages.text(nobody)).contains("Dites quelle organisation");
        assertThat(send("/public/website/join?in=fr", "join", 30, typed[0], typed[1], typed[2], "organisation=" + name))
                .hasStatus(303);
        String link = onlyLink();
        assertThat(Pages.text(pages.asStranger().get(link))).contains("a décidé de demander son adhésion");
        assertThat(pages.asStranger().post(link)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open("/outreach/website").text()).contains("Demande son admission");
        String id = db.sql("SELECT id::text FROM outreach.website_request")
                .query(String.class)
                .single();
        String prospect = Pages.location(pages.as(Role.STAFF).post("/outreach/website/requests/" + id + "/prospect"));
        assertThat(pages.as(Role.STAFF).open(prospect).text())
                .contains("(jour proposé) : Porter la demande d’admission au conseil");
        db.sql("UPDATE resources.prospect SET next_on = next_on - 40 WHERE '/resources/prospect/' || id = ?")
                .param(prospect)
                .update();
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/prospect")
                        .select("li:contains(" + name + ")")
                        .text())
                .as("a day that nobody set is not late")
                .contains("(jour proposé)")
                .doesNotContain("en retard");
        assertThat(pages.as(Role.STAFF)
                        .open("/")
                        .select("li:contains(Membre possible : " + name + ")")
                        .text())
                .contains("Proposé pour le")
                .doesNotContain("En retard");
        assertThat(pages.as(Role.COORDINATOR).open(prospect).select("a[href^=/resources/membership/new]"))
                .as("ready to be admitted once the board decided")
                .isNotEmpty();
    }

    @Test
    void questionOfAFrameWaitsForItsAnswer() throws Exception {
        assertThat(send("/public/embed/ask?in=es", "ask", 30, "name=Lou Roy", "mail=lou@quai.example"))
                .as("without a question")
                .hasStatus(422);
        MvcTestResult sent = send(
                "/public/embed/ask?in=es",
                "ask",
                30,
                "name=Lou Roy",
                "mail=lou@quai.example",
                "message=¿Dan talleres?");
        assertThat(sent).hasStatus(303);
        assertThat(sent.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(pages.as(Role.STAFF).open("/").text())
                .as("unconfirmed")
                .doesNotContain("Répondre à une question reçue par le site");
        String link = onlyLink();
        assertThat(Pages.text(pages.asStranger().get(link))).contains("¿Dan talleres?", "Sí, enviar mi pregunta");
        assertThat(pages.asStranger().post(link)).hasStatus(303);
        db.sql(
                        "UPDATE outreach.website_request SET confirmed_at = confirmed_at - interval '20 days' WHERE state = 'CONFIRMED'")
                .update();
        assertThat(pages.as(Role.STAFF).open("/").text())
                .contains("Répondre à une question reçue par le site", "Proposé pour le")
                .doesNotContain("En retard de 13 jours");
        assertThat(pages.as(Role.STAFF).open("/outreach/website").text())
                .contains("¿Dan talleres?", "lou@quai.example", "J’ai répondu");
        String url = "/outreach/website/requests/"
                + db.sql("SELECT id::text FROM outreach.website_request")
                        .query(String.class)
                        .single();
        assertThat(pages.as(Role.STAFF).post(url + "/prospect")).hasStatus(422);
        assertThat(pages.as(Role.BOARD_MEMBER).post(url + "/answered")).hasStatus(403);
        assertThat(pages.as(Role.STAFF).post(url + "/answered")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/answered")).as("twice").hasStatus(422);
        assertThat(pages.as(Role.STAFF).open("/").text()).doesNotContain("Répondre à une question reçue par le site");
        assertThat(count("directory.people_person WHERE display_name = 'Lou Roy'"))
                .as("a question makes no record of a person")
                .isZero();
    }

    @Test
    void closedFormsAndWrongSitesAreRefused() {
        assertThat(save("version=1", "sites=http://mal.example")).hasStatus(422);
        assertThat(save("version=1", "sites=https://a.example; script-src *")).hasStatus(422);
        assertThat(save("version=9", "subscribe=true")).hasStatus(409);
        assertThat(save("version=1")).hasStatus(303);
        assertThat(pages.asStranger().get("/public/embed/subscribe")).hasStatus(404);
        assertThat(pages.asStranger().get("/public/website/join")).hasStatus(404);
        assertThat(pages.as(Role.STAFF).get("/outreach/website/settings")).hasStatus(403);
    }

    /** R-MAIL-6: a link of an issue is marked, the same for all; a number grows, and nothing tells who came. */
    @Test
    void linksOfAnIssueCountTheFormsTheyBring() {
        String issue = Pages.location(pages.as(Role.STAFF).post("/outreach/newsletter/new"));
        String id = issue.replaceFirst(".*/", "");
        String join = "http://localhost:8080/public/website/join";
        String marked = join + "?in=fr&via=n-" + id.substring(28);
        assertThat(writtenUrl(issue, join + "?in=fr&via=n-00000000")).isEqualTo(marked);
        assertThat(writtenUrl(issue, join + "#bas")).isEqualTo(join + "?via=n-" + id.substring(28) + "#bas");
        assertThat(writtenUrl(issue, "https://exemple.example/public/"))
                .as("a page of others")
                .isEqualTo("https://exemple.example/public/");
        String mark = pages.asStranger()
                .open(marked.replace("http://localhost:8080", ""))
                .select("[type=hidden][name=via]")
                .val();
        assertThat(mark).isEqualTo("n-" + id.substring(28));
        String[] typed = {"organisation=Syndicat du fleuve", "name=Lou Roy", "mail=lou@fleuve.example"};
        for (String via : new String[] {mark, "n-11111111", "<script>", ""}) {
            assertThat(send("/public/website/join?in=fr", "join", 30, typed[0], typed[1], typed[2], "via=" + via))
                    .hasStatus(303);
        }
        assertThat(send("/public/website/join?in=fr", "join", 30, "mail=x", "via=" + mark))
                .as("a form that is refused")
                .hasStatus(422);
        db.sql("INSERT INTO directory.segment (id, name, criteria) VALUES (gen_random_uuid(), ?, '{}')")
                .param("Segment " + id)
                .update();
        db.sql(
                        "UPDATE outreach.newsletter SET segment = (SELECT id FROM directory.segment WHERE name = ?) WHERE id::text = ?")
                .params("Segment " + id, id)
                .update();
        assertThat(pages.as(Role.STAFF).post(issue + "/elsewhere", "day=" + settings.today()))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(issue).select("main").text())
                .contains("Inscriptions et demandes venues de ses liens 1");
        assertThat(count("platform.publicform_origin WHERE mark = 'n-11111111'"))
                .isZero();
    }

    private String writtenUrl(String issue, String url) {
        String block = Pages.location(pages.as(Role.STAFF).post(issue + "/blocks", "kind=APPEAL"));
        assertThat(pages.as(Role.STAFF).post(block, "version=1", "title-fr=Venez", "body-fr=Avec nous.", "url=" + url))
                .hasStatus(303);
        return db.sql("SELECT url FROM outreach.newsletter_block WHERE id::text = ?")
                .param(block.replaceFirst(".*/", ""))
                .query(String.class)
                .single();
    }
}
