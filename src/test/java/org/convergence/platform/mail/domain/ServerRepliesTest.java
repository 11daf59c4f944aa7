package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.convergence.platform.mail.BounceMailReader.ServerReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies to our letters, in the formats of several servers. */
class ServerRepliesTest {

    private static final UUID LETTER = UUID.fromString("0193a1b2-0000-7000-8000-00000000000a");

    @ParameterizedTest
    @ValueSource(strings = {"postfix", "exim", "exchange", "gmail", "words-alone"})
    void unknownAddressFailsPermanently(String server) throws Exception {
        assertThat(read(server)).contains(new ServerReply(LETTER, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix-delay", "full-box", "gmail-limit", "unwanted"})
    void countsTemporaryFailures(String server) throws Exception {
        assertThat(read(server)).contains(new ServerReply(LETTER, false));
    }

    /** Vector 3, its second half: a reply sent by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"absence", "arrived"})
    void otherMailIsNoFailure(String mail) throws Exception {
        assertThat(read(mail)).isEmpty();
    }

    @Test
    void ignoresReplyWithoutOurLetter() throws Exception {
        String forged = text("postfix").replace("0193a1b2-0000-7000-8000-00000000000a", "n-importe-quoi");
        assertThat(read(forged.getBytes(StandardCharsets.UTF_8))).isEmpty();
        String person = text("words-alone").replace("MAILER-DAEMON@ancien.example", "quelquun@ailleurs.example");
        assertThat(read(person.replace("Return-Path: <>", "Return-Path: <quelquun@ailleurs.example>")
                        .getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void ignoresTruncatedOrDeeplyNestedMail() throws Exception {
        String torn = text("postfix");
        for (int end = 0; end < torn.length(); end += 97) {
            read(torn.substring(0, end).getBytes(StandardCharsets.UTF_8));
        }
        StringBuilder nested = new StringBuilder("From: MAILER-DAEMON@x.example\n");
        for (int depth = 0; depth < 200; depth++) {
            nested.append("Content-Type: multipart/report; boundary=b")
                    .append(depth)
                    .append("\n\n--b")
                    .append(depth)
                    .append('\n');
        }
        assertThat(read(nested.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static Optional<ServerReply> read(String name) throws Exception {
        return read(text(name).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<ServerReply> read(byte[] mail) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        return SmtpBounceMailReader.answer(message);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = ServerRepliesTest.class.getResourceAsStream("/answers/" + name + ".eml")) {
            if (in == null) {
                throw new IOException("No such answer: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
