package org.convergence.plan.reading.domain.outline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.plan.reading.domain.outline.LineMark.LevelRank;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.jspecify.annotations.Nullable;

/** The words, in French and English, by which plans name their levels, and the lines that they announce. */
final class LevelWordReader {

    private static final Map<String, LevelRank> RANKS = new LinkedHashMap<>();

    static {
        all(
                LevelRank.TOP,
                "objectif",
                "objective",
                "goal",
                "axe",
                "axis",
                "orientation",
                "enjeu",
                "priorite",
                "priority",
                "but",
                "volet",
                "chantier",
                "pilier",
                "pillar",
                "theme",
                "thematique",
                "domaine",
                "champ",
                "finalite",
                "ambition",
                "direction",
                "strategic direction",
                "strategic priority",
                "strategic goal",
                "strategic objective",
                "strategic pillar",
                "focus area",
                "key area",
                "priority area",
                "area",
                "strand",
                "stream",
                "defi",
                "challenge",
                "engagement",
                "commitment",
                "programme",
                "program",
                "resultat",
                "outcome",
                "result",
                "section",
                "module");
        all(
                LevelRank.MEANS,
                "moyen",
                "means",
                "strategie",
                "strategy",
                "objectif specifique",
                "specific objective",
                "sous-objectif",
                "sub-objective",
                "objectif operationnel",
                "operational objective",
                "piste",
                "approche",
                "approach",
                "projet",
                "project");
        all(
                LevelRank.ACTION,
                "action",
                "activite",
                "activity",
                "mesure",
                "measure",
                "initiative",
                "piste d'action",
                "moyen d'action",
                "action item",
                "intervention",
                "extrant",
                "output",
                "realisation");
        all(
                LevelRank.SUB_ACTION,
                "sous-action",
                "sub-action",
                "tache",
                "task",
                "etape",
                "step",
                "sous-activite",
                "sub-activity");
    }

    private static final String NOUNS = RANKS.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(noun -> noun.replace("-", "[- ]").replace(" ", "\\s+"))
            .collect(Collectors.joining("|"));

    private static final Pattern ANNOUNCED =
            Pattern.compile("(?<ordinal>premiere?|deuxieme|seconde?|troisieme|quatrieme|"
                    + "cinquieme|sixieme|septieme|huitieme|first|second|third|fourth|fifth|sixth|seventh)?\\s*"
                    + "(?<noun>" + NOUNS + ")(?<plural>e?s)?"
                    + "(?:\\s+(?:strategique|general|generale|prioritaire|principale?|transversale?|d'intervention|d'action"
                    + "|de travail|general|main))?"
                    + "(?:\\s*(?:n[o°]\\.?|#|numero|number))?"
                    + "(?:\\s*(?<code>[a-z]{0,2}\\d{1,2}(?:\\.\\d{1,2}){0,4}(?:\\.?[a-z])?(?![a-z0-9])|[ivx]{1,5}(?![a-z0-9'’])|[a-h](?![a-z0-9'’])))?"
                    + "(?<sep>\\s*[:.)|]|\\s*[-–—](?=\\s|$)|\\s*[–—])?");

    private LevelWordReader() {}

    private static void all(LevelRank rank, String... nouns) {
        for (String noun : nouns) {
            RANKS.put(noun, rank);
        }
    }

    /** The mark at the beginning of a line that names a level, or null. */
    static @Nullable LineMark read(String text) {
        String flat = TextAnalysis.foldInPlace(text.length() > 120 ? text.substring(0, 120) : text);
        Matcher m = ANNOUNCED.matcher(flat);
        if (!m.lookingAt()) {
            return null;
        }
        String noun = m.group("noun")
                .replaceAll("\\s+", " ")
                .replace("sous ", "sous-")
                .replace("sub ", "sub-");
        String code = m.group("code") == null ? null : text.substring(m.start("code"), m.end("code"));
        String separator = m.group("sep") == null ? "" : m.group("sep").strip();
        String rest = text.substring(m.end()).strip();
        boolean wordGoesOn = m.end() < text.length()
                && separator.isEmpty()
                && Character.isLetterOrDigit(text.charAt(m.end()))
                && Character.isLetterOrDigit(text.charAt(m.end() - 1));
        if (wordGoesOn || !convinces(m, text, code, separator, rest)) {
            return null;
        }
        int depth = code == null ? 0 : code.split("\\.", -1).length;
        LevelRank rank = RANKS.getOrDefault(noun, LevelRank.TOP);
        String written = text.substring(0, m.end()).strip();
        int ordinal = code == null ? 0 : CodeReader.ordinal(code);
        return new LineMark(LineMarkKind.WORD, written, code, "W:" + noun + ":" + depth, depth, ordinal, rank);
    }

    /** With a code, a title must follow; without one, only a colon makes the word a marker. */
    private static boolean convinces(Matcher m, String text, @Nullable String code, String separator, String rest) {
        if (code == null) {
            boolean plural = m.group("plural") != null;
            return separator.equals(":") && !(plural && rest.isEmpty());
        }
        if (m.group("plural") != null) {
            return false;
        }
        boolean letter = !Character.isDigit(code.charAt(code.length() - 1)) && code.length() < 6 && !code.contains(".");
        if (letter && separator.isEmpty() && !Character.isUpperCase(text.charAt(m.start("code")))) {
            return false;
        }
        return !separator.isEmpty() || rest.isEmpty() || !TextAnalysis.startsInLowerCase(rest);
    }
}
