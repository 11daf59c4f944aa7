package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** One alternative of a text is read, and attachments are found in any of them. */
class MailParserTest {

    @Test
    void keepsAttachmentsWithinAlternativeText() throws MessagingException {
        ParsedMail read = read(
                "Subject: Programme",
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=formes",
                "",
                "--formes",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "Bonjour,",
                "--formes",
                "Content-Type: multipart/mixed; boundary=page",
                "",
                "--page",
                "Content-Type: text/html; charset=UTF-8",
                "",
                "<p>Bonjour,</p>",
                "--page",
                "Content-Type: application/pdf; name=\"programme.pdf\"",
                "Content-Disposition: inline; filename=\"programme.pdf\"",
                "",
                "%PDF",
                "--page",
                "Content-Type: text/html; charset=UTF-8",
                "",
                "<p>Bien à vous</p>",
                "--page--",
                "--formes--");
        assertThat(read.text()).isEqualTo("Bonjour,");
        assertThat(read.enclosed()).extracting(ParsedMail.MailAttachment::name).containsExactly("programme.pdf");
        assertThat(read.leftOut()).isZero();
    }

    @Test
    void ignoresInvitationBesideText() throws MessagingException {
        ParsedMail read = read(
                "Subject: Rencontre",
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=formes",
                "",
                "--formes",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "Bonjour",
                "--formes",
                "Content-Type: text/calendar; method=REQUEST",
                "",
                "BEGIN:VCALENDAR",
                "--formes--");
        assertThat(read.text()).isEqualTo("Bonjour");
        assertThat(read.enclosed()).isEmpty();
    }

    private static ParsedMail read(String... lines) throws MessagingException {
        byte[] mail = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        return MailParser.parse(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }
}
