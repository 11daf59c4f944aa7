package org.convergence.cooperation.project.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.domain.Disaggregation;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.cooperation.project.domain.PeriodWindow;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.cooperation.project.domain.ProjectResults.ResultsTable;
import org.convergence.platform.geography.Country;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Words and formats of projects and figures. */
final class ProjectFormatter {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private ProjectFormatter() {}

    /** Our role, then the partners. */
    static String lead(ProjectRow it, Words t) {
        String role = t.say(it.role().key());
        return it.partners().isEmpty() ? role : t.say("project.lead", role, it.partners());
    }

    static String countries(ProjectRow it, Words t) {
        return t.list(
                it.countries().stream().map(code -> new Country(code).name(t)).toList());
    }

    /** The names of the levels: the funder's where it has its own. */
    static List<String> levels(List<String> own, Words t) {
        List<String> names = new ArrayList<>();
        for (ResultLevel level : ResultLevel.values()) {
            String word = own.isEmpty() ? "" : own.get(level.position());
            names.add(word.isEmpty() ? t.say(level.key()) : word);
        }
        return names;
    }

    static List<String> usualLevels(Words t) {
        return Arrays.stream(ResultLevel.values())
                .map(level -> t.say(level.key()))
                .toList();
    }

    static String period(ProjectPeriodRow it, Words t) {
        return t.capital(t.period(it.startsOn(), it.endsOn()));
    }

    /** The name of each period of a table, said once for all of its indicators. */
    static Map<ProjectPeriodId, String> periods(ResultsTable table, Words t) {
        Map<ProjectPeriodId, String> names = new HashMap<>();
        for (IndicatorResult cell : table.cells()) {
            names.computeIfAbsent(cell.period().id(), id -> period(cell.period(), t));
        }
        return names;
    }

    /** Of how many periods the targets are shown; {@code null} if of all. */
    static @Nullable String targetsShown(PeriodWindow window, Words t) {
        return window.isPart()
                ? t.say(
                        "project.framework.targets.part",
                        window.shown().size(),
                        window.all().size())
                : null;
    }

    /** « 120 couturières », « 60 % (12 sur 20) », or the words; a dash for none. */
    static String figure(@Nullable IndicatorFigure figure, String unit, Words t) {
        if (figure == null) {
            return "–";
        }
        if (figure.words() != null) {
            return figure.words();
        }
        BigDecimal amount = figure.amount().orElse(BigDecimal.ZERO);
        if (figure.number() != null && figure.denominator() != null) {
            return t.say(
                    "project.figure.ratio",
                    decimal(amount, t),
                    decimal(figure.number(), t),
                    decimal(figure.denominator(), t));
        }
        if (unit.isEmpty()) {
            return decimal(amount, t);
        }
        // The unit is written in the plural: « formations : 1 ».
        boolean isPlural = amount.abs().compareTo(TWO) >= 0 || !unit.endsWith("s");
        return isPlural
                ? decimal(amount, t) + "\u00a0" + unit
                : t.say("project.figure.few", t.capital(unit), decimal(amount, t));
    }

    /**
     * « 82 femmes, 30 hommes, 8 non déclaré. Âge : moins de 30 ans 70, 30 ans et plus 40, non déclaré 10 »; {@code null} if
     * the figure has no cells.
     */
    static @Nullable String cells(@Nullable IndicatorFigure figure, IndicatorRow indicator, Words t) {
        if (figure == null) {
            return null;
        }
        List<String> all = new ArrayList<>();
        PeopleBySex people = figure.people();
        if (people != null) {
            all.add(t.say("project.figure.by-sex", people.women(), people.men(), people.other(), people.notStated()));
        }
        List<Disaggregation> dimensions = indicator.disaggregations();
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            Disaggregation each = dimensions.get(dimension);
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < each.cells().size(); cell++) {
                cells.add(each.cells().get(cell) + "\u00a0" + decimal(figure.cell(dimension, cell), t));
            }
            cells.add(t.say("project.figure.cell-not-stated", decimal(figure.notStated(dimension), t)));
            all.add(t.say("project.figure.dimension", each.name(), String.join(", ", cells)));
        }
        return all.isEmpty() ? null : String.join(". ", all);
    }

    private static String decimal(BigDecimal number, Words t) {
        BigDecimal plain = number.stripTrailingZeros();
        return t.decimal(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
