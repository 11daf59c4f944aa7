package org.convergence.platform.shell;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import org.convergence.platform.access.Permitted;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Work due on a day, for which one person is responsible: a bean of this type. It declares one SELECT; the SELECTs of
 * all modules are read in one query, so that a further module costs the home page none. Shown on the home page (the
 * actor's own work, work without a responsible person, late work of others), in the Monday mail and in calendars, which its permission
 * shows.
 */
public interface DueWorkSource extends Permitted {

    /** From how many days before its day work usually stands on the home page. */
    int DAYS_AHEAD = 14;

    /** The permission required to see it on the home page, as work to do ({@link RequiresToAct}). */
    default String actPermission() {
        RequiresToAct required = AnnotationUtils.findAnnotation(getClass(), RequiresToAct.class);
        return required == null ? permission() : required.value();
    }

    /** From how many days before its day work stands on the home page; below zero, from so many days after it. */
    default int daysAhead() {
        return DAYS_AHEAD;
    }

    /**
     * A SELECT of the work still to do, without parameters, with the columns of {@link DueWorkRow} in snake case. It
     * reads the module's own tables and published views; the days asked for are added around it.
     */
    String sql();

    /** Whether a row is for the current person; asked of each row that is read. */
    default boolean isFor(DueWorkRow row) {
        return true;
    }

    /** How a row is told. It names no person, since the Monday mail and calendars show it. */
    DueWork describe(DueWorkRow row, Words t);

    /**
     * A row of the SELECT.
     *
     * @param kind tells several kinds of work of one source apart
     * @param id the thing that is due
     * @param subject the record whose page tells about it
     * @param dayKind what the day is: only a day that was set can be late
     * @param owner the responsible person of the directory; {@code null} for none
     * @param place where it stands on the home page
     * @param title the record's title, or what the source needs to tell it; {@code null} for none
     * @param detail a second text, as the source uses it; {@code null} for none
     */
    record DueWorkRow(
            String kind,
            UUID id,
            UUID subject,
            LocalDate dueOn,
            DueDayKind dayKind,
            @Nullable UUID owner,
            DueWorkPlace place,
            @Nullable String title,
            @Nullable String detail) {}

    /** What the day of a row is. */
    enum DueDayKind {
        /** Set by a person, an agreement or a law: late once it is over. */
        SET,
        /** Our proposal, such as a month after a period: told as such, and never late. */
        PROPOSED,
        /** The day since which the work waits; nobody set a day for it, so it stands in no calendar. */
        SINCE
    }

    /** Where a row stands on the home page. */
    enum DueWorkPlace {
        /** To be done by the team: without an owner it stands under « Personne ne s’en occupe ». */
        OURS,
        /** Others have to do it: shown once late, under « En attente d’autres ». */
        OTHERS,
        /** In calendars only. */
        CALENDAR,
        /** For its owner alone, late or not: to everyone else it does not exist. */
        PRIVATE,
        /** An alarm, for its owner alone: above everything else, whatever its day, and never put off. */
        ALARM
    }

    /**
     * A row as told.
     *
     * @param key permanent identifier, even if the day moves: {@code resources.prospect/<id>}
     * @param url the page where it is done
     * @param detail a second, smaller line on the home page; {@code null} for none
     */
    record DueWork(
            String key, String what, String url, @Nullable String detail) {}

    /** Work that the same permission shows and lets do. */
    static DeclaredDueWork of(String permission, String sql, BiFunction<DueWorkRow, Words, DueWork> description) {
        return of(permission, permission, sql, description);
    }

    /** Work declared by its permissions, its SELECT, and how a row is told, from 14 days before its day. */
    static DeclaredDueWork of(
            String permission, String actPermission, String sql, BiFunction<DueWorkRow, Words, DueWork> description) {
        return new DeclaredDueWork(permission, actPermission, DAYS_AHEAD, sql, description);
    }

    /** A source whose parts are declared where the bean is. */
    record DeclaredDueWork(
            String permission,
            String actPermission,
            int daysAhead,
            String sql,
            BiFunction<DueWorkRow, Words, DueWork> description)
            implements DueWorkSource {

        /** The same work, from so many days before its day; below zero, so many days after it. */
        public DueWorkSource withDaysAhead(int days) {
            return new DeclaredDueWork(permission, actPermission, days, sql, description);
        }

        @Override
        public DueWork describe(DueWorkRow row, Words t) {
            return description.apply(row, t);
        }
    }
}
