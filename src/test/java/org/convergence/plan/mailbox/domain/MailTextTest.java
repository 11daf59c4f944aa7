package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mails become plain text: nothing is executed or fetched. */
class MailTextTest {

    @Test
    void keepsOnlyTextOfHtml() {
        String text = MailText.clean(MailText.fromHtml("""
                <html><head><title>T</title><style>p{background:url(http://x/)}</style></head><body onload="alert(1)">
                <p>Bonjour&nbsp;<b>Ana</b>,</p><script>alert(2)</script><div>La salle<br>est libre.</div>
                <img src="http://pisteur.example/1.gif"><a href="javascript:alert(3)">ici</a>
                <table><tr><td>Un</td><td>deux</td></tr></table></body></html>
                """));
        assertThat(text).startsWith("Bonjour Ana,").contains("La salle\nest libre.", "ici", "Un");
        assertThat(text).doesNotContain("alert", "http", "<", "background");
    }

    @Test
    void readsWrongOrMissingCharset() {
        byte[] utf8 = "Été à Bogotá".getBytes(StandardCharsets.UTF_8);
        byte[] old = "Été à Bogotá – l’an".getBytes(Charset.forName("windows-1252"));
        assertThat(MailText.decode(utf8, null)).isEqualTo("Été à Bogotá");
        assertThat(MailText.decode(utf8, StandardCharsets.US_ASCII)).isEqualTo("Été à Bogotá");
        assertThat(MailText.decode(old, StandardCharsets.UTF_8)).isEqualTo("Été à Bogotá – l’an");
        assertThat(MailText.decode(old, Charset.forName("windows-1252"))).isEqualTo("Été à Bogotá – l’an");
    }

    @Test
    void removesHiddenCharacters() {
        assertThat(MailText.clean("a\u0000b\u200bc\u202ed\r\n\r\n\r\n\r\ne  \n"))
                .isEqualTo("abcd\n\ne");
    }

    @Test
    void readsEndlessBlanksAndCommasQuickly() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(MailText.clean("a" + " ".repeat(400_000) + "b  ")).hasSize(400_002);
            assertThat(AddressLineParser.parse("ana@exemple.org" + ",".repeat(400_000)))
                    .isNotEmpty();
        });
    }
}
