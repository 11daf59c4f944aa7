package org.convergence.resources.dues.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoicePaperAssembler;
import org.joda.money.Money;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * Completes the letters of a call when they leave: the balance still owed, the invoice, and its enclosures. No letter
 * leaves for a settled invoice, and no reminder for one whose delay is not over.
 */
@Component
record DuesLetterCompleter(
        InvoiceDetailsQueries invoiceDetails,
        InvoicePaperAssembler paper,
        CallLeafletQueries leaflets,
        RecipientWords recipientWords,
        OrganisationSettings settings)
        implements BodyCompleter {

    static final String NAME = "dues-invoice";
    private static final String WITHHELD = "dues.letter.withheld.";

    /** Whether a letter was withheld because its invoice no longer calls for it. */
    static boolean isObsolete(LetterStatus letter) {
        return letter.state() == LetterState.WITHHELD
                && String.valueOf(letter.reason()).startsWith(WITHHELD);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(letter.subject()));
        if (it.balance().isZero()) {
            return Optional.of(it.settled().isEmpty() ? WITHHELD + "reduced" : WITHHELD + "settled");
        }
        LocalDate delayed = it.delayedUntil();
        return delayed != null
                        && letter.purpose().equals(DuesLetterSender.REMINDER)
                        && !delayed.isBefore(settings.today())
                ? Optional.of(WITHHELD + "delayed")
                : Optional.empty();
    }

    @Override
    public Map<String, String> complete(UUID subject) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(subject));
        Words t = recipientWords.forLanguage(it.language());
        return values(it.number(), it.balance(), it.expectedOn(), settings.today(), t);
    }

    /** A first letter that waited past the day on which it asks for payment says so. */
    private static Map<String, String> values(String number, Money balance, LocalDate dueOn, LocalDate today, Words t) {
        String late = dueOn.isBefore(today) ? t.say("dues.letter.facts.late") : "";
        return Map.of("number", number, "balance", t.money(balance), "due", t.date(dueOn), "late", late);
    }

    /** Fills the same placeholders in a text that is shown or printed. */
    static String fill(String text, String number, Money balance, LocalDate dueOn, LocalDate today, Words t) {
        String whole = text;
        for (Map.Entry<String, String> value :
                values(number, balance, dueOn, today, t).entrySet()) {
            whole = whole.replace("[[" + value.getKey() + "]]", value.getValue());
        }
        return whole;
    }

    @Override
    public List<Enclosure> enclosures(UUID subject) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(subject));
        var pdf = new ByteArrayOutputStream();
        PaperFormat.PDF.write(
                paper.forPayer(it),
                recipientWords.forLanguage(it.language()),
                RenderingOptions.letterPaper("", settings.letterhead()),
                pdf);
        List<Enclosure> all = new ArrayList<>();
        all.add(enclosure(it.number() + ".pdf", pdf));
        leaflets.findByInvoice(it.id()).ifPresent(leaflet -> {
            var copy = new ByteArrayOutputStream();
            try {
                leaflet.writeTo(copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.add(enclosure(leaflet.name(), copy));
        });
        return all;
    }

    private static Enclosure enclosure(String name, ByteArrayOutputStream pdf) {
        return new Enclosure(name, PaperFormat.PDF.mediaType(), new ByteArrayResource(pdf.toByteArray()));
    }
}
