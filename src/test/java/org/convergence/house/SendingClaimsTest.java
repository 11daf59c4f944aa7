package org.convergence.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A message says that something left, or that a person was told, only where the state of the letter is known. Each
 * message with such a claim is listed in {@code reviewed-sending-claims.txt} with the reason why it is true.
 */
class SendingClaimsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final ReviewedList REVIEWED = new ReviewedList("reviewed-sending-claims.txt");

    private static final Pattern FRENCH_CLAIM = Pattern.compile("(?iU)(?<!\\b(?:pas|rien|plus|jamais|encore)\\s.{0,12})"
            + "(?:\\b(?:est|sont|a été|ont été|vient d’être|viennent d’être)\\s(?:\\S+\\s)?"
            + "(?:envoyé|parti|transmis|expédié|relancé|avisé|prévenu)(?:e|s|es|·e·s)?\\b"
            + "|\\b(?:avis|rappel|lettre|courriel|message)s?(?:\\sd(?:e\\s|’)\\S+)?\\s(?:envoyé|parti)(?:e|s|es)?\\b"
            + "|(?<!pris\\s)\\bpart(?:ent)?\\sà\\s|\\bpart(?:ent)?\\spar\\scourriel\\b"
            + "|\\b(?:lettres|courriels|avis|rappels)\\spartent\\b"
            + "|^(?:\\S+\\s){0,2}(?<!\\b(?:une|la|font)\\s)(?:envoyé|parti)(?:e|s|es)?(?:\\sle)?(?:\\s\\{0\\})?\\.?$)");

    private static final Pattern ENGLISH_CLAIM = Pattern.compile("(?i)"
            + "(?<!\\b(?:before|once|until|if|when|unless)\\s.{1,20})(?<!\\b(?:not|nothing|never|no letter)\\s)"
            + "(?:\\b(?:is|are|was|were|been)\\s(?:(?!not|never|to\\b)\\S+\\s)?(?:sent|mailed|emailed|notified|reminded)\\b"
            + "|\\b(?:notice|reminder|letter|e-?mail|message|invoice|question)s?\\s(?:sent|left|mailed)\\b"
            + "|\\b(?:notice|reminder|letter|e-?mail|message|invoice|question)s?\\s(?:has|have)\\s(?:\\S+\\s)?left\\b"
            + "|^(?:\\S+\\s){0,2}sent(?:\\son)?(?:\\s\\{0\\})?\\.?$)");

    /** Public pages speak Spanish too. */
    private static final Pattern SPANISH_CLAIM = Pattern.compile("(?iU)(?<!\\b(?:no|nada|nunca)\\s.{0,12})"
            + "(?:\\b(?:fue|fueron|ha sido|han sido|está|están)\\s(?:enviad|avisad|notificad)[oa]s?\\b"
            + "|\\b(?:carta|aviso|recordatorio|correo|mensaje)s?\\senviad[oa]s?\\b)");

    @Test
    void messageThatClaimsSendingIsReviewed() throws IOException {
        REVIEWED.requireExactly(claims(), "show the state of the letter instead");
    }

    /** The keys of messages that claim a sending, in French, English or Spanish. */
    private static Set<String> claims() throws IOException {
        Set<String> keys = claims("_fr.properties", FRENCH_CLAIM);
        keys.addAll(claims("_en.properties", ENGLISH_CLAIM));
        keys.addAll(claims("_es.properties", SPANISH_CLAIM));
        return keys;
    }

    private static Set<String> claims(String ending, Pattern claim) throws IOException {
        try (Stream<Path> files = Files.walk(MESSAGES)) {
            return files.filter(each -> each.toString().endsWith(ending))
                    .map(SendingClaimsTest::read)
                    .flatMap(each -> each.stringPropertyNames().stream()
                            .filter(key -> claim.matcher(each.getProperty(key)).find()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}
