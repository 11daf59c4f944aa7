package org.convergence.plan.mailbox.domain;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;
import org.convergence.plan.mailbox.domain.ParsedMail.MailAttachment;
import org.convergence.plan.mailbox.domain.ParsedMail.OriginalMail;
import org.jspecify.annotations.Nullable;

/**
 * Parses a mail: its text, the mail forwarded in it, its attachments. One instance per mail; depth, parts and sizes are
 * bounded.
 */
final class MailParser {

    private static final int DEEP = 12;
    private static final int MOST_PARTS = 200;
    private static final int MOST_ENCLOSED = 20;
    private static final int SMALL_PICTURE = 20_000;
    private static final int LONGEST_HEADER = 4_000;

    private final StringBuilder text = new StringBuilder();
    private final List<MailAttachment> enclosed = new ArrayList<>();
    private @Nullable MimeMessage inside;
    private int parts;
    private int leftOut;

    private MailParser() {}

    static ParsedMail parse(MimeMessage mail) throws MessagingException {
        var reader = new MailParser();
        reader.walk(mail, 0, true);
        return reader.toParsedMail(mail);
    }

    /** All the text of a mail, without looking for a forwarded one in it. */
    static String text(MimeMessage mail) throws MessagingException {
        var reader = new MailParser();
        reader.walk(mail, 0, true);
        return reader.text.toString().strip();
    }

    private ParsedMail toParsedMail(MimeMessage mail) throws MessagingException {
        String said = text.toString().strip();
        String subject = ForwardPolicy.subject(header(mail, "Subject"));
        MimeMessage whole = inside;
        OriginalMail found = whole == null
                ? ForwardPolicy.findOriginal(said).orElse(null)
                : new OriginalMail(people(whole), dateOf(whole), ForwardPolicy.subject(header(whole, "Subject")), said);
        if (found == null) {
            return new ParsedMail(subject, dateOf(mail), List.of(), said, enclosed, leftOut);
        }
        String its = found.subject();
        LocalDate day = found.date();
        return new ParsedMail(
                its == null || its.isBlank() ? subject : its,
                day == null ? dateOf(mail) : day,
                found.people(),
                found.text(),
                enclosed,
                leftOut);
    }

    /** @param told whether its text is read; {@code false} for an alternative of a text that was already read */
    private void walk(Part part, int depth, boolean told) throws MessagingException {
        parts++;
        if (depth > DEEP || parts > MOST_PARTS) {
            leftOut++;
            return;
        }
        try {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
                walkParts(many, part.isMimeType("multipart/alternative"), depth, told);
            } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage mail) {
                walkForwarded(mail, depth);
            } else if (isWords(part) && !isAttachment(part)) {
                text.append(told ? MailText.textOf(part) + "\n\n" : "");
            } else {
                enclose(part);
            }
        } catch (IOException | MessagingException unreadable) {
            leftOut++;
        }
    }

    private void walkForwarded(MimeMessage mail, int depth) throws MessagingException {
        if (inside == null) {
            inside = mail;
        }
        walk(mail, depth + 1, true);
    }

    /** Some programs put attachments into the other alternative of the text, so that is searched for them. */
    private void walkParts(Multipart many, boolean alternatives, int depth, boolean told) throws MessagingException {
        int best = alternatives ? alternative(many) : -1;
        for (int i = 0; i < many.getCount(); i++) {
            BodyPart part = many.getBodyPart(i);
            if (best < 0 || i == best) {
                walk(part, depth + 1, told);
            } else if (part.isMimeType("multipart/*")) {
                walk(part, depth + 1, false);
            }
        }
    }

    /** Of the alternatives of a text, the plain one; else the last that can be read. */
    private static int alternative(Multipart many) throws MessagingException {
        int last = Math.max(0, many.getCount() - 1);
        for (int i = 0; i < many.getCount(); i++) {
            BodyPart part = many.getBodyPart(i);
            if (part.isMimeType("text/plain") && !MailText.textOf(part).isBlank()) {
                return i;
            }
        }
        return last;
    }

    private void enclose(Part part) throws MessagingException {
        if (isOrnament(part)) {
            return;
        }
        if (enclosed.size() >= MOST_ENCLOSED || part.isMimeType("application/ms-tnef")) {
            leftOut++;
            return;
        }
        String name = part.getFileName();
        enclosed.add(new MailAttachment(name == null ? "" : decodeHeader(name), () -> {
            try {
                return part.getInputStream();
            } catch (MessagingException unreadable) {
                throw new IOException(unreadable);
            }
        }));
    }

    /** A small picture of a signature, or a tracking pixel. */
    private static boolean isOrnament(Part part) throws MessagingException {
        boolean named = part instanceof MimePart mime && mime.getContentID() != null;
        return part.isMimeType("image/*")
                && (named || Part.INLINE.equalsIgnoreCase(part.getDisposition()))
                && part.getSize() >= 0
                && part.getSize() < SMALL_PICTURE;
    }

    private static boolean isAttachment(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
    }

    private static boolean isWords(Part part) throws MessagingException {
        return part.isMimeType("text/plain") || part.isMimeType("text/html");
    }

    private static List<Correspondent> people(MimeMessage mail) throws MessagingException {
        List<Correspondent> people = new ArrayList<>();
        for (String field : List.of("From", "To", "Cc")) {
            people.addAll(AddressLineParser.parse(header(mail, field)));
        }
        return people;
    }

    /** The day of the date header, in the sender's time zone. */
    private static @Nullable LocalDate dateOf(MimeMessage mail) throws MessagingException {
        return MailDateParser.parse(header(mail, "Date")).orElse(null);
    }

    /** The values of a header field, joined and decoded. */
    static String header(Part mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : decodeHeader(String.join(", ", values));
    }

    static String decodeHeader(String raw) {
        String bounded = raw.length() > LONGEST_HEADER ? raw.substring(0, LONGEST_HEADER) : raw;
        String decoded;
        try {
            decoded = MimeUtility.decodeText(MimeUtility.unfold(decodeRawBytes(bounded)));
        } catch (UnsupportedEncodingException unknown) {
            decoded = bounded;
        }
        return MailText.clean(decoded).replace('\n', ' ').strip();
    }

    /** Decodes a field with raw non-ASCII bytes: they are usually UTF-8. */
    private static String decodeRawBytes(String raw) {
        boolean bytes = raw.chars().anyMatch(c -> c >= 0x80) && raw.chars().allMatch(c -> c <= 0xff);
        return bytes ? MailText.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null) : raw;
    }

    /** The sender's address, without the name; empty unless there is exactly one. */
    static String sender(MimeMessage mail) throws MessagingException {
        String[] values = mail.getHeader("From");
        if (values == null || values.length != 1 || values[0].length() > LONGEST_HEADER) {
            return "";
        }
        try {
            InternetAddress[] all = InternetAddress.parseHeader(values[0], false);
            String only = all.length == 1 ? all[0].getAddress() : null;
            return only == null || only.length() > 254
                    ? ""
                    : MailText.clean(only).toLowerCase(Locale.ROOT);
        } catch (AddressException none) {
            return "";
        }
    }
}
