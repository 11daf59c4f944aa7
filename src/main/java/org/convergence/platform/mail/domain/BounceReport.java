package org.convergence.platform.mail.domain;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a mail server's reply: the machine-readable part (RFC 3464), the headers of the returned letter, and the
 * text for people. Of each only a limited length is read.
 *
 * @param machine the machine-readable fields; empty if there are none
 * @param words the text for people, with the returned headers; in lower case
 * @param fromServer whether it declares a server as its sender
 * @param addressed all recipient fields
 * @param returned the headers of the returned letter, the machine-readable fields, and the text
 */
record BounceReport(String machine, String words, boolean fromServer, String addressed, String returned) {

    private static final int LONGEST = 64 * 1024;
    private static final int DEEPEST = 4;
    private static final Pattern OUR_ID =
            Pattern.compile("<([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})@[^>\\s]{1,200}>");
    private static final Pattern SERVER = Pattern.compile("\\b(mailer-daemon|postmaster)\\b");
    private static final String[] TO = {"Delivered-To", "X-Original-To", "Envelope-To", "To"};

    static BounceReport of(MimeMessage mail) throws MessagingException, IOException {
        var found = new ReportCollector();
        found.read(mail, 0);
        StringBuilder addressed = new StringBuilder();
        for (String field : TO) {
            addressed.append(' ').append(header(mail, field));
        }
        String from = (header(mail, "From") + " " + header(mail, "Return-Path")).toLowerCase(Locale.ROOT);
        boolean empty = header(mail, "Return-Path").strip().equals("<>");
        boolean server = SERVER.matcher(from).find()
                || (empty
                        && !header(mail, "Auto-Submitted")
                                .toLowerCase(Locale.ROOT)
                                .startsWith("auto-replied"))
                || !header(mail, "X-Failed-Recipients").isEmpty();
        String failed = header(mail, "X-Failed-Recipients").isEmpty() ? "" : "x-failed-recipients ";
        return new BounceReport(
                found.machine.toString(),
                (failed + header(mail, "Subject") + "\n" + found.words).toLowerCase(Locale.ROOT),
                server,
                addressed.toString(),
                found.returned + "\n" + found.machine + "\n" + found.words);
    }

    /** The id of the letter: from the address to which it was returned, else from the letter's own Message-ID. */
    Optional<UUID> findLetterId() {
        return ReturnPath.findLetterId(addressed).or(() -> {
            Matcher id = OUR_ID.matcher(returned);
            return id.find() ? Optional.of(UUID.fromString(id.group(1))) : Optional.empty();
        });
    }

    private static String header(Part part, String field) throws MessagingException {
        String[] values = part.getHeader(field);
        return values == null ? "" : String.join(" ", values);
    }

    private static final class ReportCollector {

        private final StringBuilder machine = new StringBuilder();
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder returned = new StringBuilder();

        void read(Part part, int depth) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && depth < DEEPEST) {
                if (part.getContent() instanceof Multipart parts) {
                    for (int i = 0; i < Math.min(parts.getCount(), 10); i++) {
                        BodyPart each = parts.getBodyPart(i);
                        read(each, depth + 1);
                    }
                }
            } else if (part.isMimeType("message/delivery-status")
                    || part.isMimeType("message/global-delivery-status")) {
                machine.append(start(part)).append("\n\n");
            } else if (part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/global-headers")
                    || part.isMimeType("message/rfc822")
                    || part.isMimeType("message/global")) {
                returned.append(start(part)).append('\n').append(findMessageId(part));
            } else if (part.isMimeType("text/plain") && words.length() < LONGEST) {
                words.append(start(part)).append('\n');
            }
        }

        /** The id of the returned letter where a server gives its text without its headers; empty if it has none. */
        private static String findMessageId(Part part) throws MessagingException, IOException {
            return part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage letter
                    ? Objects.requireNonNullElse(letter.getMessageID(), "")
                    : "";
        }

        private static String start(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            }
        }
    }
}
