package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.ReadPlan.ReadAction;
import org.convergence.plan.reading.domain.ReadPlan.ReadCondition;
import org.convergence.plan.reading.domain.ReadPlan.ReadFollowUp;
import org.convergence.plan.reading.domain.ReadPlan.ReadWording;
import org.convergence.plan.reading.domain.outline.DueDateRange;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.outline.OutlineNode;
import org.convergence.plan.reading.domain.outline.PlanTableColumn;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.outline.TextAnalysis;
import org.convergence.plan.reading.domain.outline.TextBlock;
import org.convergence.plan.reading.domain.text.ReadingBudget;
import org.jspecify.annotations.Nullable;

/** Converts a line of the outline to an action, with its conditions and sub-actions. */
record ActionReader(ConditionReader conditions, List<ReadingWarning> warnings, ReadingBudget budget) {

    /** The action of a line, under the conditions set above it. */
    ReadAction read(OutlineNode node, List<ReadCondition> over) {
        budget.checkTime();
        ReadWording wording = wording(node);
        LineFields fields = LineFields.read(wording.text());
        String words = wording.title() + "; " + wording.text();
        List<ReadCondition> all = merge(conditions.read(words, false), over);
        List<ReadAction> parts = new ArrayList<>();
        List<ReadCondition> below = asInherited(all);
        for (OutlineNode child : node.children()) {
            addPart(child, below, parts);
        }
        return new ReadAction(
                without(wording, fields),
                ConditionReader.commitment(all),
                all,
                conditions.doneWords(words),
                followUp(node.values(), fields),
                parts);
    }

    /** A paragraph that is an action. */
    ReadAction read(TextBlock paragraph, List<ReadCondition> over) {
        ReadWording wording =
                new ReadWording(paragraph.mark().written(), null, "", paragraph.text(), List.of(), paragraph.at());
        List<ReadCondition> all = merge(conditions.read(paragraph.text(), false), over);
        String done = conditions.doneWords(paragraph.text());
        LineFields fields = LineFields.read(wording.text());
        return new ReadAction(
                without(wording, fields),
                ConditionReader.commitment(all),
                all,
                done,
                followUp(List.of(), fields),
                List.of());
    }

    /** Parts of parts follow the part they belong to. */
    private void addPart(OutlineNode node, List<ReadCondition> over, List<ReadAction> parts) {
        budget.checkTime();
        ReadWording wording = wording(node);
        List<ReadCondition> all = merge(conditions.read(wording.title() + "; " + wording.text(), false), over);
        String done = conditions.doneWords(wording.text());
        LineFields fields = LineFields.read(wording.text());
        parts.add(new ReadAction(
                without(wording, fields),
                ConditionReader.commitment(all),
                all,
                done,
                followUp(node.values(), fields),
                List.of()));
        if (!node.children().isEmpty()) {
            warnings.add(
                    new ReadingWarning(ReadingWarning.ReadingWarningKind.LEVELS_FOLDED, wording.text(), wording.at()));
            List<ReadCondition> below = asInherited(all);
            node.children().forEach(child -> addPart(child, below, parts));
        }
    }

    private static ReadWording wording(OutlineNode node) {
        TextBlock block = node.block();
        String own = block.text();
        String paragraphs = paragraphs(node.paragraphs());
        boolean titled = !block.mark().isItem() && !block.mark().hasKind(LineMarkKind.COLUMN) && !paragraphs.isEmpty();
        String title = titled ? own : "";
        String text = titled
                ? paragraphs
                : own.isEmpty() || paragraphs.isEmpty() ? own + paragraphs : own + "\n\n" + paragraphs;
        List<String> labels = new ArrayList<>(
                node.labels().stream().map(TextBlock::originalText).toList());
        node.values().stream()
                .filter(value -> value.inLine() && isFollowed(value))
                .map(TextBlock.BlockValue::caption)
                .forEach(labels::add);
        return new ReadWording(block.mark().written(), block.mark().code(), title, text, labels, block.at());
    }

    static String paragraphs(List<TextBlock> blocks) {
        return String.join("\n\n", blocks.stream().map(TextBlock::originalText).toList());
    }

