package org.convergence.platform.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.mail.MailPermissions;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;

/**
 * Sends letters from the outbox to the mail server, one at a time. If it stops between sending a letter and recording
 * it, at most that one is sent twice, under the same Message-ID.
 */
@Service
public class LetterSender {

    private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);

    private final JdbcOutbox jdbcOutbox;
    private final Map<String, BodyCompleter> completers;
    private final OrganisationSettings settings;
    private final @Nullable SmtpAddress address;
    private final String from;

    LetterSender(
            JdbcOutbox jdbcOutbox,
            List<BodyCompleter> completers,
            OrganisationSettings settings,
            @Value("${CONVERGENCE_SMTP_URL:}") String url,
            @Value("${CONVERGENCE_MAIL_FROM:}") String from) {
        this.jdbcOutbox = jdbcOutbox;
        this.completers = completers.stream().collect(Collectors.toMap(BodyCompleter::name, completer -> completer));
        this.settings = settings;
        this.address = url.isEmpty() ? null : SmtpAddress.parse(url);
        if (address != null && from.isEmpty()) {
            throw new IllegalStateException(
                    "CONVERGENCE_SMTP_URL needs CONVERGENCE_MAIL_FROM, the address that mail comes from");
        }
        this.from = from;
    }

    /** Whether a mail server is set. */
    @Open("reveals no secret")
    public boolean isConfigured() {
        return address != null;
    }

    /** Sends all due letters; stops at the first failure of the connection itself. */
    void sendDue() {
        SmtpAddress to = address;
        if (to == null) {
            return;
        }
        jdbcOutbox.recoverInterrupted();
        JavaMailSenderImpl sender = to.sender();
        Optional<JdbcOutbox.OutgoingLetter> letter = jdbcOutbox.takeNext();
        while (letter.isPresent()) {
            if (!carry(sender, letter.get())) {
                return;
            }
            letter = jdbcOutbox.takeNext();
        }
    }

    private boolean carry(JavaMailSenderImpl sender, JdbcOutbox.OutgoingLetter letter) {
        try {
            sender.send(message(sender, letter));
        } catch (MessagingException | RuntimeException problem) {
            // A fault of one letter, such as a missing subject, must not hold up the others.
            MailDiagnosis diagnosis = MailDiagnosis.of(problem);
            boolean refused = diagnosis == MailDiagnosis.REFUSED_RECIPIENT;
            boolean later = diagnosis == MailDiagnosis.TRY_LATER;
            if (refused || (later && letter.attempts() == 1)) {
                jdbcOutbox.recordRefusal(letter, SmtpRefusal.isPermanent(problem));
            }
            LOG.warn("Letter {} was not sent: {}", letter.id(), diagnosis);
            jdbcOutbox.markFailed(letter, diagnosis.name(), refused);
            return refused || later || diagnosis == MailDiagnosis.OTHER;
        }
        jdbcOutbox.markSent(letter.id());
        return true;
    }

    private MimeMessage message(JavaMailSenderImpl sender, JdbcOutbox.OutgoingLetter letter) throws MessagingException {
        Map<String, String> values = missing(letter);
        MimeMessage message = message(
                sender, letter.id(), letter.to(), letter.subject(), filled(letter.text(), values), enclosures(letter));
        returnTo(sender, letter.returnTo());
        String stop = letter.stop();
        if (stop != null) {
            // Both together let a mail program unsubscribe with one POST (RFC 8058), where the address accepts it.
            message.setHeader("List-Unsubscribe", "<" + filled(stop, values) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    /** Sets the bounce address in the session, which is possible because letters are sent one after the other. */
    private static void returnTo(JavaMailSenderImpl sender, @Nullable String address) {
        Properties session = sender.getSession().getProperties();
        for (String protocol : List.of("mail.smtp.from", "mail.smtps.from")) {
            if (address == null) {
                session.remove(protocol);
            } else {
                session.setProperty(protocol, address);
            }
        }
    }

    private Map<String, String> missing(JdbcOutbox.OutgoingLetter letter) {
        BodyCompleter completer = completer(letter);
        UUID about = letter.about();
        Map<String, String> values =
                new HashMap<>(completer == null || about == null ? Map.of() : completer.complete(about));
        JdbcOutbox.MailingMember sending = letter.sending();
        if (letter.stop() != null && sending != null) {
            values.putAll(completer(jdbcOutbox.unsubscribeCompleter(sending)).complete(sending.party()));
        }
        return values;
    }

    private List<Enclosure> enclosures(JdbcOutbox.OutgoingLetter letter) {
        BodyCompleter completer = completer(letter);
        UUID about = letter.about();
        return completer == null || about == null ? List.of() : completer.enclosures(about);
    }

    private @Nullable BodyCompleter completer(JdbcOutbox.OutgoingLetter letter) {
        String name = letter.completer();
        return name == null ? null : completer(name);
    }

    private BodyCompleter completer(String name) {
        BodyCompleter completer = completers.get(name);
        if (completer == null) {
            throw new IllegalStateException("No completer of letters for " + name);
        }
        return completer;
    }

    private static String filled(String text, Map<String, String> values) {
        String whole = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            whole = whole.replace("[[" + value.getKey() + "]]", value.getValue());
        }
        return whole;
    }

    private MimeMessage message(
            JavaMailSenderImpl sender, UUID id, String to, String subject, String text, List<Enclosure> enclosures)
            throws MessagingException {
        String host = from.substring(from.indexOf('@') + 1).replace(">", "");
        MimeMessage message = new IdentifiedMessage(sender, "<" + id + "@" + host + ">");
        MimeMessageHelper helper = new MimeMessageHelper(message, !enclosures.isEmpty(), StandardCharsets.UTF_8.name());
        try {
            helper.setFrom(from, settings.current().name());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText(text);
        for (Enclosure enclosure : enclosures) {
            helper.addAttachment(enclosure.name(), enclosure.content(), enclosure.mediaType());
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Sends a letter to test the connection, and gives the result. */
    @Requires(MailPermissions.KEEP)
    public MailDiagnosis sendTest(String to, String subject, String text) {
        SmtpAddress set = address;
        if (set == null) {
            return MailDiagnosis.NOT_SET;
        }
        JavaMailSenderImpl sender = set.sender();
        try {
            sender.send(message(sender, UUID.randomUUID(), to, subject, text, List.of()));
            return MailDiagnosis.WORKS;
        } catch (MailException | MessagingException problem) {
            return MailDiagnosis.of(problem);
        }
    }

    /** A message that keeps its Message-ID at each attempt. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
