package org.convergence.plan.reading.domain.sheet;

import java.util.List;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.SectionKind;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sheet.
 *
 * @param id never changes, even when the line is moved
 * @param code as written, or empty
 * @param title a title, or empty; an action has one only where the plan gives it besides its text
 * @param text its text, or empty
 * @param section subject of a section
 * @param area area of a means
 * @param commitment commitment of an action
 * @param conditions what its text makes it depend on
 * @param doneWords words that say it is already done, or empty
 * @param responsible the person or group in charge, or empty
 * @param due due date as written in the plan, or empty
 * @param details what else the plan says beside it; never {@code null} once made, but absent in older drafts
 */
public record SheetLine(
        int id,
        SheetLineKind kind,
        String code,
        String title,
        String text,
        SectionKind section,
        @Nullable Area area,
        Commitment commitment,
        List<Condition> conditions,
        String doneWords,
        String responsible,
        String due,
        @Nullable SheetLineDetails details) {

    public SheetLine {
        conditions = List.copyOf(conditions);
        details = details == null ? SheetLineDetails.NONE : details;
    }

    static SheetLine plain(int id, SheetLineKind kind, String code, String title, String text) {
        return new SheetLine(
                id, kind, code, title, text, SectionKind.OTHER, null, Commitment.FIRM, List.of(), "", "", "", null);
    }

    SheetLine withText(String newCode, String newTitle, String newText) {
        return new SheetLine(
                id,
                kind,
                newCode,
                newTitle,
                newText,
                section,
                area,
                commitment,
                conditions,
                doneWords,
                responsible,
                due,
                details);
    }

    SheetLine withKind(SheetLineKind newKind) {
        return new SheetLine(
                id,
                newKind,
                code,
                title,
                text,
                section,
                area,
                commitment,
                conditions,
                doneWords,
                responsible,
                due,
                details);
    }

    SheetLine withTags(@Nullable Area newArea, Commitment newCommitment) {
        List<Condition> kept = conditions.stream()
                .filter(condition -> newCommitment != Commitment.FIRM)
                .toList();
        return new SheetLine(
                id,
                kind,
                code,
                title,
                text,
                section,
                newArea,
                newCommitment,
                kept,
                doneWords,
                responsible,
                due,
                details);
    }

    SheetLine withFollowUp(String newResponsible, String newDue, String newRhythm) {
        return new SheetLine(
                id,
                kind,
                code,
                title,
                text,
                section,
                area,
                commitment,
                conditions,
                doneWords,
                newResponsible,
                newDue,
                new SheetLineDetails(newRhythm, details().indicator(), details().budget()));
    }

    @Override
    public SheetLineDetails details() {
        return details == null ? SheetLineDetails.NONE : details;
    }

    /** Its text for one line: title, else text. */
    public String words() {
        return title.isEmpty() ? text : title;
    }

    /** What a plan says beside an action that its follow-up does not hold; empty where it says nothing. */
    public record SheetLineDetails(String rhythm, String indicator, String budget) {

        /** Nothing. */
        public static final SheetLineDetails NONE = new SheetLineDetails("", "", "");
    }

    /** The kind of a line of the sheet, with its depth: a line's parent is the nearest less deep line before it. */
    public enum SheetLineKind {
        SECTION(1),
        OBJECTIVE(1),
        MEANS(2),
        ACTION(3),
        SUB_ACTION(4),
        /** Text that is not part of the plan, shown until the plan is created. */
        UNPLACED(1);

        private final int depth;

        SheetLineKind(int depth) {
            this.depth = depth;
        }

        public int depth() {
            return depth;
        }

        /** Whether it is an action or a sub-action. */
        public boolean isAction() {
            return this == ACTION || this == SUB_ACTION;
        }

        /** Whether other lines may be put under it. */
        public boolean leads() {
            return this == OBJECTIVE || this == MEANS || this == ACTION;
        }

        /** The kind of a line of the plan at a depth; deeper ones are sub-actions. */
        static SheetLineKind ofDepth(int depth) {
            return switch (depth) {
                case 1 -> OBJECTIVE;
                case 2 -> MEANS;
                case 3 -> ACTION;
                default -> SUB_ACTION;
            };
        }
    }

    /**
     * A requested correction of a line.
     *
     * @param responsible the person or group in charge, or empty
     * @param due its due date in words, or empty
     * @param rhythm how often it recurs in words, or empty
     * @param under the new parent line, {@code null} to leave the line where it is
     */
    public record SheetLineCorrection(
            SheetLineKind kind,
            String code,
            String title,
            String text,
            @Nullable Area area,
            Commitment commitment,
            String responsible,
            String due,
            String rhythm,
            @Nullable Integer under) {}

    /**
     * A requested correction of many lines; what is {@code null} stays as it is.
     *
     * @param area area of the means among the lines, and of those below them
     * @param commitment commitment of the actions among the lines, and of those below them
     * @param under the new parent line
     */
    public record SheetLinesCorrection(
            @Nullable SheetLineKind kind,
            @Nullable Area area,
            @Nullable Commitment commitment,
            @Nullable Integer under) {}
}
