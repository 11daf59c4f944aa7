package org.convergence.cooperation.project.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.cooperation.project.domain.Disaggregation;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The results of a project in a period, or over all of them.
 *
 * @param periods each with its own tab; empty before the first is added
 * @param period the address of the shown period; {@code null} for all of them
 * @param isLocked whether it is locked
 * @param isRemovable whether it has no target and no value
 * @param form adds periods; {@code null} without the permission
 */
public record ResultsPage(
        String url,
        String title,
        List<Tab> tabs,
        List<Tab> periods,
        @Nullable String period,
        boolean isLocked,
        boolean isRemovable,
        boolean mayLock,
        List<ResultGroup> groups,
        @Nullable Form form) {

    public static final Field<LocalDate> FROM = Field.date("from", "project.period.from");
    public static final Field<Integer> MONTHS = Field.wholeNumber("months", "project.period.months", 1, 60);
    public static final Field<Integer> COUNT = Field.wholeNumber("count", "project.period.count", 1, 20);

    /**
     * A result with its indicators.
     *
     * @param trends the values of each indicator by period, drawn; empty within one period
     */
    public record ResultGroup(String level, String statement, List<IndicatorValuePart> values, List<SafeHtml> trends) {}

    /**
     * An indicator's target and value, in words.
     *
     * @param url its page with the evidence; {@code null} over all periods
     * @param bySex its cells, by sex and by other dimensions; {@code null} if it has none
     * @param since what realisations give today, if it differs from what was submitted; over all periods how many
     *     values are not approved, if any
     * @param parts the value of each period, over all periods; else empty
     * @param state of the value; {@code null} over all periods
     */
    public record IndicatorValuePart(
            String wording,
            @Nullable String url,
            String target,
            String actual,
            @Nullable String bySex,
            @Nullable String since,
            Tone standingTone,
            String standing,
            @Nullable Tone stateTone,
            @Nullable String state,
            List<Tab> parts) {}

    /**
     * A value with its evidence.
     *
     * @param isQualitative whether figures are words
     * @param notes reasons, explanations and comments, label and text
     * @param evidence the latest realisations; empty if the value is entered
     * @param evidenceCount in words; {@code null} if the value is entered
     * @param targetForm {@code null} if the target cannot be changed
     * @param valueForm {@code null} if the value cannot be entered
     * @param returnForm {@code null} if the value cannot be returned
     */
    public record ValuePage(
            String url,
            String back,
            String project,
            String period,
            IndicatorValuePart value,
            boolean isQualitative,
            boolean isRatio,
            boolean isBySex,
            List<Disaggregation> dimensions,
            boolean isFed,
            boolean isLocked,
            List<ValueNote> notes,
            List<EvidencePart> evidence,
            @Nullable String evidenceCount,
            @Nullable Form targetForm,
            @Nullable Form valueForm,
            boolean maySubmit,
            boolean mayApprove,
            @Nullable Form returnForm,
            ChangeHistory history) {}

    /** The sheet on which the values of a period are entered. */
    public record PeriodSheetPage(
            String url, String back, String project, String period, List<PeriodSheetRow> rows, Form form) {}

    /**
     * An indicator on the sheet.
     *
     * @param prefix of the names of its cells
     * @param state of its value, or that it counts by itself
     * @param isEnterable whether it has cells
     * @param dimensions the cells of its other dimensions, by their label, with the end of the name of their control
     */
    public record PeriodSheetRow(
            String prefix,
            String wording,
            String target,
            String actual,
            String state,
            boolean isEnterable,
            boolean isQualitative,
            boolean isRatio,
            boolean isBySex,
            Map<String, String> dimensions) {

        /** The end of the name of a cell's control. */
        public String field(String cell) {
            return dimensions.getOrDefault(cell, cell);
        }

        /** Whether a cell of the sheet is one of its own. */
        public boolean has(String cell) {
            return isEnterable
                    && switch (cell) {
                        case "words" -> isQualitative;
                        case "denominator" -> isRatio;
                        case "number" -> !isQualitative;
                        case "women", "men", "other", "notStated" -> isBySex;
                        default -> dimensions.containsKey(cell);
                    };
        }
    }

    /** A reason, an explanation or a comment. */
    public record ValueNote(String label, String text) {}

    /** A realisation that counts. */
    public record EvidencePart(String title, String url, String detail) {}
}
