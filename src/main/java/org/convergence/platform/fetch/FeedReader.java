package org.convergence.platform.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed, RSS or Atom, while it arrives: elements are matched by their local names, titles become plain text, and
 * days may be missing or wrong (R-WATCH-1). A document type declaration is refused, with all that it could hide; a body
 * without end is cut by the limits of the request.
 */
public final class FeedReader {

    private static final long LARGEST = 4_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** The most entries that are read; the others are passed over. */
    static final int MOST_ENTRIES = 100;

    private static final int MOST_DEPTH = 50;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_MARK = 2_000;
    private static final int LONGEST_CONTENT = 100_000;
    private static final int MOST_LINKS = 50;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]{1,1000}");

    /** The day of RSS: « Wed, 02 Oct 2026 13:00:00 GMT »; the name of the day and zones are often wrong. */
    private static final DateTimeFormatter RSS_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private FeedReader() {}

    /**
     * A request for the feed at an address, within the limits of all feeds: 4 MB, 10 seconds.
     *
     * @throws Refused if the address cannot be read
     */
    public static FetchRequest request(String address, @Nullable String etag, @Nullable String lastModified) {
        URI uri = FetchRequest.parseAddress(address).orElseThrow(() -> new Refused("fetch.refused.address"));
        return new FetchRequest(uri, etag, lastModified, LARGEST, LONGEST);
    }

    /** A feed with its entries, the first ones. */
    public record ReadFeed(String title, List<ReadEntry> entries) {}

    /**
     * An entry.
     *
     * @param mark what identifies it in the feed
     * @param url {@code null} if it has none that can be opened
     * @param publishedOn {@code null} if missing or unreadable
     * @param links addresses in its text, as they are written; the first ones
     */
    public record ReadEntry(
            String mark,
            String title,
            @Nullable String url,
            @Nullable LocalDate publishedOn,
            List<String> links) {}

    /** The parts of an entry as they are read. */
    private static final class EntryParts {
        private String mark = "";
        private String title = "";
        private String link = "";
        private String day = "";
        private final List<String> links = new ArrayList<>();

        @Nullable
        ReadEntry toEntry() {
            String plain = TextShortener.shorten(plain(title), LONGEST_TITLE);
            String url = FetchRequest.parseAddress(link)
                    .map(Object::toString)
                    .or(() -> FetchRequest.parseAddress(mark).map(Object::toString))
                    .orElse(null);
            String known = !mark.isEmpty() ? mark : url != null ? url : plain;
            return plain.isEmpty() || known.isEmpty()
                    ? null
                    : new ReadEntry(
                            known.substring(0, Math.min(LONGEST_MARK, known.length())),
                            plain,
                            url,
                            readDay(day),
                            List.copyOf(links));
        }
    }

    /**
     * Reads a feed; what comes after an error of form is left out.
     *
     * @throws Refused if it is no feed, is not well-formed before its first entry, or has a document type declaration
     */
    public static ReadFeed read(InputStream in) throws IOException {
        // The JDK's own parser, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        List<ReadEntry> entries = new ArrayList<>();
        StringBuilder feedTitle = new StringBuilder();
        try {
            read(factory.createXMLStreamReader(in), entries, feedTitle);
        } catch (XMLStreamException notWellFormed) {
            if (notWellFormed.getNestedException() instanceof IOException cut) {
                throw cut;
            }
            if (entries.isEmpty()) {
                throw new Refused("fetch.refused.feed");
            }
        }
        return new ReadFeed(TextShortener.shorten(plain(feedTitle.toString()), 200), List.copyOf(entries));
    }

    private static void read(XMLStreamReader xml, List<ReadEntry> entries, StringBuilder feedTitle)
            throws XMLStreamException {
        EntryParts entry = null;
        int entryDepth = 0;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refused("fetch.refused.doctype");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (entry != null && depth == entryDepth) {
                    ReadEntry read = entry.toEntry();
                    if (read != null && entries.size() < MOST_ENTRIES) {
                        entries.add(read);
                    }
                    entry = null;
                }
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                if ((depth == 1 && !List.of("rss", "feed", "RDF").contains(name)) || depth > MOST_DEPTH) {
                    throw new Refused("fetch.refused.feed");
                }
                if (entry == null && (name.equals("item") || name.equals("entry"))) {
                    entry = new EntryParts();
                    entryDepth = depth;
                } else if (entry != null && depth == entryDepth + 1) {
                    if (readPart(xml, name, entry)) {
                        depth--;
                    }
                } else if (entry == null && name.equals("title") && feedTitle.isEmpty()) {
                    feedTitle.append(text(xml));
                    depth--;
                }
            }
        }
    }

    /** Reads an element of an entry; false if it was left where it is. */
    private static boolean readPart(XMLStreamReader xml, String name, EntryParts entry) throws XMLStreamException {
        switch (name) {
            case "title" -> entry.title = entry.title.isEmpty() ? text(xml) : skip(xml, entry.title);
            case "guid", "id" -> entry.mark = text(xml).strip();
            case "link" -> {
                String href = xml.getAttributeValue(null, "href");
                String rel = xml.getAttributeValue(null, "rel");
                String written = text(xml).strip();
                if (entry.link.isEmpty() && (rel == null || rel.equals("alternate"))) {
                    entry.link = href == null ? written : href.strip();
                }
            }
            case "pubDate", "published", "date" -> entry.day = text(xml).strip();
            case "updated" -> entry.day = entry.day.isEmpty() ? text(xml).strip() : skip(xml, entry.day);
            case "description", "summary", "content", "encoded" ->
                LINK.matcher(text(xml, LONGEST_CONTENT))
                        .results()
                        .limit(MOST_LINKS)
                        .forEach(link -> entry.links.add(link.group().replace("&amp;", "&")));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String skip(XMLStreamReader xml, String stays) throws XMLStreamException {
        text(xml);
        return stays;
    }

    /** The text within an element, with that of its children, to its end; cut if it is too long. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        return text(xml, LONGEST_TEXT);
    }

    private static String text(XMLStreamReader xml, int longest) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                    && text.length() < longest) {
                text.append(xml.getText());
            }
        }
        return text.substring(0, Math.min(longest, text.length()));
    }

    /** Plain text of a title that may hold HTML, even escaped twice. */
    private static String plain(String title) {
        String once = Jsoup.parse(title).text();
        return (once.contains("<") || once.contains("&") ? Jsoup.parse(once).text() : once)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
    }

    static @Nullable LocalDate readDay(String written) {
        if (written.length() >= 10 && TextParser.date(written.substring(0, 10)).isPresent()) {
            return TextParser.date(written.substring(0, 10)).orElse(null);
        }
        String[] words = written.replaceFirst("^\\p{L}+,?\\s+", "").split("\\s+", 4);
        try {
            return words.length < 3 ? null : LocalDate.parse(words[0] + " " + words[1] + " " + words[2], RSS_DAY);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
