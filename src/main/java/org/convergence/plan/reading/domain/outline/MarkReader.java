package org.convergence.plan.reading.domain.outline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.plan.reading.domain.outline.LineMark.LevelRank;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.text.Characters;
import org.jspecify.annotations.Nullable;

/** Determines the mark of a line from its beginning alone. */
final class MarkReader {

    private static final String NOUN =
            "(?:les |the |nos |our )?(?:principa(?:les|ux) |key |main )?(?:moyens?|actions?|activites?|strategies|taches|etapes"
                    + "|mesures|objectifs?(?: specifiques| operationnels)?|initiatives|means|activities|tasks|steps|measures|pistes|"
                    + "interventions|realisations|resultats(?: attendus)?|indicateurs?|cibles)";
    private static final Pattern LABEL = Pattern.compile(NOUN + "(?:(?:,| et| and|/| &) ?" + NOUN + "){0,3}"
            + "(?: (?:d'action|de mise en oeuvre|prevue?s|proposee?s|retenue?s|envisagee?s|prioritaires|a realiser|"
            + "a mener|a entreprendre|pour y arriver|planned|proposed|concretes|privilegies))?\\s*:?");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<caption>[\\p{L}'’()/ -]{2,40}?)\\s*:\\s*(?<value>\\S.*)?", Pattern.DOTALL);

    private MarkReader() {}

    static LineMark read(String text) {
        int hashes = 0;
        while (hashes < text.length() && text.charAt(hashes) == '#') {
            hashes++;
        }
        if (hashes > 0 && hashes < text.length() && Characters.isWhite(text.charAt(hashes))) {
            return underHeading(text.substring(0, hashes), text.substring(hashes + 1));
        }
        if (isLabel(text)) {
            return new LineMark(LineMarkKind.LABEL, "", null, "", 0, 0, null);
        }
        LineMark word = LevelWordReader.read(text);
        if (word != null) {
            return word;
        }
        LineMark attribute = readAttribute(text);
        if (attribute != null) {
            return attribute;
        }
        LineMark bullet = BulletReader.read(text);
        if (bullet != null) {
            LineMark whole = numbered(bullet, text);
            return whole.code() == null ? bullet : whole;
        }
        LineMark number = CodeReader.read(text);
        return number == null ? LineMark.NONE : numbered(number, text);
    }

    /** Number signs of Markdown before a title give its depth and hide its own number. */
    private static LineMark underHeading(String hashes, String rest) {
        LineMark own = read(Characters.strip(rest));
        return own.hasKind(LineMarkKind.NONE) || own.hasKind(LineMarkKind.LABEL)
                ? new LineMark(LineMarkKind.TITLE, hashes, null, "T:H" + hashes.length(), hashes.length(), 0, null)
                : own.withWritten(hashes + " " + own.written());
    }

    /** A number before a word that names a level, as in "A. Axis 1: …", announces that level. */
    private static LineMark numbered(LineMark number, String text) {
        String rest = text.substring(number.written().length());
        int white = 0;
        while (white < rest.length() && Character.isWhitespace(rest.charAt(white))) {
            white++;
        }
        @Nullable LineMark word = LevelWordReader.read(rest.substring(white));
        if (word == null) {
            return number;
        }
        String written = text.substring(
                0, number.written().length() + white + word.written().length());
        String code = word.code() == null ? number.code() : word.code();
        return new LineMark(LineMarkKind.WORD, written, code, word.key(), word.depth(), word.ordinal(), word.rank());
    }

    /** A line with nothing but the names of what follows. */
    private static boolean isLabel(String text) {
        return text.length() <= 80 && LABEL.matcher(TextAnalysis.fold(text)).matches();
    }

    /** Responsible, due date or target on a line of its own; null if it is none of these. */
    private static @Nullable LineMark readAttribute(String text) {
        Matcher matcher = ATTRIBUTE.matcher(text.length() > 60 ? text.substring(0, 60) : text);
        if (!matcher.lookingAt()) {
            return null;
        }
        PlanTableColumn column = PlanTableColumn.fromCaption(matcher.group("caption"));
        if (column == null || !column.isBeside()) {
            return null;
        }
        int end = matcher.group("value") == null ? matcher.end() : matcher.start("value");
        return new LineMark(
                LineMarkKind.ATTRIBUTE, text.substring(0, end).strip(), null, "A:" + column.name(), 0, 0, null);
    }

    /** The words, in French, English and Spanish, by which plans name their levels, and the lines that they announce. */
    static final class LevelWordReader {

        private static final Map<String, LevelRank> RANKS = new LinkedHashMap<>();

        static {
            all(
                    LevelRank.TOP,
                    "objectif",
                    "objective",
                    "objetivo",
                    "eje",
                    "meta",
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
                    "project",
                    "estrategia",
                    "linea de accion",
                    "objetivo especifico");
            all(
                    LevelRank.ACTION,
                    "action",
                    "accion",
                    "actividad",
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
            boolean letter =
                    !Character.isDigit(code.charAt(code.length() - 1)) && code.length() < 6 && !code.contains(".");
            if (letter && separator.isEmpty() && !Character.isUpperCase(text.charAt(m.start("code")))) {
                return false;
            }
            return !separator.isEmpty() || rest.isEmpty() || !TextAnalysis.startsInLowerCase(rest);
        }
    }
}
