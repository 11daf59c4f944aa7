package org.convergence.plan.mailbox.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Converts mails to plain text: nothing is executed or fetched. */
final class MailText {

    /** The limit for one part; the rest is cut. */
    private static final int MOST_BYTES = 400_000;

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "tr",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "table",
            "ul",
            "ol",
            "hr");
    private static final String NOT_SHOWN =
            "script, style, head, title, template, noscript, object, embed, iframe, svg, form";

    private MailText() {}

    /** The text of a part; empty if it cannot be read. */
    static String textOf(Part part) throws MessagingException {
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readNBytes(MOST_BYTES);
        } catch (IOException unreadable) {
            return "";
        }
        String text = decode(bytes, declared(part));
        return clean(part.isMimeType("text/html") ? fromHtml(text) : text);
    }

    private static @Nullable Charset declared(Part part) {
        try {
            String type = part.getContentType();
            String charset = type == null ? null : new ContentType(type).getParameter("charset");
            return charset == null ? null : Charset.forName(MimeUtility.javaCharset(charset));
        } catch (MessagingException | IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Decodes as declared if possible; else as UTF-8; else as Windows-1252. */
    static String decode(byte[] bytes, @Nullable Charset declared) {
        Charset[] likely = declared == null || declared.equals(StandardCharsets.US_ASCII)
                ? new Charset[] {StandardCharsets.UTF_8}
                : new Charset[] {declared, StandardCharsets.UTF_8};
        for (Charset charset : likely) {
            // A cut inside a character must not make the whole text fall back to another charset.
            for (int cut = 0; cut < (bytes.length == MOST_BYTES ? 4 : 1); cut++) {
                String text = strictly(bytes, bytes.length - cut, charset);
                if (text != null) {
                    return text;
                }
            }
        }
        return new String(bytes, Charset.forName("windows-1252"));
    }

    private static @Nullable String strictly(byte[] bytes, int length, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    /** The text without tags: each block on its own line, without addresses of pictures. */
    static String fromHtml(String html) {
        var page = Jsoup.parse(html);
        page.select(NOT_SHOWN).remove();
        StringBuilder text = new StringBuilder();
        page.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText().replaceAll("[\\s\\u00a0]+", " "));
                } else if (starts(node)) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                    text.append(element.normalName().equals("p") ? "\n\n" : "\n");
                }
            }
        });
        return text.toString();
    }

    private static boolean starts(Node node) {
        return node instanceof Element element
                && !element.normalName().equals("br")
                && BLOCKS.contains(element.normalName());
    }

    /** Removes trailing blanks and control characters, and repeated empty lines. */
    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll(
                        "[\\p{Cc}&&[^\\n\\t]]|[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff]",
                        "")
                .replace('\t', ' ')
                // Matches from the first blank only: else a mail of only blanks would take minutes.
                .replaceAll("(?m)(?<![ \\u00a0])[ \\u00a0]++$", "")
                .replaceAll("(?m)^ +", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