    /** Own conditions first, then the inherited ones whose commitment it does not name itself. */
    private static List<ReadCondition> merge(List<ReadCondition> own, List<ReadCondition> over) {
        List<ReadCondition> all = new ArrayList<>(own);
        for (ReadCondition condition : over) {
            if (all.stream().noneMatch(one -> one.commitment() == condition.commitment())) {
                all.add(condition);
            }
        }
        all.sort((one, other) -> one.commitment().compareTo(other.commitment()));
        return all;
    }

    static List<ReadCondition> asInherited(List<ReadCondition> conditions) {
        return conditions.stream()
                .map(one -> new ReadCondition(one.commitment(), one.words(), true))
                .toList();
    }

    /** The wording without the fields that its text ends with; what was around them is kept as labels. */
    private static ReadWording without(ReadWording wording, LineFields fields) {
        List<String> labels = new ArrayList<>(wording.labels());
        labels.addAll(fields.rest());
        return new ReadWording(wording.marker(), wording.code(), wording.title(), fields.text(), labels, wording.at());
    }

    private static ReadFollowUp followUp(List<TextBlock.BlockValue> values, LineFields fields) {
        Map<PlanTableColumn, String> texts = new EnumMap<>(PlanTableColumn.class);
        List<String> others = new ArrayList<>();
        for (TextBlock.BlockValue value : values) {
            texts.merge(value.column(), value.text(), (one, other) -> (one + "\n" + other).strip());
            if (!isFollowed(value)) {
                others.add(value.fullText());
            }
        }
        fields.values().forEach((column, text) -> {
            String old = texts.putIfAbsent(column, text);
            if (old != null && (column == PlanTableColumn.RESPONSIBLE || column == PlanTableColumn.DUE)) {
                texts.put(column, old + "\n" + text);
            }
        });
        others.addAll(fields.others());
        return new ReadFollowUp(
                texts.getOrDefault(PlanTableColumn.RESPONSIBLE, ""),
                texts.getOrDefault(PlanTableColumn.DUE, ""),
                others,
                texts.getOrDefault(PlanTableColumn.RHYTHM, ""),
                texts.getOrDefault(PlanTableColumn.TARGET, ""),
                texts.getOrDefault(PlanTableColumn.BUDGET, ""));
    }

    /** A responsible person and a due date have their own place beside an action. */
    private static boolean isFollowed(TextBlock.BlockValue value) {
        return value.column() == PlanTableColumn.RESPONSIBLE || value.column() == PlanTableColumn.DUE;
    }

