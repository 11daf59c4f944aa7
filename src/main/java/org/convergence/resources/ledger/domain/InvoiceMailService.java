package org.convergence.resources.ledger.domain;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceContactSource;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries.InvoiceDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends one invoice by mail, as PDF, to the contact that its module knows. */
@Service
@Transactional
@Requires(LedgerPermissions.ISSUE)
public class InvoiceMailService {

    /** The matter, the purpose and the completer of the letters; the record is the invoice. */
    static final String MATTER = "ledger_invoice";

    private static final String OWED = "owed";

    private final InvoiceDetailsQueries invoices;
    private final SettlementService settlements;
    private final ObjectProvider<InvoiceContactSource> contacts;
    private final Outbox outbox;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final RecipientWords recipientWords;
    private final OrganisationSettings settings;

    InvoiceMailService(
            InvoiceDetailsQueries invoices,
            SettlementService settlements,
            ObjectProvider<InvoiceContactSource> contacts,
            Outbox outbox,
            MailingService mailings,
            LetterStatusService statuses,
            RecipientWords recipientWords,
            OrganisationSettings settings) {
        this.invoices = invoices;
        this.settlements = settlements;
        this.contacts = contacts;
        this.outbox = outbox;
        this.mailings = mailings;
        this.statuses = statuses;
        this.recipientWords = recipientWords;
        this.settings = settings;
    }

    /** The address to which an invoice would be sent now; {@code null} if none is known, or its letter left or waits. */
    @Transactional(readOnly = true)
    public @Nullable String findAddress(InvoiceId id) {
        LetterStatus last = findLetters(List.of(id)).get(id.value());
        boolean again = last == null || last.state() == LetterState.WITHHELD || last.state() == LetterState.REFUSED;
        return again
                ? contacts.stream()
                        .flatMap(each -> each.findMail(id).stream())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** The last letter of each invoice that was sent from its page. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public Map<UUID, LetterStatus> findLetters(Collection<InvoiceId> ids) {
        return statuses.findByRecords(MATTER, ids.stream().map(InvoiceId::value).toList());
    }

    /** The letter that {@link #send} would post. */
    @Transactional(readOnly = true)
    public MailingPreview preview(InvoiceId id) {
        InvoiceDetails it = invoices.findById(id);
        return mailings.preview(
                null, List.of(new Addressee(id.value(), it.debtor(), requireAddress(id))), each -> write(it, null));
    }

    /**
     * Posts the letter; what is owed is filled in when it leaves.
     *
     * @throws Refused if no address is known, its letter left or waits, or nothing is owed
     */
    @Transactional(label = "ledger.mail-invoice")
    public void send(InvoiceId id) {
        settlements.lock(id);
        InvoiceDetails it = invoices.findById(id);
        if (!it.balance().isPositive()) {
            throw new Refused("ledger.refused.mail");
        }
        LetterText text = write(it, "[[" + OWED + "]]");
        outbox.post(new Letter(
                        requireAddress(id),
                        text.subject(),
                        text.text(),
                        MATTER,
                        new Letter.Completion(MATTER, id.value()))
                .regarding(MATTER, id.value()));
    }

    private String requireAddress(InvoiceId id) {
        String mail = findAddress(id);
        if (mail == null) {
            throw new Refused("ledger.refused.mail");
        }
        return mail;
    }

    /** Takes back the letter of an invoice that has not left, and returns their number. */
    public int takeBack(InvoiceId id) {
        return statuses.takeBack(MATTER, List.of(id.value()));
    }

    /** What is owed today, in the language of the invoice. */
    private static String owed(InvoiceDetails it, Words t, LocalDate today) {
        String key = it.expectedOn().isBefore(today) ? "ledger.mail.owed.late" : "ledger.mail.owed";
        return t.say(key, t.money(it.balance()), it.expectedOn());
    }

    /**
     * Writes the letter.
     *
     * @param mark what stands for the sentence that tells what is owed; {@code null} for the sentence itself
     */
    private LetterText write(InvoiceDetails it, @Nullable String mark) {
        Words t = recipientWords.forLanguage(it.language());
        String us = settings.current().name();
        String owed = mark == null ? owed(it, t, settings.today()) : mark;
        return new LetterText(
                t.say("ledger.mail.subject", it.number(), us),
                t.say("ledger.mail.text", it.number(), it.subject(), owed, us),
                t);
    }

    /** Encloses the invoice when the letter leaves; none leaves once nothing is owed. */
    @Component
    record InvoiceMailCompleter(
            InvoiceDetailsQueries invoices,
            InvoicePaperAssembler paper,
            RecipientWords recipientWords,
            OrganisationSettings settings)
            implements BodyCompleter {

        @Override
        public String name() {
            return MATTER;
        }

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            return invoices.findById(new InvoiceId(letter.subject())).balance().isPositive()
                    ? Optional.empty()
                    : Optional.of("ledger.letter.withheld.settled");
        }

        @Override
        public Map<String, String> complete(UUID subject) {
            InvoiceDetails it = invoices.findById(new InvoiceId(subject));
            return Map.of(OWED, owed(it, recipientWords.forLanguage(it.language()), settings.today()));
        }

        @Override
        public List<Enclosure> enclosures(UUID subject) {
            InvoiceDetails it = invoices.findById(new InvoiceId(subject));
            var pdf = new ByteArrayOutputStream();
            PaperFormat.PDF.write(
                    paper.forDebtor(it),
                    recipientWords.forLanguage(it.language()),
                    RenderingOptions.letterPaper("", settings.letterhead()),
                    pdf);
            return List.of(new Enclosure(
                    it.number() + ".pdf", PaperFormat.PDF.mediaType(), new ByteArrayResource(pdf.toByteArray())));
        }
    }
}
