package org.convergence.resources.dues.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Posts the letters of a call: the invoice and its reminders. The balance and the enclosures are added when a letter
 * leaves, so that a reminder never asks for what was paid meanwhile. Letters about the year's dues go on after an
 * unsubscription: they concern a current membership (R-CASL-11c, R-CASL-13). Letters to people follow the rules of
 * mailings.
 */
@Component
record DuesLetterSender(
        Outbox outbox,
        MailingService mailings,
        LetterStatusService statuses,
        RecipientWords recipientWords,
        OrganisationSettings settings,
        Clock clock,
        JdbcClient db) {

    /** The subject of the letters: a row of {@code resources.dues_letter}. */
    static final String MATTER = "dues_letter";

    /** The purpose of a reminder. */
    static final String REMINDER = "dues_reminder";

    private static final Actor POSTING = Actor.system("dues");

    /**
     * Posts the letter of a round, once: by mail where there is an address, else to be printed.
     *
     * @param round 0 for the invoice, else the number of its reminder
     * @return whether it goes by mail
     */
    boolean post(InvoiceId invoice, int round, CallFacts call, BillingRecipients.BillingRecipient reach) {
        String mail = reach.byPost() ? null : reach.mail();
        UUID id = Ids.next();
        int first = saveLetter(id, invoice, round, SqlTime.now(clock), mail != null);
        if (first == 0 || mail == null) {
            return mail != null;
        }
        Letter letter = letter(invoice, round, call, mail, reach.language()).regarding(MATTER, id);
        if (!(reach.payer() instanceof PersonId person)) {
            outbox.post(letter);
            return true;
        }
        BulkLetter hers = new BulkLetter(
                new MailingRecipient(person.value(), mail),
                DuesEligibility.topic(call.kind()),
                letter.subject(),
                letter.text(),
                letter.purpose(),
                recipientWords.forLanguage(reach.language()).language().code(),
                letter.completion(),
                letter.regarding(),
                letter.content());
        boolean posted =
                CurrentActor.callAs(POSTING, () -> mailings.post(List.of(hers))).isEmpty();
        if (!posted) {
            // Where mail does not arrive, the letter is printed.
            db.sql("UPDATE resources.dues_letter SET by_mail = false WHERE id = ?")
                    .param(id)
                    .update();
        }
        return posted;
    }

    /**
     * The member concerned by a letter, and its billing recipient.
     *
     * @param round 0 for the invoice, else the number of its reminder
     * @param number of the invoice; {@code null} before it is issued
     */
    record LetterTarget(
            String name,
            BillingRecipients.BillingRecipient reach,
            int round,
            @Nullable String number,
            Money balance,
            LocalDate dueOn) {}

    /**
     * The recipients of a call's letters, each with the amount, and those left out: people by the rules of mailings,
     * organisations always.
     */
    MailingPreview preview(CallFacts call, List<LetterTarget> targets, Words t) {
        // Two letters of one member may look the same; each is counted.
        Map<MailingPreview.Addressee, LetterTarget> all = new LinkedHashMap<>();
        Map<Boolean, List<MailingPreview.Addressee>> toPeople = targets.stream()
                .collect(Collectors.partitioningBy(
                        target -> target.reach().payer() instanceof PersonId,
                        Collectors.mapping(target -> addressee(target, t), Collectors.toList())));
        targets.forEach(target -> all.put(addressee(target, t), target));
        Function<MailingPreview.Addressee, LetterText> letter = to -> write(call, Objects.requireNonNull(all.get(to)));
        MailingPreview organisations = mailings.preview(null, toPeople.getOrDefault(false, List.of()), letter);
        MailingPreview people = CurrentActor.callAs(
                POSTING,
                () -> mailings.preview(
                        DuesEligibility.topic(call.kind()), toPeople.getOrDefault(true, List.of()), letter));
        return new MailingPreview(
                Stream.concat(organisations.letters().stream(), people.letters().stream())
                        .toList(),
                people.leftOut(),
                Stream.concat(organisations.toPrint().stream(), people.toPrint().stream())
                        .toList(),
                organisations.mailSet(),
                organisations.showsAddresses(),
                organisations.sample() == null ? people.sample() : organisations.sample());
    }

    private static MailingPreview.Addressee addressee(LetterTarget target, Words t) {
        BillingRecipients.BillingRecipient reach = target.reach();
        return new MailingPreview.Addressee(
                reach.payer().value(), target.name(), reach.byPost() ? null : reach.mail(), t.money(target.balance()));
    }

    private LetterText write(CallFacts call, LetterTarget to) {
        Words t = recipientWords.forLanguage(to.reach().language());
        String number = to.number() == null ? t.say("dues.letter.number.later") : to.number();
        String text = write(to.round(), call, t).plainText();
        return new LetterText(
                subject(to.round(), call, t),
                DuesLetterCompleter.fill(text, number, to.balance(), to.dueOn(), settings.today(), t),
                t);
    }

    /** Notes a round as done without a letter. */
    void skip(InvoiceId invoice, int round, LocalDate on) {
        saveLetter(
                Ids.next(),
                invoice,
                round,
                on.atStartOfDay(settings.current().zone()).toOffsetDateTime(),
                true);
    }

    /**
     * Stores a letter, once for each due day of its invoice and round, instead of one that was taken back or did not
     * arrive, whatever day the invoice was due then.
     */
    private int saveLetter(UUID id, InvoiceId invoice, int round, OffsetDateTime at, boolean byMail) {
        statuses.replace(
                MATTER,
                db.sql("""
                        DELETE FROM resources.dues_letter l
                         WHERE invoice = :invoice AND round = :round
                           AND EXISTS (SELECT FROM platform.mail_letter_status s
                                        WHERE s.matter = 'dues_letter' AND s.record_id = l.id
                                          AND (s.state = 'WITHHELD' AND (s.decided_by IS NOT NULL OR l.round = 0)
                                               OR s.state = 'REFUSED'))
                        RETURNING id""")
                        .param("invoice", invoice.value())
                        .param("round", round)
                        .query(UUID.class)
                        .list());
        return db.sql("""
                        INSERT INTO resources.dues_letter (id, invoice, expected_on, round, posted_at, by_mail)
                        SELECT :id, id, coalesce(delayed_until, due_on), :round, :at, :mail
                        FROM resources.ledger_issued_invoice WHERE id = :invoice
                        ON CONFLICT (invoice, expected_on, round) DO NOTHING
                        """)
                .param("id", id)
                .param("invoice", invoice.value())
                .param("round", round)
                .param("at", at)
                .param("mail", byMail)
                .update();
    }

    private Letter letter(InvoiceId invoice, int round, CallFacts call, String mail, @Nullable String language) {
        Words t = recipientWords.forLanguage(language);
        return new Letter(
                mail,
                subject(round, call, t),
                write(round, call, t),
                round == 0 ? "dues_invoice" : REMINDER,
                new Letter.Completion(DuesLetterCompleter.NAME, invoice.value()));
    }

    private static String subject(int round, CallFacts call, Words t) {
        return t.say(round == 0 ? "dues.letter.subject" : "dues.letter.reminder.subject", call.name());
    }

    /** The text of a round's letter, with marks for the invoice's number, balance and due day. */
    private LetterContent write(int round, CallFacts call, Words t) {
        boolean own = t.language().code().equals(settings.current().spoken().get(0));
        String written = call.letter();
        String text = round == 0 && written != null && own
                ? written
                : t.say(round == 0 ? "dues.letter.text" : "dues.letter.reminder", call.name());
        List<LetterBlock> blocks = new ArrayList<>(LetterBlock.paragraphs(text));
        blocks.add(new LetterBlock.AmountTable(
                List.of(
                        new LetterBlock.AmountRow(t.say("dues.letter.number"), "[[number]]"),
                        new LetterBlock.AmountRow(t.say("dues.letter.balance"), "[[balance]]"),
                        new LetterBlock.AmountRow(t.say("dues.letter.due"), "[[due]]")),
                t.say(round == 0 ? "dues.letter.facts" : "dues.letter.reminder.facts")));
        OrganisationProfile organisation = settings.current();
        List<String> pay = organisation.identity().paymentLines(t);
        if (!pay.isEmpty()) {
            blocks.add(new LetterBlock.LetterParagraph(String.join("\n", pay)));
        }
        blocks.add(new LetterBlock.Signature(organisation.signature()));
        return LetterContent.of(t, blocks);
    }
}
