package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person writes is told from what a program writes. */
class MailReplyPolicyTest {

    private static MimeMessage mail(String head) throws MessagingException {
        String whole = "From: Ana <ana@exemple.org>\r\n" + head + "\r\n\r\nTout va bien";
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: Auto-Generated; owner-email=\"a@b.org\"",
                "Precedence: bulk",
                "X-Autoreply: yes",
                "X-Autorespond: Absence",
                "Return-Path: <>",
                "From: MAILER-DAEMON@exemple.org",
                "Content-Type: multipart/report; report-type=disposition-notification; boundary=a",
                "List-Id: <membres.exemple.org>",
                "Subject: Automatic reply: Une confirmation est attendue",
                "Subject: =?UTF-8?Q?R=C3=A9ponse_automatique=C2=A0:_Une_confirmation?=",
                "Subject: Re: Absence du bureau",
                "Subject: Out of Office",
                "Subject: Respuesta =?UTF-8?Q?autom=C3=A1tica?=: Una"
            })
    void aProgramWroteIt(String head) throws MessagingException {
        assertThat(MailReplyPolicy.isAutomatic(mail(head))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Re: Une confirmation est attendue",
                "Auto-Submitted: no",
                "Return-Path: <ana@exemple.org>",
                "Subject: Automatisme",
                "X-Mailer: iPhone Mail"
            })
    void aPersonWroteIt(String head) throws MessagingException {
        assertThat(MailReplyPolicy.isAutomatic(mail(head))).isFalse();
    }

    @Test
    void quotedLinesAreNotTheSenders() {
        assertThat(MailReplyPolicy.withoutQuotes("> Bonjour\n>> Ouvrez la page\n\nTout va bien\n> Merci\n"))
                .isEqualTo("Tout va bien");
        assertThat(MailReplyPolicy.withoutQuotes("> Bonjour\n")).isEmpty();
        assertThat(MailReplyPolicy.withoutQuotes("a".repeat(20_000))).hasSize(10_000);
    }
}
