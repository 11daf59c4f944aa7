package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.convergence.outreach.assembly.domain.MeetingListQueries.MeetingListRow;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** A meeting in a list: date, title, and progress of its notice or minutes. */
public record MeetingRow(String when, String name, String url, Tone tone, String state) {

    static MeetingRow of(MeetingListRow line, LocalDateTime now, Words t) {
        return new MeetingRow(
                t.shortDate(line.begins().toLocalDate()),
                line.name(),
                AssemblyUrls.meeting(line.id().value()),
                tone(line, now.toLocalDate(), t),
                state(line, now, t));
    }

    /** Its page, on which the item to add begins with the text of a record; the same page without one. */
    MeetingRow beginningWith(@Nullable String from) {
        String address = PageAddress.of(url).with(SourceTexts.FROM, from).toString();
        return new MeetingRow(when, name, address, tone, state);
    }

    private static Tone tone(MeetingListRow line, LocalDate today, Words t) {
        if (line.state() == MeetingState.CANCELLED) {
            return Tone.REST;
        }
        if (line.state() == MeetingState.HELD) {
            return line.minutes() == MinutesState.DRAFT ? Tone.ACTIVE : Tone.OK;
        }
        if (line.begins().toLocalDate().isBefore(today)) {
            return Tone.WARN;
        }
        return NoticeFormatter.tone(line.notice(), line.noticeBy(), today, t);
    }

    private static String state(MeetingListRow line, LocalDateTime now, Words t) {
        if (line.state() != MeetingState.PLANNED) {
            return line.state() == MeetingState.CANCELLED
                    ? t.say(line.state().key())
                    : t.say("assembly.minutes." + line.minutes().name());
        }
        if (line.begins().toLocalDate().isBefore(now.toLocalDate())) {
            return t.say("assembly.meeting.to-say");
        }
        return NoticeFormatter.state(line.notice(), line.noticeBy(), line.begins(), now, t);
    }
}
