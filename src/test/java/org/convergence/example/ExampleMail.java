package org.convergence.example;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.testing.MailSink;
import org.convergence.testing.MailText;

/** The mail server of a journey, and the mailboxes of its people. */
final class ExampleMail implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private final MailSink server = new MailSink(MailSink.Faults.NONE);
    private final TestLetterSender sender;

    ExampleMail(TestLetterSender sender) {
        this.sender = sender;
    }

    /** Sends the letters that are due. */
    void carry() {
        CurrentActor.runAs(Actor.system("mail"), () -> sender.carry(server.port()));
    }

    /** Empties all mailboxes. */
    void clear() {
        server.clear();
    }

    /** The addresses that got a letter, in the order of their letters. */
    List<String> recipients() {
        return server.received().stream()
                .map(MailSink.ReceivedLetter::recipient)
                .toList();
    }

    /** The addresses that got a letter with this subject. */
    List<String> findRecipients(String subject) {
        return server.received().stream()
                .filter(each -> read(each.text(), MimeMessage::getSubject).equals(subject))
                .map(MailSink.ReceivedLetter::recipient)
                .toList();
    }

    /** The path of the last link under an address, in the letters to a recipient. */
    String findLink(String recipient, String under) {
        return server.received().stream()
                .filter(each -> each.recipient().equals(recipient))
                .flatMap(
                        each -> LINK.matcher(read(each.text(), MailText::plain)).results())
                .map(found -> found.group(1))
                .filter(path -> path.startsWith(under))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError(
                        "no link to " + under + " for " + recipient + "; letters went to " + recipients()));
    }

    private interface MessageReader {
        String read(MimeMessage message) throws MessagingException, IOException;
    }

    private static String read(String raw, MessageReader reader) {
        try {
            return reader.read(new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
