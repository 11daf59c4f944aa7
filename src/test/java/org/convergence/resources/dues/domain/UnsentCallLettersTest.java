package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.testing.Pages;
import org.joda.money.Money;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call without mail: its letters wait, are delivered otherwise or taken back, and every page shows it. */
class UnsentCallLettersTest extends DuesYearFixture {

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    private CallId call = new CallId(new UUID(0, 0));

    @BeforeEach
    void prepareWaitingLetters() {
        call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueWithoutSending(call);
    }

    @Test
    void showsWaitingLettersWithoutMail() throws Exception {
        assertThat(page("/")).contains("1 lettre à remettre sur papier");
        assertThat(page(url()))
                .contains("1 en attente d’envoi", "1 à remettre sur papier", "2 lettres ne sont pas encore parties")
                .doesNotContain("parti le");
        JsonNode invoices = json("/api/v1/invoices?party=" + big.value()).path("items");
        assertThat(invoices.path(0).path("letter").path("state").asString()).isEqualTo("WAITING");
        assertThat(invoices.path(0).path("letter").path("leftOn").isNull()).isTrue();
        var invoice = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        assertThat(page("/resources/ledger/invoices/" + invoice.id().value()))
                .contains("Envois", "Envoi de la facture : En attente d’envoi");
        assertThat(page("/directory/people/organisations/" + big.value()))
                .contains("Envoi de la facture : En attente d’envoi");
    }

    @Test
    void showsTheDayOnWhichLettersLeftAndTakesNoneBack() throws Exception {
        markLettersSent(call);
        String left = "Parti le " + today();
        assertThat(page(url())).contains("1 parti, 1 remis autrement", left).doesNotContain("En attente d’envoi");
        assertThat(follow(takeBack())).contains("Rien n’attendait plus", left).doesNotContain("Retenu");
    }

    @Test
    void saysWhyThereIsNothingToNoteAsDelivered() throws Exception {
        String nothing = "Aucune lettre n’attend d’être remise pour l’instant.";
        assertThat(page(url() + "/delivered")).doesNotContain(nothing);
        markLettersSent(call);
        as(() -> letters.findOpen(call))
                .forEach(it ->
                        as(() -> letters.markDelivered(call, Set.of(it.id()), DeliveryMethod.POST, settings.today())));
        assertThat(page(url() + "/delivered")).contains(nothing);
        CallId prepared = as(() -> calls.prepare(facts(CallKind.APPEAL, "10", null)));
        assertThat(page("/resources/dues/calls/" + prepared.value() + "/delivered"))
                .contains("L’appel n’est pas encore émis")
                .doesNotContain(nothing);
        assertThat(page("/resources/dues/calls/" + prepared.value() + "/issue"))
                .as("who gets how much, and the letter itself")
                .contains("facturation@baie.example 10,00 $", ": votre facture Bonjour,", "ces messages attendront")
                .containsPattern("Syndicat du Lac \\S+ 10,00 \\$")
                .contains("Facture (son numéro, donné à l’émission) : 10,00 $ à payer pour le");
    }

    @Test
    void choosesNoLetterBeforehandAndNamesTheChosenOnes() {
        var form = pages.as(Role.COORDINATOR).open(url() + "/delivered").select("main form");
        assertThat(form.select("input[name=letters]")).hasSize(2);
        assertThat(form.select("input[name=letters][checked]")).isEmpty();
        assertThat(form.select("fieldset label.tick").first())
                .as("paper first")
                .extracting(org.jsoup.nodes.Element::text)
                .asString()
                .contains("Syndicat du Lac");
        assertThat(form.text()).contains("Sans courriel, à remettre sur papier", "Par courriel");
        String printed = form.select("input[name=letters]").get(0).val();
        var noted = pages.as(Role.COORDINATOR)
                .post(url() + "/delivered", "method=POST", "on=" + settings.today(), "letters=" + printed);
        assertThat(noted).hasStatus(303);
        assertThat(mvc.get().uri(url()).cookie(noted.getResponse().getCookies()).with(visitors.as(Role.COORDINATOR)))
                .bodyText()
                .contains("Une lettre est notée comme remise\u00a0: Syndicat du Lac");
    }

