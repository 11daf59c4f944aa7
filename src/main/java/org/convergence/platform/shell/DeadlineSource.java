package org.convergence.platform.shell;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.convergence.platform.access.Permitted;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of a module for the current actor: a bean of this type. Shown in the actor's calendar, and on the home
 * page if nothing is urgent. Contains only what concerns the actor or the actor's role, and no name of a person.
 */
public interface DeadlineSource extends Permitted {

    /**
     * All open deadlines in a period, both days included, in any order: a deadline missing here is cancelled in
     * calendars. A past meeting stays listed.
     */
    List<Deadline> between(LocalDate from, LocalDate to, Words t);

    /** The person or group responsible. */
    enum DeadlineOwner {
        /** The actor. */
        MINE,
        /** The team, or none yet. */
        TEAM
    }

    /**
     * One deadline.
     *
     * @param key permanent identifier, even if the day moves: {@code outreach.assembly/meeting/<id>/notice}
     * @param begins local time of the organisation, for events with an hour; {@code null} for a whole day
     * @param ends {@code null} if unknown
     * @param url a page of this site
     */
    record Deadline(
            String key,
            LocalDate day,
            @Nullable LocalDateTime begins,
            @Nullable LocalDateTime ends,
            String what,
            String url,
            DeadlineOwner whose) {

        /** A task to be done by the end of a day. */
        public static Deadline on(LocalDate day, String key, String what, String url, DeadlineOwner whose) {
            return new Deadline(key, day, null, null, what, url, whose);
        }

        /**
         * The same deadline as a line of the home page.
         *
         * @param act the action beside it
         */
        public HomeCard.CardRow toRow(HomeCard.CardAction act, LocalDate today, Words t) {
            return new HomeCard.CardRow(key, day, t.by(day, today), day.isBefore(today), what, url, null, List.of(act));
        }

        /** An event at an hour. */
        public static Deadline at(
                LocalDateTime begins,
                @Nullable LocalDateTime ends,
                String key,
                String what,
                String url,
                DeadlineOwner whose) {
            return new Deadline(key, begins.toLocalDate(), begins, ends, what, url, whose);
        }
    }
}
