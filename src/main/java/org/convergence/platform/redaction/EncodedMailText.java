package org.convergence.platform.redaction;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The texts of a mail kept as a file that are written in Base64: its header lines and text parts, decoded. They are
 * searched, and not rewritten.
 */
final class EncodedMailText {

    private static final Pattern ENCODED = Pattern.compile(
            "=\\?[^?\\s]+\\?b\\?|^content-transfer-encoding:\\s*base64", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int DEEPEST = 20;

    private EncodedMailText() {}

    /** Empty for a file without Base64, or that is no mail. */
    static List<String> decode(String text) {
        if (!ENCODED.matcher(text).find()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try {
            var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            addPart(new MimeMessage(Session.getInstance(new Properties()), bytes), 0, texts);
        } catch (MessagingException | IOException damaged) {
            // What could be decoded is searched.
        }
        return texts;
    }

    private static void addPart(Part part, int depth, List<String> texts) throws MessagingException, IOException {
        for (Header header : Collections.list(part.getAllHeaders())) {
            texts.add(MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
        }
        Object content = part.getContent();
        if (content instanceof String text) {
            texts.add(text);
        } else if (content instanceof Multipart parts && depth < DEEPEST) {
            for (int i = 0; i < parts.getCount(); i++) {
                addPart(parts.getBodyPart(i), depth + 1, texts);
            }
        } else if (content instanceof Part mail && depth < DEEPEST) {
            addPart(mail, depth + 1, texts);
        }
    }
}
