package org.convergence.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.database.Refused;
import org.convergence.platform.fetch.FeedReader.ReadEntry;
import org.convergence.platform.fetch.FeedReader.ReadFeed;
import org.junit.jupiter.api.Test;

class FeedReaderTest {

    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Dépêches &amp; nouvelles</title><link>https://exemple.org</link>
            <item><title><![CDATA[<b>Grève</b> à Ouanaminthe<script>alert(1)</script>]]></title>
              <link>https://exemple.org/1</link><guid>g1</guid><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate>
              <description><![CDATA[<p>long <a href="https://nous.example/t?a=1&amp;b=2">ici</a></p>]]></description></item>
            <item><title>Sans date &amp;lt;i&amp;gt;ni&amp;lt;/i&amp;gt; repère</title><link>https://exemple.org/2</link><pubDate/></item>
            <item><title>Mauvaise date</title><guid>https://exemple.org/3</guid><pubDate>hier, 31 Frimaire 2026 midi</pubDate>
              <link>javascript:alert(1)</link></item>
            <item><guid>vide</guid></item>
            </channel></rss>
            """;

    private static ReadFeed read(String text) throws IOException {
        return FeedReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsRssWithMissingDaysAndHtmlInTitles() throws IOException {
        ReadFeed feed = read(RSS);
        assertThat(feed.title()).isEqualTo("Dépêches & nouvelles");
        assertThat(feed.entries())
                .containsExactly(
                        new ReadEntry(
                                "g1",
                                "Grève à Ouanaminthe",
                                "https://exemple.org/1",
                                LocalDate.of(2026, 11, 24),
                                List.of("https://nous.example/t?a=1&b=2")),
                        new ReadEntry(
                                "https://exemple.org/2",
                                "Sans date ni repère",
                                "https://exemple.org/2",
                                null,
                                List.of()),
                        new ReadEntry(
                                "https://exemple.org/3", "Mauvaise date", "https://exemple.org/3", null, List.of()));
    }

    @Test
    void readsAtom() throws IOException {
        assertThat(read("""
                        <feed xmlns="http://www.w3.org/2005/Atom"><title>Fil</title>
                        <entry><title type="html">A &lt;em&gt;b&lt;/em&gt;</title><id>urn:1</id>
                          <link rel="self" href="https://exemple.org/self"/><link href="https://exemple.org/a"/>
                          <updated>2026-11-25T01:00:00Z</updated><published>2026-11-20T01:00:00Z</published></entry>
                        <entry><title type="xhtml"><div>Deux <b>mots</b></div></title><id>urn:2</id>
                          <updated>2026-11-25T01:00:00Z</updated><content><title>dedans</title></content></entry>
                        </feed>""").entries())
                .containsExactly(
                        new ReadEntry("urn:1", "A b", "https://exemple.org/a", LocalDate.of(2026, 11, 20), List.of()),
                        new ReadEntry("urn:2", "Deux mots", null, LocalDate.of(2026, 11, 25), List.of()));
    }

    @Test
    void refusesWhatIsNoFeedAndWhatDeclaresATypeOrAnEntity() {
        for (String text : new String[] {"", "<html><body/></html>", "{}", "<rss><channel><item>"}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(Refused.class);
        }
        String entity = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<rss><channel><item><title>&x;</title><guid>1</guid></item></channel></rss>";
        assertThatThrownBy(() -> read(entity))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("fetch.refused.doctype"));
    }

    @Test
    void keepsEntriesBeforeAnErrorOfForm() throws IOException {
        assertThat(read(RSS.substring(0, RSS.indexOf("<item><title>Mauvaise")) + "<item><title>coup")
                        .entries())
                .extracting(ReadEntry::mark)
                .containsExactly("g1", "https://exemple.org/2");
    }

    @Test
    void readsAtMostAHundredEntriesAndPassesOnTheLimitOfTheBytes() throws IOException {
        String many = "<item><title>a</title><guid>1</guid></item>".repeat(250);
        assertThat(read("<rss><channel>" + many + "</channel></rss>").entries()).hasSize(FeedReader.MOST_ENTRIES);
        InputStream cut = InputStream.nullInputStream();
        cut.close();
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(("<rss><channel>" + many).getBytes(StandardCharsets.UTF_8)), cut);
        assertThatThrownBy(() -> FeedReader.read(endless)).isInstanceOf(IOException.class);
    }
}
