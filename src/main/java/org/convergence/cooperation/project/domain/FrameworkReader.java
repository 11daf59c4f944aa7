package org.convergence.cooperation.project.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.domain.FrameworkLine.FrameworkColumn;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.IndicatorService.MeasurementPlan;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.cooperation.project.domain.WordingPolicy.WordingWarning;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a measurement framework in order: a row without a result belongs to the result above it, as merged
 * cells do, and a result follows from the last row above with a higher level.
 */
final class FrameworkReader {

    private static final Pattern YEAR = Pattern.compile("(.*\\S)\\s*\\(((?:19|20|21)\\d\\d)\\)");

    /** How funders call the levels, besides our own words and those of the project. */
    private static final Map<String, ResultLevel> FUNDERS_LEVELS = Map.of(
            "resultat ultime", ResultLevel.ULTIMATE,
            "ultimate outcome", ResultLevel.ULTIMATE,
            "impacto", ResultLevel.ULTIMATE,
            "resultat intermediaire", ResultLevel.INTERMEDIATE,
            "resultado intermedio", ResultLevel.INTERMEDIATE,
            "resultat immediat", ResultLevel.IMMEDIATE,
            "resultado inmediato", ResultLevel.IMMEDIATE,
            "produit", ResultLevel.OUTPUT,
            "producto", ResultLevel.OUTPUT,
            "actividad", ResultLevel.ACTIVITY);

    private final Map<String, ResultLevel> levels = new HashMap<>(FUNDERS_LEVELS);
    private final Map<String, ProjectPeriodId> periods = new HashMap<>();
    private final Map<ResultLevel, String> above = new EnumMap<>(ResultLevel.class);
    private @Nullable ResultLevel level;
    private String statement = "";

    /**
     * @param own the project's words for the five levels; empty for the usual ones
     * @param languages in which levels and periods may be written
     */
    FrameworkReader(List<String> own, List<ProjectPeriodRow> periods, List<Words> languages) {
        for (Words t : languages) {
            for (ResultLevel each : ResultLevel.values()) {
                levels.put(TextNormalizer.fold(t.say(each.key())), each);
            }
            periods.forEach(
                    each -> this.periods.put(TextNormalizer.fold(t.period(each.startsOn(), each.endsOn())), each.id()));
        }
        for (ResultLevel each : ResultLevel.values()) {
            if (!own.isEmpty() && !own.get(each.position()).isEmpty()) {
                levels.put(TextNormalizer.fold(own.get(each.position())), each);
            }
        }
    }

    FrameworkLine read(ImportRow row) {
        List<ImportRemark> remarks = new ArrayList<>();
        String named = text(row, FrameworkColumn.RESULT, 500);
        if (!named.isEmpty()) {
            level = level(row, remarks);
            statement = named;
        }
        ResultLevel own = level == null ? ResultLevel.IMMEDIATE : level;
        above.keySet().removeIf(each -> each.compareTo(own) >= 0);
        String parent = above.keySet().stream()
                .max(Comparator.naturalOrder())
                .map(above::get)
                .orElse(null);
        above.put(own, statement);
        String wording = text(row, FrameworkColumn.INDICATOR, 500);
        if (!wording.isEmpty() && !own.isMeasured()) {
            remarks.add(ImportRemark.onColumn(FrameworkColumn.INDICATOR, "project.refused.result"));
            wording = "";
        }
        return measured(row, own, parent, wording, remarks);
    }

    private ResultLevel level(ImportRow row, List<ImportRemark> remarks) {
        String written = row.of(FrameworkColumn.LEVEL);
        if (written.isEmpty() && level != null) {
            return level;
        }
        String folded = TextNormalizer.fold(written);
        return levels.entrySet().stream()
                .filter(each -> folded.startsWith(each.getKey()))
                .max(Comparator.comparingInt(each -> each.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseGet(() -> {
                    remarks.add(ImportRemark.onColumn(
                            FrameworkColumn.LEVEL,
                            written.isEmpty() ? "project.import.no-level" : "project.import.level",
                            written));
                    return ResultLevel.IMMEDIATE;
                });
    }

    private FrameworkLine measured(
            ImportRow row, ResultLevel own, @Nullable String parent, String wording, List<ImportRemark> remarks) {
        Matcher dated = YEAR.matcher(row.of(FrameworkColumn.BASELINE));
        boolean hasYear = dated.matches();
        String base = hasYear ? dated.group(1) : row.of(FrameworkColumn.BASELINE);
        Optional<WrittenFigure> baseline = WrittenFigure.read(base);
        Map<String, WrittenFigure> written = targets(row);
        List<WrittenFigure> figures = new ArrayList<>(written.values());
        baseline.ifPresent(figures::add);
        IndicatorKind kind = figures.stream()
                .map(WrittenFigure::kind)
                .min(Comparator.comparing((IndicatorKind each) -> each != IndicatorKind.RATIO)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(IndicatorKind.QUANTITY);
        boolean bySex = WordingPolicy.checkIndicator(kind, false, wording).contains(WordingWarning.NOT_BY_SEX);
        IndicatorFigure before =
                baseline.flatMap(each -> each.fitting(kind, bySex)).orElse(null);
        if (baseline.isPresent() && before == null) {
            remarks.add(ImportRemark.onColumn(FrameworkColumn.BASELINE, "project.import.unread", base));
        }
        Map<ProjectPeriodId, IndicatorFigure> targets = new HashMap<>();
        written.forEach((period, each) -> {
            ProjectPeriodId id = periods.get(TextNormalizer.fold(period));
            // A target may be a total of people, unlike a baseline.
            Optional<IndicatorFigure> figure = each.fitting(kind, false);
            if (id == null) {
                remarks.add(ImportRemark.onColumn(FrameworkColumn.TARGETS, "project.import.period", period));
            } else if (figure.isEmpty()) {
                remarks.add(ImportRemark.onColumn(FrameworkColumn.TARGETS, "project.import.unread", period));
            } else {
                targets.put(id, figure.get());
            }
        });
        return new FrameworkLine(
                row.number(),
                own,
                statement,
                parent,
                wording,
                kind,
                bySex,
                figures.stream()
                        .map(WrittenFigure::unit)
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(""),
                new MeasurementPlan(
                        hasYear ? TextParser.wholeNumber(dated.group(2)).orElse(null) : null,
                        before,
                        text(row, FrameworkColumn.SOURCE, 500),
                        text(row, FrameworkColumn.METHOD, 500),
                        text(row, FrameworkColumn.FREQUENCY, 200),
                        text(row, FrameworkColumn.RESPONSIBLE, 200)),
                targets,
                remarks);
    }

    /** The written targets by their period, « avril à septembre 2026 : 40 déléguées »; a figure alone has no period. */
    private static Map<String, WrittenFigure> targets(ImportRow row) {
        Map<String, WrittenFigure> targets = new TreeMap<>();
        for (String each : row.splitValues(FrameworkColumn.TARGETS)) {
            int colon = each.indexOf(':');
            String period = colon < 0 ? each : each.substring(0, colon).strip();
            WrittenFigure.read(each.substring(colon + 1)).ifPresent(figure -> targets.put(period, figure));
        }
        return targets;
    }

    private static String text(ImportRow row, FrameworkColumn column, int most) {
        return TextShortener.shorten(row.of(column).replaceAll("\\s+", " "), most);
    }
}
