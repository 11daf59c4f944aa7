package org.convergence.plan.reading.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.reading.domain.outline.OutlinePart.ReadSectionKind;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.text.ManuscriptLine.FilePosition;
import org.jspecify.annotations.Nullable;

/**
 * A written plan as read: a proposal to be corrected before the plan is created.
 *
 * @param title its title, or empty
 * @param period its first and last day, as far as it says them
 * @param adoption the sentence that says who adopted it and when, or empty
 * @param sections its parts outside the objectives
 * @param objectives its objectives with everything under them
 * @param warnings decisions of the reader to be checked, in the order of the file
 * @param unplaced text of the file that is not part of the plan as read
 */
public record ReadPlan(
        String title,
        ReadPeriod period,
        String adoption,
        List<ReadSection> sections,
        List<ReadObjective> objectives,
        List<ReadingWarning> warnings,
        List<UnplacedText> unplaced) {

    public ReadPlan {
        sections = List.copyOf(sections);
        objectives = List.copyOf(objectives);
        warnings = List.copyOf(warnings);
        unplaced = List.copyOf(unplaced);
    }

    /**
     * The period of a plan; both days are null where the file gives none.
     *
     * @param years only years were given: they are the organisation's, which need not begin in January
     */
    public record ReadPeriod(
            @Nullable LocalDate from, @Nullable LocalDate to, boolean years) {

        /** No period. */
        public static final ReadPeriod NONE = new ReadPeriod(null, null, false);
    }

    /**
     * A top line of a written plan, whatever the plan calls it, with its means.
     *
     * @param wording its text
     * @param means its means
     */
    public record ReadObjective(ReadWording wording, List<ReadMeans> means) {

        public ReadObjective {
            means = List.copyOf(means);
        }
    }

    /**
     * A line between objective and action.
     *
     * @param wording its text; title and text are empty if it is implied
     * @param area the area that its text suggests
     * @param implied the plan has no such line; it was inserted so that actions are under a means
     * @param actions its actions
     */
    public record ReadMeans(ReadWording wording, Area area, boolean implied, List<ReadAction> actions) {

        public ReadMeans {
            actions = List.copyOf(actions);
        }
    }

    /**
     * Something that the plan says will be done, or a part of it.
     *
     * @param wording its text, never empty; a title only where the plan gives both
     * @param commitment the first of its conditions in the order of {@link Commitment}, else firm
     * @param conditions what its own text, or the text above it, makes it depend on
     * @param doneWords words that say it is already done, such as "(financement obtenu)", or empty
     * @param follow responsible, due date and other columns of the plan
     * @param subActions its parts
     */
    public record ReadAction(
            ReadWording wording,
            Commitment commitment,
            List<ReadCondition> conditions,
            String doneWords,
            ReadFollowUp follow,
            List<ReadAction> subActions) {

        public ReadAction {
            conditions = List.copyOf(conditions);
            subActions = List.copyOf(subActions);
        }

        /** Whether the plan says that it is already done. */
        public boolean proposesDone() {
            return !doneWords.isEmpty();
        }
    }

    /**
     * What a plan gives beside an action, as written; empty where it gives nothing; several values are on separate
     * lines.
     *
     * @param responsible the person or group in charge
     * @param due the due date
     * @param others any other column with its caption, such as "Partenaires : …" or "Indicateur : …"
     * @param rhythm how often it returns
     * @param indicator how it is measured; also among the others
     * @param budget what it costs; also among the others
     */
    public record ReadFollowUp(
            String responsible, String due, List<String> others, String rhythm, String indicator, String budget) {

        /** Nothing beside the action. */
        public static final ReadFollowUp NONE = new ReadFollowUp("", "", List.of(), "", "", "");

        public ReadFollowUp {
            others = List.copyOf(others);
        }
    }

    /**
     * What an action depends on.
     *
     * @param commitment the commitment that the words imply; never firm
     * @param words the words that led to it, as in the file
     * @param inherited the words are above the action, not in it
     */
    public record ReadCondition(Commitment commitment, String words, boolean inherited) {}

    /**
     * The text of one line of a plan, as in the file.
     *
     * @param marker its marker: "OBJECTIF 1 :", "1.1", a bullet; empty where only its look marks it
     * @param code its number or letter without punctuation, or null where none is written
     * @param title its title, or empty
     * @param text its text, paragraphs separated by an empty line, or empty
     * @param labels captions inside it that only announce what follows, such as "Moyens et actions"
     * @param at where it begins in the file
     */
    public record ReadWording(
            String marker, @Nullable String code, String title, String text, List<String> labels, FilePosition at) {

        public ReadWording {
            labels = List.copyOf(labels);
        }
    }

    /**
     * A part of the plan outside its objectives.
     *
     * @param kind its subject, by its title
     * @param title its title, or empty
     * @param text its text: paragraphs separated by an empty line, list items one per line
     * @param at where it begins in the file
     */
    public record ReadSection(ReadSectionKind kind, String title, String text, FilePosition at) {}

    /**
     * Text of the file that is not part of the plan as read.
     *
     * @param reason why
     * @param words the text
     * @param at where it is in the file
     */
    public record UnplacedText(UnplacedReason reason, String words, FilePosition at) {

        /** Why a text was not placed. */
        public enum UnplacedReason {
            /** Header, footer or number of a page. */
            PAGE_FURNITURE,
            FOOTNOTE,
            /** A table of contents. */
            CONTENTS,
            /** The title of an objective repeated among the lines of the plan. */
            REPEATED_TITLE,
            /** The heading of a column of a table, or a cell that repeats the one above. */
            TABLE_CAPTION,
            /** Number signs of Markdown before the title of a part. */
            MARKUP
        }
    }
}
