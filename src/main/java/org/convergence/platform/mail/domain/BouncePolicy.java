package org.convergence.platform.mail.domain;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Classifies a mail server's reply (R-MAIL-1). An address fails permanently if the server says that it does not exist
 * or no longer takes mail; a full box, a letter that is too large or rejected as spam, and a server that does not
 * answer are temporary.
 */
final class BouncePolicy {

    /**
     * Codes (RFC 3463) of class 5 that say nothing against the address: the sender's own, a full box, a large letter,
     * time, and the sender's limit of a day, as Gmail and Exchange call it.
     */
    private static final Set<String> PASSES =
            Set.of("5.1.7", "5.1.8", "5.1.90", "5.2.2", "5.2.3", "5.3.1", "5.3.4", "5.4.5", "5.4.7");

    private static final Pattern ENHANCED = Pattern.compile("\\b([45])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final Pattern PLAIN = Pattern.compile("\\b(55[0134])\\b");
    private static final Pattern DELAYED =
            Pattern.compile("\\b(delayed|delay|deferred|retard|retardé|will be retried)\\b");

    private BouncePolicy() {}

    /** Whether the address fails permanently; empty if the reply is none, or says that the letter arrived. */
    static Optional<Boolean> forGood(BounceReport report) {
        if (!report.machine().isBlank()) {
            return byMachine(report.machine());
        }
        return report.fromServer() ? byWords(report.words()) : Optional.empty();
    }

    private static Optional<Boolean> byMachine(String text) {
        Optional<Boolean> said = Optional.empty();
        for (String block : text.replace("\r\n", "\n").split("\n[ \\t]*\n", -1)) {
            Map<String, String> fields = fields(block);
            String action = fields.getOrDefault("action", "");
            if (action.equals("failed") || action.equals("delayed")) {
                boolean forGood = action.equals("failed")
                        && isPermanent(
                                fields.getOrDefault("status", "") + " " + fields.getOrDefault("diagnostic-code", ""));
                said = Optional.of(said.orElse(false) || forGood);
            }
        }
        return said;
    }

    /** Classifies the text of a server that writes for people only. */
    private static Optional<Boolean> byWords(String words) {
        if (DELAYED.matcher(words).find()) {
            return Optional.of(false);
        }
        boolean code = ENHANCED.matcher(words).find() || PLAIN.matcher(words).find();
        return code || words.startsWith("x-failed-recipients")
                ? Optional.of(!code || isPermanent(words))
                : Optional.empty();
    }

    /** Decides by the most specific code: one about the address beats a general one. */
    static boolean isPermanent(String said) {
        boolean address = false;
        boolean passes = false;
        boolean general = false;
        for (Matcher code = ENHANCED.matcher(said); code.find(); ) {
            if (code.group(1).equals("4")
                    || PASSES.contains(code.group())
                    || code.group(2).equals("7")) {
                passes = true;
            } else if (code.group(2).equals("1")) {
                address = true;
            } else {
                general = true;
            }
        }
        return address || (!passes && (general || PLAIN.matcher(said).find()));
    }

    /** The fields of a block, names and values in lower case, with folded lines joined. */
    private static Map<String, String> fields(String block) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : block.replaceAll("\n[ \\t]+", " ").split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return fields;
    }
}
