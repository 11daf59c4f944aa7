package org.convergence.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Brings the waiting letters of a journey to a mail server, where their readers find them. */
@Lazy
@Component
public class MailDelivery {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final TestLetterSender sender;

    MailDelivery(TestLetterSender sender) {
        this.sender = sender;
    }

    /**
     * A letter that arrived.
     *
     * @param text its plain text
     * @param source with its headers and its other parts
     */
    public record DeliveredLetter(String to, String text, String source) {

        /** The path of its first link that contains a word. */
        public String link(String word) {
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                if (links.group().contains(word)) {
                    URI link = URI.create(links.group());
                    return link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
                }
            }
            throw new AssertionError("No link with " + word + " in: " + text);
        }
    }

    /** Sends the letters that wait, and returns those that arrived. */
    public List<DeliveredLetter> deliver() {
        try (MailSink sink = new MailSink(MailSink.Faults.NONE)) {
            CurrentActor.runAs(Actor.system("mail"), () -> sender.carry(sink.port()));
            return sink.received().stream().map(MailDelivery::read).toList();
        }
    }

    /** Sends the letters that wait, and returns the only one to an address. */
    public DeliveredLetter deliverTo(String address) {
        List<DeliveredLetter> all = deliver();
        return all.stream()
                .filter(each -> each.to().equals(address))
                .reduce((one, other) -> {
                    throw new AssertionError("Two letters to " + address);
                })
                .orElseThrow(() -> new AssertionError("No letter to " + address + " in " + all));
    }

    private static DeliveredLetter read(MailSink.ReceivedLetter letter) {
        try {
            byte[] source = letter.text().getBytes(StandardCharsets.UTF_8);
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(source));
            return new DeliveredLetter(letter.recipient(), MailText.plain(message), letter.text());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
