package org.convergence.outreach.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.publicform.FormShield;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Strangers misuse the forms: they flood addresses, give those of others, or look for protected people. */
@ModuleTest
class WebsiteMisuseTest extends WebsiteFormFixture {

    @Autowired
    private ConcurrentActions concurrent;

    @Test
    void oneAddressGetsFewLettersAndUnconfirmedRequestsGo() {
        for (int i = 0; i < 3; i++) {
            assertThat(send("/public/website/subscribe", "subscribe", 30, "mail=a@b.example", "agree=true"))
                    .hasStatus(303);
            assertThat(send("/public/website/subscribe", "subscribe", 30, "mail=a@b.example", "agree=true"))
                    .as("sent twice")
                    .hasStatus(303);
            db.sql("UPDATE outreach.website_letter SET posted_at = posted_at - interval '10 minutes'")
                    .update();
        }
        assertThat(count("platform.mail_message")).isEqualTo(3);
        assertThat(count("outreach.website_request"))
                .as("renewed, not repeated")
                .isOne();
        MvcTestResult refused =
                send("/public/website/ask?in=fr", "ask", 30, "name=Ana Roy", "mail=A@B.example", "message=Et demain?");
        assertThat(refused).hasStatus(429);
        assertThat(Pages.text(refused))
                .as("told, with the form as typed")
                .contains("Nous avons déjà écrit à cette adresse", "Et demain?", "Ana Roy")
                .doesNotContain("Il reste un geste");
        db.sql("UPDATE outreach.website_letter SET posted_at = posted_at - interval '3 days'")
                .update();
        assertThat(send("/public/website/subscribe", "subscribe", 30, "mail=A@B.example", "agree=true"))
                .as("three unconfirmed in 30 days, in any case of letters")
                .hasStatus(429);
        assertThat(count("platform.mail_message")).isEqualTo(3);
        db.sql("UPDATE outreach.website_request SET asked_at = asked_at - interval '89 days'")
                .update();
        sweep();
        assertThat(count("outreach.website_request"))
                .as("its letters have not left")
                .isOne();
        leave("UNREACHABLE", 20);
        sweep();
        assertThat(count("outreach.website_request"))
                .as("given up by a fault of the server, they may be sent again")
                .isOne();
        leave(null, 7);
        sweep();
        assertThat(count("outreach.website_request"))
                .as("the seventh day is the address’s")
                .isOne();
        leave(null, 8);
        sweep();
        assertThat(count("outreach.website_request")).isZero();
    }

    /** A press on the button of a frame twice at once, then the form sent again from the browser's history. */
    @Test
    void embeddedFormSentTwiceIsOneSubscriptionAndOneLetter() throws Exception {
        String mail = "deux" + UUID.randomUUID().toString().substring(0, 8) + "@exemple.example";
        Callable<MvcTestResult> press =
                () -> send("/public/embed/subscribe?in=fr", "subscribe", 30, "mail=" + mail, "agree=true");
        assertThat(concurrent.runTogether(Actor.VISITOR, List.of(press, press)))
                .allSatisfy(each -> assertThat((MvcTestResult) each.answer()).hasStatus(303));
        assertThat(send("/public/embed/subscribe?in=fr", "subscribe", 60, "mail=" + mail, "agree=true"))
                .hasStatus(303);
        assertThat(count("outreach.website_request")).isOne();
        assertThat(count("platform.mail_message")).isOne();
        String link = onlyLink();
        assertThat(pages.asStranger().post(link)).hasStatus(303);
        assertThat(pages.asStranger().post(link)).hasStatus(303);
        assertThat(count("directory.people_person WHERE contact_keys @> ARRAY['" + mail + "']"))
                .isOne();
        assertThat(count("directory.consent_entry c JOIN outreach.website_request r ON r.person = c.person"))
                .as("one consent")
                .isOne();
    }

    /** A robot fills in every field at once; what it gets tells it nothing, and nobody gets a letter. */
    @Test
    void embeddedFormOfARobotAsksForNothing() {
        for (String form : List.of("subscribe", "join", "ask")) {
            String url = "/public/embed/" + form + "?in=fr";
            String[] typed = {
                "mail=robot@exemple.example", "agree=true", "organisation=Syndicat", "name=Lou Roy", "message=Bonjour"
            };
            String[] trapped = Arrays.copyOf(typed, typed.length + 1);
            trapped[typed.length] = FormShield.TRAP + "=https://exemple.example";
            assertThat(send(url, form, 30, trapped))
                    .as("the hidden field of " + form)
                    .hasStatus(422);
            assertThat(send(url, form, 0, typed)).as(form + " at once").hasStatus(422);
            assertThat(send(url, "other", 30, typed))
                    .as(form + " with the mark of another form")
                    .hasStatus(422);
            assertThat(pages.asStranger().from(network).post(url, typed))
                    .as(form + " without a mark")
                    .hasStatus(422);
        }
        assertThat(count("outreach.website_request")).isZero();
        assertThat(count("platform.mail_message")).isZero();
    }

    private void leave(@Nullable String problem, int daysAgo) {
        db.sql("""
                        UPDATE platform.mail_message SET problem = :problem, sent_at = now() - :days * interval '1 day',
                               state = CASE WHEN CAST(:problem AS text) IS NULL THEN 'SENT' ELSE 'FAILED' END,
                               posted_at = now() - interval '60 days'
                        """).param("problem", problem).param("days", daysAgo).update();
    }

    @Test
    void requestWhoseLetterNeverLeavesGoesAfterNinetyDays() {
        assertThat(send("/public/website/subscribe", "subscribe", 30, "mail=u@b.example", "agree=true"))
                .hasStatus(303);
        db.sql("UPDATE outreach.website_request SET asked_at = asked_at - interval '91 days'")
                .update();
        sweep();
        assertThat(count("outreach.website_request")).isZero();
    }

    @Test
    void hallOfPeopleMayAskByOneNetwork() {
        for (int i = 0; i < 30; i++) {
            assertThat(send("/public/website/subscribe", "subscribe", 30, "mail=n" + i + "@b.example", "agree=true"))
                    .hasStatus(303);
        }
        assertThat(send("/public/website/ask", "ask", 30, "name=Ana", "mail=n1@b.example", "message=Où?"))
                .as("a question just after the subscription")
                .hasStatus(303);
        assertThat(count("platform.mail_message")).isEqualTo(31);
        assertThat(count("outreach.website_request")).isEqualTo(31);
        db.sql("""
                        INSERT INTO outreach.website_letter (id, address, posted_at)
                        SELECT gen_random_uuid(), '\\x00', now() FROM generate_series(1, 500)
                        """).update();
        MvcTestResult refused =
                send("/public/website/subscribe?in=fr", "subscribe", 30, "mail=z@b.example", "agree=true");
        assertThat(refused).as("the whole site writes few letters").hasStatus(429);
        assertThat(Pages.text(refused)).contains("la vôtre n’est pas enregistrée", "z@b.example");
        assertThat(count("outreach.website_request")).isEqualTo(31);
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
                        """).param("mail", info).param("name", "Union " + key).update();
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
}
