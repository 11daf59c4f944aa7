package org.convergence.platform.shell;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a module expects by some day of whoever acts: a bean of this type. Shown in her calendar, and on the first page
 * where nothing presses. Only what concerns her or her role, and no name of a person in it.
 */
public interface Deadlines {

    /** Without which it is not asked. */
    String permission();

    /**
     * All that falls in some days, both included, and is still to be done or to take place, in any order: what is left
     * out here is told to a calendar as cancelled. A meeting that took place stays where it was.
     */
    List<Deadline> between(LocalDate from, LocalDate to, Words t);

    /** To whom it falls. */
    enum Whose {
        /** To her. */
        MINE,
        /** To the team, or to nobody yet. */
        TEAM
    }

    /**
     * One of them.
     *
     * @param key what it is about, the same for ever though its day moves: {@code outreach.assembly/meeting/<id>/notice}
     * @param begins for what has an hour, as the clock on the wall says where the organisation is; {@code null} for a day
     * @param ends {@code null} where nobody said
     * @param url of ours
     */
    record Deadline(
            String key,
            LocalDate day,
            @Nullable LocalDateTime begins,
            @Nullable LocalDateTime ends,
            String what,
            String url,
            Whose whose) {

        /** Something to be done by the end of a day. */
        public static Deadline on(LocalDate day, String key, String what, String url, Whose whose) {
            return new Deadline(key, day, null, null, what, url, whose);
        }

        /** Something that takes place at an hour. */
        public static Deadline at(
                LocalDateTime begins, @Nullable LocalDateTime ends, String key, String what, String url, Whose whose) {
            return new Deadline(key, begins.toLocalDate(), begins, ends, what, url, whose);
        }
    }
}