    @Test
    void saysHowManyLettersPerhapsLeft() {
        db.sql("UPDATE platform.mail_message SET cut_off = true WHERE state = 'QUEUED' AND matter = 'dues_letter'")
                .update();
        assertThat(page(url()))
                .contains("Une lettre n’est pas encore partie", "Une lettre est peut-être partie")
                .doesNotContain("2 lettres ne sont pas");
    }

    @Test
    void remindsOnlyOfInvoicesThatLeft() {
        overdue(12);
        assertThat(as(() -> reminding.due(call))).isZero();
        as(() -> letters.takeBack(call));
        assertThat(as(() -> reminding.due(call))).as("of a cancelled letter").isZero();
        as(() -> letters.sendAgain(call));
        markLettersSent(call);
        overdue(12 + 8);
        assertThat(as(() -> reminding.due(call))).as("from the day of sending").isZero();
        overdue(12 + 10);
        assertThat(as(() -> reminding.due(call))).isEqualTo(2);
    }

    @Test
    void marksPrintedLettersAsDelivered() throws Exception {
        String form = page(url() + "/delivered");
        assertThat(form).contains("Syndicat du Lac", "Syndicat de la Baie");
        String printed = as(() -> letters.findOpen(call)).stream()
                .filter(CallLetterService.OpenLetter::printed)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        assertThat(mvc.post()
                        .uri(url() + "/delivered")
                        .with(csrf())
                        .with(visitors.as(Role.COORDINATOR))
                        .param("letters", printed)
                        .param("method", "POST")
                        .param("on", settings.today().toString()))
                .hasStatus(303);
        JsonNode letter = json("/api/v1/invoices?party=" + small.value())
                .path("items")
                .path(0)
                .path("letter");
        assertThat(letter.path("state").asString()).isEqualTo("DELIVERED_OTHERWISE");
        assertThat(letter.path("leftOn").isNull()).isFalse();
        assertThat(page(url())).contains("Remis à la poste le", "1 remis autrement");
        assertThat(as(() -> letters.summarize(call)).unsent())
                .as("a delivered letter is not sent again")
                .isZero();
        assertThat(page(url() + "/delivered")).contains("Notées comme remises", "Annuler la remise");
        assertThat(mvc.post()
                        .uri(url() + "/delivered/" + printed + "/undo")
                        .with(csrf())
                        .with(visitors.as(Role.COORDINATOR)))
                .hasStatus(303);
        assertThat(page(url())).doesNotContain("Remis à la poste le", "1 remis autrement");
        assertThat(as(() -> letters.markDelivered(
                        call, Set.of(UUID.fromString(printed)), DeliveryMethod.POST, settings.today())))
                .isOne();
        overdue(12);
        assertThat(as(() -> reminding.due(call)))
                .as("invoices delivered otherwise get reminders")
                .isOne();
    }

    @Test
    void takesBackAReminderUntilItLeaves() throws Exception {
        markLettersSent(call);
        overdue(12);
        var part = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        as(() -> receiving.receive(
                new PaymentFacts(
                        big, null, PaymentMethod.CASH, settings.today(), null, Money.of(CAD, 400), null, null, null),
                List.of(PaymentPart.of(part.id(), new BigDecimal("400")))));
        assertThat(page(url() + "/remind"))
                .contains("Un courriel à", "facturation@baie.example 600,00 $", "Syndicat du Lac")
                .containsPattern("tel que le recevra Syndicat de la Baie .+: rappel Bonjour, Sauf erreur")
                .containsPattern("Facture F-?[0-9-]+ : 600,00 \\$ à payer; l’échéance était le");
        assertThat(follow(pages.as(Role.COORDINATOR).post(url() + "/remind")))
                .contains("configuré : 1 rappel attend; 1 est à remettre sur papier.", "Rappel 1 : En attente d’envoi");
        assertThat(page("/resources/ledger/invoices/" + part.id().value()))
                .contains("Envoi de la facture : Parti le ", "Rappel 1 : En attente d’envoi");
        assertThat(json("/api/v1/invoices?party=" + big.value())
                        .path("items")
                        .path(0)
                        .path("reminders")
                        .path(0)
                        .path("letter")
                        .path("state")
                        .asString())
                .isEqualTo("WAITING");
        assertThat(follow(takeBack())).contains("Une lettre est annulée", "Rappel 1 : Retenu");
        assertThat(as(() -> reminding.due(call)))
                .as("withdrawn invoices are due again")
                .isOne();
        assertThat(as(() -> reminding.sendReminders(call)).mailed()).isOne();
    }

