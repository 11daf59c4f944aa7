package org.convergence.outreach.website;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The forms of the website: an address confirms, then a consent or a prospect comes of it. */
@ModuleTest
class WebsitePagesTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/public/website/confirm/[\\w-]{43})");
    private static final String SITE = "https://www.unis.example";

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private TestUsers users;

    @Autowired
    private Pages pages;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    private String network = "";

    @BeforeEach
    void openForms() {
        network = "198.51." + ThreadLocalRandom.current().nextInt(256) + "."
                + ThreadLocalRandom.current().nextInt(256);
        people.prepare();
        db.sql("DELETE FROM outreach.website_letter").update();
        db.sql("DELETE FROM outreach.website_request").update();
        db.sql("DELETE FROM outreach.website_settings").update();
        assertThat(save("version=0", "subscribe=true", "joining=true", "sites=" + SITE + "/", "aboutFr=On tisse."))
                .hasStatus(303);
    }

    private MvcTestResult save(String... fields) {
        return pages.as(Role.COORDINATOR).post("/outreach/website/settings", fields);
    }

    private MvcTestResult send(String url, String form, int secondsAgo, String... fields) {
        return pages.asStranger().from(network).post(url, posted -> {
            for (String each : fields) {
                posted.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
            posted.field(
                    FormShield.OPENED,
                    guard.shield(form, clock.instant().minus(Duration.ofSeconds(secondsAgo)))
                            .opened());
        });
    }

    private String onlyLink() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            CurrentActor.runAs(
                    Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
            assertThat(server.getReceivedMessages()).hasSize(1);
            Matcher link = LINK.matcher(MailText.plain(server.getReceivedMessages()[0]));
            assertThat(link.find()).isTrue();
            return link.group(1);
        } finally {
            server.stop();
        }
    }

    private long count(String from) {
        return db.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

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
    void oneAddressGetsFewLettersAndUnconfirmedRequestsGo() {
        for (int i = 0; i < 5; i++) {
            assertThat(send("/public/website/subscribe", "subscribe", 30, "mail=a@b.example", "agree=true"))
                    .hasStatus(303);
            assertThat(send("/public/website/subscribe", "subscribe", 30, "mail=a@b.example", "agree=true"))
                    .as("sent twice")
                    .hasStatus(303);
            db.sql("UPDATE outreach.website_letter SET posted_at = posted_at - interval '10 minutes'")
                    .update();
        }
        assertThat(count("platform.mail_message")).isEqualTo(3);
        assertThat(count("outreach.website_request")).as("renewed, not repeated").isOne();
        db.sql("UPDATE outreach.website_letter SET posted_at = posted_at - interval '3 days'")
                .update();
        send("/public/website/subscribe", "subscribe", 30, "mail=A@B.example", "agree=true");
        assertThat(count("platform.mail_message"))
                .as("three unconfirmed in 30 days, in any case of letters")
                .isEqualTo(3);
        db.sql("UPDATE outreach.website_request SET asked_at = asked_at - interval '8 days'")
                .update();
        sweep();
        assertThat(count("outreach.website_request")).isZero();
    }

    private void sweep() {
        works.stream().filter(each -> each.name().equals("website-sweep")).forEach(RecurringWork::run);
    }

    @Test
    void oneNetworkAndTheWholeSiteWriteFewLetters() {
        for (int i = 0; i < 12; i++) {
            assertThat(send("/public/website/subscribe", "subscribe", 30, "mail=n" + i + "@b.example", "agree=true"))
                    .hasStatus(303);
        }
        assertThat(count("platform.mail_message")).isEqualTo(10);
        db.sql("""
                        INSERT INTO outreach.website_letter (id, address, posted_at)
                        SELECT gen_random_uuid(), '\\x00', now() FROM generate_series(1, 300)
                        """).update();
        network = "192.0.2.7";
        assertThat(send("/public/website/subscribe", "subscribe", 30, "mail=z@b.example", "agree=true"))
                .as("the visitor sees the same page")
                .hasStatus(303);
        assertThat(count("platform.mail_message")).isEqualTo(10);
    }

    private String subscribe(String mail, String... more) throws Exception {
        db.sql("DELETE FROM outreach.website_request").update();
        db.sql("DELETE FROM outreach.website_letter").update();
        db.sql("DELETE FROM platform.mail_message").update();
        String[] fields = Stream.concat(Stream.of("mail=" + mail, "agree=true"), Stream.of(more))
                .toArray(String[]::new);
        assertThat(send("/public/website/subscribe?in=fr", "subscribe", 30, fields))
                .hasStatus(303);
        String link = onlyLink();
        assertThat(pages.asStranger().post(link)).hasStatus(303);
        assertThat(Pages.text(pages.asStranger().get(link))).contains("Merci!");
        return db.sql("SELECT state || coalesce(' ' || person, '') FROM outreach.website_request")
                .query(String.class)
                .single();
    }

    @Test
    void addressOfSeveralOrOfAnOrganisationWaitsForAPerson() throws Exception {
        String key = UUID.randomUUID().toString().substring(0, 8);
        String shared = "bureau" + key + "@exemple.example";
        PersonId first = people.someone("Ana", shared, "fr", "Union " + key, "Présidence");
        assertThat(subscribe(shared)).isEqualTo("DONE " + first.value());
        people.someone("Bao", shared, "fr", "Union " + key, "Trésorerie");
        assertThat(subscribe(shared)).isEqualTo("CONFIRMED");
        String info = "info" + key + "@exemple.example";
        db.sql("""
                        UPDATE directory.people_organisation
                        SET contact_points = jsonb_build_array(jsonb_build_object('channel', 'MAIL', 'sphere', 'PROFESSIONAL',
                                                                                  'value', CAST(:mail AS text), 'label', NULL))
                        WHERE name = :name
                        """)
                .param("mail", info)
                .param("name", "Union " + key)
                .update();
        assertThat(subscribe(info)).isEqualTo("CONFIRMED");
        assertThat(count("directory.people_person WHERE contact_keys @> ARRAY['" + info + "']"))
                .isZero();
        db.sql("UPDATE outreach.website_request SET confirmed_at = confirmed_at - interval '91 days'")
                .update();
        sweep();
        assertThat(count("outreach.website_request")).as("left unanswered").isZero();
    }

    private void protect(String given, String family, String mail) {
        UUID account = users.actor(Role.STAFF).id();
        db.sql("""
                        INSERT INTO identity.account (id, version, mail, name, created_at)
                        VALUES (?, 0, 'salome@exemple.org', 'Salomé Ouellet', now()) ON CONFLICT DO NOTHING
                        """).param(account).update();
        db.sql("""
                        INSERT INTO identity.role_grant (id, version, account_id, role, from_date)
                        VALUES (gen_random_uuid(), 0, ?, 'STAFF', DATE '2020-01-01')
                        """).param(account).update();
        MvcTestResult entered = pages.as(Role.STAFF)
                .post(
                        "/directory/protection/new",
                        "codeName=" + family.replaceFirst("Z", "Oiseau"),
                        "givenName=" + given,
                        "familyName=" + family,
                        "mails=" + mail);
        assertThat(entered.getResponse().getStatus()).as(Pages.text(entered)).isEqualTo(303);
    }

    @Test
    void formIsNoOracleForProtectedPeopleAndCopiesNothingOfThem() throws Exception {
        String family = "Z" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "tal";
        String own = "sauge" + UUID.randomUUID().toString().substring(0, 8) + "@exemple.example";
        protect("Citlali", family, own);
        assertThat(Pages.text(pages.asStranger().get("/public/website/subscribe")))
                .doesNotContain("name=\"name\"");
        assertThat(subscribe("autre" + own, "name=Citlali " + family))
                .as("a name decides nothing")
                .startsWith("DONE ");
        assertThat(subscribe("Citlali." + family + "@exemple.example"))
                .as("nor does the first part of an address")
                .startsWith("DONE ");
        assertThat(subscribe(own)).as("her own address").isEqualTo("CONFIRMED");
        for (String[] typed : new String[][] {
            {"name=Citlali " + family, "mail=x" + own, "message=Bonjour."},
            {"name=Lou Roy", "mail=" + own, "message=Bonjour."},
            {"name=Lou Roy", "mail=y" + own, "message=De la part de Citlali " + family + "."}
        }) {
            db.sql("DELETE FROM outreach.website_request").update();
            db.sql("DELETE FROM platform.mail_message").update();
            db.sql("DELETE FROM outreach.website_letter").update();
            assertThat(send(
                            "/public/website/join?in=fr",
                            "join",
                            30,
                            "organisation=Syndicat " + own,
                            typed[0],
                            typed[1],
                            typed[2]))
                    .hasStatus(303);
            assertThat(pages.asStranger().post(onlyLink())).hasStatus(303);
            String id = db.sql("SELECT id::text FROM outreach.website_request")
                    .query(String.class)
                    .single();
            assertThat(pages.as(Role.STAFF).post("/outreach/website/requests/" + id + "/prospect"))
                    .as(typed[0] + typed[1] + typed[2])
                    .hasStatus(422);
        }
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
        assertThat(pages.as(Role.STAFF).post(url + "/prospect"))
                .as("a second time")
                .hasStatus(422);
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
        assertThat(pages.as(Role.STAFF).open("/").text()).doesNotContain("Répondre à " + name);
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
}
