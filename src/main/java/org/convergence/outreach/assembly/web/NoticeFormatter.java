package org.convergence.outreach.assembly.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.outreach.assembly.domain.MeetingPolicy;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.NoticeGesture;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.assembly.domain.NoticeProgress;
import org.convergence.outreach.assembly.domain.SentNotice;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.SendingLimits;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Formats the progress of the notice of a meeting. */
final class NoticeFormatter {

    private NoticeFormatter() {}

    /**
     * "Avis à envoyer d'ici le …", "Avis : 3 en attente d'envoi" or "Avis parti le …", and whether in time; once the
     * meeting has begun, how many notices left before it.
     */
    static String state(NoticeProgress notice, LocalDate by, LocalDateTime begins, LocalDateTime now, Words t) {
        LocalDate today = now.toLocalDate();
        if (MeetingPolicy.hasBegun(begins, now) && notice.leftOn() == null) {
            return stateAfter(notice, t);
        }
        if (!notice.isIssued()) {
            return t.say(by.isBefore(today) ? "assembly.notice.late" : "assembly.notice.by", by);
        }
        Instant left = notice.leftOn();
        if (left == null) {
            return t.say(
                    by.isBefore(today) ? "assembly.notice.progress.late" : "assembly.notice.progress",
                    progress(notice, t),
                    by);
        }
        LocalDate day = left.atZone(t.zone()).toLocalDate();
        String key = notice.letters().state() == LetterState.DELIVERED_OTHERWISE
                ? "assembly.notice.delivered-on"
                : "assembly.notice.left-on";
        return t.say(day.isAfter(by) ? key + ".late" : key, day, by);
    }

    /** What left before a meeting that has begun, where not everything did: what waits still will not leave. */
    private static String stateAfter(NoticeProgress notice, Words t) {
        int left = notice.letters().count(LetterState.SENT) + notice.letters().count(LetterState.DELIVERED_OTHERWISE);
        int perhaps = notice.letters().count(LetterState.PERHAPS_SENT);
        if (left + perhaps == 0) {
            return t.say("assembly.notice.none-before");
        }
        return t.say(
                "assembly.notice.some-before",
                left,
                departures(notice, t),
                perhaps,
                notice.people() + notice.unwritten() - left - perhaps);
    }

    /** "2 partis, 3 en attente d'envoi, 1 à remettre autrement, 4 personnes sans avis". */
    static String progress(NoticeProgress notice, Words t) {
        List<String> parts = new ArrayList<>();
        if (notice.letters().total() > 0) {
            parts.add(LetterFormatter.summary(notice.letters(), t));
        }
        if (notice.withoutLetter() > 0) {
            parts.add(t.say("assembly.notice.without-letter", notice.withoutLetter()));
        }
        if (notice.unwritten() > 0) {
            parts.add(t.say("assembly.notice.unwritten", notice.unwritten()));
        }
        return String.join(", ", parts);
    }

    /** Why waiting notices do not leave now, in a clause; empty if none waits, or no limit holds it. */
    static Optional<String> reason(NoticeProgress notice, SendingLimits limits, Words t) {
        return notice.letters().count(LetterState.WAITING) == 0 ? Optional.empty() : limits.explainDay(t);
    }

    /** "Avis du changement : 13 partis, 1 refusé", while the last change or the cancellation did not leave to all. */
    static Optional<String> untold(MeetingState state, List<SentNotice> latestFirst, Words t) {
        @Nullable
        NoticeKind told =
                switch (state) {
                    case PLANNED -> NoticeKind.MOVED;
                    case CANCELLED -> NoticeKind.CANCELLED;
                    case HELD -> null;
                };
        return latestFirst.stream()
                .filter(each -> each.kind() == told)
                .findFirst()
                .filter(each -> each.progress().leftOn() == null)
                .map(each -> t.say("assembly.notice.untold." + told, progress(each.progress(), t)));
    }

    /** A posting in the history: "Avis de convocation préparé pour 15 personnes : 14 partis, 1 refusé (le 28 novembre)". */
    static ChangeHistory.HistoryChange change(SentNotice posting, Words t) {
        return new ChangeHistory.HistoryChange(
                posting.at(),
                posting.who(),
                t.say(
                        "assembly.notice.posted." + posting.kind().name(),
                        posting.progress().people(),
                        progressWithDays(posting.progress(), t)),
                List.of(),
                null);
    }

    /** "14 partis, 1 refusé (le 28 novembre)". */
    static String progressWithDays(NoticeProgress notice, Words t) {
        return progress(notice, t) + departures(notice, t);
    }

    /** The days on which letters left: the line's own hour is that of their preparation. */
    private static String departures(NoticeProgress notice, Words t) {
        Instant first = notice.letters().firstLeft();
        Instant last = notice.letters().lastLeft();
        if (first == null || last == null) {
            return "";
        }
        LocalDate from = first.atZone(t.zone()).toLocalDate();
        LocalDate to = last.atZone(t.zone()).toLocalDate();
        return " (" + (from.equals(to) ? t.say("assembly.notice.departure", from) : t.period(from, to)) + ")";
    }

    /** An action on written notices in the history: "Remise de l'avis notée : 2 personnes". */
    static ChangeHistory.HistoryChange change(NoticeGesture done, Words t) {
        return new ChangeHistory.HistoryChange(
                done.at(),
                done.who(),
                NoticeGesture.NAMES.contains(done.gesture())
                        ? t.say("assembly.notice.gesture", t.say("assembly.gesture." + done.gesture()), done.people())
                        : t.say("assembly.gesture." + done.gesture(), done.people()),
                List.of(),
                null);
    }

    /** A notice that left after its deadline stays marked. */
    static Tone tone(NoticeProgress notice, LocalDate by, LocalDate today, Words t) {
        Instant left = notice.leftOn();
        if (left == null) {
            return by.isBefore(today) ? Tone.BAD : notice.isIssued() ? Tone.WARN : Tone.AHEAD;
        }
        return left.atZone(t.zone()).toLocalDate().isAfter(by) ? Tone.WARN : Tone.OK;
    }
}
