package org.convergence.safety.guide;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextNormalizer;

/** The level of a travel advisory, the safest first (R-SEC-1). An unknown one counts as worse than any. */
public enum AdvisoryLevel {
    NORMAL(Tone.OK, "0", "vert", "green", "normal", "mesures de securite normales", "take normal security precautions"),
    CAUTION(
            Tone.WARN,
            "1",
            "jaune",
            "yellow",
            "caution",
            "grande prudence",
            "faites preuve d une grande prudence",
            "exercise a high degree of caution"),
    AVOID_NON_ESSENTIAL(
            Tone.WARN,
            "2",
            "orange",
            "avoid_non_essential",
            "eviter tout voyage non essentiel",
            "evitez tout voyage non essentiel",
            "avoid non essential travel"),
    AVOID_ALL(
            Tone.BAD, "3", "rouge", "red", "avoid_all", "eviter tout voyage", "evitez tout voyage", "avoid all travel"),
    UNKNOWN(Tone.REST, "inconnu", "unknown");

    private final Tone tone;
    private final List<String> names;

    AdvisoryLevel(Tone tone, String... names) {
        this.tone = tone;
        this.names = List.of(names);
    }

    /** The levels that an advisory can have. */
    public static final List<AdvisoryLevel> KNOWN = List.of(NORMAL, CAUTION, AVOID_NON_ESSENTIAL, AVOID_ALL);

    /**
     * A level as files write it: a colour (perhaps with words after a colon, as our own pages show it), the sentence, or
     * the number from 0 to 3. A number above 3 belongs to another scale, and is no level.
     */
    public static Optional<AdvisoryLevel> parse(String text) {
        String plain = text.split(":", 2)[0].replace('\u00a0', ' ').strip();
        if (plain.chars().anyMatch(Character::isDigit) && !plain.matches("[0-3]")) {
            return Optional.empty();
        }
        String folded = TextNormalizer.fold(plain);
        return Arrays.stream(values())
                .filter(each -> each.names.stream()
                        .anyMatch(name -> TextNormalizer.fold(name).equals(folded)))
                .findFirst();
    }

    /** The worst of several levels; unknown where there is none. */
    public static AdvisoryLevel worst(Collection<AdvisoryLevel> levels) {
        return levels.stream().max(AdvisoryLevel::compareTo).orElse(UNKNOWN);
    }

    public Tone tone() {
        return tone;
    }

    /** Key of its name in the messages. */
    public String key() {
        return "guide.level." + name();
    }
}
