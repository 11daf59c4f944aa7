package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.directory.people.Decision;
import org.convergence.platform.text.DateReader;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's own sentence says of its adoption, such as "Adopté par l’assemblée générale le 12 juin 2027".
 *
 * @param body the body that adopted it, {@code null} where the sentence does not clearly name it
 * @param date the day, {@code null} where the sentence does not clearly give it
 * @param number of the resolution, {@code null} where the sentence gives none
 */
public record AdoptionSentence(
        @Nullable String body,
        @Nullable LocalDate date,
        @Nullable String number) {

    private static final Pattern BODY = Pattern.compile(
            "(?<!\\p{L})(?:par|by|por) (?:l[’'] ?|les? |la |the |el |los |las )?(?<body>.+?)"
                    + "(?=,| (?:le|en|du|lors|on|at|in|el|tenue?|réunie?)(?!\\p{L})|$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DAY = Pattern.compile(
            "(?:\\d{1,2}(?:er)? (?:de )?\\p{L}+\\.?(?: de)?|\\p{L}+\\.? \\d{1,2},?) 20\\d\\d|20\\d\\d-\\d\\d-\\d\\d");

    private static final Pattern NUMBER = Pattern.compile(
            "(?<!\\p{L})(?:r[ée]solution|resoluci[óo]n)\\s+(?:(?:no|n[°º]|nº|number)\\.?\\s*)?(?<number>(?=\\S*\\d)[\\p{Lu}\\d](?:[\\p{L}\\d./-]*[\\p{L}\\d])?)",
            Pattern.UNICODE_CASE);

    /** The parts of a sentence; none of an absent one. */
    public static AdoptionSentence read(@Nullable String sentence) {
        if (sentence == null) {
            return new AdoptionSentence(null, null, null);
        }
        String plain = sentence.replace('\u00a0', ' ');
        Matcher body = BODY.matcher(plain);
        Matcher day = DAY.matcher(plain);
        Matcher number = NUMBER.matcher(plain);
        return new AdoptionSentence(
                body.find() ? named(body.group("body").strip()) : null,
                day.find() ? DateReader.read(day.group()).orElse(null) : null,
                number.find() ? number.group("number") : null);
    }

    private static @Nullable String named(String body) {
        return body.isEmpty() || body.length() > Decision.LONGEST_BODY
                ? null
                : body.substring(0, 1).toUpperCase(Locale.ROOT) + body.substring(1);
    }
}
