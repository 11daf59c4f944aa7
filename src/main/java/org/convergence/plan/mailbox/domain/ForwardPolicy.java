package org.convergence.plan.mailbox.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;
import org.convergence.plan.mailbox.domain.ParsedMail.OriginalMail;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the forwarded mail in a text: mail programs write its head as lines, « De : … », « Envoyé : … », in French,
 * English or Spanish, perhaps below a rule, quoted or in asterisks.
 */
final class ForwardPolicy {

    private static final int FAR = 400;
    private static final int HEAD = 14;
    private static final int LONGEST_LINE = 2_000;
    private static final Pattern FIELD =
            Pattern.compile("^[>*\\s]{0,6}+([\\p{L}][\\p{L}\\- ]{0,18}?)[*\\s\\u00a0]{0,3}:[*\\s\\u00a0]{0,3}(.*)$");
    private static final Pattern RULE = Pattern.compile(
            "^[>\\s]*+(?:[-_=]{5,}.*|(?:debut du message transfere|begin forwarded message|inicio del mensaje reenviado).*)$");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:tr|fwd?|fw|rv|re|ref|wg)[\\s\\u00a0]{0,2}:[\\s\\u00a0]*+)++", Pattern.CASE_INSENSITIVE);

    /** The fields in the head of a mail. */
    enum MailHeadField {
        FROM("from", "de", "expediteur", "remitente"),
        DATE("date", "sent", "envoye", "envoye le", "enviado", "enviado el", "fecha"),
        SUBJECT("subject", "objet", "sujet", "asunto"),
        TO("to", "a", "pour", "para", "destinataire", "destinataires"),
        COPY("cc", "copie", "copie a", "copia", "cci");

        private final List<String> words;

        MailHeadField(String... words) {
            this.words = List.of(words);
        }

        static Optional<MailHeadField> findByLabel(String word) {
            String folded = TextNormalizer.fold(word).strip();
            for (MailHeadField part : values()) {
                if (part.words.contains(folded)) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        }
    }

    private ForwardPolicy() {}

    /** A subject without the prefixes of forwards and answers. */
    static String subject(String written) {
        String line = written.replaceAll("\\s+", " ").strip();
        String bare = PREFIX.matcher(line).replaceFirst("").strip();
        return bare.isEmpty() ? line : bare;
    }

    /** The mail that the text forwards; empty if none is recognised. */
    static Optional<OriginalMail> findOriginal(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        for (int at = 0; at < Math.min(lines.size(), FAR); at++) {
            if (part(lines.get(at)) != null) {
                Optional<OriginalMail> found = head(lines, at);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable MailHeadField part(String line) {
        Matcher field = FIELD.matcher(line);
        return line.length() <= LONGEST_LINE && field.matches()
                ? MailHeadField.findByLabel(field.group(1)).orElse(null)
                : null;
    }

    /** A head has a sender, and a date or a subject; a line below « À » without a field name continues it. */
    private static Optional<OriginalMail> head(List<String> lines, int first) {
        Map<MailHeadField, String> head = new EnumMap<>(MailHeadField.class);
        MailHeadField last = null;
        int at = first;
        int blank = 0;
        for (; at < Math.min(lines.size(), first + HEAD); at++) {
            String line = unquoted(lines.get(at));
            MailHeadField part = part(line);
            if (part != null && head.containsKey(part)) {
                break;
            } else if (part != null) {
                Matcher field = FIELD.matcher(line);
                head.put(part, field.matches() ? field.group(2).strip() : "");
                last = part;
                blank = 0;
            } else if (line.isBlank()) {
                blank++;
                if (blank > 1 || head.size() >= 4) {
                    break;
                }
            } else if (blank == 0 && last != null && continues(last, head, line)) {
                head.merge(last, line.strip(), (said, more) -> said + " " + more);
            } else {
                break;
            }
        }
        boolean whole = head.containsKey(MailHeadField.FROM)
                && (head.containsKey(MailHeadField.DATE) || head.containsKey(MailHeadField.SUBJECT));
        return whole ? Optional.of(original(head, lines, first, at)) : Optional.empty();
    }

    private static boolean continues(MailHeadField last, Map<MailHeadField, String> head, String line) {
        String said = Objects.requireNonNullElse(head.get(last), "");
        return said.isEmpty() || ((last == MailHeadField.TO || last == MailHeadField.COPY) && line.indexOf('@') >= 0);
    }

    private static OriginalMail original(Map<MailHeadField, String> head, List<String> lines, int first, int end) {
        List<Correspondent> people = new ArrayList<>();
        for (MailHeadField part : List.of(MailHeadField.FROM, MailHeadField.TO, MailHeadField.COPY)) {
            people.addAll(AddressLineParser.parse(head.getOrDefault(part, "")));
        }
        String date = head.get(MailHeadField.DATE);
        String subject = head.get(MailHeadField.SUBJECT);
        String note = text(lines.subList(0, first).stream()
                .filter(line -> !RULE.matcher(TextNormalizer.fold(line).isEmpty() ? line : plain(line))
                        .matches())
                .toList());
        boolean quoted = lines.get(first).startsWith(">");
        String said = text(lines.subList(end, lines.size()).stream()
                .map(line -> quoted ? unquoted(line) : line)
                .toList());
        return new OriginalMail(
                people,
                date == null ? null : MailDateParser.parse(date).orElse(null),
                subject == null || subject.isBlank() ? null : subject(subject),
                note.isEmpty() ? said : note + "\n\n" + said);
    }

    private static String plain(String line) {
        return java.text.Normalizer.normalize(line, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static String unquoted(String line) {
        return line.startsWith("> ") ? line.substring(2) : line.startsWith(">") ? line.substring(1) : line;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
    }
}
