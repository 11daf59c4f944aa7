package org.convergence.platform.mail.domain;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.BodyCompleter.WaitingLetter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.domain.JdbcOutbox.MailingMember;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.OutgoingLetter;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.ReservedLetter;
import org.convergence.platform.settings.OrganisationSettings;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the message of a letter, with all that is not stored: secrets, figures of the day, attachments. */
@Component
class LetterComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static {
        // Otherwise Jakarta Mail searches all jars for its provider, several times for each letter.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^:;,<>]]+@[\\x21-\\x7e&&[^:;,<>]]+");

    private final Map<String, BodyCompleter> completers;
    private final SendingCheck sendingCheck;
    private final ReturnPath returns;
    private final OrganisationSettings settings;
    private final LetterHtmlRenderer html;
    private final Clock clock;
    private final String from;
    private final boolean isFromRead;

    LetterComposer(
            List<BodyCompleter> completers,
            SendingCheck sendingCheck,
            ReturnPath returns,
            OrganisationSettings settings,
            LetterHtmlRenderer html,
            Clock clock,
            @Value("${CONVERGENCE_MAIL_FROM:}") String from,
            @Value("${convergence.mailbox.address:}") String mailbox) {
        this.completers = completers.stream().collect(Collectors.toMap(BodyCompleter::name, completer -> completer));
        this.sendingCheck = sendingCheck;
        this.returns = returns;
        this.settings = settings;
        this.html = html;
        this.clock = clock;
        this.from = from;
        this.isFromRead = !mailbox.isEmpty() && from.contains(mailbox);
    }

    /**
     * What completes a letter at sending.
     *
     * @param blocks the blocks that stand in for marks
     * @param topic the topic of a mailing; {@code null} for another letter
     * @param withheld the key of the reason why it is no longer meant; {@code null} while it is
     */
    record LetterParts(
            Map<String, String> values,
            Map<String, List<LetterBlock>> blocks,
            List<Enclosure> enclosures,
            @Nullable String topic,
            @Nullable String withheld) {

        static final LetterParts NONE = new LetterParts(Map.of(), Map.of(), List.of(), null, null);
    }

    /** Whether a letter needs to be completed, which may take as long as drawing a document. */
    static boolean needsParts(ReservedLetter letter) {
        return letter.completer() != null || letter.repeated();
    }

    /** Completes a letter shortly before it is sent, unless it is no longer meant. */
    LetterParts prepare(ReservedLetter letter) {
        Map<String, String> values = new HashMap<>();
        Map<String, List<LetterBlock>> blocks = Map.of();
        List<Enclosure> enclosures = List.of();
        WaitingLetter about = letter.about();
        String name = letter.completer();
        if (name != null && about != null) {
            Optional<String> reason = withholdingReason(letter);
            if (reason.isPresent()) {
                return new LetterParts(Map.of(), Map.of(), List.of(), null, reason.get());
            }
            BodyCompleter completer = completer(name);
            values.putAll(completer.complete(about.subject()));
            blocks = completer.blocks(about.subject());
            blocks.forEach((mark, text) -> values.put(mark, new LetterContent("", text).plainText()));
            enclosures = completer.enclosures(about.subject());
        }
        MailingMember mailing = letter.mailing();
        if (letter.repeated() && mailing != null) {
            values.putAll(completer(sendingCheck.unsubscribeCompleter(mailing.topic()))
                    .complete(mailing.party()));
        }
        return new LetterParts(values, blocks, enclosures, mailing == null ? null : mailing.topic(), null);
    }

    /** The key of the reason why the letter is no longer meant; empty while it is. */
    Optional<String> withholdingReason(ReservedLetter letter) {
        String name = letter.completer();
        WaitingLetter about = letter.about();
        return name == null || about == null
                ? Optional.empty()
                : completer(name).withholdingReason(about);
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
        OutgoingMessage message = new OutgoingMessage(session, "<" + letter.id() + "@" + host + ">", letter.to());
        String organisation = settings.current().name();
        message.setFrom(sender(organisation));
        String replies = parts.values().get(BodyCompleter.REPLY_TO);
        Optional<InternetAddress> answers =
                replies == null ? answerAddress() : Optional.of(new InternetAddress(replies, true));
        if (answers.isPresent()) {
            message.setReplyTo(new InternetAddress[] {answers.get()});
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), UTF_8);
        String text = filled(letter.text(), parts.values());
        LetterContent blocks = LetterHtmlRenderer.read(letter.blocks());
        String stop = letter.stop() == null ? "" : filled(letter.stop(), parts.values());
        LetterContent content = blocks == null
                ? PlainLetterParser.parse(text, stop)
                : blocks.fill(parts.blocks()).map(words -> filled(words, parts.values()));
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(text, "plain"));
        both.addBodyPart(part(html.html(content, letter.subject(), organisation), "html"));
        message.setContent(parts.enclosures().isEmpty() ? both : withEnclosures(both, parts.enclosures()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setEnvelopeFrom(returns.addressFor(letter.id()));
        if (!stop.isEmpty()) {
            // Both together let a mail program unsubscribe with one POST (RFC 8058), where the address accepts it.
            message.setHeader("List-Unsubscribe", "<" + stop + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            if (parts.topic() != null) {
                // Stable for each purpose, so that recipients can sort by it (R-MAIL-3).
                message.setHeader("List-Id", "<" + parts.topic() + "." + host + ">");
            }
        }
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    /**
     * Where answers reach people, since the sending address is often nobody's mailbox. Empty where that is read by the
     * application itself, and unless the organisation's own is a valid address.
     */
    private Optional<InternetAddress> answerAddress() {
        String mail = settings.current().identity().mail();
        try {
            return isFromRead || !ADDRESS.matcher(mail).matches()
                    ? Optional.empty()
                    : Optional.of(new InternetAddress(mail, true));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private InternetAddress sender(String organisation) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(from);
            address.setPersonal(organisation, UTF_8);
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeMultipart withEnclosures(MimeMultipart text, List<Enclosure> enclosures)
            throws MessagingException {
        MimeMultipart whole = new MimeMultipart("mixed");
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(text);
        whole.addBodyPart(first);
        for (Enclosure enclosure : enclosures) {
            MimeBodyPart part = new MimeBodyPart();
            try (InputStream in = enclosure.content().getInputStream()) {
                part.setDataHandler(new DataHandler(new ByteArrayDataSource(in, enclosure.mediaType())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            part.setHeader("Content-Disposition", disposition(enclosure.name()));
            whole.addBodyPart(part);
        }
        return whole;
    }

    /** An attachment with its name, accents included (RFC 2231). */
    private static String disposition(String name) {
        ContentDisposition attachment = new ContentDisposition();
        attachment.setDisposition(Part.ATTACHMENT);
        ParameterList parameters = new ParameterList();
        parameters.set("filename", name, UTF_8);
        attachment.setParameterList(parameters);
        return attachment.toString();
    }

    private static String filled(String text, Map<String, String> values) {
        String whole = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            whole = whole.replace("[[" + value.getKey() + "]]", value.getValue());
        }
        return whole;
    }
}