    /**
     * What the last words of a line say beside it: "(resp. : Comité terrain)", "avant le 30 novembre 2026", "budget :
     * 500 $", "mensuel". They leave its text.
     *
     * @param text the line without them
     * @param values what they say, by kind
     * @param others the pieces without a place of their own beside a line, whole: indicator, budget, rhythm
     * @param rest captions and brackets around the values
     */
    private record LineFields(
            String text, Map<PlanTableColumn, String> values, List<String> others, List<String> rest) {

        /** The last piece of a text, after a bracket, a comma, a dash or a full stop. */
        private static final Pattern LAST = Pattern.compile(
                "(?<before>\\s*[(\\[]|\\s*[,;|]\\s+|\\s+[–—-]\\s+|[.]\\s+)(?<piece>(?:(?![,;]\\s|[.]\\s(?!:)|\\s[–—-]\\s)[^()\\[\\]|])+?)(?<after>[)\\]]?\\s*[.;]?)$");

        private static final Pattern CAPTIONED =
                Pattern.compile("(?<caption>[\\p{L}'’()./ -]{2,40}?)\\s*:\\s*(?<value>\\S.*)");
        private static final Pattern DEADLINE = Pattern.compile(
                "(?<before>[,;]?\\s+)(?<piece>(?:avant|d['’]ici|au plus tard|before|by|no later than|antes del?)\\s(?:[^,.;:()]|, (?=20\\d\\d)){3,40})(?<after>[)\\]]?\\s*[.;]?)$",
                Pattern.CASE_INSENSITIVE);
        private static final Pattern AMOUNT = Pattern.compile(
                "(?:(?:environ|about|unos) )?\\$? ?\\d[\\d   .,]*(?: ?(?:\\$|dollars?|k\\$|cad))?(?: par (?:an|annee|mois))?");
        private static final Pattern MONEY_SIGN = Pattern.compile("\\$|dollar|cad");

        private static final String UNIT = "(?:jour|semaine|mois|trimestre|saison|annee|an|automne|printemps|ete|hiver|"
                + "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|day|week|month|quarter|year|term|season|semana|mes|trimestre|ano)s?";
        private static final Pattern RHYTHM = Pattern.compile("(?<![a-z])(?:"
                + "(?:bi|semi-)?(?:mensuel|hebdomadaire|trimestriel|annuel|semestriel|quotidien|bimestriel)(?:le)?s?(?:ment)?|"
                + "(?:a )?(?:chaque|tous les|toutes les|every|each|cada|todos los|todas las) (?:deux |trois |two |three |other |dos )?"
                + UNIT + "|"
                + "(?:une|deux|trois|quatre|\\d{1,2}) fois (?:par|l'|chaque) ?" + UNIT + "|aux (?:deux|trois|six) "
                + UNIT
                + "|en continu|toute l'annee|"
                + "(?:bi-?|semi-)?(?:monthly|weekly|quarterly|yearly|annually|annual|daily)|"
                + "(?:once|twice|(?:three|four|\\d{1,2}) times) (?:a|per|every) " + UNIT + "|ongoing|year-round|"
                + "(?:una vez|dos veces|\\d{1,2} veces) (?:al|por) " + UNIT
                + "|mensual|semanal|trimestral|anual(?:es)?)(?![a-z])");

        /** The fields at the end of a text. */
        static LineFields read(String text) {
            Map<PlanTableColumn, String> values = new EnumMap<>(PlanTableColumn.class);
            List<String> others = new ArrayList<>();
            List<String> rest = new ArrayList<>();
            String left = text;
            for (Matcher last = last(left); last != null; last = last(left)) {
                String piece = last.group("piece").strip();
                Matcher captioned = CAPTIONED.matcher(piece);
                PlanTableColumn kind = kind(piece);
                if (kind == null || values.containsKey(kind) || last.start() == 0) {
                    break;
                }
                String tail = left.substring(last.start());
                String value = captioned.matches() ? captioned.group("value").strip() : piece;
                boolean followed = kind == PlanTableColumn.RESPONSIBLE || kind == PlanTableColumn.DUE;
                String kept = followed ? value : piece;
                values.put(kind, value);
                if (!followed) {
                    others.add(0, piece);
                }
                boolean inBracket = tail.indexOf(')') >= 0 && tail.indexOf('(') < 0;
                left = left.substring(0, last.start()).stripTrailing() + (inBracket ? ")" : "");
                rest.add(
                        0,
                        (inBracket ? tail.replace(")", "") : tail)
                                .replace(kept, "")
                                .strip());
            }
            return new LineFields(
                    left,
                    values,
                    others,
                    rest.stream().filter(one -> !one.isEmpty()).toList());
        }

        private static @Nullable Matcher last(String text) {
            Matcher deadline = DEADLINE.matcher(text);
            if (deadline.find()
                    && DueDateRange.read(deadline.group("piece"), null).to() != null) {
                return deadline;
            }
            Matcher last = LAST.matcher(text);
            return last.find() ? last : null;
        }

        /** What a piece says, or null: a caption with its value, a date, a rhythm or an amount of money, and nothing else. */
        private static @Nullable PlanTableColumn kind(String piece) {
            Matcher captioned = CAPTIONED.matcher(piece);
            if (captioned.matches()) {
                PlanTableColumn kind = PlanTableColumn.fromCaption(captioned.group("caption"));
                return kind == null || !kind.isBeside() ? null : kind;
            }
            String flat = TextAnalysis.fold(piece);
            if (DueDateRange.read(piece, null).to() != null) {
                return PlanTableColumn.DUE;
            }
            if (RHYTHM.matcher(flat).matches()) {
                return PlanTableColumn.RHYTHM;
            }
            return AMOUNT.matcher(flat).matches() && MONEY_SIGN.matcher(flat).find() ? PlanTableColumn.BUDGET : null;
        }
    }
}
