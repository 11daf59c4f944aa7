package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.convergence.platform.text.TextNormalizer;

/** The rule for code names: one word that reveals nothing about the person. */
final class CodeNamePolicy {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}-]{2,29}");

    private static final List<String> BIRDS = List.of(
            "Bécasseau",
            "Bernache",
            "Bruant",
            "Busard",
            "Carouge",
            "Colibri",
            "Engoulevent",
            "Fauvette",
            "Goglu",
            "Grive",
            "Harfang",
            "Hirondelle",
            "Huard",
            "Jaseur",
            "Macareux",
            "Martinet",
            "Mésange",
            "Moqueur",
            "Paruline",
            "Pinson",
            "Pluvier",
            "Pygargue",
            "Quiscale",
            "Roitelet",
            "Sarcelle",
            "Sittelle",
            "Sterne",
            "Tangara",
            "Tourterelle",
            "Troglodyte",
            "Tyran",
            "Viréo");

    private CodeNamePolicy() {}

    /** Whether it is one word that a report cannot mistake for a name. */
    static boolean isValid(String typed) {
        return WORD.matcher(typed).matches();
    }

    /** Whether it reveals the person: it contains, or is contained in, a word of their name. */
    static boolean reveals(String codeName, Identity identity) {
        String code = TextNormalizer.fold(codeName);
        return MarkPolicy.distinctiveWords(identity.names()).stream()
                .anyMatch(word -> word.contains(code) || code.contains(word));
    }

    /** A free code name, at random. */
    static String propose(Random random, Predicate<String> free) {
        List<String> all = new ArrayList<>(BIRDS);
        Collections.shuffle(all, random);
        for (int round = 1; ; round++) {
            for (String bird : all) {
                String name = round == 1 ? bird : bird + round;
                if (free.test(name)) {
                    return name;
                }
            }
        }
    }
}
