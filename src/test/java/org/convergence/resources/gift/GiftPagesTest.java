package org.convergence.resources.gift;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Tone;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The accountant's day with gifts: record, thank, correct, reverse, give the account of a year. */
@ModuleTest
class GiftPagesTest {

    private static final String LIST = "/resources/gift";

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PersonService persons;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private List<BodyCompleter> completers;

    private PersonId donor = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aDonor() {
        visitors.ensureOrganisation();
        donor = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> persons.create(new PersonFacts(
                        "Berthe",
                        "Lanoix",
                        null,
                        null,
                        List.of("fr"),
                        List.of(new ContactPoint(
                                ContactChannel.MAIL, ContactSphere.PERSONAL, "berthe@dons.example", null)),
                        null)));
    }

    private String record(LocalDate day, String... more) {
        var answer = pages.as(Role.ACCOUNTANT).post(LIST + "/new", form -> {
            form.field("person", donor.value().toString())
                    .field("method", "CHEQUE")
                    .field("amount", "120,50")
                    .field("currency", "CAD")
                    .field("received", day.toString());
            for (String each : more) {
                form.field(each.split("=", 2)[0], each.split("=", 2)[1]);
            }
        });
        assertThat(answer.getResponse().getStatus()).isEqualTo(303);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String text(String url) {
        return pages.as(Role.ACCOUNTANT).open(url).text().replace('\u00a0', ' ');
    }

    private String follow(MvcTestResult answer) {
        return Pages.require(mvc.get()
                        .uri(Objects.requireNonNull(answer.getResponse().getRedirectedUrl()))
                        .cookie(answer.getResponse().getCookies())
                        .with(visitors.as(Role.ACCOUNTANT))
                        .exchange())
                .text()
                .replace('\u00a0', ' ');
    }

    private String pdf(String url) throws Exception {
        byte[] content = pages.as(Role.ACCOUNTANT).get(url).getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(content)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    @Test
    void aChequeIsRecordedThankedAndReversed() throws Exception {
        String url = record(settings.today(), "reference=0042");
        assertThat(text(LIST)).contains("Berthe Lanoix", "120,50 $", "À remercier");
        assertThat(pdf(url + "/acknowledgement.pdf"))
                .contains("Berthe Lanoix", "120,50 $", "non valide aux fins de l’impôt")
                .doesNotContain("reçu officiel");
        assertThat(text(url + "/thank")).contains("berthe@dons.example", "Merci de votre don");
        var accountant = pages.as(Role.ACCOUNTANT);
        assertThat(accountant.post(url + "/thank").getResponse().getStatus()).isEqualTo(303);
        assertThat(text(url)).contains("En attente").doesNotContain("Remercier par courriel");
        assertThat(accountant.get(url + "/thank")).hasStatus(422);
        assertThat(accountant.post(url + "/thank"))
                .as("one letter for one gift")
                .hasStatus(422);
        assertThat(text(LIST + "?q=lanoix&toThank=true"))
                .contains("Merci en attente d’envoi", "Enlever le filtre À remercier seulement")
                .doesNotContain("filtre true");
        db.sql("UPDATE resources.gift SET amount = 57").update();
        UUID gift = UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
        BodyCompleter completer = completers.stream()
                .filter(each -> each.name().equals("gift_paper"))
                .findFirst()
                .orElseThrow();
        assertThat(CurrentActor.callAs(Actor.system("mail"), () -> completer.complete(gift))
                        .get("gift"))
                .as("corrected while the letter waits")
                .contains("57,00");
        db.sql("UPDATE resources.gift SET amount = home_amount").update();
        accountant.post(url + "/reverse", "day=" + settings.today(), "reason=Sans provision");
        assertThat(text(url)).contains("Annulé le", "Sans provision");
        assertThat(db.sql("SELECT state FROM platform.mail_letter_status WHERE matter = 'gift_thanks'")
                        .query(String.class)
                        .list())
                .contains("WITHHELD")
                .doesNotContain("WAITING");
        assertThat(text(LIST + "?q=lanoix&toThank=yes")).doesNotContain("Annulé");
    }

    @Test
    void aGiftReversedAfterItsThanksLeftStillShowsThem() {
        String url = record(settings.today(), "reference=0043");
        var accountant = pages.as(Role.ACCOUNTANT);
        assertThat(accountant.post(url + "/delivered", "method=POST")).hasStatus(303);
        accountant.post(url + "/reverse", "day=" + settings.today(), "reason=Sans provision");
        assertThat(text(url)).contains("Le merci était déjà parti");
        assertThat(pages.as(Role.ACCOUNTANT).open(url).select("section h2").eachText())
                .contains("Le merci");
    }

    @Test
    void theSameChequeIsRefusedAndAnAnonymousGiftHasNoName() {
        record(settings.today(), "reference=777");
        var again = pages.as(Role.ACCOUNTANT)
                .post(
                        LIST + "/new",
                        "person=" + donor.value(),
                        "method=CHEQUE",
                        "amount=120.50",
                        "received=" + settings.today(),
                        "reference=777");
        assertThat(again.getResponse().getStatus()).isEqualTo(422);
        var nobody = pages.as(Role.ACCOUNTANT)
                .post(LIST + "/new", "method=CASH", "amount=5", "received=" + settings.today());
        assertThat(nobody.getResponse().getStatus()).isEqualTo(422);
        var anonymous = pages.as(Role.ACCOUNTANT)
                .post(LIST + "/new", "method=CASH", "amount=5", "received=" + settings.today(), "anonymous=yes");
        assertThat(anonymous.getResponse().getStatus()).isEqualTo(303);
    }

    @Test
    void monthlyGiftsOfOneDayAreAwaitedTogether() {
        LocalDate first = settings.today().minusMonths(3);
        record(first, "monthly=true");
        record(first, "monthly=true");
        assertThat(text("/"))
                .contains("4 dons mensuels attendus du ")
                .doesNotContain("attendus le", "Un don mensuel attendu le");
        String commitments = LIST + "/commitments";
        assertThat(text(commitments)).doesNotContain("dernier mois attendu", "Attendre encore");
        String end = pages.as(Role.ACCOUNTANT)
                .open(commitments)
                .select("form[action$=/end]")
                .attr("action");
        assertThat(pages.as(Role.ACCOUNTANT).post(end)).hasStatus(303);
        assertThat(text(commitments)).contains("dernier mois attendu :", "Attendre encore chaque mois");
        assertThat(pages.as(Role.ACCOUNTANT).post(end.replace("/end", "/resume")))
                .hasStatus(303);
        assertThat(text(commitments)).doesNotContain("dernier mois attendu", "Attendre encore");
    }

    @Test
    void theAccountOfAYearTellsDateByDateAndIsHandedOverOnce() throws Exception {
        int year = settings.today().getYear() - 1;
        record(LocalDate.of(year, 3, 4), "reference=1");
        record(LocalDate.of(year, 9, 8), "reference=2");
        assertThat(pdf(LIST + "/year/" + year + "/persons/" + donor.value() + ".pdf"))
                .contains("241,00 $", "4 mars " + year, "8 septembre " + year, "non valide aux fins de l’impôt");
        assertThat(text(LIST + "/year/" + year)).contains("Berthe Lanoix", "Un compte reste à envoyer");
        assertThat(text(LIST + "/year/" + year + "/send")).contains("berthe@dons.example");
        var accountant = pages.as(Role.ACCOUNTANT);
        MvcTestResult posted = accountant.post(LIST + "/year/" + year + "/send");
        assertThat(Pages.notice(posted)).startsWith(Tone.WARN.name());
        assertThat(follow(posted))
                .contains("Le courriel n’est pas encore configuré : 1 courriel attend.", "1 en attente d’envoi")
                .doesNotContain("Aucun compte ne reste", "prêt à partir");
        assertThat(text(LIST + "/year/" + year + "/delivered")).contains("Berthe Lanoix");
        accountant.post(
                LIST + "/year/" + year + "/delivered",
                "letters=" + donor.value(),
                "method=POST",
                "on=" + settings.today());
        assertThat(text(LIST + "/year/" + year))
                .contains("Aucun compte ne reste à envoyer")
                .doesNotContain("en attente");
        int now = settings.today().getYear();
        record(settings.today(), "reference=3");
        assertThat(accountant
                        .post(LIST + "/year/" + now + "/send")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void onlyAccountantAndCoordinatorSeeDonors() {
        String url = record(settings.today(), "reference=55");
        for (Role role : List.of(Role.STAFF, Role.BOARD_MEMBER, Role.VOLUNTEER, Role.AUDITOR, Role.ADMINISTRATOR)) {
            for (String each : List.of(LIST, url, LIST + "/commitments", LIST + "/year/2025", LIST + "/export.csv")) {
                assertThat(pages.as(role).get(each).getResponse().getStatus())
                        .as(role + " " + each)
                        .isEqualTo(403);
            }
        }
        assertThat(pages.as(Role.COORDINATOR).get(url).getResponse().getStatus())
                .isEqualTo(200);
        assertThat(text("/resources/ledger/payments")).doesNotContain("Lanoix");
    }

    @Test
    void programsRecordGiftsOnce() {
        String token = visitors.createToken(Role.ACCOUNTANT);
        String body = """
                {"person": "%s", "method": "CARD", "received": "%s", "amount": 15.5, "anonymous": false}
                """.formatted(donor.value(), settings.today());
        String first = "";
        for (int i = 0; i < 2; i++) {
            var answer = mvc.post()
                    .uri("/api/v1/gifts")
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", "gift-once")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body)
                    .exchange()
                    .getResponse();
            assertThat(answer.getStatus()).isEqualTo(201);
            String id = Json.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                    .node()
                    .path("id")
                    .asString();
            assertThat(first.isEmpty() || first.equals(id)).isTrue();
            first = id;
        }
        assertThat(db.sql("SELECT count(*) FROM resources.gift WHERE method = 'CARD'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
