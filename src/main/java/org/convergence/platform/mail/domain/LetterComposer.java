package org.convergence.platform.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.mail.domain.JdbcOutbox.MailingMember;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.OutgoingLetter;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.ReservedLetter;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Makes the message of a letter, with all that is not stored: secrets, figures of the day, attachments. */
@Component
class LetterComposer {

    private final Map<String, BodyCompleter> completers;
    private final SendingCheck sendingCheck;
    private final ReturnPath returns;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final String from;

    LetterComposer(
            List<BodyCompleter> completers,
            SendingCheck sendingCheck,
            ReturnPath returns,
            OrganisationSettings settings,
            Clock clock,
            @Value("${CONVERGENCE_MAIL_FROM:}") String from) {
        this.completers = completers.stream().collect(Collectors.toMap(BodyCompleter::name, completer -> completer));
        this.sendingCheck = sendingCheck;
        this.returns = returns;
        this.settings = settings;
        this.clock = clock;
        this.from = from;
    }

    /** What completes a letter at sending. */
    record LetterParts(Map<String, String> values, List<Enclosure> enclosures) {

        static final LetterParts NONE = new LetterParts(Map.of(), List.of());
    }

    /** Whether a letter needs to be completed, which may take as long as drawing a document. */
    static boolean needsParts(ReservedLetter letter) {
        return letter.completer() != null || letter.repeated();
    }

    /** Completes a letter shortly before it is sent. */
    LetterParts prepare(ReservedLetter letter) {
        Map<String, String> values = new HashMap<>();
        List<Enclosure> enclosures = List.of();
        UUID about = letter.about();
        String name = letter.completer();
        if (name != null && about != null) {
            BodyCompleter completer = completer(name);
            values.putAll(completer.complete(about));
            enclosures = completer.enclosures(about);
        }
        MailingMember mailing = letter.mailing();
        if (letter.repeated() && mailing != null) {
            values.putAll(completer(sendingCheck.unsubscribeCompleter(mailing.topic()))
                    .complete(mailing.party()));
        }
        return new LetterParts(values, enclosures);
    }

    private BodyCompleter completer(String name) {
        BodyCompleter completer = completers.get(name);
        if (completer == null) {
            throw new IllegalStateException("No completer of letters for " + name);
        }
        return completer;
    }

    /** The message of a claimed letter. */
    OutgoingMessage compose(Session session, OutgoingLetter letter, LetterParts parts) throws MessagingException {
        String host = from.substring(from.indexOf('@') + 1).replace(">", "");
        OutgoingMessage message = new OutgoingMessage(session, "<" + letter.id() + "@" + host + ">");
        List<Enclosure> enclosures = parts.enclosures();
        MimeMessageHelper helper = new MimeMessageHelper(message, !enclosures.isEmpty(), StandardCharsets.UTF_8.name());
        try {
            helper.setFrom(from, settings.current().name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        helper.setTo(letter.to());
        helper.setSubject(letter.subject());
        helper.setText(filled(letter.text(), parts.values()));
        for (Enclosure enclosure : enclosures) {
            helper.addAttachment(enclosure.name(), enclosure.content(), enclosure.mediaType());
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setEnvelopeFrom(returns.addressFor(letter.id()));
        String stop = letter.stop();
        if (stop != null) {
            // Both together let a mail program unsubscribe with one POST (RFC 8058), where the address accepts it.
            message.setHeader("List-Unsubscribe", "<" + filled(stop, parts.values()) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    private static String filled(String text, Map<String, String> values) {
        String whole = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            whole = whole.replace("[[" + value.getKey() + "]]", value.getValue());
        }
        return whole;
    }
}