    @Test
    void queuesInvoicesAgainThatWereTakenBack() throws Exception {
        assertThat(as(() -> letters.takeBack(call))).isOne();
        assertThat(page(url()))
                .as("the cancelled letter does not wait")
                .contains("Une lettre n’est pas encore partie", "Une lettre est annulée : elle n’est pas partie");
        assertThat(page("/resources/dues/calls")).contains(", 2 lettres pas parties");
        assertThat(page(url() + "/edit")).contains("Les lettres déjà préparées gardent leur texte");
        var invoice = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        for (String shown :
                List.of(url(), "/resources/ledger/invoices/" + invoice.id().value())) {
            assertThat(page(shown)).as(shown).contains("Retenu · annulé avant l’envoi · ", "Envois");
        }
        assertThat(as(() -> letters.summarize(call)).unsent()).isOne();
        assertThat(as(() -> letters.sendAgain(call))).isOne();
        assertThat(as(() -> letters.summarize(call)).mailed().count(LetterState.WAITING))
                .isOne();
    }

    @Test
    void sendsGivenUpInvoiceAgainToAddressOfToday() throws Exception {
        db.sql("""
                        UPDATE platform.mail_message SET state = 'FAILED', problem = 'TRY_LATER', attempts = 94
                         WHERE recipient = 'facturation@baie.example'""").update();
        assertThat(page(url())).contains("Refusé · abandonné après plusieurs jours : le serveur demande d’attendre");
        db.sql("""
                        UPDATE directory.people_organisation
                           SET contact_points = replace(contact_points::text, 'facturation@', 'nouvelle@')::jsonb
                         WHERE contact_points::text LIKE '%facturation@baie.example%'""").update();
        assertThat(page(url())).contains("Envoyer de nouveau la facture annulée ou refusée, à l’adresse d’aujourd’hui");
        assertThat(as(() -> letters.sendAgain(call))).isOne();
        assertThat(db.sql(
                                "SELECT recipient FROM platform.mail_message WHERE state = 'QUEUED' AND matter = 'dues_letter'")
                        .query(String.class)
                        .list())
                .containsExactly("nouvelle@baie.example");
    }

    private MvcTestResult takeBack() {
        return pages.as(Role.COORDINATOR).post(url() + "/take-back");
    }

    /** The page of the call after an answer, with its notice. */
    private String follow(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
        return text(Pages.require(mvc.get()
                .uri(url())
                .cookie(answer.getResponse().getCookies())
                .with(visitors.as(Role.COORDINATOR))
                .exchange()));
    }

    private String today() {
        return Messages.load()
                .in(Language.FRENCH, settings.current().zone())
                .date(settings.today())
                .replace('\u00a0', ' ');
    }

    private String url() {
        return "/resources/dues/calls/" + call.value();
    }

    private void overdue(int days) {
        clock.moveTo(Instant.now().plus(Duration.ofDays(30L + days)));
    }

    private String page(String url) {
        return text(pages.as(Role.COORDINATOR).open(url));
    }

    private static String text(Document page) {
        return page.select("main").text().replace('\u00a0', ' ');
    }

    private JsonNode json(String url) throws UnsupportedEncodingException {
        return JsonMapper.shared()
                .readTree(mvc.get()
                        .uri(url)
                        .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR))
                        .exchange()
                        .getResponse()
                        .getContentAsString());
    }
}
