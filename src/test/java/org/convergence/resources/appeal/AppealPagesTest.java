package org.convergence.resources.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.segment.SegmentId;
import org.convergence.directory.segment.domain.SegmentCriteria;
import org.convergence.directory.segment.domain.SegmentService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An appeal from its launch to its account: public page, letter by consent, gifts and what became of them. */
@ModuleTest
class AppealPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private PersonService persons;

    @Autowired
    private SegmentService segments;

    @Autowired
    private ConsentLedgerService consents;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private OrganisationId partner = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void aPartner() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM directory.consent_setting").update();
        db.sql("""
                        INSERT INTO directory.consent_setting (id, sender_address, sender_contact)
                        VALUES (gen_random_uuid(), '12, rue des Érables, Montréal', '514 555-0100')
                        """).update();
        partner = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Asosyasyon Egzanp"));
    }

    private String launch(String kind, LocalDate opens, String closes, String link, String... more) {
        var answer = pages.as(Role.COORDINATOR).post("/resources/appeal/new", form -> {
            form.field("kind", kind)
                    .field("partner", partner.value().toString())
                    .field("purpose", "Semences")
                    .field("frenchTitle", "Replanter après l’eau")
                    .field("frenchText", "Il faut des semences.")
                    .field("opens", opens.toString())
                    .field("closes", closes)
                    .field("link", link)
                    .field("target", kind.equals("OWN") ? "1000" : "");
            for (String each : more) {
                form.field(each.split("=", 2)[0], each.split("=", 2)[1]);
            }
        });
        return answer.getResponse().getStatus() == 303
                ? Objects.requireNonNull(answer.getResponse().getRedirectedUrl())
                : String.valueOf(answer.getResponse().getStatus());
    }

    private String column(String url, String name) {
        return db.sql("SELECT coalesce(" + name + "::text, 'null') FROM resources.appeal WHERE id = CAST(? AS uuid)")
                .param(url.substring(url.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
    }

    private String text(String url) {
        return pages.as(Role.COORDINATOR).open(url).text().replace('\u00a0', ' ');
    }

    @Test
    void givesAccountOfWhatCameAndWhatWasPassedOn() {
        LocalDate today = settings.today();
        String url = launch("OWN", today.minusDays(10), "", "https://dons.example/ici", "shows=yes");
        String fund = column(url, "fund");
        assertThat(text("/plan/realisation")).contains("Appel aux dons : Replanter après l’eau");
        pages.as(Role.ACCOUNTANT)
                .post(
                        "/resources/gift/new",
                        "method=CASH",
                        "amount=300",
                        "received=" + today,
                        "anonymous=yes",
                        "fund=" + fund);
        pages.as(Role.ACCOUNTANT)
                .post(
                        "/resources/fund/" + fund,
                        "kind=RECOGNISED",
                        "amount=200",
                        "day=" + today,
                        "what=Premier envoi",
                        "partner=" + partner.value());
        assertThat(text(url))
                .contains("Reçu, en un don 300,00 $", "Remis à Asosyasyon Egzanp −200,00 $", "Reste 100,00 $");
        String page = "/public/appeal/" + column(url, "code");
        var shown = pages.asStranger().open(page);
        assertThat(shown.text().replace('\u00a0', ' '))
                .contains("Replanter après l’eau", "300,00 $ recueillis, sur 1 000,00 $", "Reste 100,00 $")
                .doesNotContain("Premier envoi", "vous parviendra");
        assertThat(shown.select("a[href='https://dons.example/ici']")).hasSize(1);
    }

    @Test
    void aClosedAppealTakesNoGiftAndAskForNone() {
        LocalDate today = settings.today();
        String url = launch("OWN", today.minusDays(30), today.minusDays(2).toString(), "https://dons.example/la");
        var shown = pages.asStranger().open("/public/appeal/" + column(url, "code"));
        assertThat(shown.text()).contains("terminé").doesNotContain("Ce qui est reçu");
        assertThat(shown.select("a[href='https://dons.example/la']")).isEmpty();
        var late = pages.as(Role.ACCOUNTANT)
                .post(
                        "/resources/gift/new",
                        "method=CASH",
                        "amount=20",
                        "received=" + today,
                        "anonymous=yes",
                        "fund=" + column(url, "fund"));
        assertThat(late.getResponse().getStatus()).isEqualTo(422);
        String later = launch("OWN", today.plusDays(5), "", "");
        assertThat(pages.asStranger()
                        .get("/public/appeal/" + column(later, "code"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aRelayedAppealHasALinkAndNoMoneyHere() {
        LocalDate today = settings.today();
        assertThat(launch("RELAYED", today, "", "")).isEqualTo("422");
        String url = launch("RELAYED", today, "", "https://autre.example/don", "frenchTitle=Un autre appel");
        assertThat(column(url, "fund")).isEqualTo("null");
        assertThat(launch("OWN", today, "", "", "englishTitle=Seeds")).isEqualTo("422");
        var reserved = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/appeal/new",
                        "kind=OWN",
                        "partner=" + partner.value(),
                        "purpose=Semences",
                        "frenchTitle=Semences",
                        "frenchText=Un reçu officiel vous sera remis.",
                        "opens=" + today);
        assertThat(reserved.getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void writesOnceToThoseWhoConsentedToAppealsOnly() {
        PersonId yes = person("Anna", Purpose.APPEALS);
        person("Bea", Purpose.NEWS);
        SegmentId segment = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> segments.create("Tout le monde", new SegmentCriteria(Map.of())));
        String url = launch("OWN", settings.today(), "", "");
        String preview = text(url + "/send?segment=" + segment.value());
        assertThat(preview).contains("Anna Roy", "Bea Roy");
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator
                        .post(url + "/send?segment=" + segment.value())
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        assertThat(db.sql("SELECT person FROM resources.appeal_letter")
                        .query(UUID.class)
                        .list())
                .containsExactly(yes.value());
        assertThat(coordinator
                        .post(url + "/send?segment=" + segment.value())
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(pages.as(Role.BOARD_MEMBER).get(url).getResponse().getStatus())
                .isEqualTo(200);
        assertThat(pages.as(Role.VOLUNTEER).get(url)).as("sums raised").hasStatus(403);
        assertThat(pages.as(Role.STAFF).get(url + "/edit").getResponse().getStatus())
                .isEqualTo(403);
    }

    @Test
    void tellsThoseWhoGaveAndConsentedWhatBecameOfAClosedAppeal() {
        LocalDate today = settings.today();
        PersonId yes = person("Carla", Purpose.APPEALS);
        String url = launch("OWN", today.minusDays(20), "", "");
        String fund = column(url, "fund");
        for (PersonId donor : List.of(yes, person("Dora", Purpose.NEWS))) {
            assertThat(pages.as(Role.ACCOUNTANT)
                            .post(
                                    "/resources/gift/new",
                                    "method=CASH",
                                    "amount=150",
                                    "received=" + today.minusDays(5),
                                    "person=" + donor.value(),
                                    "fund=" + fund))
                    .hasStatus(303);
        }
        var coordinator = pages.as(Role.COORDINATOR);
        String letters = "/resources/gift/outcome/" + fund;
        assertThat(coordinator.get(letters)).as("it is not over").hasStatus(422);
        db.sql("UPDATE resources.appeal SET closes_on = ? WHERE fund = CAST(? AS uuid)")
                .params(today.minusDays(1), fund)
                .update();
        assertThat(text(url)).contains("Dire aux personnes qui ont donné");
        assertThat(text(letters))
                .contains("Carla Roy", "Dora Roy", "2 dons ont été reçus, 300,00 $ en tout", "Il reste 300,00 $");
        assertThat(coordinator.post(letters)).hasStatus(303);
        assertThat(db.sql("SELECT person FROM resources.gift_outcome")
                        .query(UUID.class)
                        .list())
                .as("by consent")
                .containsExactly(yes.value());
        assertThat(coordinator.post(letters)).as("once each").hasStatus(422);
        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE recipient = 'Carla@appels.example'")
                        .query(String.class)
                        .list())
                .as("the sums of the hour at which it leaves")
                .singleElement()
                .asString()
                .contains("Replanter après l’eau", "[[account]]");
    }

    private PersonId person(String given, Purpose purpose) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            PersonId id = persons.create(new PersonFacts(
                    given,
                    "Roy",
                    null,
                    null,
                    List.of("fr"),
                    List.of(new ContactPoint(
                            ContactChannel.MAIL, ContactSphere.PERSONAL, given + "@appels.example", null)),
                    null));
            consents.record(new ConsentRecord(
                    id,
                    ConsentChannel.MAIL,
                    purpose,
                    Basis.EXPRESS,
                    LocalDate.of(2026, 1, 5),
                    null,
                    ConsentMethod.PAPER,
                    "Oui",
                    "1",
                    null,
                    null,
                    null));
            return id;
        });
    }
}
